import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ParserChannel } from './parser-protocol.ts';

/** A parser prints nothing, so that its standard output is free. */
export const STANDARD_OUTPUT = 1;

/** The script beside this one, as it is or as it was built. */
const SCRIPT = join(import.meta.dirname, import.meta.filename.endsWith('.ts') ? 'weigh-thread.ts' : 'weigh-thread.cjs');

/**
 * The same channel, but while a call is answered a thread of its own writes to the standard output, line by line, how
 * many bytes the process holds: the parser itself tells nothing while it decodes a picture, and outside Linux no other
 * process can look.
 */
export const weighWhileBusy = ({ post, onMessage }: ParserChannel): ParserChannel => {
  const isBusy = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const tell = (value: 0 | 1): void => {
    Atomics.store(isBusy, 0, value);
    Atomics.notify(isBusy, 0);
  };
  new Worker(SCRIPT, { workerData: isBusy }).unref();
  return {
    post: (message) => {
      if (message.type === 'done' || message.type === 'refused' || message.type === 'broken') tell(0);
      post(message);
    },
    onMessage: (listener) => {
      onMessage((message) => {
        if (message.type === 'call') tell(1);
        listener(message);
      });
    },
  };
};
