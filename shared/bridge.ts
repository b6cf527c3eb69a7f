import type { AppEvent } from './app-event.ts';
import type { Input, Method, Output } from './contract.ts';
import type { FileToken } from './ids.ts';
import type { Reply } from './reply.ts';

/**
 * All that the page can reach: four functions, the same in every host (`window.imr` from the preload in Electron, made
 * over HTTP by the page itself on the loopback host).
 */
export type Bridge = {
  /**
   * Asks the backend. `callId` (any string unique to the page) names a job in progress events and for `cancel`. `from` is
   * the revision of the case that was shown when a change was made: what another has changed since is not overwritten.
   */
  readonly call: <M extends Method>(
    method: M,
    input: Input<M>,
    callId?: string,
    from?: number,
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
