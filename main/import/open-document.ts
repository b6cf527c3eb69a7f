import type { FileKind } from '../../shared/record.ts';
import type { ReadPage } from './read-page.ts';

/** A file that has been opened in a parser process. Pages count from 1. */
export type OpenDocument = {
  readonly kind: FileKind;
  readonly pages: number;
  readonly messages: readonly string[];
  readonly read: (page: number) => ReadPage | Promise<ReadPage>;
  /** The page as a PNG; throws {@link import('./unreadable.ts').Unreadable} when it has no picture. */
  readonly picture: (page: number, width: number) => Promise<Uint8Array>;
  readonly close: () => void;
};
