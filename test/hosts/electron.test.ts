import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IpcRenderer } from 'electron';
import type { StartParser } from '../../main/app/backend/connect-backend.ts';
import { forkParser } from '../../main/import/fork-parser.ts';
import { readOptions } from '../../main/hosts/cli/options.ts';
import { CONTENT_SECURITY_POLICY } from '../../main/app/backend/security-policy.ts';
import { makePreloadBridge } from '../../main/hosts/electron/preload-bridge.ts';
import { startElectronHost } from '../../main/hosts/electron/start-electron-host.ts';
import type { Bridge } from '../../shared/bridge.ts';
import type { AppEvent } from '../../shared/contract.ts';
import type { FileToken } from '../../shared/ids.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { newElectronStandIn, type StandIn, type StandInSession, type StandInWindow } from './electron-stand-in.ts';
import { newFakeBackend, type FakeBackend } from './fake-backend.ts';

const HOST = join(import.meta.dirname, '..', '..', 'main', 'hosts', 'electron');
const rendererDir = temporaryFolder();
const files = {
  preload: '/built/preload.cjs',
  parser: join(import.meta.dirname, 'fixtures', 'echo-parser.ts'),
  rendererDir,
};

let electron: StandIn;
let backend: FakeBackend;
let window: StandInWindow;
let session: StandInSession;
let startParser: StartParser;
let page: Bridge;

const pathOf = (file: File): string => (file as unknown as { path: string }).path;
const pageFrom = (ipc: object): Bridge => makePreloadBridge(ipc as IpcRenderer, { getPathForFile: pathOf });
const start = async (options?: Parameters<typeof newElectronStandIn>[0]): Promise<void> => {
  electron = newElectronStandIn(options);
  backend = newFakeBackend();
  await startElectronHost(electron.api, files, async (given) => {
    startParser = given;
    return backend;
  });
  window = electron.windows[0]!;
  session = window?.options.webPreferences.session;
  if (window === undefined) return;
  page = pageFrom(electron.ipcRenderer());
  if (!window.did.includes('show')) await once(window, 'ready-to-show');
};

beforeAll(() => {
  mkdirSync(join(rendererDir, 'assets'));
  writeFileSync(join(rendererDir, 'index.html'), '<title>page</title>');
});
beforeEach(() => start());

describe('the host for Electron', () => {
  it('is thin: no file over 150 lines', () => {
    const long = readdirSync(HOST)
      .filter((name) => name.endsWith('.ts'))
      .filter((name) => readFileSync(join(HOST, name), 'utf8').split('\n').length > 151);
    expect(long).toEqual([]);
  });

  it('opens one sandboxed window on the page, in a session that is kept in memory', () => {
    expect(electron.windows).toHaveLength(1);
    expect([window.url, window.did]).toEqual(['app://desk/index.html', ['show']]);
    expect(window.options.webPreferences).toMatchObject({
      preload: '/built/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    });
    expect(session.partition).not.toMatch(/^persist:/);
    expect(electron.log).toContain('sandbox');
  });

  it('keeps what Chromium writes out of the folder of the vault', () => {
    expect(electron.log).toContain('userData in /appData/IMR Desk Window');
  });

  it('is the only one: a second one leaves, and the first comes forward', async () => {
    electron.app.emit('second-instance');
    expect(window.did).toEqual(['show', 'restore', 'focus']);
    await start({ isFirst: false });
    expect([electron.windows, electron.log]).toEqual([[], ['userData in /appData/IMR Desk Window', 'quit']]);
  });

  it('has no developer tools when packaged', async () => {
    const roles = (): (string | undefined)[] =>
      electron.menus[0]!.flatMap((entry) => [entry.role, ...(entry.submenu ?? []).map(({ role }) => role)]);
    expect(roles()).not.toContain('toggleDevTools');
    expect(roles()).not.toContain('reload');
    await start({ isPackaged: false });
    expect(roles()).toContain('toggleDevTools');
  });

  it.each(['suspend', 'lock-screen'])('locks the vault on %s', (event) => {
    electron.power.emit(event);
    expect(backend.asked).toEqual([{ method: 'vault.lock', input: {}, callId: undefined }]);
  });

  it.each([
    ['crashed', 1],
    ['oom', 1],
    ['clean-exit', 0],
  ])('shows the page again when its process is gone: %s', (reason, reloads) => {
    window.webContents.emit('render-process-gone', {}, { reason });
    expect(window.webContents.reloads).toBe(reloads);
  });

  it('closes the backend before it ends', async () => {
    electron.app.emit('window-all-closed');
    expect(electron.log).not.toContain('quit');
    await new Promise(setImmediate);
    expect([backend.closed, electron.log.at(-1)]).toEqual([1, 'exit 0']);
  });
});

describe('the lockdown', () => {
  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])('prevents %s', (event) => {
    expect(window.webContents.prevents(event)).toBe(true);
  });

  it('opens no window, downloads nothing, resolves no name and gives no address away', () => {
    const download = { preventDefault: jest.fn() };
    session.downloads.emit('will-download', download);
    expect(download.preventDefault).toHaveBeenCalled();
    expect(window.webContents.windowOpen!()).toEqual({ action: 'deny' });
    expect(window.webContents.webRtc).toBe('disable_non_proxied_udp');
    expect(electron.switches).toContainEqual(['host-resolver-rules', 'MAP * ~NOTFOUND']);
  });

  it.each([
    ['clipboard-sanitized-write', true],
    ['clipboard-read', false],
    ['media', false],
    ['geolocation', false],
    ['notifications', false],
    ['openExternal', false],
    ['fileSystem', false],
  ])('answers the permission %s with %s', (permission, granted) => {
    const asked: boolean[] = [];
    session.request!(null, permission, (answer) => asked.push(answer));
    expect([asked, session.check!(null, permission), session.device!()]).toEqual([[granted], granted, false]);
  });

  it('never looks for spelling dictionaries', () => {
    expect(session.checksSpelling).toBe(false);
  });

  it.each([
    'http://127.0.0.1/',
    'https://example.org/',
    'ws://example.org',
    'file:///etc/passwd',
    'ftp://example.org',
    'app://other/index.html',
    'app://desk.example/index.html',
    'devtools://devtools/',
    'nonsense',
  ])('cancels the request %s', async (url) => {
    expect(await session.load(url)).toBeNull();
  });
});

