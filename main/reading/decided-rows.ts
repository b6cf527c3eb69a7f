import type { Line } from './read-lines.ts';
import type { PageRange } from './record-text.ts';

/** A row that ends in a decision: what was asked for, without the list's numbers and the table's other columns. */
export type DecidedRow = { readonly heading: string; readonly decision: string; readonly range: PageRange };

const DECISION =
  /[\s:–-]*\(?\b((?:recommended )?(?:non-?\s?certif(?:ied|y)|not certified|denied|deny|not medically necessary|disapproved|(?:partially )?modified|partially (?:certified|approved)|certified|approved|authorized)(?:\s+(?:to|for)\s+[^.;]{1,40})?)\)?\.?$/i;
const MARK = /^(?:\(?\d{1,2}[.)]\s*|\(?[a-z][.)]\s*|#\d{1,2}\s*[.:)-]?\s*|[-•*▪]\s+|\d{1,2}\s+(?=[A-Z])|\d{1,2}\t)/;
const HEAD = /\b(?:decision|determination|outcome)\b/i;
const REQUESTED = /\b(?:treatment|service|request|item|procedure|description)/i;

/** What stands in the columns beside a treatment: codes, how many, a dash for nothing. */
const CODE = /^(?:\d{5}|[A-Z]\d{4}|[A-TV-Z]\d{2}(?:\.\w{1,4})?|\d{3}\.\d{1,2}|-|–|n\/a)$/i;
const PLAIN_COUNT = /^\d{1,3}$/;

/** `Acupuncture, lumbar spine, 6 visits`: the treatment with a count that says what of. */
const joinCells = (cells: readonly string[]): string => {
  const [treatment = '', ...rest] = cells.filter((cell) => cell !== '' && !CODE.test(cell) && !PLAIN_COUNT.test(cell));
  return [treatment, ...rest.filter((cell) => /\d/.test(cell))].join(/^#/.test(rest[0] ?? '') ? ' ' : ', ');
};

/** Columns parted by tabs or wide blanks; by single blanks the codes behind the treatment end it. */
const treatmentOf = (words: string): string => {
  const cells = words.split(/\t|\s{2,}/).map((cell) => cell.trim());
  if (cells.length > 1) return joinCells(cells);
  const codes = /\s+(?:[A-TV-Z]\d{2}\.\w{1,4}|\d{5}|[A-Z]\d{4})(?=\s|$)/.exec(words);
  if (codes === null) return words;
  const behind = words
    .slice(codes.index)
    .split(/\s+(?=[A-Z]\d|#)|\s+(?=\d{5}\b)|(?<=\d{5})\s+/)
    .map((cell) => cell.trim());
  return joinCells([words.slice(0, codes.index), ...behind]);
};

const rowOf = (line: Line, isInTable: boolean): DecidedRow | null => {
  const found = DECISION.exec(line.text);
  const mark = MARK.exec(line.text)?.[0] ?? '';
  if (found === null || (mark === '' && !isInTable)) return null;
  const words = line.text.slice(mark.length, found.index).trim();
  const heading = treatmentOf(words).replace(/[\s:;,.–-]+$/, '');
  if (!/[a-z]{3}/i.test(heading) || /\b(?:is|are|was|were)$/i.test(words) || words.split(' ').length > 30) return null;
  const start = line.start + mark.length;
  const end = heading === words ? start + words.length : line.start + found.index;
  return { heading, decision: found[1] ?? '', range: { page: line.page, start, end } };
};

/** The rows of a review that each end in their decision: marked as those of a list, or below a head that names one. */
export const findDecidedRows = (lines: readonly Line[]): DecidedRow[] => {
  let isInTable = false;
  return lines.flatMap((line) => {
    if (HEAD.test(line.text) && REQUESTED.test(line.text) && DECISION.exec(line.text) === null) {
      isInTable = true;
      return [];
    }
    const row = line.text === '' ? null : rowOf(line, isInTable);
    if (row === null && line.text !== '') isInTable = false;
    return row ?? [];
  });
};
