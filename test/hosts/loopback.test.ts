import { mkdirSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { networkInterfaces } from 'node:os';
import { connect } from 'node:net';
import { join } from 'node:path';
import { CONTENT_SECURITY_POLICY } from '../../main/app/backend/security-policy.ts';
import { serve, type LoopbackHost } from '../../main/hosts/loopback/serve.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { newFakeBackend, type FakeBackend } from './fake-backend.ts';

const folder = temporaryFolder();
const rendererDir = join(folder, 'page');
let backend: FakeBackend;
let host: LoopbackHost;
let base: URL;
let token: string;

beforeAll(() => {
  mkdirSync(join(rendererDir, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.json'), '{}');
  writeFileSync(join(rendererDir, 'index.html'), '<title>page</title>');
  writeFileSync(join(rendererDir, 'assets', 'main-abc.js'), 'export {};');
  writeFileSync(join(rendererDir, '.env'), 'x');
});
beforeEach(async () => {
  backend = newFakeBackend();
  host = await serve({ backend, rendererDir });
  base = new URL(host.url);
  token = new URLSearchParams(base.hash.slice(1)).get('token')!;
});
afterEach(() => host.close());

type Ask = { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: string | Uint8Array };
type Got = { readonly status: number; readonly headers: IncomingMessage['headers']; readonly body: Buffer };

/** Node's own client, which lets a test say any Host and Origin. */
const ask = (path: string, { method = 'GET', headers = {}, body }: Ask = {}): Promise<Got> =>
  new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port: base.port, path, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });

const json = { 'content-type': 'application/json' };
const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Got> =>
  ask(path, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) });
const openSession = async (): Promise<Record<string, string>> => {
  const { headers } = await post('/session', { token });
  return { cookie: headers['set-cookie']![0]!.split(';')[0]! };
};
const replyOf = ({ body }: Got): unknown => JSON.parse(body.toString());

describe('the session of the loopback host', () => {
  it('is opened once by the token of the address, with a cookie that scripts and other sites cannot use', async () => {
    const first = await post('/session', { token });
    expect(first.status).toBe(200);
    expect(first.headers['set-cookie']![0]).toMatch(/^imr-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/);
    expect((await post('/session', { token })).status).toBe(401);
  });

  it.each([
    ['a wrong token', 'x'],
    ['an empty token', ''],
    ['no token', undefined],
    ['a token that is no text', 7],
  ])('is not opened by %s, which does not use the token up', async (_, wrong) => {
    expect((await post('/session', { token: wrong })).status).toBe(401);
    expect((await post('/session', { token })).status).toBe(200);
  });

  it.each([
    ['POST', '/call'],
    ['POST', '/cancel'],
    ['POST', '/offer?name=a.pdf'],
    ['GET', '/events'],
    ['GET', '/page/c1/p1?width=300'],
    ['GET', '/download/t1'],
  ])('is asked for by %s %s, before it is opened and with a wrong cookie', async (method, path) => {
    const headers =
      method === 'POST'
        ? { 'content-type': path.startsWith('/offer') ? 'application/octet-stream' : 'application/json' }
        : {};
    const wrong = { ...headers, cookie: `imr-${base.port}=${'A'.repeat(43)}` };
    expect((await ask(path, { method, headers })).status).toBe(401);
    expect((await ask(path, { method, headers: wrong })).status).toBe(401);
    await openSession();
    expect((await ask(path, { method, headers: wrong })).status).toBe(401);
    expect(backend.asked).toEqual([]);
  });
});

