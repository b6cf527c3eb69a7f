/** A web page out of a file that holds it with its pictures, and the encoding that it was labelled with. */
export type UnpackedPage = {
  readonly page: Uint8Array;
  readonly charset: string | undefined;
  readonly pictures: readonly Uint8Array[];
};
type MimePart = { readonly header: (name: string) => string; readonly body: string };

const HEADERS = 65_536;

/** The part's own headers (RFC 5322, 2.2) and what follows the first empty line. Characters stand for bytes. */
const splitPart = (part: string): MimePart => {
  const end = /\r?\n\r?\n/.exec(part);
  const head = part.slice(0, Math.min(HEADERS, end?.index ?? 0)).replace(/\r?\n[ \t]+/g, ' ');
  const lines = head
    .split(/\r?\n/)
    .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()] as const);
  return {
    header: (name) => lines.find(([own]) => own === name)?.[1] ?? '',
    body: end === null ? '' : part.slice(end.index + end[0].length),
  };
};

/** RFC 2045, 6.7. */
const fromQuotedPrintable = (text: string): Buffer =>
  Buffer.from(
    text
      .replace(/=[ \t]*\r?\n/g, '')
      .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  );

const bodyOf = ({ header, body }: MimePart): Uint8Array => {
  const encoding = header('content-transfer-encoding').toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  return encoding === 'quoted-printable' ? fromQuotedPrintable(body) : Buffer.from(body, 'latin1');
};

const parameter = (value: string, name: string): string | undefined => {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(value);
  return match?.[1] ?? match?.[2];
};

/** The first page of an MHTML file (RFC 2557); undefined when the bytes are none. */
export const unpackMhtml = (bytes: Uint8Array): UnpackedPage | undefined => {
  if (!/^\s*[A-Za-z][\w-]*:/.test(Buffer.from(bytes.subarray(0, 100)).toString('latin1'))) return undefined;
  const whole = splitPart(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1').trimStart());
  const boundary = parameter(whole.header('content-type'), 'boundary');
  const parts =
    boundary === undefined
      ? [whole]
      : whole.body.split(`--${boundary}`).map((part) => splitPart(part.replace(/^\r?\n/, '')));
  const page = parts.find((part) => /^text\/html|^application\/xhtml/i.test(part.header('content-type')));
  return page === undefined
    ? undefined
    : {
        page: bodyOf(page),
        charset: parameter(page.header('content-type'), 'charset'),
        pictures: parts.filter((part) => /^image\/(?!svg)/i.test(part.header('content-type'))).map(bodyOf),
      };
};
