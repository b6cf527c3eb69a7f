import type { ListLevel, ListLevels } from '../flow/list-counter.ts';
import { createListCounter } from '../flow/list-counter.ts';
import type { ByteView } from './byte-view.ts';
import type { DocHeader } from './doc-header.ts';

/** Gives the marker of the next paragraph of a list; empty when it shows none. */
export type NextDocMarker = (list: number, depth: number) => string;

const LIST_SIZE = 28;
const LEVEL_SIZE = 28;
const OVERRIDE_SIZE = 16;
/** [MS-OSHARED] 2.2.1.3. */
const FORMATS: Readonly<Record<number, string>> = {
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  22: 'decimalZero',
  23: 'bullet',
  255: 'none',
};

/** Level numbers stand in the text as the characters 0 to 8 ([MS-DOC] 2.9.150). */
const pattern = (text: string): string =>
  text.replace(/%/g, '').replace(/[\0-\u0008]/g, (level) => `%${level.charCodeAt(0) + 1}`);

const readLevel = (tables: ByteView, at: number): { readonly level: ListLevel; readonly end: number } => {
  const text = at + LEVEL_SIZE + tables.u8(at + 24) + tables.u8(at + 25);
  const length = Math.min(tables.u16(text), 255);
  return {
    level: {
      format: FORMATS[tables.u8(at + 4)] ?? 'decimal',
      text: pattern(tables.utf16(text + 2, length * 2)),
      start: tables.i32(at),
    },
    end: text + 2 + length * 2,
  };
};

const readLists = (
  tables: ByteView,
  { at, size }: { readonly at: number; readonly size: number },
): ReadonlyMap<number, ListLevels> => {
  const count = Math.min(tables.u16(at), Math.floor(size / LIST_SIZE));
  const lists = new Map<number, ListLevels>();
  let place = at + size;
  for (let index = 0; index < count; index += 1) {
    const list = at + 2 + index * LIST_SIZE;
    const isSimple = (tables.u8(list + 26) & 1) === 1;
    const levels = new Map<number, ListLevel>();
    for (let depth = 0; depth < (isSimple ? 1 : 9) && place + LEVEL_SIZE <= tables.length; depth += 1) {
      const { level, end } = readLevel(tables, place);
      levels.set(depth, level);
      place = end;
    }
    lists.set(tables.i32(list), levels);
  }
  return lists;
};

type Override = { readonly list: number; readonly starts: ReadonlyMap<number, number>; readonly levels: ListLevels };

const readOverrides = (tables: ByteView, { at, size }: { readonly at: number; readonly size: number }): Override[] => {
  const count = Math.min(tables.u32(at), Math.floor(size / OVERRIDE_SIZE));
  const overrides: Override[] = [];
  let place = at + 4 + count * OVERRIDE_SIZE;
  for (let index = 0; index < count; index += 1) {
    const own = at + 4 + index * OVERRIDE_SIZE;
    const starts = new Map<number, number>();
    const levels = new Map<number, ListLevel>();
    place += 4;
    for (let left = Math.min(9, tables.u8(own + 12)); left > 0 && place < at + size; left -= 1) {
      const flags = tables.u32(place + 4);
      if ((flags & 0x10) !== 0) starts.set(flags & 0xf, tables.i32(place));
      place += 8;
      if ((flags & 0x20) === 0) continue;
      const { level, end } = readLevel(tables, place);
      levels.set(flags & 0xf, level);
      starts.set(flags & 0xf, level.start);
      place = end;
    }
    overrides.push({ list: tables.i32(own), starts, levels });
  }
  return overrides;
};

/**
 * Counts the lists of Word 97 ([MS-DOC] 2.4.6.3): lists of one definition share their count unless they say otherwise.
 */
export const countDocLists = (tables: ByteView, header: DocHeader): NextDocMarker => {
  const lists = header.version === 8 ? readLists(tables, header.table('lists')) : new Map<number, ListLevels>();
  const overrides = header.version === 8 ? readOverrides(tables, header.table('listOverrides')) : [];
  const nextMarker = createListCounter();
  const started = new Set<string>();
  return (index, depth) => {
    const override = overrides[index - 1];
    if (override === undefined) return '';
    const place = `${index}/${depth}`;
    const restart = started.has(place) ? undefined : override.starts.get(depth);
    started.add(place);
    const levels = lists.get(override.list);
    return nextMarker(
      String(override.list),
      levels === undefined ? undefined : new Map([...levels, ...override.levels]),
      depth,
      restart,
    );
  };
};

/** The numbering of Word 6 stands with each paragraph (ANLD); an interrupted one begins anew. */
export const countOldLists = () => {
  let count = 0;
  return {
    next: (definition: ByteView | undefined, level: number): string => {
      if (level === 11) return '\u2022';
      if (definition === undefined || level !== 10) return '';
      count += 1;
      const before = Math.min(definition.u8(1), 32);
      const text = definition.latin1(20, Math.min(32, before + definition.u8(2)));
      const number = createListCounter()(
        '',
        new Map([
          [0, { format: FORMATS[definition.u8(0)] ?? 'decimal', text: '%1', start: definition.u16(10) + count - 1 }],
        ]),
        0,
      );
      return `${text.slice(0, before)}${number}${text.slice(before)}`;
    },
    interrupt: (): void => {
      count = 0;
    },
  };
};
