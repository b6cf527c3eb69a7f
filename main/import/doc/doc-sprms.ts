import type { ByteView } from './byte-view.ts';
import type { DocVersion } from './doc-header.ts';

/** The properties that matter to a reader, by their numbers in Word 97, 6 and 2 ([MS-DOC] 2.6). */
const NAMES = {
  style: [0x4600, 2, 2],
  pageBefore: [0x2407, 9, 9],
  inTable: [0x2416, 24, 24],
  rowEnd: [0x2417, 25, 25],
  depth: [0x260a, -1, -1],
  list: [0x460b, -1, -1],
  outline: [0x2640, -1, -1],
  tableDepth: [0x6649, -1, -1],
  innerCell: [0x244b, -1, -1],
  innerRowEnd: [0x244c, -1, -1],
  huge: [0x6646, -1, -1],
  hugeOld: [0x6645, -1, -1],
  oldList: [0xc63e, 12, -1],
  oldListLevel: [-1, 13, -1],
  deleted: [0x0800, 65, 53],
  data: [0x6a03, 68, -1],
  symbol: [0x6a09, 74, -1],
  characterStyle: [0x4a30, 80, -1],
  plain: [0x2a33, 83, 58],
  bold: [0x0835, 85, 60],
  italic: [0x0836, 86, 61],
  hidden: [0x083c, 92, 67],
  font: [0x4a4f, 93, 68],
  sectionStart: [0x3009, 142, 117],
  margins: [-1, 153, 128],
} as const;
export type SprmName = keyof typeof NAMES;
/** A property that differs from the style's: `value` is its operand as a number, `at` where the operand stands. */
export type Sprm = { readonly name: SprmName; readonly value: number; readonly at: number; readonly size: number };

const byNumber = (column: 0 | 1 | 2): ReadonlyMap<number, SprmName> =>
  new Map(
    Object.entries(NAMES).flatMap(([name, numbers]) =>
      numbers[column] < 0 ? [] : [[numbers[column], name as SprmName] as const],
    ),
  );
const NUMBERS: Readonly<Record<DocVersion, ReadonlyMap<number, SprmName>>> = {
  8: byNumber(0),
  6: byNumber(1),
  2: byNumber(2),
};

const VARIABLE = -1;
const TABLE_DEFINITION = -2;
const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);
const sizes = (
  ...groups: readonly (readonly [size: number, numbers: readonly number[]])[]
): ReadonlyMap<number, number> =>
  new Map(groups.flatMap(([size, numbers]) => numbers.map((number) => [number, size] as const)));

/** Bytes of an operand where it is not one. */
const SIZES_6 = sizes(
  [0, [0, 52, 83, 163]],
  [
    2,
    [
      2,
      ...range(16, 19),
      21,
      22,
      26,
      27,
      28,
      ...range(30, 36),
      ...range(38, 43),
      ...range(45, 49),
      69,
      72,
      80,
      93,
      96,
      97,
      99,
      101,
      107,
      109,
      110,
      ...range(121, 124),
      140,
      141,
      144,
      145,
      148,
      149,
      ...range(154, 157),
      160,
      161,
      ...range(164, 171),
      182,
      183,
      184,
      189,
      195,
      197,
      198,
    ],
  ],
  [3, [73, 95, 136, 137]],
  [4, [20, 70, 192, 194, 196, 200]],
  [5, [193, 199]],
  [12, [187]],
  [
    VARIABLE,
    [
      3,
      12,
      15,
      23,
      64,
      68,
      74,
      77,
      79,
      81,
      82,
      103,
      105,
      106,
      108,
      ...range(111, 116),
      120,
      133,
      179,
      181,
      188,
      191,
      207,
    ],
  ],
  [TABLE_DEFINITION, [190]],
);
const SIZES_6_EAST_ASIAN = new Map([...SIZES_6, ...range(111, 113).map((number) => [number, 2] as const)]);
const SIZES_2 = sizes(
  [0, [0, 52, 58]],
  [
    2,
    [
      ...range(16, 22),
      26,
      27,
      28,
      ...range(30, 36),
      ...range(38, 43),
      ...range(45, 49),
      68,
      71,
      72,
      82,
      83,
      ...range(96, 99),
      115,
      116,
      119,
      120,
      123,
      124,
      ...range(129, 132),
      135,
      136,
      ...range(139, 148),
      153,
      159,
      161,
      162,
    ],
  ],
  [3, [70]],
  [4, [158, 160, 164]],
  [5, [157, 163]],
  [VARIABLE, [3, 15, 23, 57, 78, 95, 152, 155]],
  [TABLE_DEFINITION, [154]],
);
/** The size of an operand of Word 97 is a part of its number. */
const SIZE_BY_GROUP = [1, 1, 2, 4, 2, 2, VARIABLE, 3];
const TAB_CHANGES: ReadonlySet<number> = new Set([0xc615, 23]);

/** The size of the operand, with its own length before it where it has one. */
const operandSize = (bytes: ByteView, at: number, number: number, size: number): number => {
  if (size === TABLE_DEFINITION || number === 0xd608) return bytes.u16(at) + 1;
  if (size !== VARIABLE) return size;
  const length = bytes.u8(at);
  if (length !== 255 || !TAB_CHANGES.has(number)) return length + 1;
  const removed = bytes.u8(at + 1);
  return 3 + removed * 4 + bytes.u8(at + 2 + removed * 4) * 3;
};

const valueOf = (bytes: ByteView, at: number, size: number): number =>
  size === 1 ? bytes.u8(at) : size === 2 ? bytes.u16(at) : bytes.u32(at);

/** Reads a list of properties; ends at the first that goes beyond it. */
export const readSprms = (bytes: ByteView, version: DocVersion, isEastAsian = false): Sprm[] => {
  const found: Sprm[] = [];
  const wide = version === 8 ? 2 : 1;
  const known = version === 2 ? SIZES_2 : isEastAsian ? SIZES_6_EAST_ASIAN : SIZES_6;
  for (let at = 0; at + wide < bytes.length + 1;) {
    const number = version === 8 ? bytes.u16(at) : bytes.u8(at);
    const size = version === 8 ? (SIZE_BY_GROUP[number >> 13] ?? 1) : (known.get(number) ?? 1);
    const operand = at + wide;
    const length = operandSize(bytes, operand, number, size);
    if (operand + length > bytes.length) break;
    const name = NUMBERS[version].get(number);
    if (name !== undefined) found.push({ name, value: valueOf(bytes, operand, length), at: operand, size: length });
    at = operand + length;
  }
  return found;
};
