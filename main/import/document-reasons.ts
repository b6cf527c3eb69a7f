import type { Reason } from '../../shared/reason.ts';

/** What a reader says of a document that was read all the same. */
export const PARTLY_DAMAGED = { code: 'partly-damaged' } as const satisfies Reason;

/** Says how much deleted text is left out; nothing where none is. */
export const trackedChanges = (deletions: number): Reason[] =>
  deletions > 0 ? [{ code: 'tracked-changes', values: { deletions } }] : [];
