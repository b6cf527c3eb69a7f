import { makeCompoundFile } from './make-compound-file.ts';

/** Properties as bytes, as the version writes them: two bytes of number in Word 97, one before. */
type DocRun = { readonly text: string; readonly sprms?: readonly number[] };
export type DocParagraph = {
  readonly runs: readonly (string | DocRun)[];
  readonly mark?: string;
  readonly style?: number;
  readonly sprms?: readonly number[];
};
type DocStyleSheet = readonly {
  readonly builtIn: number;
  readonly base?: number;
  readonly name: string;
  readonly paragraph?: readonly number[];
  readonly character?: readonly number[];
}[];
export type DocParts = {
  readonly body: readonly DocParagraph[];
  /** Their marks are the characters U+0002 of the body. */
  readonly footnotes?: readonly (readonly DocParagraph[])[];
  /**
   * Six separators of notes, then six a section: headers of even and odd pages, footers of both, header and footer of
   * the first.
   */
  readonly headers?: readonly (readonly DocParagraph[])[];
  readonly comments?: readonly (readonly DocParagraph[])[];
  /** They hang on the characters U+0008 of the body. */
  readonly boxes?: readonly (readonly DocParagraph[])[];
  /**
   * How each section begins: 0 goes on, 2 on a new page. They end at the characters U+000C that are the first of their
   * paragraph.
   */
  readonly sections?: readonly number[];
  readonly styles?: DocStyleSheet;
  readonly lists?: readonly { readonly format: number; readonly text: string; readonly start: number }[];
};
export type DocOptions = {
  readonly version?: 6 | 8;
  readonly isNarrow?: boolean;
  readonly flags?: number;
  readonly language?: number;
  readonly charsets?: readonly number[];
};

type Laid = { readonly start: number; readonly end: number };
type Pages = { readonly pages: Buffer; readonly starts: readonly number[] };

const u16 = (...values: readonly number[]): Buffer => Buffer.from(Uint16Array.from(values).buffer);
const u32 = (...values: readonly number[]): Buffer => Buffer.from(Uint32Array.from(values).buffer);
const one = (run: string | DocRun): DocRun => (typeof run === 'string' ? { text: run } : run);

/** Formatted disk pages ([MS-DOC] 2.9.33, 2.9.173) of a few entries each. */
const formattedPages = (entries: readonly (Laid & { readonly bytes: Buffer })[], entrySize: number): Pages => {
  const starts: number[] = [];
  const pages: Buffer[] = [];
  for (let from = 0; from < entries.length; from += 10) {
    const some = entries.slice(from, from + 10);
    const page = Buffer.alloc(512);
    some.forEach(({ start, end, bytes }, index) => {
      page.writeUInt32LE(start, index * 4);
      page.writeUInt32LE(end, index * 4 + 4);
      const at = 510 - (index + 1) * 36;
      if (bytes.length > 0) page.writeUInt8(at / 2, (some.length + 1) * 4 + index * entrySize);
      bytes.copy(page, at);
    });
    page.writeUInt8(some.length, 511);
    starts.push(some[0]!.start);
    pages.push(page);
  }
  return { pages: Buffer.concat(pages), starts };
};

const styleSheet = (styles: DocStyleSheet, version: 6 | 8): Buffer => {
  const group = (bytes: Buffer): Buffer => Buffer.concat([u16(bytes.length), bytes, Buffer.alloc(bytes.length % 2)]);
  const records = styles.map(({ builtIn, base = 0xfff, name, paragraph = [], character = [] }) => {
    const title =
      version === 8
        ? Buffer.concat([u16(name.length), Buffer.from(`${name}\0`, 'utf16le')])
        : Buffer.concat([Buffer.from([name.length]), Buffer.from(`${name}\0`, 'latin1')]);
    const fixed = u16(builtIn, 1 | (base << 4), 2, 0, 0);
    const even = (fixed.length + title.length) % 2;
    const record = Buffer.concat([
      fixed,
      title,
      Buffer.alloc(even),
      group(Buffer.from([0, 0, ...paragraph])),
      group(Buffer.from(character)),
    ]);
    return Buffer.concat([u16(record.length), record]);
  });
  return Buffer.concat([u16(18), u16(styles.length, 10, 0, 0, 0, 0, 0, 0, 0), ...records]);
};

