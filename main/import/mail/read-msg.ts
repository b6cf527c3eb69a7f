import type { FieldsData } from '@kenjiuno/msgreader';
import MsgReaderModule from '@kenjiuno/msgreader';
import { decompressRTF } from '@kenjiuno/decompressrtf';
import iconv from 'iconv-lite';
import { decodeDeclared } from '../decode-text.ts';
import type { AttachedFile, FlowText } from '../flow/flow-document.ts';
import { readRtf } from '../rtf/read-rtf.ts';
import { Unreadable } from '../unreadable.ts';
import { writeMail } from './write-mail.ts';

/** The package was written for an older kind of modules: where its class lies depends on who loads it. */
const MsgReader =
  (MsgReaderModule as unknown as { readonly default?: typeof MsgReaderModule }).default ?? MsgReaderModule;

const person = (name: string | undefined, address: string | undefined): string => {
  const [shown, mail] = [name?.trim() ?? '', address?.trim() ?? ''];
  if (mail === '' || mail === shown || !mail.includes('@')) return shown;
  return shown === '' ? mail : `${shown} <${mail}>`;
};

const recipients = ({ recipients: all = [] }: FieldsData, kind: string): string =>
  all
    .filter(({ recipType = 'to' }) => recipType === kind)
    .map(({ name, smtpAddress, email }) => person(name, smtpAddress ?? email))
    .join(', ');

const htmlOf = ({ bodyHtml, html, internetCodepage }: FieldsData): string => {
  if (bodyHtml !== undefined && bodyHtml !== '') return bodyHtml;
  if (html === undefined) return '';
  const page = `cp${internetCodepage ?? 0}`;
  return internetCodepage !== undefined && internetCodepage !== 65001 && iconv.encodingExists(page)
    ? iconv.decode(Buffer.from(html), page)
    : decodeDeclared(html, undefined);
};

/** A letter that keeps its body as RTF only. */
const rtfText = ({ compressedRtf }: FieldsData): string => {
  if (compressedRtf === undefined) return '';
  try {
    return readRtf(Uint8Array.from(decompressRTF([...compressedRtf])))
      .pages.map(({ text }) => text)
      .join('\n');
  } catch {
    return '';
  }
};

const open = (bytes: Uint8Array): { readonly reader: MsgReaderModule; readonly fields: FieldsData } => {
  try {
    const reader = new MsgReader(new DataView(bytes.buffer, bytes.byteOffset, bytes.length));
    const fields = reader.getFileData();
    if (fields.error === undefined) return { reader, fields };
  } catch {
    // Said below.
  }
  throw new Unreadable({ code: 'damaged', values: { what: 'Outlook message' } });
};

const filesOf = (reader: MsgReaderModule, { attachments = [] }: FieldsData): AttachedFile[] =>
  attachments.map((attachment, at): AttachedFile => {
    const isLetter = attachment.innerMsgContent === true;
    const name = attachment.fileName ?? attachment.name ?? attachment.fileNameShort ?? `attachment-${at + 1}`;
    const isPart = attachment.attachmentHidden === true || attachment.pidContentId !== undefined;
    try {
      const { content } = reader.getAttachment(at);
      return { name: isLetter && !/\.msg$/i.test(name) ? `${name}.msg` : name, bytes: new Uint8Array(content), isPart };
    } catch {
      return { name, bytes: new Uint8Array(0), isPart };
    }
  });

/** Reads a letter of Outlook ([MS-OXMSG]). Letters within it are files of their own. */
export const readMsg = (bytes: Uint8Array): FlowText => {
  const { reader, fields } = open(bytes);
  const html = htmlOf(fields);
  const text = fields.body ?? '';
  return writeMail({
    head: [
      ['From', person(fields.senderName, fields.senderSmtpAddress ?? fields.senderEmail)],
      ['To', recipients(fields, 'to')],
      ['Cc', recipients(fields, 'cc')],
      ['Date', fields.messageDeliveryTime ?? fields.clientSubmitTime ?? ''],
      ['Subject', fields.subject ?? ''],
    ],
    text: text === '' && html === '' ? rtfText(fields) : text,
    html,
    files: filesOf(reader, fields),
  });
};
