import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { IpcRenderer } from 'electron';
import { sealedText } from '../../main/app/backend/check-update.ts';
import type { StartParser } from '../../main/app/backend/connect-backend.ts';
import { forkParser } from '../../main/import/fork-parser.ts';
import { readOptions } from '../../main/hosts/cli/options.ts';
import { CONTENT_SECURITY_POLICY } from '../../main/app/backend/security-policy.ts';
import { makePreloadBridge } from '../../main/hosts/electron/preload-bridge.ts';
import { hasScreen } from '../../main/hosts/electron/lock-down.ts';
import { storeIn } from '../../main/hosts/electron/other-vault.ts';
import { answerCrash, type CrashAnswer } from '../../main/hosts/electron/page-trouble.ts';
import { startElectronHost } from '../../main/hosts/electron/start-electron-host.ts';
import { placeWindow, readWindowState } from '../../main/hosts/electron/window-state.ts';
import type { Bridge } from '../../shared/bridge.ts';
import type { AppEvent } from '../../shared/app-event.ts';
import type { MenuAction } from '../../shared/host-methods.ts';
import type { CaseId, FileToken } from '../../shared/ids.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { newElectronStandIn, type StandIn, type StandInSession, type StandInWindow } from './electron-stand-in.ts';
import { newFakeBackend, type FakeBackend } from './fake-backend.ts';

const HOST = join(import.meta.dirname, '..', '..', 'main', 'hosts', 'electron');
const rendererDir = temporaryFolder();
const files = {
  preload: '/built/preload.cjs',
  parser: join(import.meta.dirname, 'fixtures', 'echo-parser.ts'),
  rendererDir,
  icon: '/built/icon.png',
  updateKey: join(rendererDir, 'update-key.pem'),
  store: '/vaults/mine',
  isOnScreen: true,
};

let electron: StandIn;
let backend: FakeBackend;
let window: StandInWindow;
let session: StandInSession;
let startParser: StartParser;
let page: Bridge;

const settled = async (): Promise<void> => {
  for (let turns = 0; turns < 20; turns += 1) await new Promise(setImmediate);
};
const pathOf = (file: File): string => (file as unknown as { path: string }).path;
const pageFrom = (ipc: object): Bridge => makePreloadBridge(ipc as IpcRenderer, { getPathForFile: pathOf });
const start = async (options?: Parameters<typeof newElectronStandIn>[0]): Promise<void> => {
  electron = newElectronStandIn({ folder: temporaryFolder(), ...options });
  backend = newFakeBackend();
  await startElectronHost(electron.api, files, async (given) => {
    startParser = given;
    return backend;
  });
  window = electron.windows[0]!;
  session = window?.options.webPreferences.session;
  if (window === undefined) return;
  page = pageFrom(electron.ipcRenderer());
  if (window.did.length === 0) await once(window, 'ready-to-show');
};

