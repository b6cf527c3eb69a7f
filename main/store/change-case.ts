import { createHash } from 'node:crypto';
import { Refusal } from '../../shared/reply.ts';
import type { Topic } from '../../shared/topic.ts';
import type { DraftTable, ReadCase, Row, WriteCase } from './case-file.ts';
import { readHead, type CaseHead } from './case-head.ts';
import { readRow, sameRow, writeRow } from './draft-rows.ts';
import type { Database } from './open-database.ts';
import type { SeenRevision } from './seen-revision.ts';
import { settleStale, type Patch } from './stale-fields.ts';
import {
  databaseOf,
  queryOf,
  refuseReadOnly,
  statementOf,
  tellWritten,
  transactionOf,
  writingIn,
  type Transaction,
} from './statements.ts';
import { topicsWritten } from './tables.ts';
import { noteVisits } from './visit-changes.ts';

export type Change = {
  readonly method: string;
  /** What to say of it in the log; never words of a record. */
  readonly note?: string;
  /** Changes with the same key within {@link JOIN_MS} are one step of undo: a run of typing. */
  readonly joinKey?: string;
  /** The change that makes the case: there is nothing before it to go back to. */
  readonly isFirst?: boolean;
  /** Work of the application itself: no step of undo, and nothing that a person has touched is changed by it. */
  readonly isBackground?: boolean;
  /** What was shown when the change was made: what another has changed since is not overwritten. */
  readonly seen?: SeenRevision;
  readonly now: Date;
};

/** What was done, what it touched, and the number of the case's last change after it. */
export type Changed<T> = { readonly value: T; readonly topics: readonly Topic[]; readonly revision: number };

/** What a step of undo took back: the method, and the rows that it changed. */
export type Undone = { readonly method: string; readonly rows: readonly { table: DraftTable; id: string }[] };

