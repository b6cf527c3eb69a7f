import type { ParserChannel, ToParser } from './parser-protocol.ts';
import { serveParser } from './serve-parser.ts';
import { weighWhileBusy } from './weigh-while-busy.ts';

/** What Electron gives a utility process to speak through. */
type ParentPort = {
  readonly postMessage: (message: unknown) => void;
  readonly on: (event: 'message', listener: (event: { readonly data: unknown }) => void) => void;
};

const overParentPort = (port: ParentPort): ParserChannel => ({
  post: (message) => {
    port.postMessage(message);
  },
  onMessage: (listener) => {
    port.on('message', ({ data }) => {
      listener(data as ToParser);
    });
  },
});

const overFork = (): ParserChannel => ({
  post: (message) => {
    process.send?.(message);
  },
  onMessage: (listener) => {
    process.on('message', (message) => {
      listener(message as ToParser);
    });
  },
});

const { parentPort } = process as unknown as { readonly parentPort?: ParentPort };
// A parser must not outlive the application, whatever ended it.
process.on('disconnect', () => process.exit(0));
const channel = parentPort === undefined ? overFork() : overParentPort(parentPort);
serveParser(process.env.IMR_WEIGH === undefined ? channel : weighWhileBusy(channel));