describe('the schemes of the application', () => {
  it('are registered before Electron is ready', () => {
    expect(electron.schemes.map(({ scheme }) => scheme)).toEqual(['app', 'page']);
  });

  it('serve the page under the policy', async () => {
    const response = (await session.load('app://desk/index.html'))!;
    expect(await response.text()).toBe('<title>page</title>');
    expect(response.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
    expect((await session.load('app://desk/%2e%2e/package.json'))!.status).toBe(404);
  });

  it('give pictures by case and page, which nobody keeps', async () => {
    const response = (await session.load('page://c1/p1?width=300'))!;
    expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([
      200,
      'image/png',
      'no-store',
    ]);
    expect(backend.pictured).toEqual([{ caseId: 'c1', pageId: 'p1', width: 300 }]);
  });

  it.each([
    'page://c1/flow?width=300',
    'page://c1/p1',
    'page://c1/p1?width=9000',
    'page://c1/p1/p2?width=300',
    'page://c1/?width=300',
  ])('have no picture at %s', async (url) => {
    expect((await session.load(url))!.status).toBe(404);
  });
});

describe('the page in Electron', () => {
  it('asks by call, with refusals as replies', async () => {
    expect(await page.call('case.list', {}, 'c1')).toEqual({ ok: true, value: { method: 'case.list' } });
    expect(await page.call('refuse' as 'case.list', {})).toMatchObject({ ok: false, error: { code: 'refused' } });
    expect(backend.asked[0]).toEqual({ method: 'case.list', input: {}, callId: 'c1' });
  });

  it('cancels, and hears events until it leaves', async () => {
    const event: AppEvent = { event: 'data.changed', caseId: null, topics: ['cases'], revision: null };
    const heard: AppEvent[] = [];
    const leave = page.subscribe((one) => heard.push(one));
    const emit = (): void => backend.listeners.forEach((listener) => listener(event));
    emit();
    leave();
    emit();
    page.cancel('c7');
    await new Promise(setImmediate);
    expect([heard, backend.cancelled]).toEqual([[event], ['c7']]);
  });

  it('is not spoken to once its window is gone', () => {
    window.isOver = true;
    window.webContents.send = () => {
      throw new Error('Object has been destroyed');
    };
    expect(() =>
      backend.listeners.forEach((listener) =>
        listener({ event: 'data.changed', caseId: null, topics: [], revision: null }),
      ),
    ).not.toThrow();
  });

  it('gets tokens for dropped files, whose paths go to the host alone', async () => {
    expect(await page.offerFiles([{ path: '/records/a.pdf' }, { path: '/records' }])).toEqual({
      ok: true,
      value: ['t1', 't2'],
    });
    expect(backend.offered).toEqual([
      { kind: 'path', path: '/records/a.pdf' },
      { kind: 'path', path: '/records' },
    ]);
    expect(await page.offerFiles([{ path: '' }])).toMatchObject({ ok: false, error: { code: 'unreadable' } });
  });

  it('chooses a place for an export in a dialog, and is shown the file there', async () => {
    electron.saveTo.path = '/letters/letter.docx';
    expect(await page.call('host.chooseTarget', { suggestedName: '../../letter.docx' })).toEqual({
      ok: true,
      value: { file: 't1' },
    });
    expect(await page.call('host.revealTarget', { file: 't1' as FileToken })).toEqual({
      ok: true,
      value: { url: null },
    });
    expect(backend.offered).toEqual([{ kind: 'target', path: '/letters/letter.docx' }]);
    expect(electron.log.slice(-2)).toEqual(['save as /documents/letter.docx', 'show /letters/letter.docx']);
  });

  it('gets no target when the dialog is closed, and is shown no file that it did not choose', async () => {
    expect(await page.call('host.chooseTarget', { suggestedName: 'letter.docx' })).toEqual({
      ok: true,
      value: { file: null },
    });
    await page.call('host.revealTarget', { file: 't9' as FileToken });
    expect(electron.log.at(-1)).toBe('save as /documents/letter.docx');
  });

  it('is refused when it is another frame, another origin or another window', async () => {
    const refused = {
      ok: false,
      error: { code: 'refused', message: 'This was not asked by the page of IMR Desk.', details: {} },
    };
    const { mainFrame } = window.webContents;
    expect(await pageFrom(electron.ipcRenderer({ frame: { origin: 'app://desk' } })).call('case.list', {})).toEqual(
      refused,
    );
    expect(await pageFrom(electron.ipcRenderer({ sender: {} })).call('case.list', {})).toEqual(refused);
    Object.assign(mainFrame, { origin: 'https://example.org' });
    expect(await page.call('case.list', {})).toEqual(refused);
    expect(backend.asked).toEqual([]);
  });

  it.each([
    [undefined],
    [null],
    ['call'],
    [{ verb: 'close' }],
    [{ verb: 'call', method: 7 }],
    [{ verb: 'call', method: 'a', callId: 7 }],
    [{ verb: 'offer', paths: '/a' }],
    [{ verb: 'offer', paths: [7] }],
    [{ verb: 'cancel' }],
  ])('is refused the message %j', async (message) => {
    expect(await electron.ipcRenderer().invoke('imr', message)).toMatchObject({
      ok: false,
      error: { code: 'refused' },
    });
    expect(backend.offered).toEqual([]);
  });

  it('gets a reply when what it sends is not plain data', async () => {
    expect(await page.call('case.list', (() => undefined) as never)).toMatchObject({
      ok: false,
      error: { code: 'internal' },
    });
  });
});

describe('parsers in Electron', () => {
  const spoken = (parser: ReturnType<StartParser>): Promise<unknown> =>
    new Promise((resolve) => {
      parser.onMessage(resolve);
      parser.post({ bytes: new Uint8Array([1, 2]) });
    });

  it('are utility processes that see nothing of the environment, and end for certain', async () => {
    process.env.IMR_PASSPHRASE = 'a passphrase of the test';
    const parser = startParser();
    const heard = await spoken(parser);
    delete process.env.IMR_PASSPHRASE;
    expect(heard).toMatchObject({ got: { bytes: new Uint8Array([1, 2]) }, env: ['IMR_PARSER'] });
    expect(parser.pid).toBeGreaterThan(0);
    const ended = new Promise((resolve) => parser.onExit(resolve));
    parser.kill();
    await ended;
    parser.kill();
  });

  it('have the heap of a forked parser', async () => {
    const [ours, forked] = [startParser(), forkParser(files.parser)];
    const heaps = (await Promise.all([spoken(ours), spoken(forked)])) as { heap: number }[];
    ours.kill();
    forked.kill();
    expect(heaps[0]!.heap).toBe(heaps[1]!.heap);
    expect(heaps[0]!.heap).toBeLessThan(800_000_000);
  });

  it('end when they are killed before they run', async () => {
    const parser = startParser();
    const ended = new Promise((resolve) => parser.onExit(resolve));
    expect(parser.pid).toBeUndefined();
    parser.kill();
    await ended;
  });
});

describe('the passphrase in the environment', () => {
  it('is gone once the host has started, before any process of Chromium could inherit it', async () => {
    process.env.IMR_PASSPHRASE = 'a passphrase of the test';
    await start();
    expect(process.env).not.toHaveProperty('IMR_PASSPHRASE');
  });

  it('is not seen by a forked parser', async () => {
    process.env.IMR_PASSPHRASE = 'a passphrase of the test';
    const parser = forkParser(files.parser);
    const heard = await new Promise((resolve) => {
      parser.onMessage(resolve);
      parser.post({});
    });
    delete process.env.IMR_PASSPHRASE;
    parser.kill();
    expect(heard).toMatchObject({ env: [] });
  });

  it('is taken out of the environment by the command line', () => {
    process.env.IMR_PASSPHRASE = 'a passphrase of the test';
    expect(readOptions(['case', 'list']).passphrase).toBe('a passphrase of the test');
    expect(process.env).not.toHaveProperty('IMR_PASSPHRASE');
  });
});
