import { createHash } from 'node:crypto';
import { Refusal } from '../../shared/reply.ts';
import type { DraftTable, ReadCase, Row, WriteCase } from './case-file.ts';

/** What a change did to one row; null: there was none, or there is none any more. */
type Patch = {
  readonly table: DraftTable;
  readonly id: string;
  readonly before: Row | null;
  readonly after: Row | null;
};

export type Change = {
  readonly method: string;
  /** What to say of it in the log; never words of a record. */
  readonly note?: string;
  /** Changes with the same key within {@link JOIN_MS} are one step of undo: a run of typing. */
  readonly joinKey?: string;
  /** The change that makes the case: there is nothing before it to go back to. */
  readonly isFirst?: boolean;
  readonly now: Date;
};

type Step = {
  readonly id: number;
  readonly method: string;
  readonly join_key: string;
  readonly joined_at: number;
  readonly first_seq: number;
  readonly last_seq: number;
};
type Link = {
  readonly seq: number;
  readonly at: string;
  readonly method: string;
  readonly note: string;
  readonly patches: string;
  readonly previous: string;
  readonly hash: string;
};

/** Pauses longer than this begin a new step of undo. */
export const JOIN_MS = 1500;

const readRow = (file: ReadCase, table: DraftTable, id: string): Row | null =>
  file.db.prepare<[string], Row>(`SELECT * FROM ${table} WHERE id = ?`).get(id) ?? null;

const writeRow = (file: ReadCase, table: DraftTable, id: string, row: Row | null): void => {
  if (row === null) {
    file.db.prepare(`DELETE FROM ${table} WHERE id = ?`).run(id);
    return;
  }
  const names = Object.keys(row);
  file.db
    .prepare(
      `INSERT OR REPLACE INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
    )
    .run(row);
};

const hashOf = (link: Omit<Link, 'hash'>): string =>
  createHash('sha256')
    .update(JSON.stringify([link.seq, link.at, link.method, link.note, link.patches, link.previous]))
    .digest('hex');

const appendLink = (file: ReadCase, change: Change, patches: readonly Patch[]): number => {
  const last = file.db
    .prepare<[], { seq: number; hash: string }>('SELECT seq, hash FROM change ORDER BY seq DESC LIMIT 1')
    .get();
  const link = {
    seq: (last?.seq ?? 0) + 1,
    at: change.now.toISOString(),
    method: change.method,
    note: change.note ?? '',
    patches: JSON.stringify(patches),
    previous: last?.hash ?? '',
  };
  file.db
    .prepare(
      'INSERT INTO change (seq, at, method, note, patches, previous, hash) VALUES (@seq, @at, @method, @note, @patches, @previous, @hash)',
    )
    .run({ ...link, hash: hashOf(link) });
  return link.seq;
};

const pushStep = (file: ReadCase, change: Change, seq: number): void => {
  const top = file.db
    .prepare<[], Step & { is_undone: number }>('SELECT * FROM undo_step ORDER BY id DESC LIMIT 1')
    .get();
  file.db.prepare('DELETE FROM undo_step WHERE is_undone = 1').run();
  const now = change.now.getTime();
  const joins =
    top !== undefined &&
    top.is_undone === 0 &&
    change.joinKey !== undefined &&
    top.join_key === change.joinKey &&
    top.last_seq === seq - 1 &&
    now - top.joined_at <= JOIN_MS;
  if (joins) file.db.prepare('UPDATE undo_step SET last_seq = ?, joined_at = ? WHERE id = ?').run(seq, now, top.id);
  else
    file.db
      .prepare(
        'INSERT INTO undo_step (method, join_key, joined_at, first_seq, last_seq, is_undone) VALUES (?, ?, ?, ?, ?, 0)',
      )
      .run(change.method, change.joinKey ?? '', now, seq, seq);
};

/**
 * Runs `work` as one transaction, records what it did to the drafts, and makes it one step of undo. A change that
 * alters nothing leaves no trace. An error in `work` leaves the file as it was.
 */
export const changeCase = <T>(file: ReadCase, change: Change, work: (write: WriteCase) => T): T =>
  file.db
    .transaction(() => {
      const patches: Patch[] = [];
      const record = (table: DraftTable, id: string, after: Row | null): void => {
        const before = readRow(file, table, id);
        if (JSON.stringify(before) === JSON.stringify(after)) return;
        writeRow(file, table, id, after);
        patches.push({ table, id, before, after: after === null ? null : readRow(file, table, id) });
      };
      const result = work({
        ...file,
        put: (table, row) => record(table, row.id, row),
        remove: (table, id) => record(table, id, null),
      });
      const real = patches.filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));
      if (real.length > 0) {
        const seq = appendLink(file, change, real);
        if (change.isFirst !== true) pushStep(file, change, seq);
      }
      return result;
    })
    .immediate();

/** Adds a line to the log for what undo does not take back: imports, exports, overrides. */
export const logEvent = (file: ReadCase, change: Change): void => {
  file.db.transaction(() => appendLink(file, change, [])).immediate();
};

const patchesOf = (file: ReadCase, step: Step): Patch[] =>
  file.db
    .prepare<[number, number], { patches: string }>('SELECT patches FROM change WHERE seq BETWEEN ? AND ? ORDER BY seq')
    .all(step.first_seq, step.last_seq)
    .flatMap(({ patches }) => JSON.parse(patches) as Patch[]);

const replay = (
  file: ReadCase,
  step: Step,
  method: string,
  patches: readonly Patch[],
  isUndone: number,
  now: Date,
): string =>
  file.db
    .transaction(() => {
      patches.forEach(({ table, id, after }) => writeRow(file, table, id, after));
      appendLink(file, { method, note: step.method, now }, patches);
      file.db.prepare('UPDATE undo_step SET is_undone = ?, join_key = ? WHERE id = ?').run(isUndone, '', step.id);
      return step.method;
    })
    .immediate();

const undoable = (file: ReadCase): Step | undefined =>
  file.db.prepare<[], Step>('SELECT * FROM undo_step WHERE is_undone = 0 ORDER BY id DESC LIMIT 1').get();
const redoable = (file: ReadCase): Step | undefined =>
  file.db.prepare<[], Step>('SELECT * FROM undo_step WHERE is_undone = 1 ORDER BY id LIMIT 1').get();

export const canUndo = (file: ReadCase): boolean => undoable(file) !== undefined;
export const canRedo = (file: ReadCase): boolean => redoable(file) !== undefined;

/** Takes back the last step and returns the method that made it; refuses with `refused` where there is none. */
export const undoChange = (file: ReadCase, now: Date): string => {
  const step = undoable(file);
  if (step === undefined) throw new Refusal('refused', 'There is nothing to undo.');
  const inverse = patchesOf(file, step)
    .reverse()
    .map(({ table, id, before, after }) => ({ table, id, before: after, after: before }));
  return replay(file, step, 'change.undo', inverse, 1, now);
};

/** Does again what was last undone; refuses with `refused` where there is nothing. */
export const redoChange = (file: ReadCase, now: Date): string => {
  const step = redoable(file);
  if (step === undefined) throw new Refusal('refused', 'There is nothing to redo.');
  return replay(file, step, 'change.redo', patchesOf(file, step), 0, now);
};

/** The first row of the log that does not carry the hash of the one before, or of itself; null when the chain holds. */
export const brokenLink = (file: ReadCase): number | null => {
  let previous = '';
  for (const link of file.db.prepare<[], Link>('SELECT * FROM change ORDER BY seq').iterate()) {
    if (link.previous !== previous || hashOf(link) !== link.hash) return link.seq;
    previous = link.hash;
  }
  return null;
};