beforeAll(() => {
  mkdirSync(join(rendererDir, 'assets'));
  writeFileSync(join(rendererDir, 'index.html'), '<title>page</title>');
});
const umask = process.umask();
afterAll(() => process.umask(umask));
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

  it('turns on nothing that Electron leaves off: no experimental feature, no insecure content', () => {
    expect(window.options.webPreferences).toMatchObject({ allowRunningInsecureContent: false, safeDialogs: true });
    expect(Object.keys(window.options.webPreferences).sort()).toEqual([
      'allowRunningInsecureContent',
      'contextIsolation',
      'devTools',
      'navigateOnDragDrop',
      'nodeIntegration',
      'nodeIntegrationInSubFrames',
      'nodeIntegrationInWorker',
      'preload',
      'safeDialogs',
      'sandbox',
      'session',
      'spellcheck',
      'webSecurity',
      'webviewTag',
    ]);
    expect(electron.switches.map(([name]) => name)).not.toContain('enable-blink-features');
  });

  it('keeps what Chromium writes out of the folder of the vault', () => {
    expect(electron.log.find((line) => line.startsWith('userData'))).toMatch(/\/appData\/IMR Desk Window$/);
  });

  it('is the only one: a second one leaves, and the first comes forward', async () => {
    electron.app.emit('second-instance', {}, [], '', { store: '/vaults/mine' });
    expect([window.did, electron.boxes.asked]).toEqual([['show', 'restore', 'show', 'focus'], []]);
    await start({ isFirst: false });
    expect([electron.windows, electron.log.at(-1)]).toEqual([[], 'quit']);
  });

  it.each([
    ['stays where it is', 0, false],
    ['changes to the other', 1, true],
  ])('asked for another vault by a second start, says which one is open and %s', async (_, answer, changes) => {
    electron.boxes.answer = answer;
    electron.app.emit('second-instance', {}, [], '', { store: '/vaults/other' });
    await settled();
    expect(electron.boxes.asked[0]).toMatchObject({
      detail: 'Open is the vault in /vaults/mine. You asked for the one in /vaults/other. One is open at a time.',
    });
    expect(electron.log.some((line) => /^relaunch .*--store=\/vaults\/other$/.test(line))).toBe(changes);
  });

  it('takes the vault folder from its arguments', () => {
    expect(storeIn(['electron', '.', '--store=/a b', '--other'])).toBe('/a b');
    expect(storeIn(['electron', '.'])).toBeNull();
  });

  it('says in a box that it cannot start, and ends: without a window it would hold the lock unseen', async () => {
    const failing = newElectronStandIn({ folder: temporaryFolder() });
    failing.faults.whenReady = Object.assign(new TypeError('words of a record'), { code: 'ENOSPC' });
    expect(await startElectronHost(failing.api, files, () => Promise.resolve(newFakeBackend()))).toBeNull();
    expect(failing.log.slice(-2)).toEqual([
      'error: IMR Desk cannot start: It met an error that it did not expect (TypeError, ENOSPC).',
      'exit 1',
    ]);
  });

  it.each<[switches: string[], options: Parameters<typeof newElectronStandIn>[0], refusal: RegExp | null]>([
    [['no-sandbox'], {}, /\.deb/],
    [['no-sandbox'], { isPackaged: false }, /\.deb/],
    [['remote-debugging-port'], {}, /looked into/],
    [['remote-debugging-port'], { isPackaged: false }, null],
    [['remote-debugging-port'], { name: 'IMR Desk Test' }, null],
    [['lang'], {}, null],
  ])('started with %j as %j is refused: %s', async (switches, options, refusal) => {
    const bare = newElectronStandIn({ folder: temporaryFolder(), ...options });
    bare.faults.switches = switches;
    const started = await startElectronHost(bare.api, files, () => Promise.resolve(newFakeBackend()));
    expect(started === null).toBe(refusal !== null);
    if (refusal !== null) expect(bare.log.slice(-2)).toEqual([expect.stringMatching(refusal), 'exit 1']);
  });

  it('says that there is no screen before a window is asked for, and ends', async () => {
    const bare = newElectronStandIn({ folder: temporaryFolder() });
    const connect = jest.fn();
    expect(await startElectronHost(bare.api, { ...files, isOnScreen: false }, connect)).toBeNull();
    expect(bare.log.slice(-2)).toEqual([expect.stringMatching(/There is no screen here/), 'exit 1']);
    expect(connect).not.toHaveBeenCalled();
    expect(['linux', 'darwin', 'win32'].map((platform) => hasScreen(platform as NodeJS.Platform, {}))).toEqual([
      false,
      true,
      true,
    ]);
    expect([hasScreen('linux', { DISPLAY: ':0' }), hasScreen('linux', { WAYLAND_DISPLAY: 'wayland-0' })]).toEqual([
      true,
      true,
    ]);
  });

  it('asks nothing of the keychain', () => {
    expect(electron.switches).toContainEqual(['password-store', 'basic']);
    expect(electron.api).not.toHaveProperty('safeStorage');
  });

  it('has an identity of its own in the bar of Windows', () => {
    expect(electron.log).toContain('known as org.imr-desk.app');
  });

  it('has no developer tools when packaged', async () => {
    const roles = (): (string | undefined)[] =>
      electron.menus[0]!.flatMap((entry) => [entry.role, ...(entry.submenu ?? []).map(({ role }) => role)]);
    expect(roles()).not.toContain('toggleDevTools');
    expect(roles()).not.toContain('reload');
    await start({ isPackaged: false });
    expect(roles()).toContain('toggleDevTools');
  });
});