type Step = {
  readonly id: number;
  readonly method: string;
  readonly join_key: string;
  readonly joined_at: number;
  readonly first_seq: number;
  readonly last_seq: number;
};
/** A change as it stands in the log. */
export type Link = {
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

/** The hash that a change carries: over all of it, the hash of the one before included. */
export const hashOf = (link: Omit<Link, 'hash'>): string =>
  createHash('sha256')
    .update(JSON.stringify([link.seq, link.at, link.method, link.note, link.patches, link.previous]))
    .digest('hex');

/** Where the case file stands. */
export const headOf = (file: ReadCase): CaseHead => readHead(databaseOf(file));

/** The number of the case's last change. */
export const revisionOf = (file: ReadCase): number =>
  queryOf<[], { seq: number | null }>(databaseOf(file), 'SELECT max(seq) AS seq FROM change').get()?.seq ?? 0;

const run = (file: ReadCase, sql: string, ...values: unknown[]): void => {
  statementOf(databaseOf(file), sql).statement.run(...values);
};

const appendLink = (
  file: ReadCase,
  { method, note = '', now }: Pick<Change, 'method' | 'note' | 'now'>,
  patches: readonly Patch[],
): number => {
  const { seq: last, hash: previous } = headOf(file);
  const link = { seq: last + 1, at: now.toISOString(), method, note, patches: JSON.stringify(patches), previous };
  run(
    file,
    `INSERT INTO change (seq, at, method, note, patches, previous, hash)
     VALUES (@seq, @at, @method, @note, @patches, @previous, @hash)`,
    { ...link, hash: hashOf(link) },
  );
  return link.seq;
};

const pushStep = (file: ReadCase, { method, joinKey = '', now }: Change, seq: number): void => {
  const top = queryOf<[], Step & { is_undone: number }>(
    databaseOf(file),
    'SELECT * FROM undo_step ORDER BY id DESC LIMIT 1',
  ).get();
  run(file, 'DELETE FROM undo_step WHERE is_undone = 1');
  const at = now.getTime();
  const joins =
    top !== undefined &&
    top.is_undone === 0 &&
    joinKey !== '' &&
    top.join_key === joinKey &&
    top.last_seq === seq - 1 &&
    // A clock that was set back joins nothing.
    at >= top.joined_at &&
    at - top.joined_at <= JOIN_MS;
  if (joins) run(file, 'UPDATE undo_step SET last_seq = ?, joined_at = ? WHERE id = ?', seq, at, top.id);
  else
    run(
      file,
      'INSERT INTO undo_step (method, join_key, joined_at, first_seq, last_seq, is_undone) VALUES (?, ?, ?, ?, ?, 0)',
      method,
      joinKey,
      at,
      seq,
      seq,
    );
};

const totalChanges = (file: ReadCase): number =>
  queryOf<[], { n: number }>(databaseOf(file), 'SELECT total_changes() AS n').get()?.n ?? 0;

/** One transaction from which everything is read that it writes by; whoever keeps the file's head learns of it. */
const transact = <T>(file: ReadCase, topics: ReadonlySet<Topic>, work: () => T): Changed<T> => {
  refuseReadOnly(file);
  const db = databaseOf(file);
  let isWritten = false;
  const value = db
    .transaction(() => {
      const before = totalChanges(file);
      const result = work();
      isWritten = totalChanges(file) > before;
      if (isWritten) run(file, 'UPDATE head SET writes = writes + 1');
      return result;
    })
    .immediate();
  if (isWritten) tellWritten(file);
  return { value, topics: [...topics], revision: revisionOf(file) };
};

/** Remembers which visits a change has touched, once it stands. */
const noting = <T>(file: ReadCase, patches: readonly Patch[], write: () => Changed<T>): Changed<T> => {
  const before = revisionOf(file);
  const changed = write();
  noteVisits(file, patches, { before, after: changed.revision });
  return changed;
};

/** Writes rows and keeps what they were. */
const recorder = (
  file: ReadCase,
  { isBackground = false, seen }: Change,
  patches: Patch[],
  topics: Set<Topic>,
): Pick<Transaction, 'put' | 'remove'> => {
  const record = (table: DraftTable, id: string, row: Row | null): void => {
    const before = readRow(file, table, id);
    if (sameRow(before, row)) return;
    if (isBackground && before?.['touched'] === 1) return;
    const kept = seen === undefined ? row : settleStale(file, { table, id, before, after: row }, seen);
    writeRow(file, table, id, kept === null ? null : { ...kept, touched: isBackground ? 0 : 1 });
    for (const topic of topicsWritten(`UPDATE ${table}`)) topics.add(topic);
    patches.push({ table, id, before, after: readRow(file, table, id) });
  };
  return { put: (table, row) => record(table, row.id, row), remove: (table, id) => record(table, id, null) };
};

/** What may be said of a change once it is known inside its transaction. */
export type Describe = (more: Pick<Change, 'note' | 'joinKey'>) => void;

/**
 * The one way to change a case: runs `work` as one transaction, in which it reads what it writes by. What it did to the
 * drafts is recorded, and is one step of undo. A change that alters nothing leaves no trace. An error in `work` leaves
 * the file as it was. Refuses with `stale` what would overwrite a field that another has changed since it was seen.
 */
export const changeCase = <T>(
  file: ReadCase,
  change: Change,
  work: (write: WriteCase, describe: Describe) => T,
): Changed<T> => {
  const topics = new Set<Topic>();
  const patches: Patch[] = [];
  return noting(file, patches, () =>
    transact(file, topics, () => {
      let told = change;
      const log = (method: string, note: string): void => {
        topics.add('history');
        appendLink(file, { method, note, now: change.now }, []);
      };
      const write = writingIn(file, { topics, log, ...recorder(file, change, patches, topics) });
      const value = work(write, (more) => {
        told = { ...told, ...more };
      });
      const real = patches.filter(({ before, after }) => !sameRow(before, after));
      if (real.length === 0) return value;
      topics.add('history');
      // What the application found by itself stands in the log by its number alone: it can be found again.
      if (change.isBackground) appendLink(file, { ...told, note: JSON.stringify({ rows: real.length }) }, []);
      else {
        const seq = appendLink(file, told, real);
        if (change.isFirst !== true) pushStep(file, told, seq);
      }
      return value;
    }),
  );
};

/** Adds a line to the log for what undo does not take back: imports, exports. Its note never holds words of a record. */
export const logEvent = (file: WriteCase, method: string, note: string): void => transactionOf(file).log(method, note);

const patchesOf = (file: ReadCase, step: Step): Patch[] =>
  queryOf<[number, number], { patches: string }>(
    databaseOf(file),
    'SELECT patches FROM change WHERE seq BETWEEN ? AND ? ORDER BY seq',
  )
    .all(step.first_seq, step.last_seq)
    .flatMap(({ patches }) => JSON.parse(patches) as Patch[]);

const CHANGED_SINCE = 'What this would take back was changed again since; it stays as it is.';

const replay = (
  file: ReadCase,
  step: Step,
  patches: readonly Patch[],
  isUndone: boolean,
  now: Date,
): Changed<Undone> => {
  const topics = new Set<Topic>(['history']);
  return noting(file, patches, () =>
    transact(file, topics, () => {
      for (const { table, id, before, after } of patches) {
        if (!sameRow(readRow(file, table, id), before)) throw new Refusal('refused', CHANGED_SINCE, { table, id });
        writeRow(file, table, id, after === null ? null : { ...after, touched: 1 });
        for (const topic of topicsWritten(`UPDATE ${table}`)) topics.add(topic);
      }
      appendLink(file, { method: isUndone ? 'change.undo' : 'change.redo', note: step.method, now }, patches);
      run(file, `UPDATE undo_step SET is_undone = ?, join_key = '' WHERE id = ?`, Number(isUndone), step.id);
      const rows = new Map(patches.map(({ table, id }) => [`${table} ${id}`, { table, id }]));
      return { method: step.method, rows: [...rows.values()] };
    }),
  );
};

const undoable = (file: ReadCase): Step | undefined =>
  queryOf<[], Step>(databaseOf(file), 'SELECT * FROM undo_step WHERE is_undone = 0 ORDER BY id DESC LIMIT 1').get();
const redoable = (file: ReadCase): Step | undefined =>
  queryOf<[], Step>(databaseOf(file), 'SELECT * FROM undo_step WHERE is_undone = 1 ORDER BY id LIMIT 1').get();

export const canUndo = (file: ReadCase): boolean => undoable(file) !== undefined;
export const canRedo = (file: ReadCase): boolean => redoable(file) !== undefined;

/**
 * Takes back the last step and says what that was; refuses with `refused` where there is none, or where what it would
 * take back was changed again since.
 */
export const undoChange = (file: ReadCase, now: Date): Changed<Undone> => {
  const step = undoable(file);
  if (step === undefined) throw new Refusal('refused', 'There is nothing to undo.');
  const inverse = patchesOf(file, step)
    .reverse()
    .map(({ table, id, before, after }) => ({ table, id, before: after, after: before }));
  return replay(file, step, inverse, true, now);
};

/** Does again what was last undone; refuses with `refused` as {@link undoChange} does. */
export const redoChange = (file: ReadCase, now: Date): Changed<Undone> => {
  const step = redoable(file);
  if (step === undefined) throw new Refusal('refused', 'There is nothing to redo.');
  return replay(file, step, patchesOf(file, step), false, now);
};

/** The first row of the log that does not carry the hash of the one before, or of itself; null when the chain holds. */
export const brokenLink = (file: ReadCase): number | null => brokenLinkIn(databaseOf(file));

/** {@link brokenLink} in a file that is just being opened. */
export const brokenLinkIn = (db: Database): number | null => {
  let previous = '';
  // A statement of its own: one that is gone through cannot be used by others meanwhile.
  for (const link of db.prepare<[], Link>('SELECT * FROM change ORDER BY seq').iterate()) {
    if (link.previous !== previous || hashOf(link) !== link.hash) return link.seq;
    previous = link.hash;
  }
  return null;
};
