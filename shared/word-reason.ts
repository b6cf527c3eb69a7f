import type { NamedFile, PlainReason, Reason, ReasonAs, ReasonCode, ReasonValues } from './reason.ts';

const AGAIN = 'Ask the sender for another copy and add it again.';
const SINGLY = 'Ask the sender for the files by themselves.';

const megabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000).toLocaleString('en-US')} MB`;
/** Of a file on a disk, as file managers count. */
const mebibytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024).toLocaleString('en-US')} MB`;

const sizeInWords = (bytes: number): string =>
  bytes < 1000 ? `${String(bytes)} bytes` : `${Math.round(bytes / 1000).toLocaleString('en-US')} kB`;
const filesByName = (files: readonly NamedFile[]): string =>
  files.map(({ name, size }) => `${name} (${sizeInWords(size)})`).join(', ');

/** A sentence, or what makes one of the values. */
type Words = {
  readonly [Code in ReasonCode]: ReasonAs<Code> extends { readonly values: unknown }
    ? (values: ReasonValues<Code>) => string
    : string;
};

/** The sentence of every reason: what became of the file, and what to do. Never a word of the file. */
const WORDS: Words = {
  'empty-file': `The file is empty. ${AGAIN}`,
  'unknown-format': 'The format of this file is not known. Ask the sender for it as PDF, Word, text or a scan.',
  'unsupported-format': ({ what }) =>
    `This is ${what}, which is not read here. Ask the sender for it as PDF and add that.`,
  damaged: ({ what }) => `This ${what} is damaged and none of it can be read. ${AGAIN}`,
  'odd-picture': `This picture is damaged or stored in a way that is not known here, and none of it can be read. ${AGAIN}`,
  'odd-heic': 'This photo (HEIC) is damaged or of a kind that cannot be opened here. Save it as JPEG and add that.',
  'needs-password': 'The file is protected with a password. Give its password, or ask the sender for an open copy.',
  'wrong-password': 'The password does not open this file. Check it with the sender and try again.',
  'unknown-protection': 'The file is protected in a way that cannot be opened here. Ask the sender for an open copy.',
  'nested-too-deep': `This file is nested too deep to be a real document and was not read. ${AGAIN}`,
  'own-entities':
    'This file defines abbreviations of its own (XML entities), which are not expanded for safety. Ask the sender for it as PDF and add that.',
  'no-text': 'No text was found in this file. Open it where it was made, or ask the sender for it as PDF.',
  'no-pages': `The file has no pages. ${AGAIN}`,
  'too-many-pages': ({ most }) => `The file has more than ${String(most)} pages. Split it and add the parts.`,
  'too-many-pixels': ({ width, height }) =>
    `The picture of ${String(width)} by ${String(height)} pixels is too large to be read. Ask the sender for it at 300 dots an inch.`,
  'too-slow': 'Reading this file took too long and was stopped. Ask the sender for it as a plain PDF and add that.',
  'too-much-memory':
    'Reading this file took too much memory and was stopped. Split it, or ask the sender for a smaller copy.',
  'grows-too-large':
    'Opened, this file grows to many times its size, as no record does; it was not read. Ask the sender for it as PDF and add that.',
  'reader-failed': `Reading this file failed. ${AGAIN}`,
  'page-unreadable': 'This page could not be read. Open the original and read it by eye.',
  'page-not-recognised': 'The words of this page could not be recognised. Read it by eye.',
  'page-not-drawn': 'This page cannot be drawn. Open the original file to see it.',

  'partly-damaged': 'The document is damaged; some of its text may be missing. Compare it with the original.',
  'damaged-pdf': 'This PDF is damaged; what could be found of it is shown. Compare it with the original.',
  'tracked-changes': ({ deletions }) =>
    `The document has tracked changes: deleted text (${String(deletions)} places) is left out, inserted text is shown.`,
  'several-photos': ({ photos }) => `This file holds ${String(photos)} photos; each of them is a page.`,
  'pages-not-found': ({ read, promised }) =>
    `The list of pages in this file is damaged: ${String(read)}${promised === null ? '' : ` of ${String(promised)}`} ${promised === null && read === 1 ? 'page was' : 'pages were'} found and read, and others may be missing. ${AGAIN}`,
  'file-inside-not-shown':
    'The document holds a file of another kind inside, which is not shown here. Open the original to see it.',
  'pages-inside-not-shown':
    'The page shows other documents inside itself, which are not part of this file. Ask the sender for it as PDF to see them.',
  'text-elsewhere':
    'The document refers to another file that holds its text, which is not part of this file. Ask the sender for that file and add it.',
  'built-form':
    'The form in this PDF is built when it is opened (XFA) and cannot be shown here; the values that it holds are given as text. Ask the sender for it printed to PDF.',
  'picture-inside-not-shown':
    'The document has a picture of a kind that is not shown here (a drawing of Windows). Open the original to see it.',
  'hidden-sheets': 'This workbook has hidden sheets, which are left out. Open the original to see them.',
  'too-many-cells':
    'This workbook has more cells than are read here; the rest is left out. Open the original to see them.',
  'enclosed-not-read': ({ files }) =>
    `Enclosed and not read here: ${filesByName(files)}. Import the file into a case to read them.`,
  'timeline-unread':
    'Imported, not read for the timeline: its dates and events could not be read in time. The pages are whole; try it again.',

  'no-template': 'The template is no Word file (DOCX); save it as one and choose it again.',
  'template-cleaned':
    'Macros, comments, links to other files and other parts that a cover page does not need were left out of the template.',

  'files-inside': ({ files }) => `${files.toLocaleString('en-US')} ${files === 1 ? 'file' : 'files'}.`,
  'no-files-inside': 'This archive holds no files.',
  'contents-searched':
    'The list of contents of this archive is damaged; its files were found by searching, and some may be missing.',
  'empty-folder': 'This folder holds no files.',
  'system-file': 'An operating system left this file here; it holds no record.',
  'letter-decoration': 'This is a small picture of the letter itself, such as a logo; it holds no record.',
  'link-inside': 'This is a link to another file, not a file.',
  'needs-password-inside':
    'This file is protected with a password. Try it again with the password, or ask the sender for an open copy.',
  'odd-packing': ({ method }) =>
    `This file is packed in a way that is not read here (${method}). Ask the sender for an archive made in the usual way.`,
  'damaged-inside':
    'This file is damaged inside its archive and cannot be taken out. Ask the sender for another copy and add it.',
  'unpacks-too-large': ({ size, most }) =>
    `This file has ${megabytes(size)} when it is unpacked; the limit is ${megabytes(most)}. Ask the sender for it in parts.`,
  'unpacks-too-dense': ({ size }) =>
    `This file would grow to ${megabytes(size)} when it is unpacked, far more than a record can. It was not taken out. ${SINGLY}`,
  'archive-too-dense': ({ size }) =>
    `This archive would grow to ${megabytes(size)} when it is unpacked, far more than records can. It was not opened. ${SINGLY}`,
  'archive-too-large': ({ most }) =>
    `This archive unpacks to more than ${megabytes(most)}. Split it and add the parts.`,
  'too-many-files': ({ most }) =>
    `This archive holds more than ${most.toLocaleString('en-US')} files. Split it and add the parts.`,
  'archives-too-deep': ({ most }) =>
    `This archive lies in more than ${String(most)} others. Take it out and add it by itself.`,
  'archive-gone': 'The archive of this file is no longer there; import it again.',

  'same-file': 'The same file is in the case already; it was not added again.',
  'same-archive': 'The same archive was opened already; its files were not added again.',
  'disk-full': 'The disk is full; free some space and import this file again.',
  'never-copied': 'IMR Desk was stopped before this file was copied; give it again.',
  'pages-missing': 'Pages of this file were lost while it was read; import it again.',
  'import-stopped': 'The import was stopped before this file was read; give it again to add it.',
  'internal-error': 'Something went wrong inside IMR Desk while this file was read; nothing of it was added.',
  link: 'This is a link; give what it leads to if it is needed.',
  'no-regular-file': 'This is no file but a pipe, a socket or a device; it holds no record.',
  'no-readable-file': 'This is no file that can be read; check what it is.',
  'locked-folder': 'This folder cannot be opened; check that you may read it, and import it again.',
  'odd-name': 'The name of this file cannot be read here; rename it and import it again.',
  'file-too-large': ({ size, most }) =>
    `This file has ${mebibytes(size)}; the limit is ${mebibytes(most)}. Split it and import the parts.`,
  'no-such-file': ({ name }) => `There is no file or folder ${name}; check its path.`,
  'may-not-be-read': ({ name }) => `${name} cannot be opened; check that you may read it.`,
  'cannot-be-opened': ({ name }) => `${name} cannot be opened; check that it is there and that you may read it.`,
  'changed-while-read': 'This file changed while it was read; import it again when it is finished.',
  'in-words': ({ sentence }) => sentence,
};

const wordPlain = (reason: PlainReason): string => {
  const words: string | ((values: never) => string) = WORDS[reason.code];
  return typeof words === 'string' ? words : words(('values' in reason ? reason.values : {}) as never);
};

/** The reason in one sentence or two: why, and what to do. */
export const wordReason = (reason: Reason): string => {
  switch (reason.code) {
    case 'part-not-shown':
      return `A part that the document holds inside is not shown. ${wordPlain(reason.values.because)}`;
    case 'enclosed-not-entered':
      return `${wordPlain(reason.values.because)} It holds ${filesByName(reason.values.files)}.`;
    default:
      return wordPlain(reason);
  }
};
