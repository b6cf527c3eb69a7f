import type { Line } from './read-lines.ts';

/** What the rows of a table are, as the names of its columns tell. */
type RowSubject = 'result' | 'problem' | 'allergy';

/** A row of a table with what stands in it, by the column's name in small letters. */
export type NamedRow = {
  readonly subject: RowSubject;
  readonly line: Line;
  readonly cells: ReadonlyMap<string, string>;
  /** The line that gives the row its day: its own, or the one above whose cell reaches over this row; null for none. */
  readonly datedBy: Line | null;
};

const NAMES: Readonly<Record<'test' | 'value' | 'problem' | 'substance' | 'date', RegExp>> = {
  test: /^(?:lab(?:oratory)? )?(?:tests?|components?|analytes?|observations?|lab(?:oratory)?)(?: name)?$/,
  value: /^(?:values?|results?|result value|findings?)$/,
  problem: /^(?:active )?(?:problems?|conditions?|diagnos[ei]s)(?: name| description)?$/,
  substance: /^(?:substances?|allergens?|allerg(?:y|ies)|allergy substance|active allergies|agents?)$/,
  date: /\b(?:dates?|day|time|collected|performed|noted|onset)\b/,
};

const columnsOf = (line: Line): string[] => cellsOf(line).map((cell) => cell.toLowerCase().replace(/[:*]+$/, ''));
/** Cells of a row of running text: a tab stands between them, also before a first one that is empty. */
const cellsOf = ({ text, indent }: Line): string[] => [
  ...Array.from({ length: text.includes('\t') || indent > 0 ? Math.min(indent, 20) : 0 }, () => ''),
  ...text.split('\t').map((cell) => cell.trim()),
];

const has = (columns: readonly string[], name: RegExp): boolean => columns.some((column) => name.test(column));

const subjectOf = (columns: readonly string[]): RowSubject | null => {
  if (columns.length < 2) return null;
  if (has(columns, NAMES.test) && has(columns, NAMES.value)) return 'result';
  if (has(columns, NAMES.substance)) return 'allergy';
  return has(columns, NAMES.problem) ? 'problem' : null;
};

type Table = { readonly subject: RowSubject; readonly columns: readonly string[] };

const rowOf = ({ subject, columns }: Table, line: Line, above: NamedRow | undefined): NamedRow => {
  const own = new Map(cellsOf(line).flatMap((cell, at) => (columns[at] === undefined ? [] : [[columns[at], cell]])));
  const isDated = [...own].some(([column, cell]) => NAMES.date.test(column) && cell !== '');
  return { subject, line, cells: own, datedBy: isDated ? line : (above?.datedBy ?? null) };
};

/**
 * The rows of tables whose head names what they hold: results, problems, allergies. Such rows are neither sentences nor
 * entries of a chart, though they may begin with a day. Only tables of running text, whose columns are known.
 */
export const findNamedRows = (lines: readonly Line[]): NamedRow[] => {
  const rows: NamedRow[] = [];
  let table: Table | null = null;
  let above: NamedRow | undefined;
  for (const line of lines) {
    const isRow = line.text.includes('\t') || (table !== null && line.indent > 0 && line.text !== '');
    if (!isRow) table = null;
    else if (line.print === 'head of a table') {
      const columns = columnsOf(line);
      const subject = subjectOf(columns);
      table = subject === null ? null : { subject, columns };
      above = undefined;
    } else if (table !== null) {
      above = rowOf(table, line, above);
      rows.push(above);
    }
  }
  return rows;
};

/** What the row says in the column that names its subject, and in those that tell its value. */
export const namedCell = ({ cells }: NamedRow, name: keyof typeof NAMES): string =>
  [...cells].find(([column, cell]) => NAMES[name].test(column) && cell !== '')?.[1] ?? '';

/** What stands in the first column whose name fits. */
export const cellNamed = ({ cells }: NamedRow, name: RegExp): string =>
  [...cells].find(([column]) => name.test(column))?.[1] ?? '';
