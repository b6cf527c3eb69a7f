import { upperFirst, withFullStop } from '../sentence-case.ts';
import { expandAbbreviations } from './expand-abbreviations.ts';

/** At most a name of what is listed, then the two sides as heads of columns. */
const HEAD = /^(?:[A-Za-z][A-Za-z /()]{0,40}[\t ]+)?(left|right|lt|rt|l|r)[\t ]+(left|right|lt|rt|l|r)$/i;
const VALUE =
  '(?:\\d[\\d./+-]*\\+?(?:\\s?(?:degrees|deg|°|%|kg|lbs?|pounds|cm|mm|seconds|sec))?|normal|intact|negative|positive|absent|present|full|decreased|diminished|weak|WNL|neg|pos)';
/** A row whose columns were parted by single blanks: a name and two values. */
const BARE_ROW = new RegExp(`^([A-Za-z][A-Za-z /()'’-]{1,60}?)\\s+(${VALUE})\\s+(${VALUE})$`, 'i');

type Head = { readonly first: 'left' | 'right'; readonly second: 'left' | 'right' };

const headOf = (line: string): Head | null => {
  const [, first = '', second = ''] = HEAD.exec(line.trim()) ?? [];
  const [a, b] = [first, second].map((side) => (/^l/i.test(side) ? 'left' : 'right'));
  return first === '' || a === undefined || b === undefined || a === b ? null : { first: a, second: b };
};

/** Whether the line heads a table of left and right. */
export const isSidesHead = (line: string): boolean => headOf(line) !== null;

const cellsOf = (row: string): readonly string[] => {
  const cells = row
    .trim()
    .split(/\t|\s{2,}/)
    .map((cell) => cell.trim());
  return cells.length > 2 ? cells : (BARE_ROW.exec(row.trim().replace(/\s+/g, ' '))?.slice(1) ?? []);
};

/** `Grip (kg)` with 18 is a grip of 18 kg. */
const UNIT = /\s*\((kg|lbs?|pounds|degrees|deg|°|cm|mm|inches|seconds|sec|%)\)$/i;

/**
 * A row of a table headed left and right as a sentence: `Knee reflex was 2+ on both sides.` Its cells are parted by
 * tabs, by wide blanks, or plain from what they hold. Empty where the row is none.
 */
export const sidesStatement = (row: string, headLine: string): string => {
  const [name = '', first = '', second = '', ...more] = cellsOf(row);
  const head = headOf(headLine);
  if (head === null || more.length > 0 || name === '' || first === '' || second === '' || isSidesHead(row)) return '';
  const unit = UNIT.exec(name)?.[1];
  const withUnit = (value: string): string =>
    unit === undefined || /[a-z%°]/i.test(value) ? value : `${value} ${unit}`;
  const found =
    first === second
      ? `${withUnit(first)} on both sides`
      : `${withUnit(first)} on the ${head.first} and ${withUnit(second)} on the ${head.second}`;
  return withFullStop(`${upperFirst(expandAbbreviations(name.replace(UNIT, '')))} was ${found}`);
};
