import type { PlainReason, Reason } from '../../shared/reason.ts';
import type { Turn } from '../../shared/page.ts';
import type { FileKind } from '../../shared/record.ts';
import type { ReadPage } from './read-page.ts';
import type { ArchiveEntry } from './zip/archive-entry.ts';
import type { Piece } from './zip/unpack-entry.ts';

/** Bytes of a file go ahead of the call that needs them, in pieces, so that neither side holds them twice at once. */
export const PIECE = 1_048_576;

/**
 * What a file is read as: a record; a determination, see `ReadRequest`; or a template, which has no pages and encloses
 * itself without what a template does not need.
 */
export type ReadAs = 'record' | 'letter' | 'template';

/** What a parser process can be asked; one call at a time, each answered once. */
export type ParserCall =
  | { readonly op: 'open'; readonly password: string; readonly as: ReadAs }
  /**
   * Pages from `from` on, at most to `to`, as many as fit in `budget` milliseconds, one at least. Most go ahead of the
   * answer, in parts.
   */
  | { readonly op: 'pages'; readonly from: number; readonly to: number; readonly budget: number }
  | { readonly op: 'picture'; readonly page: number; readonly width: number; readonly turned: Turn }
  /** The bytes of a file in an archive from `at` on, at most `most`. */
  | {
      readonly op: 'unpack';
      readonly entry: number;
      readonly at: number;
      readonly most: number;
      readonly password: string;
    }
  /** Recognises one page with the model in the folder `model`. */
  | { readonly op: 'recognise'; readonly page: number; readonly model: string };

export type ToParser =
  | { readonly type: 'size'; readonly key: string; readonly size: number }
  | { readonly type: 'piece'; readonly key: string; readonly at: number; readonly bytes: Uint8Array }
  | { readonly type: 'call'; readonly id: number; readonly key: string; readonly call: ParserCall }
  | { readonly type: 'drop'; readonly key: string };

/** `entries` are the files of an archive, which is no document; `enclosed` those that a document has beside its pages. */
export type Opened = {
  readonly kind: FileKind;
  readonly pages: number;
  readonly reasons: readonly Reason[];
  readonly entries?: readonly ArchiveEntry[];
  readonly enclosed?: readonly ArchiveEntry[];
};
export type ParserAnswers = {
  readonly open: Opened;
  readonly pages: { readonly pages: readonly ReadPage[]; readonly next: number };
  readonly picture: Uint8Array;
  readonly unpack: Piece;
  readonly recognise: ReadPage;
};
export type ParserAnswer = ParserAnswers[keyof ParserAnswers];

/**
 * `ready` is said once, when the process has started. `identified` comes ahead of the answer to `open`, `part` ahead of
 * that to `pages`. `refused` is expected and carries its reason; `broken` is not, and names only the kind of error.
 * `resident` is in bytes. `weight` is told now and then while a call runs, where the process has to weigh itself.
 */
export type FromParser =
  | { readonly type: 'ready'; readonly resident: number }
  | { readonly type: 'weight'; readonly resident: number }
  | { readonly type: 'identified'; readonly id: number; readonly kind: FileKind }
  | { readonly type: 'part'; readonly id: number; readonly pages: readonly ReadPage[] }
  | { readonly type: 'done'; readonly id: number; readonly value: ParserAnswer; readonly resident: number }
  | { readonly type: 'refused'; readonly id: number; readonly reason: PlainReason; readonly resident: number }
  | { readonly type: 'broken'; readonly id: number; readonly error: string };

/** The line between a parser process and whoever started it, however the host carries messages. */
export type ParserChannel = {
  readonly post: (message: FromParser) => void;
  readonly onMessage: (listener: (message: ToParser) => void) => void;
};
