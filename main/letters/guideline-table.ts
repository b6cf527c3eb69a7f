import {
  GivenGuidelineRow,
  type GuidelineRow,
  type GuidelineDifference,
  type GuidelineTable,
} from '../../shared/guideline.ts';
import { DayDate } from '../../shared/partial-date.ts';
import { readGuidelineCsv } from './guideline-csv.ts';
import { rowProblem, tableProblem } from './guideline-rules.ts';

/** A table as it was read from a file; or, in a sentence, why nothing of it can be taken. */
export type TableRead =
  | { readonly rows: readonly GuidelineRow[]; readonly completeTo: string | null; readonly messages: readonly string[] }
  | { readonly problem: string };

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string };

/** The schema's own words where they are meant for people. */
const issueInWords = (issue: Issue | undefined): string => {
  const part = issue === undefined || issue.path.length === 0 ? 'it' : issue.path.map(String).join('.');
  return issue === undefined || issue.message.startsWith('Invalid')
    ? `${part} is missing or not as it should be`
    : `${part} ${issue.message}`;
};

type Candidate = { readonly line: number; readonly value: unknown };
type RowRead = { readonly row: GuidelineRow } | { readonly line: number; readonly problem: string };

const readRow = ({ line, value }: Candidate): RowRead => {
  const { success, data, error } = GivenGuidelineRow.safeParse(value);
  if (!success) return { line, problem: issueInWords(error.issues[0]) };
  const problem = rowProblem(data);
  return problem === null ? { row: data } : { line, problem: problem.replace(/\.$/u, '') };
};

const readRows = (
  candidates: readonly Candidate[],
  what: 'Line' | 'Row',
  completeTo: string | null,
  messages: readonly string[],
): TableRead => {
  if (candidates.length === 0) return { problem: 'The file holds no edition of a guideline.' };
  const read = candidates.map(readRow);
  const wrong = read.filter((one) => 'problem' in one);
  const [first] = wrong;
  if (first !== undefined) {
    const more = wrong.length === 1 ? '' : `, and ${String(wrong.length - 1)} more are wrong`;
    return { problem: `${what} ${String(first.line)}: ${first.problem}${more}; nothing was taken.` };
  }
  return { rows: read.flatMap((one) => ('row' in one ? [one.row] : [])), completeTo, messages };
};

const fromCsv = (csv: string): TableRead => {
  const read = readGuidelineCsv(csv);
  return 'problem' in read ? read : readRows(read.candidates, 'Line', null, read.messages);
};

const fromJson = (json: string): TableRead => {
  try {
    const value: unknown = JSON.parse(json);
    const isTable = typeof value === 'object' && value !== null && 'rows' in value;
    const rows: unknown = isTable ? value.rows : value;
    if (!Array.isArray(rows)) return { problem: 'The file holds no array of guideline rows.' };
    const completeTo = isTable && 'completeTo' in value ? DayDate.safeParse(value.completeTo) : null;
    return readRows(
      rows.map((row: unknown, index) => ({ line: index + 1, value: row })),
      'Row',
      completeTo?.success ? completeTo.data : null,
      [],
    );
  } catch {
    return { problem: 'The file is no JSON.' };
  }
};

/** Reads a table from JSON or CSV, whole or not at all. */
export const readGuidelineFile = (text: string): TableRead =>
  /^\s*[[{]/u.test(text.replace(/^\ufeff/u, '')) ? fromJson(text.replace(/^\ufeff/u, '')) : fromCsv(text);

const slugOf = ({ chapter, year, effectiveFrom }: GuidelineRow): string =>
  [chapter, year, effectiveFrom]
    .join(' ')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');

/** A row without an id is the one of the same chapter, year and day that is there, or a new one. */
const withId = (row: GuidelineRow, present: readonly GuidelineRow[]): GuidelineRow => {
  if (row.id !== '') return row;
  const same = present.find(
    ({ chapter, year, effectiveFrom }) =>
      chapter === row.chapter && year === row.year && effectiveFrom === row.effectiveFrom,
  );
  return { ...row, id: same?.id ?? slugOf(row) };
};

/** The rows with this one in its place, or at their end. */
export const putRow = (rows: readonly GuidelineRow[], row: GuidelineRow): GuidelineRow[] =>
  rows.some(({ id }) => id === row.id) ? rows.map((other) => (other.id === row.id ? row : other)) : [...rows, row];

const partsThatDiffer = (before: GuidelineRow, after: GuidelineRow): string[] =>
  (Object.keys(before) as (keyof GuidelineRow)[]).filter(
    (part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]),
  );

/**
 * What a table that was read would change: its rows added to those that are there, or in their place. Where the table
 * that came of it would not be sound, says why.
 */
export const compareTables = (
  present: GuidelineTable,
  { rows, completeTo, messages }: Exclude<TableRead, { readonly problem: string }>,
  mode: 'add' | 'replace',
): GuidelineDifference | { readonly problem: string } => {
  const own = rows.map((row) => withId(row, present.rows));
  const result = mode === 'replace' ? own : own.reduce(putRow, [...present.rows]);
  const problem = tableProblem(mode === 'replace' ? result : [...result, ...twiceIn(own)]);
  if (problem !== null) return { problem: `${problem} Nothing was taken.` };
  const before = new Map(present.rows.map((row) => [row.id, row]));
  return {
    table: { completeTo: completeTo ?? present.completeTo, rows: result },
    messages: [...messages],
    added: result.filter(({ id }) => !before.has(id)),
    removed: present.rows.filter(({ id }) => !result.some((row) => row.id === id)),
    changed: result.flatMap((after) => {
      const was = before.get(after.id);
      const what = was === undefined ? [] : partsThatDiffer(was, after);
      return was === undefined || what.length === 0 ? [] : [{ before: was, after, what }];
    }),
  };
};

/** Rows of a file whose id another one of it has already. */
const twiceIn = (rows: readonly GuidelineRow[]): GuidelineRow[] =>
  rows.filter(({ id }, index) => rows.findIndex((other) => other.id === id) < index);
