import type { IncomingMessage, ServerResponse } from 'node:http';
import { SECURITY_HEADERS } from '../../app/backend/security-policy.ts';
import { fail } from '../../../shared/reply.ts';
import type { ErrorCode, Reply } from '../../../shared/reply.ts';

/** A request that the host itself refuses: an HTTP status, and a reply like every other in the body. */
export class HttpRefusal extends Error {
  readonly status: number;
  readonly code: ErrorCode;
  readonly headers: Readonly<Record<string, string>>;
  constructor(status: number, code: ErrorCode, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

type Body = { readonly type: string; readonly bytes: string | Uint8Array };

/** Answers in full; nothing is cached unless `headers` say so. */
export const send = (
  response: ServerResponse,
  status: number,
  { type, bytes }: Body,
  headers: Readonly<Record<string, string>> = {},
): void => {
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    'cache-control': 'no-store',
    'content-type': type,
    'content-length': Buffer.byteLength(bytes),
    ...headers,
  });
  response.end(response.req.method === 'HEAD' ? undefined : bytes);
};

export const sendReply = (
  response: ServerResponse,
  reply: Reply<unknown>,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): void => send(response, status, { type: 'application/json', bytes: JSON.stringify(reply) }, headers);

export const sendRefusal = (response: ServerResponse, error: unknown): void => {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const refusal =
    error instanceof HttpRefusal
      ? error
      : new HttpRefusal(500, 'internal', 'This could not be answered. Try it again.');
  sendReply(response, fail(refusal.code, refusal.message), refusal.status, refusal.headers);
};

const piecesOf = (request: IncomingMessage): AsyncIterable<Buffer> => request.iterator({ destroyOnReturn: false });

/** The whole body; refuses with 413 what is larger than `limit` bytes, without keeping it. */
export const readBody = async (request: IncomingMessage, limit: number, sentence: string): Promise<Buffer> => {
  const tooLarge = (): HttpRefusal => new HttpRefusal(413, 'refused', sentence);
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge();
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of piecesOf(request)) {
    size += piece.length;
    if (size > limit) throw tooLarge();
    pieces.push(piece);
  }
  return joined(pieces, size);
};

/** In memory of its own, so that the bytes can change hands between threads. */
const joined = (pieces: Buffer[], size: number): Buffer => {
  const whole = Buffer.allocUnsafeSlow(size);
  let at = 0;
  for (let piece = pieces.shift(); piece !== undefined; piece = pieces.shift()) at += piece.copy(whole, at);
  return whole;
};

/** A JSON body with a top-level object. */
export const readJson = async (request: IncomingMessage, limit: number): Promise<Record<string, unknown>> => {
  const body = await readBody(request, limit, 'This request is too large.');
  const value: unknown = parse(body);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new HttpRefusal(400, 'usage', 'The body is not a JSON object.');
  return { ...value };
};

const parse = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new HttpRefusal(400, 'usage', 'The body is not JSON.');
  }
};