/** One list of the given levels, and one that takes part in it. */
const listTables = (
  levels: NonNullable<DocParts['lists']>,
): { readonly lists: Buffer; readonly levels: Buffer; readonly overrides: Buffer } => {
  const list = Buffer.alloc(28);
  list.writeInt32LE(77, 0);
  const filled = Array.from({ length: 9 }, (_, index) => levels[index] ?? { format: 255, text: '', start: 1 });
  const override = Buffer.alloc(16);
  override.writeInt32LE(77, 0);
  return {
    lists: Buffer.concat([u16(1), list]),
    levels: Buffer.concat(
      filled.map(({ format, text, start }) => {
        const level = Buffer.alloc(28);
        level.writeInt32LE(start, 0);
        level.writeUInt8(format, 4);
        return Buffer.concat([level, u16(text.length), Buffer.from(text, 'utf16le')]);
      }),
    ),
    overrides: Buffer.concat([u32(1), override, u32(0xffff_ffff)]),
  };
};

const INDEX = {
  styles: 1,
  footnoteRefs: 2,
  footnoteTexts: 3,
  commentTexts: 5,
  sections: 6,
  headers: 11,
  characterRuns: 12,
  paragraphRuns: 13,
  fonts: 15,
  pieces: 33,
  shapes: 40,
  boxTexts: 56,
  lists: 73,
  listOverrides: 74,
} as const;
const TEXT_AT = 0x800;

/**
 * A binary Word document ([MS-DOC]) of the given parts; Word 97 with its tables in a stream of their own, or Word 6
 * with all in one.
 */
