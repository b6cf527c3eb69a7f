import { csvCells } from './csv-cells.ts';
import { Certainty, type GuidelineRow } from '../../shared/guideline.ts';

const COLUMNS = [
  'id',
  'chapter',
  'otherNames',
  'chapter2014',
  'year',
  'edition',
  'publisher',
  'regulation',
  'status',
  'effectiveFrom',
  'effectiveTo',
  'unknownFrom',
  'requestsFrom',
  'requestsTo',
  'certainty',
  'note',
  'source',
  'sections',
  'sectionOptional',
] as const satisfies readonly (keyof GuidelineRow)[];
type Column = (typeof COLUMNS)[number];

const DAYS = ['effectiveFrom', 'effectiveTo', 'unknownFrom', 'requestsFrom', 'requestsTo'] as const;

/** Sections hold commas; they are joined by what no section holds. */
const BETWEEN = ' | ';

/** What a spreadsheet would take for a formula and work out. */
const FORMULA = /^[=+\-@\t\r]/u;
/** An apostrophe makes a spreadsheet show the cell as it is; it is taken off again when the table is read. */
const harmless = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);
const asWritten = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;

const quoted = (cell: string): string => (/[",\n\r]/u.test(cell) ? `"${cell.replace(/"/gu, '""')}"` : cell);

const cellOf = (row: GuidelineRow, column: Column): string => {
  const value = row[column];
  return Array.isArray(value) ? value.join(BETWEEN) : value === null ? '' : String(value);
};

/** The table as CSV (RFC 4180), its columns named in the first line. */
export const guidelinesToCsv = (rows: readonly GuidelineRow[]): string =>
  [COLUMNS.join(','), ...rows.map((row) => COLUMNS.map((column) => quoted(harmless(cellOf(row, column)))).join(','))]
    .map((line) => `${line}\r\n`)
    .join('');

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';

type DayStyle = { readonly name: string; readonly pattern: RegExp; readonly order: readonly [number, number, number] };
/** How spreadsheets write days; which group is the year, the month and the day. */
const STYLES: readonly DayStyle[] = [
  { name: 'year-month-day', pattern: /^(\d{4})-(\d{1,2})-(\d{1,2})$/u, order: [1, 2, 3] },
  { name: 'month/day/year', pattern: /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u, order: [3, 1, 2] },
  {
    name: 'day-month in words-year',
    pattern: new RegExp(`^(\\d{1,2})[- ]${MONTH}[- ](\\d{4}|\\d{2})$`, 'iu'),
    order: [3, 2, 1],
  },
  { name: 'month in words day, year', pattern: new RegExp(`^${MONTH} (\\d{1,2}),? (\\d{4})$`, 'iu'), order: [3, 1, 2] },
];

const styleOf = (cell: string): DayStyle | undefined => STYLES.find(({ pattern }) => pattern.test(cell));

/** A day as ISO writes it; as it stands where it is in none of the styles, which the row's schema then refuses. */
const isoDay = (cell: string): string => {
  const style = styleOf(cell);
  const found = style === undefined ? null : style.pattern.exec(cell);
  if (style === undefined || found === null) return cell;
  const [year = '', month = '', day = ''] = style.order.map((group) => found[group]);
  const number = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  return [year.length === 2 ? `20${year}` : year, number > 0 ? String(number) : month, day]
    .map((part) => part.padStart(2, '0'))
    .join('-');
};

const listOf = (cell: string): string[] =>
  cell
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const flag = (cell: string): boolean => /^(?:true|yes|1)$/iu.test(cell);

/** Tables of version 0.1.0 say only whether a row is confirmed; others say it in words. */
const certaintyOf = (cell: string, confirmed: string): string => {
  if (cell !== '') return cell.toLowerCase();
  const [word = ''] = /^\w+/u.exec(confirmed.toLowerCase()) ?? [];
  if (Certainty.safeParse(word).success) return word;
  return flag(word) ? 'confirmed' : 'memory';
};

/** A table without a column for the year has it in the date of the edition. */
const withYear = (names: readonly string[], edition: string, cell: string): number | null => {
  const told = names.includes('year') ? cell : (/^\d{4}/u.exec(edition)?.[0] ?? '');
  return told === '' ? null : Number(told);
};

const rowOf = (at: (column: Column | 'confirmed') => string, names: readonly string[]): unknown => ({
  ...Object.fromEntries(COLUMNS.map((column) => [column, at(column)])),
  ...Object.fromEntries(DAYS.map((column) => [column, at(column) === '' ? null : isoDay(at(column))])),
  chapter2014: at('chapter2014') === '' ? at('chapter') : at('chapter2014'),
  year: withYear(names, at('edition'), at('year')),
  status: at('status') === '' ? 'adopted' : at('status').toLowerCase(),
  certainty: certaintyOf(at('certainty'), at('confirmed')),
  otherNames: listOf(at('otherNames')),
  sections: listOf(at('sections')),
  sectionOptional: flag(at('sectionOptional')),
});

/** Columns go by their letters alone: `effective_from` is `effectiveFrom`. */
const folded = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/gu, '');
const ALSO_CALLED: Readonly<Record<string, Column>> = { regulationsection: 'regulation', editiondate: 'edition' };
const columnOf = (name: string): string =>
  ALSO_CALLED[folded(name)] ?? COLUMNS.find((column) => folded(column) === folded(name)) ?? folded(name);

const REQUIRED = ['chapter', 'regulation', 'effectiveFrom'] as const;

/** What a CSV holds: its lines as candidates for rows, each with its line in the file, and what there is to say of them. */
export type CsvRead =
  | { readonly candidates: readonly { readonly line: number; readonly value: unknown }[]; readonly messages: string[] }
  | { readonly problem: string };

/**
 * Takes a table in CSV apart: columns in any order and by any of their names, blank lines and columns passed over, days
 * as spreadsheets write them.
 */
export const readGuidelineCsv = (csv: string): CsvRead => {
  const lines = csvCells(csv).map((cells, index) => ({ cells, line: index + 1 }));
  const [head, ...body] = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const names = (head?.cells ?? []).map((name) => columnOf(name.trim()));
  const missing = REQUIRED.find((column) => !names.includes(column));
  if (missing !== undefined) return { problem: `The table has no column "${missing}".` };
  const values = body.map(({ cells, line }) => ({
    line,
    at: (column: Column | 'confirmed'): string => asWritten((cells[names.indexOf(column)] ?? '').trim()),
  }));
  const styles = new Set(values.flatMap(({ at }) => DAYS.flatMap((column) => styleOf(at(column))?.name ?? [])));
  return {
    candidates: values.map(({ line, at }) => ({ line, value: rowOf(at, names) })),
    messages:
      styles.size > 1
        ? [`The days are written in ${String(styles.size)} styles (${[...styles].join('; ')}) and were read as such.`]
        : [],
  };
};
