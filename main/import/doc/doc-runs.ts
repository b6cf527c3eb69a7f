import type { ByteView } from './byte-view.ts';
import type { DocHeader } from './doc-header.ts';
import type { Sprm } from './doc-sprms.ts';
import { readSprms } from './doc-sprms.ts';

/** Bytes of the file that share properties. `style` counts for paragraphs only. */
export type Run = {
  readonly start: number;
  readonly end: number;
  readonly style: number;
  readonly sprms: readonly Sprm[];
  readonly bytes: ByteView;
};
export type FindRun = (place: number) => Run | undefined;

const PAGE = 512;
const MOST_HUGE = 1_000_000;

/** The pages on which the runs stand ([MS-DOC] 2.8.5, 2.8.6). */
const pagesOf = (
  tables: ByteView,
  { at, size }: { readonly at: number; readonly size: number },
  [first, count]: readonly [number, number],
  { version }: DocHeader,
): number[] => {
  const wide = version === 8 ? 4 : 2;
  const listed = Math.max(0, Math.floor((Math.min(size, tables.length) - 4) / (4 + wide)));
  const start = at + (listed + 1) * 4;
  const pages = Array.from({ length: listed }, (_, index) =>
    version === 8 ? tables.u32(start + index * 4) & 0x3f_ffff : tables.u16(start + index * 2),
  );
  const missing =
    version === 8 || listed >= count
      ? []
      : Array.from({ length: count - listed }, (_, index) => first + listed + index);
  return [...new Set([...pages, ...missing])];
};

type ReadEntry = (page: ByteView, count: number, index: number) => Omit<Run, 'start' | 'end'>;

const NOTHING = { style: 0, sprms: [] };

const characterEntry =
  ({ version, isEastAsian }: DocHeader): ReadEntry =>
  (page, count, index) => {
    const at = page.u8((count + 1) * 4 + index) * 2;
    const bytes = at === 0 || version === 2 ? page.slice(0, 0) : page.slice(at + 1, page.u8(at));
    return { style: 0, sprms: readSprms(bytes, version, isEastAsian), bytes };
  };

const paragraphEntry =
  ({ version, isEastAsian }: DocHeader, data: ByteView): ReadEntry =>
  (page, count, index) => {
    const entrySize = version === 8 ? 13 : version === 6 ? 7 : 1;
    const at = page.u8((count + 1) * 4 + index * entrySize) * 2;
    if (at === 0) return { ...NOTHING, bytes: page.slice(0, 0) };
    const isPadded = version === 8 && page.u8(at) === 0;
    const start = at + (isPadded ? 2 : 1);
    const size = isPadded ? page.u8(at + 1) * 2 : page.u8(at) * 2 - (version === 8 ? 1 : 0);
    // Word 2 keeps one byte of style and six of height before the properties.
    const lead = version === 2 ? 7 : 2;
    const bytes = page.slice(start + lead, size - lead);
    const sprms = readSprms(bytes, version, isEastAsian);
    const style = version === 2 ? page.u8(start) : page.u16(start);
    const huge = sprms.find((sprm) => sprm.name === 'huge' || sprm.name === 'hugeOld');
    if (huge === undefined) return { style, sprms, bytes };
    const elsewhere = data.slice(huge.value + 2, Math.min(MOST_HUGE, data.u16(huge.value)));
    return { style, sprms: readSprms(elsewhere, version), bytes: elsewhere };
  };

const collect = (document: ByteView, pages: readonly number[], read: ReadEntry): Run[] => {
  const runs: Run[] = [];
  for (const number of pages) {
    const page = document.slice(number * PAGE, PAGE);
    if (page.length < PAGE) continue;
    const count = Math.min(page.u8(PAGE - 1), 126);
    for (let index = 0; index < count; index += 1) {
      const start = page.u32(index * 4);
      const end = page.u32((index + 1) * 4);
      if (end > start) runs.push({ start, end, ...read(page, count, index) });
    }
  }
  return runs.sort((a, b) => a.start - b.start);
};

const finder =
  (runs: readonly Run[]): FindRun =>
  (place) => {
    let low = 0;
    let high = runs.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const run = runs[middle];
      if (run === undefined) return undefined;
      if (place < run.start) high = middle - 1;
      else if (place >= run.end) low = middle + 1;
      else return run;
    }
    return undefined;
  };

/** The runs of characters with properties of their own, by byte of the document. */
export const readCharacterRuns = (document: ByteView, tables: ByteView, header: DocHeader): FindRun =>
  finder(
    collect(
      document,
      pagesOf(tables, header.table('characterRuns'), header.characterPages, header),
      characterEntry(header),
    ),
  );

/** The paragraphs with their style and what differs from it, by byte of the document. */
export const readParagraphRuns = (document: ByteView, tables: ByteView, header: DocHeader, data: ByteView): FindRun =>
  finder(
    collect(
      document,
      pagesOf(tables, header.table('paragraphRuns'), header.paragraphPages, header),
      paragraphEntry(header, data),
    ),
  );
