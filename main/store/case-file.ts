import type { CaseId } from '../../shared/ids.ts';
import type { Database } from './open-database.ts';

/** An open case file that may be read. */
export type ReadCase = { readonly id: CaseId; readonly db: Database };

/** The tables whose rows a reviewer changes, and undo takes back. All have a text key `id`. */
export const DRAFT_TABLES = ['fact', 'entry', 'sentence', 'item', 'twin', 'eye_reading'] as const;
export type DraftTable = (typeof DRAFT_TABLES)[number];
export type Row = { readonly id: string } & Readonly<Record<string, string | number | null>>;

/** A case file inside one recorded transaction: only `changeCase` hands it out. */
export type WriteCase = ReadCase & {
  /** Adds or replaces a row. */
  readonly put: (table: DraftTable, row: Row) => void;
  readonly remove: (table: DraftTable, id: string) => void;
};
