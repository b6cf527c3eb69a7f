import type { Address, Attachment, Email } from 'postal-mime';
import PostalMime from 'postal-mime';
import type { AttachedFile, FlowText } from '../flow/flow-document.ts';
import { Unreadable } from '../unreadable.ts';
import { writeMail } from './write-mail.ts';

const one = ({ name, address = '', group = [] }: Address): string =>
  group.length > 0
    ? `${name}: ${group.map(one).join(', ')}`
    : name === '' || name === address
      ? address
      : `${name} <${address}>`;
const all = (addresses: readonly Address[] | undefined): string => (addresses ?? []).map(one).join(', ');

const headerOf = ({ headers }: Email, name: string): string => headers.find(({ key }) => key === name)?.value ?? '';

/** What the name of a part ends in that has none of its own. */
const endingOf = (mimeType: string): string =>
  mimeType === 'message/rfc822' ? 'eml' : (mimeType.split('/')[1] ?? 'bin').replace(/[^a-z0-9]+/g, '-');

const bytesOf = ({ content }: Attachment): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);

const toFile = (attachment: Attachment, at: number): AttachedFile => ({
  name: attachment.filename ?? `attachment-${at + 1}.${endingOf(attachment.mimeType)}`,
  bytes: bytesOf(attachment),
  isPart: attachment.related === true || attachment.disposition === 'inline',
});

const parse = async (bytes: Uint8Array): Promise<Email> => {
  try {
    return await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: 64 });
  } catch {
    throw new Unreadable({ code: 'damaged', values: { what: 'e-mail message' } });
  }
};

/** Reads a letter by mail (RFC 5322 and MIME). Letters within it are files of their own. */
export const readEml = async (bytes: Uint8Array): Promise<FlowText> => {
  const email = await parse(bytes);
  return writeMail({
    head: [
      ['From', email.from === undefined ? headerOf(email, 'from') : one(email.from)],
      ['To', all(email.to)],
      ['Cc', all(email.cc)],
      ['Date', headerOf(email, 'date')],
      ['Subject', email.subject ?? ''],
    ],
    text: email.text ?? '',
    html: email.html ?? '',
    files: email.attachments.map(toFile),
  });
};
