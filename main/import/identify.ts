import type { FileKind } from '../../shared/record.ts';
import { decodeText, findEncoding } from './decode-text.ts';
import { unzipParts } from './xml/unzip-parts.ts';
import { zipNames } from './zip/zip-names.ts';

/** What a file is by its content. `refusal` names, with its article, a known format that is not read here. */
export type Identified = { readonly kind: FileKind; readonly refusal?: string };

const is = (kind: FileKind): Identified => ({ kind });
const refuse = (refusal: string): Identified => ({ kind: 'unknown', refusal });

const ascii = (bytes: Uint8Array, start: number, end: number): string =>
  String.fromCharCode(...bytes.subarray(start, end));
const holds = (bytes: Uint8Array, text: string, within: number): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, within)).includes(text, 0, 'latin1');

const PICTURES: readonly (readonly [FileKind, RegExp])[] = [
  ['tiff', /^(II[*+]\0|MM\0[*+])/],
  ['jpeg', /^\xff\xd8\xff/],
  ['png', /^\x89PNG\r\n\x1a\n/],
  ['gif', /^GIF8[79]a/],
  ['bmp', /^BM[\s\S]{4}\0\0\0\0[\s\S]{4}[\x0c\x28\x34\x38\x40\x6c\x7c]\0\0\0/],
  ['heic', /^[\s\S]{4}ftyp(heic|heix|heim|heis|hevc|hevx|mif1|msf1|avif|avis)/],
];

const OTHERS: readonly (readonly [string, RegExp])[] = [
  ['a RAR archive', /^Rar!\x1a\x07/],
  ['a 7-Zip archive', /^7z\xbc\xaf\x27\x1c/],
  ['a gzip archive', /^\x1f\x8b\x08/],
  ['a program', /^(MZ|\x7fELF)/],
  ['a WordPerfect document', /^\xffWPC/],
  ['a JPEG 2000 picture', /^(\0\0\0\x0cjP {2}\r\n\x87\n|\xff\x4f\xff\x51)/],
  ['a JBIG2 picture', /^\x97JB2\r\n\x1a\n/],
  ['a WebP picture', /^RIFF[\s\S]{4}WEBP/],
  ['a recording', /^(RIFF[\s\S]{4}(WAVE|AVI )|ID3|OggS|[\s\S]{4}ftyp)/],
  ['a PostScript file', /^%!PS/],
  ['a drawing of Windows', /^(\xd7\xcd\xc6\x9a|\x01\0\0\0[\s\S]{36} EMF)/],
];

/** DICOM keeps 128 free bytes before its mark. */
const isDicom = (bytes: Uint8Array): boolean => ascii(bytes, 128, 132) === 'DICM';

/** What an OpenDocument file says that it is, wherever in the archive it says so. */
const openDocumentType = (bytes: Uint8Array): string => {
  try {
    const parts = unzipParts(
      bytes,
      (name) => name === 'mimetype' || name === 'META-INF/manifest.xml',
      'OpenDocument file',
    );
    return parts.xml('mimetype') + parts.xml('META-INF/manifest.xml');
  } catch {
    return '';
  }
};

