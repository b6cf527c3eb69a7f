import type { PlainReason } from '../../../shared/reason.ts';
/** One file of an archive, as the archive describes it. */
export type ArchiveEntry = {
  /** Its place in the archive. */
  readonly index: number;
  /** Its path in the archive, fit to be shown. */
  readonly name: string;
  /** Bytes when it is unpacked, as the archive says. */
  readonly size: number;
  readonly packed: number;
  readonly isProtected: boolean;
  /** Why it is not to be taken out; null where it is. */
  readonly verdict: EntryVerdict | null;
};
export type EntryVerdict = { readonly status: 'failed' | 'skipped'; readonly reason: PlainReason };
