import { upperFirst, withFullStop } from '../sentence-case.ts';
import { expandAbbreviations } from './expand-abbreviations.ts';

const HEAD = /\t(left|right)\t(left|right)$/i;

/** Whether the line heads a table of left and right. */
export const isSidesHead = (line: string): boolean => HEAD.test(line);

/**
 * A row of a table headed left and right, its cells parted by tabs, as a sentence: `Knee reflex was 2+ on both sides.`
 * Empty where the row is none.
 */
export const sidesStatement = (row: string, headLine: string): string => {
  const [name = '', first = '', second = '', ...more] = row.split('\t').map((cell) => cell.trim());
  const head = HEAD.exec(headLine);
  if (head === null || more.length > 0 || name === '' || first === '' || second === '' || HEAD.test(row)) return '';
  const found =
    first === second
      ? `${first} on both sides`
      : `${first} on the ${(head[1] ?? '').toLowerCase()} and ${second} on the ${(head[2] ?? '').toLowerCase()}`;
  return withFullStop(`${upperFirst(expandAbbreviations(name))} was ${found}`);
};