describe('a computer whose graphics fail', () => {
  const fail = (details: object): boolean => electron.app.emit('child-process-gone', {}, details);
  const drawsAlone = (): boolean => electron.log.includes('no hardware acceleration');

  it('is told once, and draws without them from the next start on', async () => {
    const folder = temporaryFolder();
    await start({ folder });
    expect(drawsAlone()).toBe(false);
    fail({ type: 'Utility', reason: 'crashed' });
    fail({ type: 'GPU', reason: 'clean-exit' });
    expect(electron.boxes.asked).toEqual([]);
    fail({ type: 'GPU', reason: 'crashed' });
    fail({ type: 'GPU', reason: 'launch-failed' });
    expect(electron.boxes.asked.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^The graphics of this computer failed, so IMR Desk draws without them/),
    ]);
    await start({ folder });
    expect([drawsAlone(), electron.windows.length]).toEqual([true, 1]);
  });
});

describe('a home folder that can only be read', () => {
  it('costs the place of the window, and says so; the window opens', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'appData'), 'a file where the folder should be');
    await start({ folder });
    expect(electron.windows).toHaveLength(1);
    const [profile = ''] = electron.log.flatMap((line) => /^userData in (.*)$/.exec(line)?.[1] ?? []);
    expect(basename(profile)).toMatch(/^imr-desk-window-/);
    expect(electron.boxes.asked.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Nothing can be written to your home folder/),
    ]);
    window.webContents.isGone = true;
    window.close();
    await settled();
    expect([backend.closed, electron.log.at(-1)]).toEqual([1, 'exit 0']);
    rmSync(profile, { recursive: true });
  });
});

describe('the window', () => {
  const SCREEN = { x: 0, y: 0, width: 1920, height: 1040 };
  const LEAST = { minWidth: 960, minHeight: 600 };

  it('comes back where it was, as large as it was', async () => {
    const folder = temporaryFolder();
    await start({ folder });
    window.close();
    await settled();
    await start({ folder });
    expect(window.options).toMatchObject({ x: 10, y: 20, width: 1200, height: 800 });
    window.did.push('maximize');
    window.close();
    await settled();
    await start({ folder });
    expect(window.did).toEqual(['maximize']);
  });

  it.each<[string, Parameters<typeof placeWindow>[0], Parameters<typeof placeWindow>[1], object]>([
    ['for the first time', null, [SCREEN], { ...LEAST, width: 1440, height: 900 }],
    [
      'on a screen that is gone',
      { bounds: { x: 3000, y: 100, width: 1200, height: 800 }, isMaximized: false },
      [SCREEN],
      { ...LEAST, width: 1200, height: 800 },
    ],
    [
      'half off its screen',
      { bounds: { x: 1500, y: -200, width: 1200, height: 800 }, isMaximized: false },
      [SCREEN],
      { ...LEAST, x: 720, y: 0, width: 1200, height: 800 },
    ],
    [
      'on the second of two screens',
      { bounds: { x: 2000, y: 100, width: 1200, height: 800 }, isMaximized: false },
      [SCREEN, { x: 1920, y: 0, width: 1920, height: 1040 }],
      { ...LEAST, x: 2000, y: 100, width: 1200, height: 800 },
    ],
    [
      'on a display at 300 %',
      null,
      [{ x: 0, y: 0, width: 640, height: 400 }],
      { minWidth: 640, minHeight: 400, width: 640, height: 400 },
    ],
  ])('%s is wholly on a screen', (_, state, screens, placed) => {
    expect(placeWindow(state, screens)).toEqual(placed);
  });

  it.each(['', '{"bounds":{"x":0}}', '[]', '{"bounds":{"x":0.5,"y":0,"width":100,"height":100}}'])(
    'does not mind what was kept: %s',
    (text) => {
      const path = join(temporaryFolder(), 'window.json');
      writeFileSync(path, text);
      expect(readWindowState(path)).toBeNull();
    },
  );

  it('shows in the bar of the system how far a job is', async () => {
    const ended = Promise.withResolvers<{ ok: true; value: object }>();
    backend.answers.set('record.import', ended.promise);
    const importing = page.call('record.import', { caseId: 'c1' as CaseId, files: [] }, 'job-1');
    const progress = (callId: string, done: number): void =>
      backend.listeners.forEach((listener) =>
        listener({ event: 'job.progress', callId, done, total: 4, note: 'Reading' }),
      );
    await settled();
    progress('job-1', 1);
    progress('of another', 2);
    ended.resolve({ ok: true, value: {} });
    await importing;
    expect(window.progress).toEqual([0.25, -1]);
  });
});

