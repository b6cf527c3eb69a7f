import type { ServerResponse } from 'node:http';
import { SECURITY_HEADERS } from '../../app/backend/security-policy.ts';
import type { Backend } from '../../app/backend/backend.ts';

/** A page that reads nothing for so long is gone, or will ask again when it comes back. */
const MOST_UNREAD_BYTES = 4_000_000;
const ALIVE_EVERY_MS = 20_000;

/** Sends every event of the backend for as long as the page listens. */
export const streamEvents = (response: ServerResponse, backend: Backend): void => {
  response.writeHead(200, { ...SECURITY_HEADERS, 'cache-control': 'no-store', 'content-type': 'text/event-stream' });
  const tell = (text: string): void => {
    if (response.writableLength > MOST_UNREAD_BYTES) response.destroy();
    else response.write(text);
  };
  const leave = backend.subscribe((event) => tell(`data: ${JSON.stringify(event)}\n\n`));
  const alive = setInterval(() => tell(':\n\n'), ALIVE_EVERY_MS).unref();
  response.on('close', () => {
    leave();
    clearInterval(alive);
  });
  tell(':\n\n');
};
