import { isSeen } from '../../../shared/bridge.ts';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { FileToken } from '../../../shared/ids.ts';
import { fail, succeed } from '../../../shared/reply.ts';
import type { Reply } from '../../../shared/reply.ts';
import type { Backend } from '../../app/backend/backend.ts';
import { readPageFile } from '../../app/backend/page-files.ts';
import { parsePictureRequest } from '../../app/backend/picture-request.ts';
import { streamEvents } from './event-stream.ts';
import { HttpRefusal, readBody, readJson, send, sendReply } from './http-answer.ts';
import type { Session } from './session.ts';

type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse; readonly url: URL };
export type Place = { readonly backend: Backend; readonly rendererDir: string; readonly session: Session };

export type Route = {
  readonly methods: readonly string[];
  readonly path: RegExp;
  /** The content type that the body must have. */
  readonly takes: string | null;
  readonly answer: (exchange: Exchange, place: Place) => Promise<void> | void;
};

const JSON_LIMIT = 16_000_000;
const FILE_LIMIT = 256 * 2 ** 20;
const FILE_TOO_LARGE =
  'This file is larger than 256 MB, which is the most that a browser can hand over; use `imr import` for it.';

const json = 'application/json';

const openSession: Route['answer'] = async ({ request, response }, { session }) => {
  const cookie = session.open((await readJson(request, JSON_LIMIT)).token);
  if (cookie === null)
    throw new HttpRefusal(401, 'locked', 'This address was used before. Start IMR Desk again for a new one.');
  sendReply(response, succeed({}), 200, { 'set-cookie': cookie });
};

const call: Route['answer'] = async ({ request, response }, { backend }) => {
  const { method, input, callId, seen } = await readJson(request, JSON_LIMIT);
  if (typeof method !== 'string') throw new HttpRefusal(400, 'usage', 'method: is not a text.');
  if (callId !== undefined && typeof callId !== 'string') throw new HttpRefusal(400, 'usage', 'callId: is not a text.');
  if (seen !== undefined && !isSeen(seen)) throw new HttpRefusal(400, 'usage', 'seen: is not a revision and a client.');
  sendReply(response, await backend.call(method, input, callId, seen));
};

const cancel: Route['answer'] = async ({ request, response }, { backend }) => {
  const { callId } = await readJson(request, JSON_LIMIT);
  if (typeof callId !== 'string') throw new HttpRefusal(400, 'usage', 'callId: is not a text.');
  backend.cancel(callId);
  sendReply(response, succeed({}));
};

const offer: Route['answer'] = async ({ request, response, url }, { backend }) => {
  const name = url.searchParams.get('name');
  if (name === null || name === '') throw new HttpRefusal(400, 'usage', 'name: is missing.');
  const bytes = await readBody(request, FILE_LIMIT, FILE_TOO_LARGE);
  const [token] = await backend.offer([{ kind: 'bytes', name, bytes }]);
  sendReply(
    response,
    token === undefined ? fail('internal', 'The file could not be taken. Start IMR Desk again.') : succeed(token),
  );
};

const statusOf = (reply: Reply<unknown>): number => (reply.ok ? 200 : reply.error.code === 'not-found' ? 404 : 409);

const picture: Route['answer'] = async ({ response, url }, { backend }) => {
  const [, , caseId, pageId] = url.pathname.split('/');
  const request = parsePictureRequest(caseId, pageId, url.searchParams.get('width'));
  if (request === null)
    throw new HttpRefusal(400, 'usage', 'A picture is asked for by case, page and a width of 100 to 4000 pixels.');
  const reply = await backend.picture(request);
  if (reply.ok) send(response, 200, { type: 'image/png', bytes: reply.value });
  else sendReply(response, reply, statusOf(reply));
};

/** RFC 6266: the plain name for old readers, the true one in UTF-8. */
const attachment = (name: string): string =>
  `attachment; filename="${name.replace(/[^ -~]|["\\]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`;

const download: Route['answer'] = async ({ response, url }, { backend }) => {
  const token = FileToken.safeParse(url.pathname.split('/')[2]);
  const taken = token.success ? await backend.take(token.data) : null;
  if (taken === null)
    throw new HttpRefusal(
      404,
      'not-found',
      'There is nothing to download here, or it was fetched before. Export it again.',
    );
  send(
    response,
    200,
    { type: 'application/octet-stream', bytes: taken.bytes },
    { 'content-disposition': attachment(taken.name) },
  );
};

const pageFile: Route['answer'] = async ({ response, url }, { rendererDir }) => {
  const file = await readPageFile(rendererDir, url.pathname);
  if (file === null) throw new HttpRefusal(404, 'not-found', 'There is nothing at this address.');
  send(response, 200, file, { 'cache-control': file.cacheControl });
};

/** What the page may ask only with its session. */
export const GUARDED_ROUTES: readonly Route[] = [
  { methods: ['POST'], path: /^\/call$/, takes: json, answer: call },
  { methods: ['POST'], path: /^\/cancel$/, takes: json, answer: cancel },
  { methods: ['POST'], path: /^\/offer$/, takes: 'application/octet-stream', answer: offer },
  {
    methods: ['GET'],
    path: /^\/events$/,
    takes: null,
    answer: ({ response }, { backend }) => streamEvents(response, backend),
  },
  { methods: ['GET'], path: /^\/page\/[^/]+\/[^/]+$/, takes: null, answer: picture },
  { methods: ['GET'], path: /^\/download\/[^/]+$/, takes: null, answer: download },
];

/**
 * What makes a session possible at all: the page's own files, which hold nothing of a case, and the exchange of the
 * token.
 */
export const OPEN_ROUTES: readonly Route[] = [
  { methods: ['POST'], path: /^\/session$/, takes: json, answer: openSession },
  { methods: ['GET', 'HEAD'], path: /^\/(.*\.\w+)?$/, takes: null, answer: pageFile },
];
