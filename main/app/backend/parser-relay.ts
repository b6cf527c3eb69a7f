import type { MessagePort } from 'node:worker_threads';
import type { ParserProcess, StartParser } from '../../import/read-page.ts';

/**
 * Only Electron's main thread can start a utility process, and the backend is in another thread: a port lies between.
 */
type ToParser = { readonly kind: 'post'; readonly message: unknown } | { readonly kind: 'kill' };
type FromParser =
  | { readonly kind: 'message'; readonly message: unknown }
  | { readonly kind: 'pid'; readonly pid: number }
  | { readonly kind: 'exit'; readonly code: number | null };

/** Host's side: starts a parser and speaks for it until it exits, then closes the port. */
export const relayParser = (port: MessagePort, startParser: StartParser): void => {
  const tell = (message: FromParser): void => port.postMessage(message);
  const parser = startParser();
  let isPidKnown = false;
  const tellPid = (): void => {
    if (isPidKnown || parser.pid === undefined) return;
    isPidKnown = true;
    tell({ kind: 'pid', pid: parser.pid });
  };
  parser.onMessage((message) => {
    tellPid();
    tell({ kind: 'message', message });
  });
  parser.onExit((code) => {
    tell({ kind: 'exit', code });
    port.close();
  });
  port.on('message', (told: ToParser) => {
    tellPid();
    if (told.kind === 'kill') parser.kill();
    else parser.post(told.message);
  });
  tellPid();
};

/** Backend's side: the parser at the other end of the port. Its `pid` is known once it has spoken. */
export const parserThrough = (port: MessagePort): ParserProcess => {
  const onMessage: ((message: unknown) => void)[] = [];
  const onExit: ((code: number | null) => void)[] = [];
  let pid: number | undefined;
  port.on('message', (told: FromParser) => {
    if (told.kind === 'pid') pid = told.pid;
    else if (told.kind === 'message') onMessage.forEach((listener) => listener(told.message));
    else onExit.forEach((listener) => listener(told.code));
  });
  const send = (message: ToParser, moved: readonly ArrayBuffer[] = []): void => port.postMessage(message, [...moved]);
  return {
    get pid() {
      return pid;
    },
    post: (message, moved) => send({ kind: 'post', message }, moved),
    onMessage: (listener) => onMessage.push(listener),
    onExit: (listener) => onExit.push(listener),
    kill: () => send({ kind: 'kill' }),
  };
};
