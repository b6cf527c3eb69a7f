/** A part of a letter: its media type, what it holds, and for a file its name. */
export type MailPart = {
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly name?: string;
  readonly id?: string;
};

const encoded = (body: string | Uint8Array): string => Buffer.from(body).toString('base64').replace(/.{76}/g, '$&\r\n');

const written = ({ type, body, name, id }: MailPart): string =>
  [
    `Content-Type: ${type}${name === undefined ? '' : `; name="${name}"`}`,
    'Content-Transfer-Encoding: base64',
    ...(name === undefined
      ? []
      : [`Content-Disposition: ${id === undefined ? 'attachment' : 'inline'}; filename="${name}"`]),
    ...(id === undefined ? [] : [`Content-ID: <${id}>`]),
    '',
    encoded(body),
  ].join('\r\n');

const HEAD = [
  'From: Robin Madeup <robin@example.invalid>',
  'To: Desk <desk@example.invalid>, other@example.invalid',
  'Subject: Records of a made up case',
  'Date: Mon, 11 Jul 2016 10:11:12 -0700',
  'MIME-Version: 1.0',
];

/** A letter by mail with these parts; one part alone is its body. */
export const makeMail = (parts: readonly MailPart[], kind = 'mixed'): Buffer => {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return Buffer.from([...HEAD, written(only)].join('\r\n'));
  return Buffer.from(
    [
      ...HEAD,
      `Content-Type: multipart/${kind}; boundary="part"`,
      '',
      ...parts.flatMap((part) => ['--part', written(part)]),
      '--part--',
      '',
    ].join('\r\n'),
  );
};
