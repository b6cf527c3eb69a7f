import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { cleanText } from './clean-text.ts';
import { EMPTY_CORE, sealDocx } from './docx/seal-docx.ts';

/** A filled template, and a sentence for each field in it that does not exist. */
export type FilledTemplate = { readonly bytes: Uint8Array; readonly messages: readonly string[] };

/** Parts that can hold fields. */
const TEXT_PART = /^word\/(?:document|header\d*|footer\d*)\.xml$/u;
/** A template unpacks to a few megabytes at most; more is no template. */
const LARGEST_PART = 50_000_000;
const EMPTY_APP =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>';
const EMPTY_CUSTOM =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>';

const NO_WORD_FILE = 'The template is no Word file (DOCX); save it as one and choose it again.';

/** An empty paragraph, the beginning of one, its end, or a stretch of its text. */
const MARKUP =
  /<w:p(?:\s[^>]*)?\/>|(?<begin><w:p(?:\s[^>]*)?>)|(?<end><\/w:p>)|(?<open><w:t(?:\s[^>]*)?>)(?<words>[^<]*)(?<close><\/w:t>)/gu;
/** A name may have blanks in it: what an organisation calls its fields is its own affair. */
const FIELD = /\{\s*([^{}]{1,60}?)\s*\}/gu;

const codePoint = (digits: string, radix: number): string => {
  const code = parseInt(digits, radix);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
};
const decode = (xml: string): string =>
  xml
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&quot;/gu, '"')
    .replace(/&apos;/gu, "'")
    .replace(/&#x([\da-f]{1,6});/giu, (_, digits: string) => codePoint(digits, 16))
    .replace(/&#(\d{1,7});/gu, (_, digits: string) => codePoint(digits, 10))
    .replace(/&amp;/gu, '&');
const encode = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');

/** A stretch of a paragraph's text: where it stands in the part and in the paragraph, and its markup. */
type Piece = {
  readonly at: number;
  readonly start: number;
  readonly text: string;
  readonly open: string;
  readonly close: string;
};

/** The pieces of every paragraph; one in a text box within another is a paragraph of its own. */
const paragraphsOf = (xml: string): Piece[][] => {
  const all: Piece[][] = [];
  const around: Piece[][] = [];
  for (const { index, groups: { begin, end, open, words = '', close = '' } = {} } of xml.matchAll(MARKUP)) {
    if (begin !== undefined) {
      all.push([]);
      around.push(all.at(-1) ?? []);
    } else if (end !== undefined) around.pop();
    else if (open !== undefined) {
      const pieces = around.at(-1);
      const last = pieces?.at(-1);
      pieces?.push({
        at: index,
        start: last === undefined ? 0 : last.start + last.text.length,
        text: decode(words),
        open,
        close,
      });
    }
  }
  return all;
};

const textOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

/**
 * The pieces with every known field replaced: its value goes into the piece where the field begins, the rest of it is
 * cut.
 */
const fillPieces = (pieces: readonly Piece[], values: Readonly<Record<string, string>>): string[] => {
  const fields = [...textOf(pieces).matchAll(FIELD)].filter(([, name = '']) => Object.hasOwn(values, name));
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

/** The changed pieces of a paragraph, by their place. */
const fillParagraph = (
  pieces: readonly Piece[],
  values: Readonly<Record<string, string>>,
): (readonly [at: number, xml: string])[] =>
  fillPieces(pieces, values).flatMap((text, index) => {
    const piece = pieces[index];
    if (piece === undefined || text === piece.text) return [];
    const { at, open, close } = piece;
    return [
      [
        at,
        `${open.includes('xml:space') ? open : open.replace(/>$/u, ' xml:space="preserve">')}${encode(text)}${close}`,
      ] as const,
    ];
  });

const fillXml = (xml: string, values: Readonly<Record<string, string>>): string => {
  const changed = new Map(paragraphsOf(xml).flatMap((pieces) => fillParagraph(pieces, values)));
  return xml.replace(
    MARKUP,
    (whole, ...details) => changed.get(details.find((detail) => typeof detail === 'number') ?? -1) ?? whole,
  );
};

const fieldsOfXml = (xml: string): string[] =>
  paragraphsOf(xml).flatMap((pieces) => [...textOf(pieces).matchAll(FIELD)].map(([, name = '']) => name));

const unpack = (template: Uint8Array): Record<string, Uint8Array> => {
  try {
    return unzipSync(template, { filter: ({ originalSize }) => originalSize <= LARGEST_PART });
  } catch {
    throw new Error(NO_WORD_FILE);
  }
};

type Template = {
  readonly parts: Readonly<Record<string, Uint8Array>>;
  readonly texts: Readonly<Record<string, string>>;
};

const openTemplate = (template: Uint8Array): Template => {
  const parts = unpack(template);
  if (parts['word/document.xml'] === undefined) throw new Error(NO_WORD_FILE);
  return {
    parts,
    texts: Object.fromEntries(
      Object.entries(parts)
        .filter(([name]) => TEXT_PART.test(name))
        .map(([name, bytes]) => [name, strFromU8(bytes)]),
    ),
  };
};

/** The names of a template's `{fields}`, each once; throws a sentence for a file that is no Word file. */
export const templateFields = (template: Uint8Array): string[] => [
  ...new Set(Object.values(openTemplate(template).texts).flatMap(fieldsOfXml)),
];

/**
 * An organisation's cover page: the Word template with its `{fields}` filled, however Word has cut them into runs, and
 * its metadata emptied. Throws a sentence for a file that is no Word file; fields that do not exist stay and are named.
 */
export const fillTemplate = (template: Uint8Array, values: Readonly<Record<string, string>>): FilledTemplate => {
  const clean = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, cleanText(value)]));
  const { parts, texts } = openTemplate(template);
  const unknown = [...new Set(Object.values(texts).flatMap(fieldsOfXml))].filter((name) => !Object.hasOwn(clean, name));
  const filled = Object.fromEntries(Object.entries(texts).map(([name, xml]) => [name, strToU8(fillXml(xml, clean))]));
  const emptied = {
    [EMPTY_CORE.path]: EMPTY_CORE.data,
    'docProps/app.xml': EMPTY_APP,
    'docProps/custom.xml': EMPTY_CUSTOM,
  };
  const metadata = Object.fromEntries(
    Object.entries(emptied)
      .filter(([name]) => parts[name] !== undefined)
      .map(([name, xml]) => [name, strToU8(xml)]),
  );
  return {
    bytes: sealDocx(zipSync({ ...parts, ...filled, ...metadata })),
    messages: unknown.map((name) => `The template's field "{${name}}" does not exist; it was left as it stands.`),
  };
};
