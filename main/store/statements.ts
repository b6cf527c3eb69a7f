import type { Statement } from 'better-sqlite3';
import type { CaseId } from '../../shared/ids.ts';
import { Refusal } from '../../shared/reply.ts';
import type { Topic } from '../../shared/topic.ts';
import type { DraftTable, ReadCase, Row, WriteCase } from './case-file.ts';
import type { Database } from './open-database.ts';
import { noteReads } from './reads.ts';
import { topicsRead, topicsWritten } from './tables.ts';

/** What a change under way has written, and how it writes rows of drafts. */
export type Transaction = {
  readonly topics: Set<Topic>;
  readonly put: (table: DraftTable, row: Row) => void;
  readonly remove: (table: DraftTable, id: string) => void;
  readonly log: (method: string, note: string) => void;
};

type Prepared = {
  readonly statement: Statement<unknown[], unknown>;
  readonly reads: readonly Topic[];
  readonly writes: readonly Topic[];
};

export type Opening = {
  /** Learns of every write, before whoever asked for it is answered. */
  readonly onWritten?: () => void;
  /** Why the case can only be read, in a sentence; empty where it can be changed. */
  readonly readOnlyBecause?: string;
};

type Handle = Opening & {
  readonly db: Database;
  readonly transaction: Transaction | null;
  /** The open case that a handle inside a change belongs to. */
  readonly owner: ReadCase;
};

/** The database behind a case file. It is nowhere in the object, so that nobody outside this room can come by it. */
const handles = new WeakMap<ReadCase, Handle>();
const prepared = new WeakMap<Database, Map<string, Prepared>>();

const handleOf = (file: ReadCase): Handle => {
  const handle = handles.get(file);
  if (handle === undefined) throw new Error('this is no open case file');
  return handle;
};

/** An open database as a case file. */
export const caseFile = (id: CaseId, db: Database, opening: Opening = {}): ReadCase => {
  const file = { id } as ReadCase;
  handles.set(file, { ...opening, db, transaction: null, owner: file });
  return file;
};

/** Tells whoever keeps the file's head that it has moved. */
export const tellWritten = (file: ReadCase): void => handleOf(file).onWritten?.();

/** Refuses with `refused` to change a case that can only be read. */
export const refuseReadOnly = (file: ReadCase): void => {
  const { readOnlyBecause = '' } = handleOf(file);
  if (readOnlyBecause !== '') throw new Refusal('refused', readOnlyBecause);
};

/** The case file as it is written inside a transaction. */
export const writingIn = (file: ReadCase, transaction: Transaction): WriteCase => {
  const write = { id: file.id } as WriteCase;
  handles.set(write, { ...handleOf(file), transaction });
  return write;
};

/** The database behind a case file, for what is no query: pragmas, checks, the door itself. */
export const databaseOf = (file: ReadCase): Database => handleOf(file).db;

/** The open case that this handle belongs to. */
export const ownerOf = (file: ReadCase): ReadCase => handleOf(file).owner;

/** The change under way; throws outside one. */
export const transactionOf = (file: WriteCase): Transaction => {
  const { transaction } = handleOf(file);
  if (transaction === null) throw new Error('a case is written only inside a change');
  return transaction;
};

const prepare = (db: Database, sql: string): Prepared => {
  const known = prepared.get(db) ?? new Map<string, Prepared>();
  prepared.set(db, known);
  const before = known.get(sql);
  if (before !== undefined) return before;
  const statement = db.prepare<unknown[], unknown>(sql);
  const fresh: Prepared = {
    statement,
    reads: topicsRead(sql),
    writes: statement.readonly ? [] : topicsWritten(sql),
  };
  known.set(sql, fresh);
  return fresh;
};

/** A query of any database of ours, prepared once; what it reads is noted. Throws where it would write. */
export const queryOf = <P extends unknown[], R>(db: Database, sql: string): Statement<P, R> => {
  const { statement, reads } = prepare(db, sql);
  if (!statement.readonly) throw new Error('a query does not write');
  noteReads(reads);
  return statement as Statement<P, R>;
};

/** A statement of any database of ours, prepared once, with the topics that it changes. */
export const statementOf = <P extends unknown[], R>(
  db: Database,
  sql: string,
): { readonly statement: Statement<P, R>; readonly topics: readonly Topic[] } => {
  const { statement, writes } = prepare(db, sql);
  return { statement: statement as Statement<P, R>, topics: writes };
};

/** A query of a case: see {@link queryOf}. */
export const query = <P extends unknown[], R>(file: ReadCase, sql: string): Statement<P, R> =>
  queryOf<P, R>(databaseOf(file), sql);

const DRAFT_WRITE =
  /\b(?:INTO|UPDATE|DELETE FROM)\s+(?:fact|visit|entry|sentence|item|twin|eye_reading|document|negative_search|oddity)\b/u;

/** A statement that writes inside a change; the topics that it changes are noted. Drafts are written by {@link put}. */
export const statement = <P extends unknown[], R>(file: WriteCase, sql: string): Statement<P, R> => {
  const { topics } = transactionOf(file);
  if (DRAFT_WRITE.test(sql)) throw new Error('drafts are written row by row, so that they can be taken back');
  const found = statementOf<P, R>(databaseOf(file), sql);
  for (const topic of found.topics) topics.add(topic);
  return found.statement;
};

/** Adds or replaces a row of a draft; the background leaves one alone that a person has touched. */
export const put = (file: WriteCase, table: DraftTable, row: Row): void => transactionOf(file).put(table, row);

/** Removes a row of a draft; the background leaves one alone that a person has touched. */
export const remove = (file: WriteCase, table: DraftTable, id: string): void => transactionOf(file).remove(table, id);
