import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { cleanText } from './clean-text.ts';
import { EMPTY_CORE, sealDocx } from './docx/seal-docx.ts';

/** A filled template, and a sentence for each field in it that does not exist. */
export type FilledTemplate = { readonly bytes: Uint8Array; readonly messages: readonly string[] };

/** Parts that can hold fields. */
const TEXT_PART = /^word\/(?:document|header\d*|footer\d*)\.xml$/u;
/** A template unpacks to a few megabytes at most; more is no template. */
const LARGEST_PART = 50_000_000;
const EMPTY_APP = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>';
const EMPTY_CUSTOM = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>';

const NO_WORD_FILE = 'The template is no Word file (DOCX); save it as one and choose it again.';

const PARAGRAPH = /<w:p(?:\s[^>]*)?>(?:(?!<w:p[\s>])[\s\S])*?<\/w:p>/gu;
const TEXT = /(<w:t(?:\s[^>]*)?>)([^<]*)(<\/w:t>)/gu;
const FIELD = /\{(\w+)\}/gu;

const decode = (xml: string): string => xml.replace(/&lt;/gu, '<').replace(/&gt;/gu, '>').replace(/&quot;/gu, '"').replace(/&apos;/gu, "'").replace(/&amp;/gu, '&');
const encode = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');

type Piece = { readonly text: string; readonly start: number };

/** The pieces with every known field replaced: its value goes into the piece where the field begins, the rest of it is cut. */
const fillPieces = (pieces: readonly Piece[], values: Readonly<Record<string, string>>): string[] => {
  const whole = pieces.map(({ text }) => text).join('');
  const fields = [...whole.matchAll(FIELD)].filter(([, name = '']) => Object.hasOwn(values, name));
  return pieces.map(({ text, start }) => {
    const end = start + text.length;
    let [filled, at] = ['', start];
    for (const field of fields) {
      const [from, to] = [field.index, field.index + field[0].length];
      if (to <= start || from >= end) continue;
      filled += text.slice(at - start, Math.max(at, from) - start);
      if (from >= start) filled += values[field[1] ?? ''] ?? '';
      at = Math.min(to, end);
    }
    return filled + text.slice(at - start);
  });
};

const fillParagraph = (values: Readonly<Record<string, string>>) => (paragraph: string): string => {
  let length = 0;
  const pieces = [...paragraph.matchAll(TEXT)].map((match): Piece => {
    const piece = { text: decode(match[2] ?? ''), start: length };
    length += piece.text.length;
    return piece;
  });
  const filled = fillPieces(pieces, values);
  let index = -1;
  return paragraph.replace(TEXT, (whole, open: string, _, close: string) => {
    index += 1;
    const text = filled[index] ?? '';
    return text === pieces[index]?.text ? whole : `${open.includes('xml:space') ? open : open.replace(/>$/u, ' xml:space="preserve">')}${encode(text)}${close}`;
  });
};

const textOf = (paragraph: string): string => [...paragraph.matchAll(TEXT)].map((match) => decode(match[2] ?? '')).join('');

const fieldsOfXml = (xml: string): string[] => [...xml.matchAll(PARAGRAPH)].flatMap(([paragraph]) => [...textOf(paragraph).matchAll(FIELD)].map(([, name = '']) => name));

const unpack = (template: Uint8Array): Record<string, Uint8Array> => {
  try {
    return unzipSync(template, { filter: ({ originalSize }) => originalSize <= LARGEST_PART });
  } catch {
    throw new Error(NO_WORD_FILE);
  }
};

type Template = { readonly parts: Readonly<Record<string, Uint8Array>>; readonly texts: Readonly<Record<string, string>> };

const openTemplate = (template: Uint8Array): Template => {
  const parts = unpack(template);
  if (parts['word/document.xml'] === undefined) throw new Error(NO_WORD_FILE);
  return { parts, texts: Object.fromEntries(Object.entries(parts).filter(([name]) => TEXT_PART.test(name)).map(([name, bytes]) => [name, strFromU8(bytes)])) };
};

/** The names of a template's `{fields}`, each once; throws a sentence for a file that is no Word file. */
export const templateFields = (template: Uint8Array): string[] => [...new Set(Object.values(openTemplate(template).texts).flatMap(fieldsOfXml))];

/**
 * An organisation's cover page: the Word template with its `{fields}` filled, however Word has cut them into runs, and its
 * metadata emptied. Throws a sentence for a file that is no Word file; fields that do not exist stay and are named.
 */
export const fillTemplate = (template: Uint8Array, values: Readonly<Record<string, string>>): FilledTemplate => {
  const clean = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, cleanText(value)]));
  const { parts, texts } = openTemplate(template);
  const unknown = [...new Set(Object.values(texts).flatMap(fieldsOfXml))].filter((name) => !Object.hasOwn(clean, name));
  const filled = Object.fromEntries(Object.entries(texts).map(([name, xml]) => [name, strToU8(xml.replace(PARAGRAPH, fillParagraph(clean)))]));
  const emptied = { [EMPTY_CORE.path]: EMPTY_CORE.data, 'docProps/app.xml': EMPTY_APP, 'docProps/custom.xml': EMPTY_CUSTOM };
  const metadata = Object.fromEntries(Object.entries(emptied).filter(([name]) => parts[name] !== undefined).map(([name, xml]) => [name, strToU8(xml)]));
  return {
    bytes: sealDocx(zipSync({ ...parts, ...filled, ...metadata })),
    messages: unknown.map((name) => `The template's field "{${name}}" does not exist; it was left as it stands.`),
  };
};
