import { fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import type { ElectronApi } from '../../main/hosts/electron/electron-api.ts';

type Listener = (...args: unknown[]) => void;
type Handler = (event: unknown, value: unknown) => unknown;
type BeforeRequest = (details: { url: string }, answer: (verdict: { cancel?: boolean }) => void) => void;
type Frame = { readonly origin: string };

const preventable = (): { readonly preventDefault: () => void; readonly isPrevented: () => boolean } => {
  let isPrevented = false;
  return { preventDefault: () => void (isPrevented = true), isPrevented: () => isPrevented };
};

export class StandInSession {
  readonly partition: string;
  readonly handlers = new Map<string, (request: Request) => Promise<Response> | Response>();
  readonly downloads = new EventEmitter();
  readonly protocol = {
    handle: (scheme: string, handler: (request: Request) => Promise<Response>) =>
      void this.handlers.set(scheme, handler),
  };
  readonly webRequest = { onBeforeRequest: (listener: BeforeRequest) => void (this.beforeRequest = listener) };
  beforeRequest: BeforeRequest | null = null;
  request: ((contents: null, permission: string, answer: (granted: boolean) => void) => void) | null = null;
  check: ((contents: null, permission: string) => boolean) | null = null;
  device: (() => boolean) | null = null;
  checksSpelling = true;
  constructor(partition: string) {
    this.partition = partition;
  }
  setPermissionRequestHandler(handler: StandInSession['request']): void {
    this.request = handler;
  }
  setPermissionCheckHandler(handler: StandInSession['check']): void {
    this.check = handler;
  }
  setDevicePermissionHandler(handler: StandInSession['device']): void {
    this.device = handler;
  }
  setSpellCheckerEnabled(enable: boolean): void {
    this.checksSpelling = enable;
  }
  on(event: string, listener: () => void): void {
    this.downloads.on(event, listener);
  }

  /**
   * As a page's fetch or picture goes: first the request filter, then the handler of the scheme; null when cancelled.
   */
  async load(url: string): Promise<Response | null> {
    const isCancelled = await new Promise<boolean>((resolve) =>
      this.beforeRequest === null
        ? resolve(false)
        : this.beforeRequest({ url }, ({ cancel }) => resolve(cancel === true)),
    );
    const handler = this.handlers.get(url.slice(0, url.indexOf(':')));
    return isCancelled || handler === undefined ? null : handler({ url } as Request);
  }
}

class StandInContents extends EventEmitter {
  isGone = false;
  readonly dragged: object[] = [];
  readonly mainFrame: Frame = { origin: 'app://desk' };
  readonly page = new EventEmitter();
  windowOpen: (() => { action: string }) | null = null;
  webRtc = 'default';
  reloads = 0;
  setWindowOpenHandler(handler: () => { action: string }): void {
    this.windowOpen = handler;
  }
  setWebRTCIPHandlingPolicy(policy: string): void {
    this.webRtc = policy;
  }
  reload(): void {
    this.reloads += 1;
  }
  isCrashed(): boolean {
    return this.isGone;
  }
  startDrag(item: object): void {
    this.dragged.push(item);
  }
  send(channel: string, value: unknown): void {
    this.page.emit(channel, {}, structuredClone(value));
  }
  /** True when the page is kept from doing it. */
  prevents(event: string, details: object = {}): boolean {
    const occurrence = { ...preventable(), ...details };
    this.emit(event, occurrence);
    return occurrence.isPrevented();
  }
}

export class StandInWindow extends EventEmitter {
  readonly options: Record<string, unknown> & {
    readonly webPreferences: Record<string, unknown> & { readonly session: StandInSession };
  };
  readonly webContents = new StandInContents();
  readonly did: string[] = [];
  readonly progress: number[] = [];
  isOver = false;
  url = '';
  constructor(options: StandInWindow['options']) {
    super();
    this.options = options;
  }
  isDestroyed(): boolean {
    return this.isOver;
  }
  isMinimized(): boolean {
    return true;
  }
  restore(): void {
    this.did.push('restore');
  }
  focus(): void {
    this.did.push('focus');
  }
  show(): void {
    this.did.push('show');
  }
  maximize(): void {
    this.did.push('maximize');
  }
  isMaximized(): boolean {
    return this.did.includes('maximize');
  }
  getNormalBounds(): object {
    return { x: 10, y: 20, width: 1200, height: 800 };
  }
  setProgressBar(share: number): void {
    this.progress.push(share);
  }
  /** As a click on its cross does: it closes unless somebody prevents it. */
  close(): void {
    const occurrence = preventable();
    this.emit('close', occurrence);
    if (occurrence.isPrevented()) return;
    this.isOver = true;
    this.emit('closed');
  }
  async loadURL(url: string): Promise<void> {
    this.url = url;
    await this.options.webPreferences.session.load(url);
    this.emit('ready-to-show');
  }
}

type UtilityOptions = {
  readonly env?: Record<string, string>;
  readonly execArgv?: readonly string[];
  readonly stdio?: readonly [input: 'ignore', output: 'ignore' | 'pipe', errors: 'ignore'];
};

/**
 * A process that speaks over `process.parentPort`, as a utility process does. Like one, it has an id only once it is
 * spawned, cannot be killed before, takes an empty environment to mean that of its parent, and reads of its arguments
 * for Node only Chromium's switch for flags of V8.
 */
const forkUtility = (script: string, { env = {}, execArgv = [], stdio }: UtilityOptions): object => {
  const child = fork(script, [], {
    serialization: 'advanced',
    env: Object.keys(env).length === 0 ? process.env : env,
    stdio: ['ignore', stdio?.[1] ?? 'ignore', 'ignore', 'ipc'],
    execArgv: [
      ...execArgv.flatMap((word) => /^--js-flags=(.*)/.exec(word)?.[1] ?? []),
      '--import',
      join(import.meta.dirname, 'fixtures', 'parent-port.ts'),
    ],
  });
  const utility = Object.assign(new EventEmitter(), {
    pid: undefined as number | undefined,
    stdout: child.stdout,
    postMessage: (message: object) => void (child.connected && child.send(message)),
    kill: () => utility.pid !== undefined && child.kill(),
  });
  child.on('message', (message) => utility.emit('message', message));
  setImmediate(() => {
    utility.pid = child.pid;
    utility.emit('spawn');
  });
  child.on('exit', (code) => utility.emit('exit', code));
  return utility;
};

type MenuEntry = {
  readonly role?: string;
  readonly label?: string;
  readonly enabled?: boolean;
  readonly accelerator?: string;
  readonly registerAccelerator?: boolean;
  readonly click?: () => void;
};
type StandInMenu = MenuEntry & { readonly submenu?: readonly MenuEntry[] };

export type StandIn = {
  readonly api: ElectronApi;
  readonly log: string[];
  readonly app: EventEmitter & { readonly quit: () => void };
  readonly power: EventEmitter;
  readonly windows: StandInWindow[];
  readonly menus: StandInMenu[][];
  readonly schemes: { scheme: string }[];
  readonly switches: string[][];
  readonly saveTo: { path: string; options: object };
  /** What an open dialog gives. */
  readonly openFrom: { paths: string[] };
  /** The boxes that were shown, each with the button that is pressed in it next. */
  readonly boxes: { readonly asked: { message: string; buttons: string[]; detail?: string }[]; answer: number };
  /** What the next start fails with. */
  readonly faults: { whenReady?: Error; switches?: readonly string[] };
  /** The page's end of the channel, as its preload gets it; another frame or sender can be tried. */
  readonly ipcRenderer: (from?: { readonly frame?: Frame; readonly sender?: object }) => {
    invoke: (channel: string, value: unknown) => Promise<unknown>;
    on: (channel: string, listener: (...args: never[]) => void) => unknown;
    off: (channel: string, listener: (...args: never[]) => void) => unknown;
  };
};

/**
 * The few calls of Electron that the host uses, with Electron's own order of things: what comes too early or too late
 * throws.
 */
export const newElectronStandIn = ({
  isFirst = true,
  isPackaged = true,
  folder = '',
  name = 'IMR Desk',
} = {}): StandIn => {
  const [log, windows, menus, schemes, switches] = [
    [] as string[],
    [] as StandInWindow[],
    [] as StandIn['menus'],
    [] as { scheme: string }[],
    [] as string[][],
  ];
  const handlers = new Map<string, Handler>();
  const sessions = new Map<string, StandInSession>();
  const saveTo = { path: '', options: {} };
  const openFrom: StandIn['openFrom'] = { paths: [] };
  const boxes: StandIn['boxes'] = { asked: [], answer: 0 };
  const faults: StandIn['faults'] = {};
  const power = new EventEmitter();
  let isReady = false;
  let isQuitting = false;
  const must = (holds: boolean, what: string): void => {
    if (!holds) throw new Error(what);
  };
  /** As Electron does: whoever listens may hold it back, then the windows close, then it ends. */
  const quit = (): void => {
    const before = preventable();
    app.emit('before-quit', before);
    if (before.isPrevented()) return;
    isQuitting = true;
    for (const window of windows) if (!window.isOver) window.close();
    if (windows.some((window) => !window.isOver)) return;
    const occurrence = preventable();
    app.emit('will-quit', occurrence);
    if (!occurrence.isPrevented()) log.push('quit');
  };
  const app = Object.assign(new EventEmitter(), {
    isPackaged,
    disableHardwareAcceleration: () => (
      must(!isReady, 'hardware acceleration is ended before ready'),
      void log.push('no hardware acceleration')
    ),
    enableSandbox: () => (must(!isReady, 'enableSandbox comes before ready'), void log.push('sandbox')),
    commandLine: {
      appendSwitch: (...words: string[]) => void switches.push(words),
      hasSwitch: (name: string) => faults.switches?.includes(name) === true,
    },
    requestSingleInstanceLock: (data: object) => (
      must(app.listenerCount('second-instance') > 0, 'second-instance is listened to before the lock is asked for'),
      log.push(`lock with ${JSON.stringify(data)}`),
      isFirst
    ),
    getVersion: () => '0.1.0',
    getName: () => name,
    setAppUserModelId: (id: string) => void log.push(`known as ${id}`),
    relaunch: (options?: { args?: string[] }) => void log.push(`relaunch ${options?.args?.join(' ') ?? ''}`.trim()),
    whenReady: async () => {
      if (faults.whenReady !== undefined) throw faults.whenReady;
      isReady = true;
    },
    getPath: (name: string) => `${folder}/${name}`,
    setPath: (name: string, path: string) => void log.push(`${name} in ${path}`),
    quit,
    exit: (code: number) => void log.push(`exit ${code}`),
  });
  const BrowserWindow = class extends StandInWindow {
    constructor(options: StandInWindow['options']) {
      super(options);
      must(isReady, 'a window comes after ready');
      windows.push(this);
      this.on('closed', () => {
        // While it quits, Electron says nothing of it.
        if (!isQuitting && windows.every(({ isOver }) => isOver)) app.emit('window-all-closed');
      });
      app.emit('web-contents-created', {}, this.webContents);
    }
  };
  const fromPartition = (partition: string): StandInSession => {
    must(isReady, 'a session comes after ready');
    const session = sessions.get(partition) ?? new StandInSession(partition);
    sessions.set(partition, session);
    return session;
  };
  const api = {
    app,
    BrowserWindow,
    Menu: {
      buildFromTemplate: (template: StandIn['menus'][number]) => template,
      setApplicationMenu: (menu: StandIn['menus'][number]) => void menus.push(menu),
    },
    dialog: {
      showSaveDialog: async (_: unknown, options: { defaultPath: string }) => (
        log.push(`save as ${options.defaultPath}`),
        (saveTo.options = options),
        { canceled: saveTo.path === '', filePath: saveTo.path }
      ),
      // With the window that it belongs to, or alone.
      showMessageBox: async (...given: StandIn['boxes']['asked']) => (
        boxes.asked.push(...given.slice(-1)),
        { response: boxes.answer }
      ),
      showOpenDialog: async () => ({ canceled: openFrom.paths.length === 0, filePaths: openFrom.paths }),
      showErrorBox: (title: string, content: string) => void log.push(`error: ${title}: ${content}`),
    },
    ipcMain: { handle: (channel: string, handler: Handler) => void handlers.set(channel, handler) },
    powerMonitor: power,
    protocol: {
      registerSchemesAsPrivileged: (given: { scheme: string }[]) => (
        must(!isReady, 'schemes are registered before ready'),
        void schemes.push(...given)
      ),
    },
    screen: {
      getAllDisplays: () => (
        must(isReady, 'screens are known after ready'),
        [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }]
      ),
    },
    session: { fromPartition },
    shell: {
      showItemInFolder: (path: string) => void log.push(`show ${path}`),
      openPath: async (path: string) => (log.push(`open ${path}`), ''),
    },
    utilityProcess: {
      fork: (script: string, _: string[], options: UtilityOptions) => (
        must(isReady, 'a utility process comes after ready'),
        forkUtility(script, options)
      ),
    },
  };
  return {
    api: api as unknown as ElectronApi,
    log,
    app,
    power,
    windows,
    menus,
    schemes,
    switches,
    saveTo,
    openFrom,
    boxes,
    faults,
    ipcRenderer: ({ frame, sender } = {}) => {
      const contents = windows[0]!.webContents;
      return {
        invoke: async (channel, value) => {
          const handler = handlers.get(channel);
          must(handler !== undefined, `No handler registered for '${channel}'`);
          return structuredClone(
            await handler!(
              { sender: sender ?? contents, senderFrame: frame ?? contents.mainFrame },
              structuredClone(value),
            ),
          );
        },
        on: (channel, listener) => contents.page.on(channel, listener as Listener),
        off: (channel, listener) => contents.page.off(channel, listener as Listener),
      };
    },
  };
};
