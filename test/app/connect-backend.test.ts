import { join } from 'node:path';
import type { Backend } from '../../main/app/backend/backend.ts';
import { connectBackend } from '../../main/app/backend/connect-backend.ts';
import type { StartParser } from '../../main/import/read-page.ts';
import type { AppEvent } from '../../shared/app-event.ts';
import type { CaseId, FileToken, PageId } from '../../shared/ids.ts';

const WORKER = join(import.meta.dirname, 'fixtures', 'echo-worker.ts');
const options = { storeDir: '/nowhere/vault', assetsDir: '/nowhere/assets' };
const page = { caseId: 'c1' as CaseId, pageId: 'p1' as PageId };

let backend: Backend;
const connect = async (storeDir = options.storeDir, startParser?: StartParser): Promise<Backend> => {
  backend = await connectBackend({ ...options, storeDir }, { worker: WORKER, ...(startParser && { startParser }) });
  return backend;
};
afterEach(() => backend.close());

describe('a backend in its own thread', () => {
  it('is asked with method, input and call id, and gets its options', async () => {
    await connect();
    expect(await backend.call('echo', { caseId: 'c1' }, 'call-1')).toEqual({
      ok: true,
      value: { input: { caseId: 'c1' }, callId: 'call-1', options, asksHostForParsers: false },
    });
  });

  it('passes refusals on as they are', async () => {
    await connect();
    expect(await backend.call('nothing', {})).toEqual({
      ok: false,
      error: { code: 'usage', message: 'There is no nothing.', details: {} },
    });
  });

  it('answers many calls at once, each with its own answer', async () => {
    await connect();
    const replies = await Promise.all(Array.from({ length: 50 }, (_, at) => backend.call('echo', at)));
    expect(replies.map((reply) => reply.ok && (reply.value as { input: number }).input)).toEqual(
      Array.from({ length: 50 }, (_, at) => at),
    );
  });

  it('is notified of a cancelled call', async () => {
    await connect();
    backend.cancel('call-7');
    expect(await backend.call('cancelled', {})).toMatchObject({ value: ['call-7'] });
  });

  it('sends its events to every subscriber until it leaves', async () => {
    await connect();
    const event: AppEvent = { event: 'data.changed', caseId: null, topics: ['cases'], revision: null };
    const [heard, left]: [AppEvent[], AppEvent[]] = [[], []];
    backend.subscribe((one) => heard.push(one));
    backend.subscribe((one) => left.push(one))();
    await backend.call('emit', event);
    expect([heard, left]).toEqual([[event], []]);
  });

  it('takes offered bytes over, and gives an export out once', async () => {
    await connect();
    const bytes = new Uint8Array([1, 2, 3]);
    const [token] = await backend.offer([{ kind: 'bytes', name: 'a.pdf', bytes }]);
    expect(bytes.byteLength).toBe(0);
    expect(await backend.take(token!)).toEqual({ name: 'a.docx', bytes: new Uint8Array([1, 2, 3]) });
    expect(await backend.take(token!)).toBeNull();
  });

  it('copies offered bytes that are a part of a larger memory', async () => {
    await connect();
    const whole = new Uint8Array([9, 1, 2, 9]);
    const [token] = await backend.offer([{ kind: 'bytes', name: 'a.pdf', bytes: whole.subarray(1, 3) }]);
    expect(whole.byteLength).toBe(4);
    expect((await backend.take(token!))?.bytes).toEqual(new Uint8Array([1, 2]));
  });

  it('gives page pictures, or the reason why there is none', async () => {
    await connect();
    expect(await backend.picture({ ...page, width: 300 })).toEqual({ ok: true, value: new Uint8Array([44]) });
    expect(await backend.picture({ ...page, width: 5000 })).toMatchObject({ error: { code: 'not-found' } });
  });

  it('refuses input that is not plain data, and goes on', async () => {
    await connect();
    expect(await backend.call('echo', () => undefined)).toMatchObject({ ok: false, error: { code: 'usage' } });
    expect(await backend.call('echo', 1)).toMatchObject({ ok: true });
  });

  it('says so when an answer cannot be sent, and goes on', async () => {
    await connect();
    expect(await backend.call('function', {})).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(await backend.call('echo', 1)).toMatchObject({ ok: true });
  });
});

describe('a backend that ends', () => {
  it('turns the calls under way and all later ones into refusals when it crashes, without a word of a record', async () => {
    await connect();
    const pending = backend.call('never', {});
    await backend.call('crash', {});
    const reply = await pending;
    expect(reply).toMatchObject({ ok: false, error: { code: 'internal', details: { error: 'RangeError' } } });
    expect(JSON.stringify(reply)).not.toContain('Example');
    expect(await backend.call('echo', {})).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(await backend.offer([{ kind: 'path', path: '/a' }])).toEqual([]);
    expect(await backend.take('t1' as FileToken)).toBeNull();
    expect(await backend.picture({ ...page, width: 300 })).toMatchObject({ ok: false });
    backend.cancel('call-1');
  });

  it('answers what is under way when it is closed, and closes once', async () => {
    await connect();
    const pending = backend.call('never', {});
    await Promise.all([backend.close(), backend.close()]);
    expect(await pending).toMatchObject({ ok: false, error: { code: 'refused' } });
    expect(await backend.call('echo', {})).toMatchObject({ error: { message: 'IMR Desk is closing.' } });
  });

  it('answers every call with the reason when it could not start', async () => {
    await connect('newer');
    expect(await backend.call('echo', {})).toMatchObject({
      error: { code: 'newer-version', message: 'A later version wrote this vault; use that one.' },
    });
  });

  it('hides the words of an unexpected error at its start', async () => {
    await connect('broken');
    const reply = await backend.call('echo', {});
    expect(reply).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(reply)).not.toContain('Example');
  });

  it('answers every call when its thread has no file to run', async () => {
    backend = await connectBackend(options, { worker: join(import.meta.dirname, 'fixtures', 'missing.ts') });
    expect(await backend.call('echo', {})).toMatchObject({ ok: false, error: { code: 'internal' } });
  });
});

describe('parsers that the host starts', () => {
  it('are spoken to and killed through the host, and report their pid and their end', async () => {
    const ends: ((code: number | null) => void)[] = [];
    const startParser: StartParser = () => {
      const heard: ((message: unknown) => void)[] = [];
      return {
        pid: 4711,
        post: (message) => heard.forEach((listener) => listener({ read: message })),
        onMessage: (listener) => heard.push(listener),
        onExit: (listener) => ends.push(listener),
        kill: () => ends.forEach((end) => end(9)),
      };
    };
    await connect('/nowhere/vault', startParser);
    expect(await backend.call('parser', { bytes: new Uint8Array([1]) })).toEqual({
      ok: true,
      value: [{ read: { bytes: new Uint8Array([1]) } }, 4711, 9],
    });
    expect(await backend.call('echo', {})).toMatchObject({ value: { asksHostForParsers: true } });
  });
});
