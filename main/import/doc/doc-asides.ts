import { asText, distinct } from '../flow/add-lines.ts';
import type { ByteView } from './byte-view.ts';
import type { DocHeader, Range, StoryName, TableName } from './doc-header.ts';
import type { DocMarks, DocModel } from './doc-story.ts';
import { writeDocStory } from './doc-story.ts';
import type { SprmName } from './doc-sprms.ts';
import { readSprms } from './doc-sprms.ts';

/**
 * Positions with a piece of data after each but the last ([MS-DOC] 2.2.2). `dataAt` gives where that of an index
 * stands.
 */
type Plc = { readonly positions: readonly number[]; readonly dataAt: (index: number) => number };

const readPlc = (
  tables: ByteView,
  { at, size }: { readonly at: number; readonly size: number },
  dataSize: number,
): Plc => {
  const count = Math.max(0, Math.floor((Math.min(size, tables.length - at) - 4) / (4 + dataSize)));
  const start = at + (count + 1) * 4;
  return {
    positions: size < 4 ? [] : Array.from({ length: count + 1 }, (_, index) => tables.u32(at + index * 4)),
    dataAt: (index) => start + index * dataSize,
  };
};

/** The ranges of a story that its table names, clamped to it. */
const rangesOf = (plc: Plc, story: Range): Range[] =>
  plc.positions.slice(0, -1).map((position, index) => ({
    start: Math.min(story.end, story.start + position),
    end: Math.min(story.end, story.start + Math.max(position, plc.positions[index + 1] ?? position)),
  }));

export type Asides = {
  readonly marks: DocMarks;
  readonly headers: readonly string[];
  readonly footers: readonly string[];
  readonly comments: readonly string[];
  /** The notes that have been cited, in the order in which they were. */
  readonly notes: () => readonly string[];
  /** Boxes whose anchor was not found. */
  readonly looseBoxes: readonly string[];
};

const SHAPE_SIZE = 26;
const BOX_SIZE = 22;

type Sections = {
  /** Where each section ends, with how the next one begins. */
  readonly ends: ReadonlyMap<number, 'page' | 'none'>;
  /** Which headers and footers the sections have, in the order of their stories: the bits of Word 6. */
  readonly areFooters: readonly boolean[];
};
/** Headers of even and odd pages, footers of both, header and footer of the first ([MS-DOC] 2.8.22). */
const FOOTERS = [false, false, true, true, false, true];

const readSections = (tables: ByteView, document: ByteView, header: DocHeader): Sections => {
  const plc = readPlc(tables, header.table('sections'), 12);
  const sections = plc.positions.slice(0, -1).map((_, index) => {
    const at = tables.u32(plc.dataAt(index) + 2);
    const isWide = header.version === 8;
    const sprms =
      at === 0xffff_ffff
        ? []
        : readSprms(
            document.slice(at + (isWide ? 2 : 1), isWide ? document.u16(at) : document.u8(at)),
            header.version,
            header.isEastAsian,
          );
    const valueOf = (name: SprmName): number | undefined => sprms.find((sprm) => sprm.name === name)?.value;
    return {
      start: (valueOf('sectionStart') ?? 2) > 1 ? ('page' as const) : ('none' as const),
      margins: valueOf('margins') ?? 0,
    };
  });
  return {
    ends: new Map(
      plc.positions.slice(1).map((position, index) => [position - 1, sections[index + 1]?.start ?? 'none']),
    ),
    areFooters: sections.flatMap(({ margins }) => FOOTERS.filter((_, bit) => (margins & (1 << bit)) !== 0)),
  };
};

/** Reads what stands beside the text: headers, footers, notes, comments and boxes. */
export const readAsides = (tables: ByteView, document: ByteView, header: DocHeader, model: DocModel): Asides => {
  const textOf = (range: Range): string =>
    asText((builder) => {
      writeDocStory(range, builder, model);
    });
  const rangesIn = (table: TableName, story: StoryName, dataSize = 0): Range[] =>
    rangesOf(readPlc(tables, header.table(table), dataSize), header.stories[story]);
  const { ends, areFooters } = readSections(tables, document, header);

  const cited: string[] = [];
  const noteRanges = new Map<number, Range>();
  for (const [refs, texts, story] of [
    ['footnoteRefs', 'footnoteTexts', 'footnotes'],
    ['endnoteRefs', 'endnoteTexts', 'endnotes'],
  ] as const) {
    const ranges = rangesIn(texts, story);
    readPlc(tables, header.table(refs), 2)
      .positions.slice(0, -1)
      .forEach((position, index) => {
        const range = ranges[index];
        if (range !== undefined) noteRanges.set(position, range);
      });
  }
  const noteAt = (position: number): string => {
    const range = noteRanges.get(position);
    if (range === undefined) return '';
    cited.push(textOf(range));
    return `[${cited.length}]`;
  };

  // From Word 97 on six stories are separators of notes, then six a section; before, separators and then those that are
  // there.
  const margin = rangesIn('headers', 'headers').map(textOf);
  const oldSeparators = Math.max(0, margin.length - areFooters.length);
  const isFooter = (index: number): boolean =>
    (header.version === 8 ? FOOTERS[index % 6] : areFooters[index - oldSeparators]) ?? false;
  const shown = margin.map((text, index) => ({ text, isFooter: isFooter(index) })).slice(header.version === 8 ? 6 : 0);

  const anchors = new Map<number, number>();
  const shapes = readPlc(tables, header.table('shapes'), SHAPE_SIZE);
  shapes.positions.slice(0, -1).forEach((position, index) => anchors.set(tables.i32(shapes.dataAt(index)), position));
  const boxes =
    header.version === 8
      ? readPlc(tables, header.table('boxTexts'), BOX_SIZE)
      : { positions: [0, header.stories.boxes.end - header.stories.boxes.start], dataAt: () => 0 };
  const anchored = new Map<number, string[]>();
  const looseBoxes: string[] = [];
  rangesOf(boxes, header.stories.boxes).forEach((range, index) => {
    const text = textOf(range);
    const position = header.version === 8 ? anchors.get(tables.i32(boxes.dataAt(index) + 14)) : undefined;
    if (text === '') return;
    if (position === undefined) looseBoxes.push(text);
    else anchored.set(position, [...(anchored.get(position) ?? []), text]);
  });
  const headerBoxes =
    header.version === 8
      ? rangesIn('headerBoxTexts', 'headerBoxes', BOX_SIZE).map(textOf)
      : [textOf(header.stories.headerBoxes)];

  return {
    marks: {
      noteAt,
      boxesAt: (position) => anchored.get(position) ?? [],
      sectionEnd: (position) => ends.get(position),
    },
    headers: distinct([...shown.filter((part) => !part.isFooter).map(({ text }) => text), ...headerBoxes]),
    footers: distinct(shown.filter((part) => part.isFooter).map(({ text }) => text)),
    comments: rangesIn('commentTexts', 'comments')
      .map(textOf)
      .filter((text) => text !== ''),
    notes: () => cited,
    looseBoxes: distinct(looseBoxes),
  };
};
