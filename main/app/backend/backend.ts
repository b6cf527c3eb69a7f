import type { Opener } from '../../store/vault-lock.ts';
import type { AppEvent } from '../../../shared/app-event.ts';
import type { Seen } from '../../../shared/bridge.ts';
import type { CaseId, FileToken, PageId } from '../../../shared/ids.ts';
import type { Reply } from '../../../shared/reply.ts';

/** A file that a host has been given, or a place that it was told to write to. */
export type Offer =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'bytes'; readonly name: string; readonly bytes: Uint8Array }
  /** Write the export to this path (temporary file beside it, synced, renamed). */
  | { readonly kind: 'target'; readonly path: string }
  /** Keep the export in memory until it is taken once. */
  | { readonly kind: 'download'; readonly name: string };

export type PictureRequest = {
  readonly caseId: CaseId;
  readonly pageId: PageId;
  /** Pixels of the picture's width, 100 to 4000. */
  readonly width: number;
};

/** What every host forwards to. Nothing here throws; refusals are replies. */
export type Backend = {
  /** With `seen` a change does not overwrite what another has changed since. */
  readonly call: (method: string, input: unknown, callId?: string, seen?: Seen) => Promise<Reply<unknown>>;
  readonly cancel: (callId: string) => void;
  readonly subscribe: (listener: (event: AppEvent) => void) => () => void;
  readonly offer: (offers: readonly Offer[]) => Promise<FileToken[]>;
  /** The bytes exported to a `download` target, once; null when there are none. */
  readonly take: (file: FileToken) => Promise<{ readonly name: string; readonly bytes: Uint8Array } | null>;
  /** The page as a PNG; `not-found` for a flow page. */
  readonly picture: (request: PictureRequest) => Promise<Reply<Uint8Array>>;
  /** Writes what is pending, closes every file, ends every process that it started. */
  readonly close: () => Promise<void>;
};

/** Starts a process that parses imported bytes; Electron gives utility processes, everything else forked ones. */
export type BackendOptions = {
  /** The vault folder. */
  readonly storeDir: string;
  /** The folder `assets/`. */
  readonly assetsDir: string;
  /** Whose the vault is while it is open, for a second process that asks for it. */
  readonly openedBy?: Opener;
  /** Parser processes to keep; one per core when left out. */
  readonly parsers?: number;
  /** Whether pages are recognised in the background while a case is open; true when left out. */
  readonly recognisesByItself?: boolean;
};
