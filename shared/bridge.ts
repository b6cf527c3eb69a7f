import type { AppEvent } from './app-event.ts';
import type { Input, Method, Output } from './contract.ts';
import type { FileToken } from './ids.ts';
import type { Reply } from './reply.ts';

/** What stood before whoever makes a change: the revision of the case that was shown, and the page that showed it. */
export type Seen = {
  readonly revision: number;
  /** Any string of the page's own: what it changed itself is not somebody else's change. */
  readonly client: string;
  /** The edit in the page that writes again and again; to it the rest of the page is somebody else. */
  readonly edit?: string | undefined;
};

/**
 * All that the page can reach: four functions, the same in every host (`window.imr` from the preload in Electron, made
 * over HTTP by the page itself on the loopback host).
 */
export type Bridge = {
  /**
   * Asks the backend. `callId` (any string unique to the page) names a job in progress events and for `cancel`. With
   * `seen` a change does not overwrite what another has changed since.
   */
  readonly call: <M extends Method>(
    method: M,
    input: Input<M>,
    callId?: string,
    seen?: Seen,
  ) => Promise<Reply<Output<M>>>;
  readonly cancel: (callId: string) => void;
  /** Calls `listener` with every event until the returned function is called. */
  readonly subscribe: (listener: (event: AppEvent) => void) => () => void;
  /**
   * Hands dropped or chosen files to the host and gets a token for each; the page never sees a path. `files` are
   * `File`s.
   */
  readonly offerFiles: (files: readonly unknown[]) => Promise<Reply<FileToken[]>>;
};

const isName = (value: unknown): boolean => typeof value === 'string' && value.length <= 100;

/** Whether what came from a page is {@link Seen}. */
export const isSeen = (value: unknown): value is Seen =>
  typeof value === 'object' &&
  value !== null &&
  'revision' in value &&
  Number.isSafeInteger(value.revision) &&
  'client' in value &&
  isName(value.client) &&
  (!('edit' in value) || value.edit === undefined || isName(value.edit));