describe('a page in trouble', () => {
  beforeEach(() => jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] }));
  afterEach(() => jest.useRealTimers());
  const crash = (reason: string): void => {
    window.webContents.emit('render-process-gone', {}, { reason });
    jest.advanceTimersByTime(1000);
  };

  it.each<[reason: string, crashes: number[], isStopped: boolean, answer: CrashAnswer]>([
    ['clean-exit', [], false, 'nothing'],
    ['crashed', [], false, 'reload'],
    ['oom', [], false, 'reload'],
    ['oom', [990_000], false, 'stop'],
    ['crashed', [100_000], false, 'reload'],
    ['crashed', [999_000], true, 'ask'],
    ['launch-failed', [], false, 'ask'],
    ['integrity-failure', [], false, 'ask'],
  ])('%s after %j: %s %s', (reason, crashes, isStopped, answer) => {
    expect(answerCrash(reason, crashes, 1_000_000, isStopped)).toBe(answer);
  });

  it('is loaded again once, and then replaced by one that says so', async () => {
    crash('crashed');
    expect([window.webContents.reloads, window.url]).toEqual([1, 'app://desk/index.html']);
    crash('oom');
    expect([window.webContents.reloads, window.url]).toEqual([1, 'app://desk/stopped.html']);
    const stopped = (await session.load('app://desk/stopped.html'))!;
    expect(await stopped.text()).toContain('stopped working');
    expect(stopped.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
  });

  it.each([
    ['restart', ['relaunch']],
    ['quit', []],
  ])('offers to %s', async (link, expected) => {
    crash('crashed');
    crash('crashed');
    window.webContents.isGone = true;
    expect(window.webContents.prevents('will-navigate', { url: `app://desk/${link}` })).toBe(true);
    await settled();
    expect(electron.log.filter((line) => line === 'relaunch')).toEqual(expected);
    expect(electron.log.at(-1)).toBe('exit 0');
  });

  it('that was not replaced cannot end the application by a link', () => {
    window.webContents.prevents('will-navigate', { url: 'app://desk/quit' });
    expect(backend.closed).toBe(0);
  });

  it('asks when it cannot be shown at all, and when it does not answer, once', async () => {
    crash('launch-failed');
    await settled();
    electron.boxes.answer = 0;
    window.emit('unresponsive');
    window.emit('unresponsive');
    await settled();
    expect(electron.boxes.asked.map(({ message, buttons }) => [message, buttons])).toEqual([
      ['The window of IMR Desk cannot be shown.', ['Start again', 'Quit']],
      ['IMR Desk does not answer.', ['Wait', 'Start again', 'Quit']],
    ]);
  });
});