const inZip = (bytes: Uint8Array): Identified => {
  const names = zipNames(bytes).map((name) => name.replaceAll('\\', '/'));
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (has(/^word\/document\w*\.xml$/i) || (has(/^\[Content_Types\]\.xml$/i) && has(/^word\//i))) return is('docx');
  if (has(/^\[Content_Types\]\.xml$/i)) {
    if (has(/^xl\/workbook\.xml$/i)) return is('xlsx');
    if (has(/^ppt\/presentation\.xml$/i)) return is('pptx');
    if (has(/^xl\//)) return refuse('an Excel workbook');
    if (has(/^ppt\//)) return refuse('a PowerPoint presentation');
    return has(/document\w*\.xml$/i) ? is('docx') : refuse('an Office file of another kind');
  }
  if (has(/^META-INF\/container\.xml$/) && has(/^mimetype$/)) return refuse('an electronic book');
  if (has(/^content\.xml$/) && has(/^(mimetype|META-INF\/manifest\.xml)$/)) {
    return /opendocument\.text|sun\.xml\.writer/.test(openDocumentType(bytes))
      ? is('odt')
      : refuse('an OpenDocument file of another kind');
  }
  return is('zip');
};

/** Names of streams as a compound file keeps them; some writers do not keep to the case. */
const spellings = (name: string): Buffer[] =>
  [name, name.toLowerCase(), name.toUpperCase()].map((spelling) => Buffer.from(spelling, 'utf16le'));
/** The class of a letter ([MS-OXMSG] 2.4), as the root of its compound file names it ([MS-CFB] 2.6.1). */
const LETTER_CLASS = Buffer.from('0b0d020000000000c000000000000046', 'hex');
const isLetterOfOutlook = (whole: Buffer): boolean => {
  if (whole.length < 512) return false;
  const sector = 2 ** Math.min(12, whole.readUInt16LE(30));
  const root = (whole.readUInt32LE(48) + 1) * sector;
  return whole.subarray(root + 80, root + 96).equals(LETTER_CLASS);
};

const inOle = (bytes: Uint8Array): Identified => {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const has = (entry: string): boolean => spellings(entry).some((spelling) => whole.includes(spelling));
  // The files of a letter lie in it as they are, a Word document with its own names too.
  if (isLetterOfOutlook(whole)) return is('msg');
  if (has('EncryptedPackage')) return { kind: 'docx' };
  if (has('WordDocument')) return is('doc');
  if (has('Workbook') || has('Book')) return refuse('an Excel workbook');
  if (has('PowerPoint Document')) return refuse('a PowerPoint presentation');
  return has('__properties_version1.0') ? is('msg') : refuse('an Office file of another kind');
};

const looksLikeText = (text: string): boolean => {
  const odd = text.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd\uffff]/g)?.length ?? 0;
  return text.trim() !== '' && odd <= text.length * 0.02;
};

const HTML_TAG =
  /^(?:<\?xml[^>]*>)?\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|link|base|div|p|table|h[1-6]|center|font|span|pre|style|script|b|i|u|a|br|hr|ul|ol|dl|section|article|main|form)\b/i;

/** Lines that a letter has on its way, and no page that was saved. */
const SENT = /^(?:to|cc|bcc|received|message-id|delivered-to|return-path|reply-to):/im;

/**
 * A letter by mail, or a page that was saved with its pictures in one file, which looks like one (MHTML, RFC 2557). A
 * memo that merely begins with such lines has none of those that a machine writes.
 */
const inMail = (start: string): Identified | undefined => {
  const head = /^(?:From [^\n]*\r?\n)?(?:[A-Za-z][\w-]*:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)+/.exec(start)?.[0] ?? '';
  if (!/^(?:mime-version|message-id|received):/im.test(head)) return undefined;
  if (SENT.test(head)) return is('eml');
  if (
    /^content-type:\s*multipart\/related/im.test(head) &&
    /^content-type:\s*(text\/html|application\/xhtml)/im.test(start.slice(head.length))
  )
    return is('html');
  if (/^content-type:\s*text\/html/im.test(head)) return is('html');
  return /^content-type:\s*multipart\//im.test(head) ? is('eml') : undefined;
};

const inText = (bytes: Uint8Array): Identified => {
  const encoding = findEncoding(bytes);
  const start = decodeText(bytes.subarray(0, 65_536), encoding);
  if (!looksLikeText(start)) return is('unknown');
  if (/<(?:\w+:)?ClinicalDocument\b/.test(start)) return is('ccda');
  if (/<w:wordDocument\b/.test(start) || (/<pkg:package\b/.test(start) && start.includes('word/'))) return is('docx');
  if (/<(?:\w+:)?document\b[^>]*opendocument\.text/.test(start)) return is('odt');
  const mail = inMail(start.trimStart());
  if (mail !== undefined) return mail;
  if (HTML_TAG.test(start.trimStart()) || (/<html\b/i.test(start) && /<body\b/i.test(start))) return is('html');
  return /^\s*<\?xml\b/.test(start) ? refuse('an XML file of another kind') : is('txt');
};

/** Finds the format by content alone; the name never counts. */
export const identify = (bytes: Uint8Array): Identified => {
  const start = ascii(bytes, 0, 64);
  // A ZIP first: the mark of a PDF in it may stand as near to the start as one behind a PDF's odd first bytes.
  if (/^PK(\x03\x04|\x05\x06|\x07\x08)/.test(start)) return inZip(bytes);
  if (holds(bytes, '%PDF-', 1024)) return is('pdf');
  if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return inOle(bytes);
  if (/^(\xef\xbb\xbf)?\s*\{\\rtf/.test(start)) return is('rtf');
  // Word 2 wrote its documents without a container around them.
  if (start.startsWith('\xdb\xa5')) return is('doc');
  const picture = PICTURES.find(([, pattern]) => pattern.test(start));
  if (picture !== undefined) return is(picture[0]);
  const other = OTHERS.find(([, pattern]) => pattern.test(start));
  if (other !== undefined) return refuse(other[0]);
  return isDicom(bytes) ? refuse('a DICOM picture') : inText(bytes);
};
