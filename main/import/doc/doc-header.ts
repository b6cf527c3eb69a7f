import { Unreadable } from '../unreadable.ts';
import type { ByteView } from './byte-view.ts';

/** The generations of the format: Word for Windows 2, Word 6 and 95, Word 97 to 2003. */
export type DocVersion = 2 | 6 | 8;

/** The parts of the text, in the order in which they stand behind each other. */
const STORIES = ['body', 'footnotes', 'headers', 'macros', 'comments', 'endnotes', 'boxes', 'headerBoxes'] as const;
export type StoryName = (typeof STORIES)[number];
/** Positions count characters through all of the text; the end is exclusive. */
export type Range = { readonly start: number; readonly end: number };

/** Structures that the header points to, by their place in its table ([MS-DOC] 2.5.6). */
const TABLES = {
  styles: 1,
  footnoteRefs: 2,
  footnoteTexts: 3,
  commentRefs: 4,
  commentTexts: 5,
  sections: 6,
  headers: 11,
  characterRuns: 12,
  paragraphRuns: 13,
  fonts: 15,
  pieces: 33,
  shapes: 40,
  endnoteRefs: 46,
  endnoteTexts: 47,
  boxTexts: 56,
  headerBoxTexts: 58,
  lists: 73,
  listOverrides: 74,
} as const;
export type TableName = keyof typeof TABLES;

export type DocHeader = {
  readonly version: DocVersion;
  /** East Asian editions of Word 95 have operands of their own. */
  readonly isEastAsian: boolean;
  /** Text is UTF-16; else it is in the code pages of its fonts. East Asian editions of Word 95 had it already. */
  readonly isUnicode: boolean;
  readonly language: number;
  readonly isMac: boolean;
  /** Name of the stream with the tables; null when they stand in the document's own. */
  readonly tableStream: '0Table' | '1Table' | null;
  readonly textStart: number;
  readonly textEnd: number;
  readonly stories: Readonly<Record<StoryName, Range>>;
  readonly table: (name: TableName) => { readonly at: number; readonly size: number };
  /** First page and number of pages of the runs where their table is cut short, as Word 6 does. */
  readonly characterPages: readonly [first: number, count: number];
  readonly paragraphPages: readonly [first: number, count: number];
};

const ENCRYPTED = 0x0100;
const EXTENDED_CHARACTERS = 0x1000;

const versionOf = (header: ByteView): DocVersion => {
  const mark = header.u16(0);
  if (mark === 0xa5ec || (mark === 0xa5dc && header.u16(2) >= 106)) return 8;
  if (mark === 0xa5dc || (mark >= 0xa697 && mark <= 0xa699)) return 6;
  if (mark === 0xa5db) return 2;
  throw new Unreadable({ code: 'damaged', values: { what: 'Word document' } });
};

const readStories = (header: ByteView, version: DocVersion): Readonly<Record<StoryName, Range>> => {
  const base = version === 8 ? 0x4c : 0x34;
  let at = 0;
  return Object.fromEntries(
    STORIES.map((name, index) => {
      // Word 2 has no text boxes, and its endnotes are footnotes.
      const length = version === 2 && index > 4 ? 0 : Math.max(0, header.i32(base + 4 * index));
      const range = { start: at, end: at + length };
      at += length;
      return [name, range];
    }),
  ) as Record<StoryName, Range>;
};

const tableReader =
  (header: ByteView, version: DocVersion) =>
  (name: TableName): { readonly at: number; readonly size: number } => {
    const index = TABLES[name];
    if (version === 8) return { at: header.u32(0x9a + 8 * index), size: header.u32(0x9e + 8 * index) };
    if (version === 2)
      return index > 37 ? { at: 0, size: 0 } : { at: header.u32(0x58 + 6 * index), size: header.u16(0x5c + 6 * index) };
    if (index > 60) return { at: 0, size: 0 };
    const at = 0x58 + 8 * index + (index > 37 ? 10 : 0);
    return { at: header.u32(at), size: header.u32(at + 4) };
  };

/**
 * Reads the file information block ([MS-DOC] 2.5; Word 6 and 2 after their own). Throws {@link Unreadable} for an
 * encrypted or unknown one.
 */
export const readDocHeader = (header: ByteView): DocHeader => {
  const version = versionOf(header);
  const flags = header.u16(10);
  if ((flags & ENCRYPTED) !== 0) throw new Unreadable({ code: 'needs-password' });
  const pages = version === 6 ? 0x18a : 0x13e;
  const oldPages = (offset: number): readonly [number, number] =>
    version === 8 ? [0, 0] : [header.u16(pages + offset), header.u16(pages + 4 + offset)];
  return {
    version,
    isEastAsian: header.u16(0) !== 0xa5dc,
    isUnicode: version === 8 || (version === 6 && (flags & EXTENDED_CHARACTERS) !== 0),
    language: header.u16(6),
    isMac: version !== 8 && header.u16(0x14) === 0x100,
    tableStream: version === 8 ? ((flags & 0x0200) === 0 ? '0Table' : '1Table') : null,
    textStart: header.u32(0x18),
    textEnd: header.u32(0x1c),
    stories: readStories(header, version),
    table: tableReader(header, version),
    characterPages: oldPages(0),
    paragraphPages: oldPages(2),
  };
};
