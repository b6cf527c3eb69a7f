import { GuidelineRow } from '../../shared/guideline.ts';

/** A table as it was read: the sound rows, and a sentence for each that was not. */
export type TableRead = { readonly rows: readonly GuidelineRow[]; readonly messages: readonly string[] };

const COLUMNS = [
  'id',
  'chapter',
  'chapter2014',
  'year',
  'regulation',
  'effectiveFrom',
  'effectiveTo',
  'sections',
  'sectionOptional',
  'confirmed',
] as const;
/** Sections hold commas; they are joined by what no section holds. */
const BETWEEN = ' | ';

/** What a spreadsheet would take for a formula and work out. */
const FORMULA = /^[=+\-@\t\r]/u;
/** An apostrophe makes a spreadsheet show the cell as it is; it is taken off again when the table is read. */
const harmless = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);
const asWritten = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;

const quoted = (cell: string): string => (/[",\n\r]/u.test(cell) ? `"${cell.replace(/"/gu, '""')}"` : cell);

const cellOf = (row: GuidelineRow, column: (typeof COLUMNS)[number]): string => {
  const value = row[column];
  return Array.isArray(value) ? value.join(BETWEEN) : value === null ? '' : String(value);
};

/** The table as CSV (RFC 4180), its columns named in the first line. */
export const guidelinesToCsv = (rows: readonly GuidelineRow[]): string =>
  [COLUMNS.join(','), ...rows.map((row) => COLUMNS.map((column) => quoted(harmless(cellOf(row, column)))).join(','))]
    .map((line) => `${line}\r\n`)
    .join('');

const CELL = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n|\n|$)/gu;

const cellsOf = (csv: string): string[][] => {
  const lines: string[][] = [[]];
  for (const [whole, cell = '', end] of csv.matchAll(CELL)) {
    if (whole === '') break;
    lines.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replace(/""/gu, '"') : cell);
    if (end !== ',') lines.push([]);
  }
  return lines.filter((line) => line.some((cell) => cell.trim() !== ''));
};

const flag = (cell: string): boolean => /^(?:true|yes|1)$/iu.test(cell.trim());

/** Spreadsheets write `2017-12-01` back as `12/1/2017`. */
const isoDay = (cell: string): string => {
  const [, month = '', day = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u.exec(cell) ?? [];
  return year === '' ? cell : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};

const rowOf = (names: readonly string[], cells: readonly string[]): unknown => {
  const at = (column: string): string => asWritten((cells[names.indexOf(column)] ?? '').trim());
  return {
    ...Object.fromEntries(COLUMNS.map((column) => [column, at(column)])),
    year: Number(at('year')),
    effectiveFrom: isoDay(at('effectiveFrom')),
    effectiveTo: at('effectiveTo') === '' ? null : isoDay(at('effectiveTo')),
    sections: at('sections')
      .split('|')
      .map((section) => section.trim())
      .filter((section) => section !== ''),
    sectionOptional: flag(at('sectionOptional')),
    confirmed: flag(at('confirmed')),
  };
};

/** What no edition may lack, in a sentence; null for a sound one. */
export const rowProblem = ({ chapter, effectiveFrom, effectiveTo }: GuidelineRow): string | null => {
  if (chapter.trim() === '') return 'An edition needs the name of its chapter.';
  return effectiveTo !== null && effectiveTo <= effectiveFrom
    ? 'An edition ends after it begins; check its dates.'
    : null;
};

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string };

/** The schema's own words where they are meant for people. */
const issueInWords = (issue: Issue | undefined): string => {
  const part = issue === undefined || issue.path.length === 0 ? 'it' : issue.path.map(String).join('.');
  return issue === undefined || issue.message.startsWith('Invalid')
    ? `${part} is missing or not as it should be.`
    : `${part} ${issue.message}.`;
};

type RowRead = { readonly row: GuidelineRow } | { readonly problem: string };

const readRow = (candidate: unknown): RowRead => {
  const { success, data, error } = GuidelineRow.safeParse(candidate);
  if (!success) return { problem: issueInWords(error.issues[0]) };
  const problem = rowProblem(data);
  return problem === null ? { row: data } : { problem };
};

const readRows = (candidates: readonly unknown[]): TableRead => {
  const read = candidates.map(readRow);
  return {
    rows: read.flatMap((one) => ('row' in one ? [one.row] : [])),
    messages: read.flatMap((one, index) =>
      'row' in one ? [] : [`Row ${String(index + 1)} was left out: ${one.problem}`],
    ),
  };
};

/** Reads a table from CSV as {@link guidelinesToCsv} writes it, the columns in any order. */
export const guidelinesFromCsv = (csv: string): TableRead => {
  const [names = [], ...lines] = cellsOf(csv.replace(/^\ufeff/u, ''));
  const trimmed = names.map((name) => name.trim());
  const missing = COLUMNS.find((column) => !trimmed.includes(column));
  if (missing !== undefined) return { rows: [], messages: [`The table has no column "${missing}".`] };
  return readRows(lines.map((cells) => rowOf(trimmed, cells)));
};

/** Reads a table from JSON: an array of rows. */
export const guidelinesFromJson = (json: string): TableRead => {
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value)
      ? readRows(value)
      : { rows: [], messages: ['The file holds no array of guideline rows.'] };
  } catch {
    return { rows: [], messages: ['The file is no JSON.'] };
  }
};
