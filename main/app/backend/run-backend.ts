import { MessageChannel, type MessagePort, type Transferable } from 'node:worker_threads';
import type { StartParser } from '../../import/read-page.ts';
import { assertNever } from '../../../shared/assert-never.ts';
import { fail, Refusal } from '../../../shared/reply.ts';
import type { Backend } from './backend.ts';
import type { Ask, FromBackend, ToBackend } from './backend-messages.ts';
import { parserThrough } from './parser-relay.ts';

/** Bytes that stand alone in their memory can change hands; the others are copied. */
export const ownMemory = (bytes: Uint8Array): Transferable[] =>
  bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength ? [bytes.buffer] : [];

/** An export is taken once, so its bytes go over whole; pictures are copied, for the backend may keep them. */
const answer = async (backend: Backend, ask: Ask): Promise<{ value: unknown; moved: Transferable[] }> => {
  switch (ask.verb) {
    case 'call':
      return { value: await backend.call(...ask.args), moved: [] };
    case 'offer':
      return { value: await backend.offer(...ask.args), moved: [] };
    case 'take': {
      const taken = await backend.take(...ask.args);
      return { value: taken, moved: taken === null ? [] : ownMemory(taken.bytes) };
    }
    case 'picture':
      return { value: await backend.picture(...ask.args), moved: [] };
    case 'close':
      return { value: await backend.close(...ask.args), moved: [] };
    default:
      return assertNever(ask);
  }
};

const refusalOf = (error: unknown): FromBackend => ({
  kind: 'failed',
  reply:
    error instanceof Refusal
      ? fail(error.code, error.message, error.details)
      : fail('internal', 'IMR Desk could not start. Start it again; if that does not help, reinstall it.', {
          error: error instanceof Error ? error.name : 'unknown',
        }),
});

/** Runs a backend behind a port until the thread ends: answers what is asked, passes its events on. */
export const runBackend = async (port: MessagePort, create: () => Promise<Backend>): Promise<void> => {
  const tell = (message: FromBackend, moved: Transferable[] = []): void => port.postMessage(message, moved);
  try {
    const backend = await create();
    backend.subscribe((event) => tell({ kind: 'event', event }));
    port.on('message', (told: ToBackend) => {
      if (told.kind === 'cancel') backend.cancel(told.callId);
      else
        void answer(backend, told)
          .then(({ value, moved }) => tell({ kind: 'answer', id: told.id, value }, moved))
          .catch(() => tell({ kind: 'lost', id: told.id }));
    });
    tell({ kind: 'ready' });
  } catch (error) {
    tell(refusalOf(error));
  }
};

/** Starts parsers by asking the host on the other side of the port, which alone may be able to. */
export const startParserBehind =
  (port: MessagePort): StartParser =>
  () => {
    const { port1, port2 } = new MessageChannel();
    port.postMessage({ kind: 'parser', port: port2 } satisfies FromBackend, [port2]);
    return parserThrough(port1);
  };
