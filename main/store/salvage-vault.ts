import type { Database } from './open-database.ts';

/** What could not be read, as one says it. */
export type Salvage = { readonly lost: readonly string[] };

/** The tables in the order in which their rows can be put back, with what their rows are. */
const TABLES = [
  ['case_key', ''],
  ['case_summary', 'where the cases stood when they were last written'],
  ['setting', ''],
  ['precedent_letter', 'precedents'],
  ['precedent', 'precedents'],
  ['leftover', ''],
] as const;

const SETTINGS = [
  ['settings', 'settings'],
  ['snippets', 'snippets'],
  ['guidelines', 'changes to the guideline table'],
  ['rules', 'rules of your own'],
  ['cover-template', 'the cover page'],
] as const;

type Row = Readonly<Record<string, unknown>>;
type Read = { readonly rows: readonly Row[]; readonly isWhole: boolean };

const readUntilDamage = (db: Database, sql: string): Read => {
  const rows: Row[] = [];
  try {
    for (const row of db.prepare<[], Row>(sql).iterate()) rows.push(row);
    return { rows, isWhole: true };
  } catch {
    return { rows, isWhole: false };
  }
};

/** From both ends, as damage in one place ends each of the two. */
const readTable = (db: Database, table: string): Read => {
  const forwards = readUntilDamage(db, `SELECT rowid AS _rowid_of, * FROM ${table} ORDER BY rowid`);
  if (forwards.isWhole) return forwards;
  const backwards = readUntilDamage(db, `SELECT rowid AS _rowid_of, * FROM ${table} ORDER BY rowid DESC`);
  const known = new Set(forwards.rows.map((row) => row._rowid_of));
  return { rows: [...forwards.rows, ...backwards.rows.filter((row) => !known.has(row._rowid_of))], isWhole: false };
};

const putBack = (db: Database, table: string, { _rowid_of: _, ...row }: Row): void => {
  const names = Object.keys(row);
  try {
    db.prepare(
      `INSERT OR IGNORE INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
    ).run(row);
  } catch {
    // A row whose own row of another table is gone, or one of a table that this version has in another shape.
  }
};

const lostSettings = (rows: readonly Row[]): string[] =>
  SETTINGS.filter(([name]) => !rows.some((row) => row.name === name)).map(([, words]) => words);

/** Copies what can be read of a damaged `vault.db` into a new one. */
export const salvageVault = (damaged: Database | null, into: Database): Salvage => {
  const lost = TABLES.flatMap(([table, words]) => {
    const { rows, isWhole } = damaged === null ? { rows: [], isWhole: false } : readTable(damaged, table);
    into.transaction(() => rows.forEach((row) => putBack(into, table, row))).immediate();
    if (isWhole) return [];
    return table === 'setting' ? lostSettings(rows) : words === '' ? [] : [words];
  });
  return { lost: [...new Set(lost)] };
};