describe('calls over loopback', () => {
  it('go to the backend and come back as replies, refusals too', async () => {
    const cookie = await openSession();
    expect(replyOf(await post('/call', { method: 'case.list', input: {}, callId: 'c' }, cookie))).toEqual({
      ok: true,
      value: { method: 'case.list' },
    });
    expect(backend.asked).toEqual([{ method: 'case.list', input: {}, callId: 'c' }]);
    expect(replyOf(await post('/call', { method: 'refuse', input: {} }, cookie))).toEqual({
      ok: false,
      error: { code: 'refused', message: 'Not now.', details: {} },
    });
  });

  it('can be cancelled', async () => {
    const cookie = await openSession();
    expect((await post('/cancel', { callId: 'c7' }, cookie)).status).toBe(200);
    expect(backend.cancelled).toEqual(['c7']);
  });

  it.each([
    ['a body that is not JSON', 400, { body: '{' }],
    ['a body that is no object', 400, { body: '[]' }],
    ['a method that is no text', 400, { body: '{"method":7}' }],
    ['a call id that is no text', 400, { body: '{"method":"a","callId":7}' }],
    ['another content type', 415, { body: '{}', headers: { 'content-type': 'text/plain' } }],
    ['no content type', 415, { body: '{}', headers: { 'content-type': '' } }],
    ['another HTTP method', 405, { method: 'GET', body: undefined }],
    ['a body that is too large', 413, { body: JSON.stringify({ method: 'a', input: 'x'.repeat(16_000_001) }) }],
    ['a foreign origin', 403, { body: '{}', headers: { origin: 'http://localhost:3000' } }],
    ['no origin of any kind', 403, { body: '{}', headers: { origin: 'null' } }],
    ['another port of this machine', 403, { body: '{}', headers: { 'sec-fetch-site': 'same-site' } }],
    ['a foreign host', 421, { body: '{}', headers: { host: 'evil.example' } }],
    ['the host under another name', 421, { body: '{}', headers: { host: 'localhost' } }],
  ] as [string, number, Ask][])('are refused with %s', async (_, status, { headers, ...rest }) => {
    const got = await ask('/call', {
      method: 'POST',
      ...rest,
      headers: { ...json, ...(await openSession()), ...headers },
    });
    expect(got.status).toBe(status);
    expect(replyOf(got)).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/^[A-Z][^\n]*\.$|^(method|callId): .*\.$/) },
    });
    expect(backend.asked).toEqual([]);
  });

  it('are taken from the page itself', async () => {
    const own = {
      ...(await openSession()),
      origin: base.origin,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/json; charset=utf-8',
    };
    expect((await post('/call', { method: 'a', input: {} }, own)).status).toBe(200);
  });

  it('answer for the host itself: a target is a download', async () => {
    const cookie = await openSession();
    expect(
      replyOf(await post('/call', { method: 'host.chooseTarget', input: { suggestedName: 'letter.docx' } }, cookie)),
    ).toEqual({ ok: true, value: { file: 't1' } });
    expect(replyOf(await post('/call', { method: 'host.revealTarget', input: { file: 't1' } }, cookie))).toEqual({
      ok: true,
      value: { url: '/download/t1' },
    });
    expect(
      replyOf(await post('/call', { method: 'host.chooseTarget', input: { suggestedName: 7 } }, cookie)),
    ).toMatchObject({ ok: false, error: { code: 'usage' } });
    expect(backend.offered).toEqual([{ kind: 'download', name: 'letter.docx' }]);
    expect(backend.asked).toEqual([]);
  });
});

describe('the events of the loopback host', () => {
  it('reach the page as they happen, and the backend is left when the page goes', async () => {
    const controller = new AbortController();
    const response = await fetch(new URL('/events', base), { headers: await openSession(), signal: controller.signal });
    const reader = response.body!.getReader();
    const read = async (): Promise<string> => new TextDecoder().decode((await reader.read()).value);
    expect(await read()).toBe(':\n\n');
    backend.listeners.forEach((listener) =>
      listener({ event: 'data.changed', caseId: null, topics: ['cases'], revision: null }),
    );
    expect(await read()).toBe('data: {"event":"data.changed","caseId":null,"topics":["cases"],"revision":null}\n\n');
    controller.abort();
    while (backend.listeners.size > 0) await new Promise((resolve) => setTimeout(resolve, 10));
  });

  it('end when the host closes', async () => {
    const response = await fetch(new URL('/events', base), { headers: await openSession() });
    await host.close();
    await expect(response.text()).rejects.toThrow();
  });
});