export const makeDoc = (
  parts: DocParts,
  { version = 8, isNarrow = version === 6, flags = 0, language = 0x409, charsets = [0] }: DocOptions = {},
): Buffer => {
  const width = isNarrow ? 1 : 2;
  const texts: string[] = [];
  const characters: (Laid & { readonly bytes: Buffer })[] = [];
  const paragraphs: (Laid & { readonly bytes: Buffer })[] = [];
  let length = 0;
  const add = ({ runs, mark = '\r', style = 0, sprms = [] }: DocParagraph): void => {
    const from = length;
    for (const run of [...runs.map(one), { text: mark }]) {
      const bytes = run.sprms === undefined ? Buffer.alloc(0) : Buffer.from([run.sprms.length, ...run.sprms]);
      const end = length + run.text.length;
      if (end > length) characters.push({ start: TEXT_AT + length * width, end: TEXT_AT + end * width, bytes });
      texts.push(run.text);
      length = end;
    }
    const content = Buffer.concat([u16(style), Buffer.from(sprms)]);
    const even = Buffer.concat([content, Buffer.alloc(content.length % 2)]);
    const lead = version === 8 ? Buffer.from([0, even.length / 2]) : Buffer.from([even.length / 2]);
    paragraphs.push({
      start: TEXT_AT + from * width,
      end: TEXT_AT + length * width,
      bytes: Buffer.concat([lead, even]),
    });
  };
  const story = (
    many: readonly (readonly DocParagraph[])[],
  ): { readonly length: number; readonly positions: number[] } => {
    const start = length;
    const positions = many.map((some) => {
      const at = length - start;
      some.forEach(add);
      return at;
    });
    return { length: length - start, positions: [...positions, length - start, length - start] };
  };
  const body = story([parts.body]);
  const bodyText = texts.join('');
  const footnotes = story(parts.footnotes ?? []);
  const headers = story(parts.headers ?? []);
  const comments = story(parts.comments ?? []);
  const boxes = story(parts.boxes ?? []);
  const text = Buffer.from(texts.join(''), isNarrow ? 'latin1' : 'utf16le');

  const document: Buffer[] = [Buffer.alloc(TEXT_AT), text, Buffer.alloc((512 - (text.length % 512)) % 512)];
  let documentLength = document.reduce((sum, piece) => sum + piece.length, 0);
  const append = (bytes: Buffer): number => {
    const at = documentLength;
    document.push(bytes);
    documentLength += bytes.length;
    return at;
  };
  const pageTable = ({ pages, starts }: Pages, end: number): Buffer => {
    const first = append(pages) / 512;
    const numbers = starts.map((_, index) => first + index);
    return Buffer.concat([u32(...starts, end), version === 8 ? u32(...numbers) : u16(...numbers)]);
  };
  const end = TEXT_AT + length * width;
  const tables: Partial<Record<keyof typeof INDEX, Buffer>> = {
    styles: styleSheet(parts.styles ?? [{ builtIn: 0, name: 'Normal' }], version),
    characterRuns: pageTable(formattedPages(characters, 1), end),
    paragraphRuns: pageTable(formattedPages(paragraphs, version === 8 ? 13 : 7), end),
    fonts: Buffer.concat([
      u16(charsets.length * 8 + 2),
      ...charsets.map((charset) => Buffer.from([7, 0, 0, 0, charset, 0, 65, 0])),
    ]),
    pieces: Buffer.concat([
      Buffer.from([2]),
      u32(16),
      u32(0, length),
      u16(0),
      u32(version === 8 && isNarrow ? (TEXT_AT * 2) | 0x4000_0000 : TEXT_AT),
      u16(0),
    ]),
  };
  const marked = (mark: string): number[] =>
    Array.from(bodyText, (character, index) => (character === mark ? index : -1)).filter((index) => index >= 0);
  if (parts.footnotes !== undefined)
    Object.assign(tables, {
      footnoteRefs: Buffer.concat([u32(...marked('\u0002'), body.length), u16(...parts.footnotes.map(() => 1))]),
      footnoteTexts: u32(...footnotes.positions),
    });
  if (parts.headers !== undefined) tables.headers = u32(...headers.positions);
  if (parts.comments !== undefined) tables.commentTexts = u32(...comments.positions);
  if (parts.boxes !== undefined) {
    const numbered = (size: number, at: number, index: number): Buffer => {
      const bytes = Buffer.alloc(size);
      bytes.writeInt32LE(900 + index, at);
      return bytes;
    };
    tables.boxTexts = Buffer.concat([
      u32(...boxes.positions),
      ...[...parts.boxes, []].map((_, index) => numbered(22, 14, index)),
    ]);
    tables.shapes = Buffer.concat([
      u32(...marked('\u0008'), body.length),
      ...parts.boxes.map((_, index) => numbered(26, 0, index)),
    ]);
  }
  if (parts.sections !== undefined) {
    const ends = Array.from(bodyText.matchAll(/(?<=[\r\f]|^)\f/g), ({ index }) => index + 1);
    const starts = parts.sections.map((kind) =>
      append(version === 8 ? Buffer.concat([u16(3), u16(0x3009), Buffer.from([kind])]) : Buffer.from([2, 142, kind])),
    );
    tables.sections = Buffer.concat([
      u32(0, ...ends, body.length),
      ...starts.map((at) => Buffer.concat([u16(0), u32(at), u16(0), u32(0)])),
    ]);
  }
  const list = parts.lists === undefined ? undefined : listTables(parts.lists);
  if (list !== undefined) Object.assign(tables, { lists: list.lists, listOverrides: list.overrides });

  const streamTables: Buffer[] = [];
  let tableLength = 0;
  const header = document[0]!;
  for (const [name, bytes] of Object.entries(tables) as [keyof typeof INDEX, Buffer][]) {
    const at = version === 8 ? tableLength : append(bytes);
    const index = INDEX[name];
    const place = version === 8 ? 0x9a + 8 * index : 0x58 + 8 * index + (index > 37 ? 10 : 0);
    header.writeUInt32LE(at, place);
    header.writeUInt32LE(bytes.length, place + 4);
    // The levels of lists stand behind their table and are not counted with it.
    const stored = name === 'lists' && list !== undefined ? Buffer.concat([bytes, list.levels]) : bytes;
    streamTables.push(stored);
    tableLength += stored.length;
  }
  u16(
    version === 8 ? 0xa5ec : 0xa5dc,
    version === 8 ? 193 : 104,
    0,
    language,
    0,
    (version === 8 ? 0x1200 : 0) | flags,
  ).copy(header);
  header.writeUInt32LE(TEXT_AT, 0x18);
  header.writeUInt32LE(end, 0x1c);
  [body.length, footnotes.length, headers.length, 0, comments.length, 0, boxes.length, 0].forEach((size, index) =>
    header.writeUInt32LE(size, (version === 8 ? 0x4c : 0x34) + index * 4),
  );
  return makeCompoundFile({
    WordDocument: Buffer.concat(document),
    ...(version === 8 ? { '1Table': Buffer.concat(streamTables) } : {}),
  });
};
