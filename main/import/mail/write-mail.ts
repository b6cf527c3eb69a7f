import { parse } from 'parse5';
import type { AttachedFile, FlowText } from '../flow/flow-document.ts';
import type { FlowPage } from '../flow/flow-builder.ts';
import { createFlowBuilder } from '../flow/flow-builder.ts';
import { addLines } from '../flow/add-lines.ts';
import { dataPictures } from '../html/data-pictures.ts';
import { writeHtml } from '../html/write-html.ts';

/** A letter by mail: its head as lines of name and value, its body in one of two forms or both, and its files. */
export type Mail = {
  readonly head: readonly (readonly [name: string, value: string])[];
  readonly text: string;
  readonly html: string;
  readonly files: readonly AttachedFile[];
};

const sizeInWords = (bytes: number): string =>
  bytes < 1000 ? `${bytes} bytes` : `${Math.round(bytes / 1000).toLocaleString('en-US')} kB`;

/** A plain body that has less than this share of the letters of the formatted one is no copy of it. */
const COPY = 0.5;

const lettersIn = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** The body as its page shows it. */
const formatted = (html: string): FlowPage[] => {
  const builder = createFlowBuilder();
  writeHtml(parse(html, { scriptingEnabled: false }), builder);
  return builder.finish();
};

/** A letter as a page of running text: its head, its body, and the names of its files, which are files of their own. */
export const writeMail = (mail: Mail): FlowText => {
  const builder = createFlowBuilder();
  for (const [name, value] of mail.head) if (value.trim() !== '') addLines(builder, `${name}: ${value.trim()}`);
  const letters = mail.html === '' ? 0 : formatted(mail.html).reduce((sum, { text }) => sum + lettersIn(text), 0);
  if (lettersIn(mail.text) < letters * COPY) writeHtml(parse(mail.html, { scriptingEnabled: false }), builder);
  else addLines(builder, mail.text);
  for (const { name, bytes } of mail.files) addLines(builder, `Attachment: ${name} (${sizeInWords(bytes.length)})`);
  return {
    pages: builder.finish(),
    reasons: [],
    attached: mail.files,
    enclosed: mail.html === '' ? [] : dataPictures(parse(mail.html, { scriptingEnabled: false })),
  };
};
