import type { CaseId } from '../../shared/ids.ts';

declare const reads: unique symbol;
declare const writes: unique symbol;

/** An open case file that may be read; the same object for as long as it is open. */
export type ReadCase = { readonly id: CaseId; readonly [reads]: true };

/** A case file inside the one transaction of a change: only `changeCase` hands it out. */
export type WriteCase = ReadCase & { readonly [writes]: true };

/** The tables whose rows a reviewer changes, and undo takes back. All have a key `id`. */
export type DraftTable =
  'fact' | 'visit' | 'entry' | 'sentence' | 'item' | 'twin' | 'eye_reading' | 'document' | 'negative_search' | 'oddity';

export type Row = { readonly id: string } & Readonly<Record<string, string | number | null>>;