describe('files over loopback', () => {
  const bytesOf = { 'content-type': 'application/octet-stream' };

  it('are handed over as bytes and get a token; the name is kept as it was given', async () => {
    const got = await ask(`/offer?name=${encodeURIComponent('Ärzte/scan 1.pdf')}`, {
      method: 'POST',
      headers: { ...bytesOf, ...(await openSession()) },
      body: new Uint8Array([1, 2, 3]),
    });
    expect(replyOf(got)).toEqual({ ok: true, value: 't1' });
    expect(backend.offered).toMatchObject([
      { kind: 'bytes', name: 'Ärzte/scan 1.pdf', bytes: new Uint8Array([1, 2, 3]) },
    ]);
  });

  it('may be empty, but not without a name', async () => {
    const headers = { ...bytesOf, ...(await openSession()) };
    expect(replyOf(await ask('/offer?name=a.pdf', { method: 'POST', headers }))).toMatchObject({ ok: true });
    expect((await ask('/offer', { method: 'POST', headers, body: 'x' })).status).toBe(400);
  });

  it('are refused beyond 256 MB before they are read, with a sentence that says what to do', async () => {
    const headers = { ...bytesOf, ...(await openSession()), 'content-length': String(256 * 2 ** 20 + 1) };
    const got = await new Promise<number | undefined>((resolve, reject) => {
      const request = httpRequest(
        { host: '127.0.0.1', port: base.port, path: '/offer?name=a', method: 'POST', headers },
        ({ statusCode }) => {
          resolve(statusCode);
          request.destroy();
        },
      );
      request.on('error', reject);
      request.write('x');
    });
    expect(got).toBe(413);
    expect(backend.offered).toEqual([]);
  });

  it('are given out once, under their own name', async () => {
    const headers = await openSession();
    backend.exports.set('t1', { name: `O'Neil "é".docx`, bytes: new Uint8Array([80, 75]) });
    const got = await ask('/download/t1', { headers });
    expect([got.status, [...got.body]]).toEqual([200, [80, 75]]);
    expect(got.headers['content-disposition']).toBe(
      `attachment; filename="O'Neil ___.docx"; filename*=UTF-8''O%27Neil%20%22%C3%A9%22.docx`,
    );
    expect((await ask('/download/t1', { headers })).status).toBe(404);
    expect((await ask('/download/__proto__', { headers })).status).toBe(404);
  });

  it('are pictures of pages, which nobody keeps', async () => {
    const got = await ask('/page/c1/p1?width=300', { headers: await openSession() });
    expect([got.status, got.headers['content-type'], got.headers['cache-control']]).toEqual([
      200,
      'image/png',
      'no-store',
    ]);
    expect(backend.pictured).toEqual([{ caseId: 'c1', pageId: 'p1', width: 300 }]);
  });

  it.each([
    ['/page/c1/p1', 400],
    ['/page/c1/p1?width=99', 400],
    ['/page/c1/p1?width=4001', 400],
    ['/page/c1/p1?width=1e3', 400],
    ['/page/C1/p1?width=300', 400],
    ['/page/c1/..%2f?width=300', 400],
    ['/page/c1/flow?width=300', 404],
    ['/page/c1?width=300', 404],
  ])('are no picture at %s', async (path, status) => {
    expect((await ask(path, { headers: await openSession() })).status).toBe(status);
  });
});

describe('the page over loopback', () => {
  it('is served under the policy, its hashed files to be kept and its entry not', async () => {
    const [entry, script] = [await ask('/'), await ask('/assets/main-abc.js')];
    expect(entry.body.toString()).toBe('<title>page</title>');
    expect(entry.headers).toMatchObject({
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect([script.headers['content-type'], script.headers['cache-control']]).toEqual([
      'text/javascript; charset=utf-8',
      'public, max-age=31536000, immutable',
    ]);
    expect((await ask('/', { method: 'HEAD' })).body).toHaveLength(0);
  });

  it.each([
    '/nothing',
    '/missing.js',
    '/.env',
    '/../secret.json',
    '/..%2fsecret.json',
    '/%2e%2e/secret.json',
    '/assets/..%5c..%5csecret.json',
    '/%00.html',
    '/%zz.html',
    '/assets',
    '//evil.example/x.js',
    'http://evil.example/index.html',
  ])('has nothing at %s', async (path) => {
    expect((await ask(path)).status).toBe(404);
  });

  it.each([
    ['POST', '/', 405],
    ['DELETE', '/index.html', 405],
    ['POST', '/nothing', 404],
  ])('answers %s %s with %i', async (method, path, status) => {
    expect((await ask(path, { method })).status).toBe(status);
  });

  it('answers an error of the backend with a sentence, not with its words', async () => {
    const broken = await serve({
      backend: { ...backend, call: () => Promise.reject(new Error('Mr Example')) },
      rendererDir,
    });
    const [own, url] = [new URL(broken.url), new URL('/session', broken.url)];
    const opened = await fetch(url, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ token: own.hash.slice('#token='.length) }),
    });
    const got = await fetch(new URL('/call', own), {
      method: 'POST',
      headers: { ...json, cookie: opened.headers.get('set-cookie')!.split(';')[0]! },
      body: '{"method":"a"}',
    });
    expect([got.status, await got.text()]).toEqual([500, expect.not.stringContaining('Example')]);
    await broken.close();
  });

  it('listens on the loopback address alone', async () => {
    const outer = Object.values(networkInterfaces())
      .flat()
      .filter((one) => one !== undefined && !one.internal && one.family === 'IPv4')
      .map((one) => one!.address);
    const open = await Promise.all(
      outer.map(
        (address) =>
          new Promise((resolve) => {
            const socket = connect({ host: address, port: Number(base.port) }, () => resolve(true));
            socket.on('error', () => resolve(false));
          }),
      ),
    );
    expect(open.filter(Boolean)).toEqual([]);
  });
});