describe('locking and ending', () => {
  /** A page that does as ours does: it writes what is being typed, then locks. */
  const obeying = (order: string[]): (() => void) =>
    page.subscribe((event) => {
      if (event.event !== 'lock.wanted') return;
      order.push('written');
      void page.call('vault.lock', { afterJobs: true });
    });
  const locks = (): unknown[] => backend.asked.filter(({ method }) => method === 'vault.lock');

  it.each(['suspend', 'lock-screen'])('on %s the page writes first, and jobs are finished', async (event) => {
    const order: string[] = [];
    obeying(order);
    electron.power.emit(event);
    await settled();
    expect(order).toEqual(['written']);
    expect(locks()).toEqual([
      { method: 'vault.lock', input: { afterJobs: true }, callId: undefined },
      { method: 'vault.lock', input: { afterJobs: true }, callId: undefined },
    ]);
  });

  it('locks after two seconds although the page does not answer', async () => {
    const began = performance.now();
    electron.power.emit('lock-screen');
    while (locks().length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(performance.now() - began).toBeGreaterThan(1900);
    expect(performance.now() - began).toBeLessThan(4000);
  });

  it.each<[string, () => unknown]>([
    ['the window is closed', () => window.close()],
    ['it is quit', () => electron.app.quit()],
    ['the system shuts down', () => electron.power.emit('shutdown', { preventDefault: () => undefined })],
    ['somebody logs off', () => window.emit('query-session-end', { preventDefault: () => undefined })],
  ])('when %s the page writes, then the backend closes, then it ends', async (_, end) => {
    const order: string[] = [];
    obeying(order);
    end();
    expect([backend.closed, electron.log.at(-1)]).not.toEqual([1, 'exit 0']);
    await settled();
    expect([order, backend.closed, electron.log.at(-1)]).toEqual([['written'], 1, 'exit 0']);
  });

  it('does not wait for a page that has crashed', async () => {
    window.webContents.isGone = true;
    window.close();
    await settled();
    expect([backend.closed, electron.log.at(-1)]).toEqual([1, 'exit 0']);
  });
});

describe('the menus', () => {
  const ACTIONS: MenuAction[] = [
    { id: 'cases.new', label: 'New case', menu: 'file', keys: 'Mod+N', isEnabled: true },
    { id: 'case.undo', label: 'Undo', menu: 'edit', keys: 'Mod+Z', isEnabled: true },
    { id: 'app.shortcuts', label: 'Keyboard shortcuts', menu: 'help', keys: '?', isEnabled: false },
  ];
  const entry = (label: string): StandIn['menus'][number][number] =>
    electron.menus
      .at(-1)!
      .flatMap(({ submenu }) => submenu ?? [])
      .find((one) => one.label === label)!;
  const edit = (): (string | undefined)[] =>
    electron.menus
      .at(-1)!
      .find(({ label }) => label === 'Edit')!
      .submenu!.map(({ role, label }) => role ?? label);

  it("offer the page's own actions, whose keys are struck in the page", async () => {
    const wanted: AppEvent[] = [];
    page.subscribe((event) => wanted.push(event));
    expect(await page.call('host.showMenus', { actions: ACTIONS })).toEqual({ ok: true, value: {} });
    expect(entry('New case')).toMatchObject({ enabled: true, accelerator: 'CmdOrCtrl+N', registerAccelerator: false });
    expect(entry('Keyboard shortcuts')).toMatchObject({ enabled: false });
    expect(entry('Keyboard shortcuts')).not.toHaveProperty('accelerator');
    entry('New case').click!();
    expect(wanted).toEqual([{ event: 'action.wanted', id: 'cases.new' }]);
  });

  it("undo the field's own while one is typing", async () => {
    await page.call('host.showMenus', { actions: ACTIONS });
    expect(edit()).toEqual(['Undo', undefined, 'cut', 'copy', 'paste', 'selectAll']);
    await page.call('host.showMenus', { actions: ACTIONS.map((action) => ({ ...action, isEnabled: false })) });
    expect(edit()).toEqual(['undo', 'redo', undefined, 'cut', 'copy', 'paste', 'selectAll']);
  });

  it('take nothing else from the page', async () => {
    expect(await page.call('host.showMenus', { actions: [{ role: 'toggleDevTools' }] } as never)).toMatchObject({
      error: { code: 'usage' },
    });
  });
});

describe('an update from a file', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const seal = (path: string, version: string, bytes: Buffer, name = basename(path)): void => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const signature = sign(null, sealedText(name, version, sha256), privateKey).toString('base64');
    writeFileSync(`${path}.sig`, JSON.stringify({ version, sha256, signature }));
  };
  let path: string;
  const install = async (): Promise<void> => {
    electron.openFrom.paths = [path];
    electron.menus
      .at(-1)!
      .flatMap(({ submenu }) => submenu ?? [])
      .find(({ label }) => label?.startsWith('Install an update') === true)!.click!();
    while (electron.boxes.asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    for (let turns = 0; turns < 20; turns += 1) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  const opened = (): string[] => electron.log.filter((line) => line.startsWith('open '));
  beforeEach(() => {
    path = join(temporaryFolder(), 'IMR Desk 9.9.9.deb');
    writeFileSync(path, 'a new version');
    writeFileSync(files.updateKey, publicKey.export({ type: 'spki', format: 'pem' }));
  });
  afterEach(() => rmSync(files.updateKey, { force: true }));

  it.each([
    ['Not now', 0, 0],
    ['Install', 1, 1],
  ])('that is signed is offered with its version, and %s counts', async (_, answer, times) => {
    electron.boxes.answer = answer;
    seal(path, '9.9.9', Buffer.from('a new version'));
    await install();
    expect(electron.boxes.asked[0]!.message).toContain('Version 9.9.9, signed by the makers');
    expect(opened()).toHaveLength(times);
    if (times === 1) expect(readFileSync(opened()[0]!.slice('open '.length), 'utf8')).toBe('a new version');
  });

  it.each<[string, () => void, string]>([
    ['without a seal', () => undefined, '.sig is missing or damaged'],
    ['with a damaged seal', () => writeFileSync(`${path}.sig`, '{"version":"9.9.9"}'), '.sig is missing or damaged'],
    ['that was changed', () => seal(path, '9.9.9', Buffer.from('another')), 'not the file that was signed'],
    ['with the seal of another', () => seal(path, '9.9.9', Buffer.from('a new version'), 'x.deb'), 'was not signed by'],
    ['that is no newer', () => seal(path, '0.1.0', Buffer.from('a new version')), 'version 0.1.0 runs already'],
    ['for which there is no key', () => rmSync(files.updateKey), 'has no key to check updates with'],
  ])('%s is not installed', async (_, arrange, words) => {
    electron.boxes.answer = 1;
    arrange();
    await install();
    expect(electron.boxes.asked.map(({ message }) => message)).toEqual([expect.stringContaining(words)]);
    expect(opened()).toEqual([]);
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
    expect(electron.log.slice(-2)).toEqual([
      expect.stringMatching(/^save as .*\/documents\/letter\.docx$/),
      'show /letters/letter.docx',
    ]);
    expect(electron.saveTo.options).toMatchObject({ properties: ['showOverwriteConfirmation', 'createDirectory'] });
  });

  it('drags out a file that it has written, and nothing else', async () => {
    const path = join(temporaryFolder(), 'letter.docx');
    electron.saveTo.path = path;
    await page.call('host.chooseTarget', { suggestedName: 'letter.docx' });
    const drag = (file: string): Promise<unknown> => page.call('host.dragTarget', { file: file as FileToken });
    await drag('t1');
    expect(window.webContents.dragged).toEqual([]);
    writeFileSync(path, 'written');
    await drag('t1');
    await drag('t9');
    expect(window.webContents.dragged).toEqual([{ file: path, icon: '/built/icon.png' }]);
  });

  it('offers nothing of the vault itself, whatever it says', async () => {
    for (const path of ['/vaults/mine', '/vaults/mine/cases/c1.db', '/vaults/mine/../mine/vault.db'])
      expect(await page.offerFiles([{ path }])).toMatchObject({ error: { code: 'refused' } });
    expect(await page.offerFiles([{ path: '/vaults/mine-too/a.pdf' }])).toMatchObject({ ok: true });
    expect(backend.offered).toEqual([{ kind: 'path', path: '/vaults/mine-too/a.pdf' }]);
  });

  it('gets no target when the dialog is closed, and is shown no file that it did not choose', async () => {
    expect(await page.call('host.chooseTarget', { suggestedName: 'letter.docx' })).toEqual({
      ok: true,
      value: { file: null },
    });
    await page.call('host.revealTarget', { file: 't9' as FileToken });
    expect(electron.log.at(-1)).toMatch(/^save as /);
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
    // On Linux it is told how to give memory back, and nothing else.
    const { env } = heard as { readonly env: readonly string[] };
    expect(env.filter((name) => !name.startsWith('MALLOC_'))).toEqual([]);
  });

  it('is taken out of the environment by the command line', () => {
    process.env.IMR_PASSPHRASE = 'a passphrase of the test';
    expect(readOptions(['case', 'list']).passphrase).toBe('a passphrase of the test');
    expect(process.env).not.toHaveProperty('IMR_PASSPHRASE');
  });
});
