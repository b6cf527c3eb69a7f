import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Backend } from '../../app/backend/backend.ts';
import { withHostMethods } from '../../app/backend/host-methods.ts';
import { HttpRefusal, sendRefusal } from './http-answer.ts';
import { GUARDED_ROUTES, OPEN_ROUTES } from './routes.ts';
import type { Place, Route } from './routes.ts';
import { newSession } from './session.ts';

export type ServeOptions = {
  readonly backend: Backend;
  /** The folder of the built page. */
  readonly rendererDir: string;
  /** A free one when left out. */
  readonly port?: number;
};

export type LoopbackHost = {
  /** The address to open, good for one session. */
  readonly url: string;
  /** Ends every connection; the backend stays open. */
  readonly close: () => Promise<void>;
};

const LOOPBACK = '127.0.0.1';

/** A download is the file dialog of a browser: what is exported waits until it is fetched. */
const asPageSeesIt = (backend: Backend): Backend =>
  withHostMethods(backend, {
    'host.chooseTarget': async ({ suggestedName }) => ({
      file: (await backend.offer([{ kind: 'download', name: suggestedName }]))[0] ?? null,
    }),
    'host.revealTarget': async ({ file }) => ({ url: `/download/${file}` }),
    // A browser has menus of its own, and drags what it has downloaded.
    'host.dragTarget': async () => ({}),
    'host.showMenus': async () => ({}),
  });

/** Another site, or another port of this machine, must not even make the page's browser ask. */
const refuseStrangers = ({ headers }: IncomingMessage, ownHost: string): void => {
  if (headers.host !== ownHost) throw new HttpRefusal(421, 'refused', 'This host answers only to its own address.');
  if (headers.origin !== undefined && headers.origin !== `http://${ownHost}`)
    throw new HttpRefusal(403, 'refused', 'Other sites are not answered.');
};

const refuseCrossSite = ({ headers }: IncomingMessage): void => {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    throw new HttpRefusal(403, 'refused', 'Other sites are not answered.');
};

const refuseWrongForm = (route: Route, { method = '', headers }: IncomingMessage): void => {
  if (!route.methods.includes(method))
    throw new HttpRefusal(405, 'usage', `This address takes ${route.methods.join(' or ')} only.`, {
      allow: route.methods.join(', '),
    });
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (route.takes !== null && type !== route.takes)
    throw new HttpRefusal(415, 'usage', `This address takes ${route.takes} only.`);
};

const urlOf = (request: IncomingMessage, ownHost: string): URL => {
  const url = URL.parse(request.url ?? '/', `http://${ownHost}`);
  if (url === null || url.host !== ownHost)
    throw new HttpRefusal(404, 'not-found', 'There is nothing at this address.');
  return url;
};

const answer = async (
  request: IncomingMessage,
  response: ServerResponse,
  ownHost: string,
  place: Place,
): Promise<void> => {
  refuseStrangers(request, ownHost);
  const url = urlOf(request, ownHost);
  const fits = ({ path }: Route): boolean => path.test(url.pathname);
  const guarded = GUARDED_ROUTES.find(fits);
  const route = guarded ?? OPEN_ROUTES.find(fits);
  if (route === undefined) throw new HttpRefusal(404, 'not-found', 'There is nothing at this address.');
  if (guarded !== undefined) {
    refuseCrossSite(request);
    if (!place.session.holds(request.headers.cookie))
      throw new HttpRefusal(401, 'locked', 'Open the address that IMR Desk printed when it started.');
  }
  refuseWrongForm(route, request);
  await route.answer({ request, response, url }, place);
};

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => resolve((server.address() as AddressInfo).port));
  });

/**
 * Serves the page and its backend to one browser on this machine. Listens on 127.0.0.1 only; the address holds a token
 * that opens one session. Rejects when the port is taken.
 */
export const serve = async ({ backend, rendererDir, port = 0 }: ServeOptions): Promise<LoopbackHost> => {
  const server = createServer();
  const bound = await listen(server, port);
  const ownHost = `${LOOPBACK}:${bound}`;
  const place: Place = { backend: asPageSeesIt(backend), rendererDir, session: newSession(bound) };
  server.on('request', (request, response) => {
    answer(request, response, ownHost, place).catch((error: unknown) => sendRefusal(response, error));
  });
  return {
    url: `http://${ownHost}/#token=${place.session.token}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
