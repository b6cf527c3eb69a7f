import { upperFirst, withFullStop } from '../sentence-case.ts';
import { expandAbbreviations } from './expand-abbreviations.ts';

const HEAD = /\t(left|right)\t(left|right)$/i;

/**
 * A row of a table headed left and right, its cells parted by tabs, as a sentence: `Knee reflex was 2+ on both sides.`
 * `lines` are those of the section, one of them the head. Empty where the row or the head is none.
 */
export const sidesStatement = (row: string, lines: readonly string[]): string => {
  const [name = '', first = '', second = '', ...more] = row.split('\t').map((cell) => cell.trim());
  const head = lines.map((line) => HEAD.exec(line)).find((match) => match !== null);
  if (head === undefined || more.length > 0 || name === '' || first === '' || second === '' || HEAD.test(row)) return '';
  const found = first === second ? `${first} on both sides` : `${first} on the ${(head[1] ?? '').toLowerCase()} and ${second} on the ${(head[2] ?? '').toLowerCase()}`;
  return withFullStop(`${upperFirst(expandAbbreviations(name))} was ${found}`);
};
