import type { Reason } from '../../shared/reason.ts';
import type { Turn } from '../../shared/page.ts';
import type { FileKind } from '../../shared/record.ts';
import type { GrayPicture } from './ocr/gray-picture.ts';
import type { ReadPage } from './read-page.ts';
import type { ArchiveEntry } from './zip/archive-entry.ts';

/** The picture of a page for recognition, in square pixels, and the size in points that it stands for. */
export type Scan = { readonly picture: GrayPicture; readonly width: number; readonly height: number };

/** Files that a document encloses without showing them: attachments, parts of a portfolio. */
export type Enclosed = {
  readonly entries: readonly ArchiveEntry[];
  /** The bytes of one, by its `index`; throws {@link import('./unreadable.ts').Unreadable} when they are not to be had. */
  readonly bytes: (index: number) => Uint8Array | Promise<Uint8Array>;
};

/** A file that has been opened in a parser process. Pages count from 1. */
export type OpenDocument = {
  readonly kind: FileKind;
  readonly pages: number;
  readonly reasons: readonly Reason[];
  readonly read: (page: number) => ReadPage | Promise<ReadPage>;
  /**
   * The page as a PNG, turned clockwise by `turn` and then `width` pixels wide; throws {@link
   * import('./unreadable.ts').Unreadable} when it has no picture.
   */
  readonly picture: (page: number, width: number, turn: Turn) => Promise<Uint8Array>;
  readonly scan: (page: number) => Promise<Scan>;
  /** What is enclosed beside its pages; a page may name more, see `ReadPage.enclosed`. */
  readonly enclosed?: Enclosed;
  readonly close: () => void;
};
