import { fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import type { ElectronApi } from '../../main/hosts/electron/electron-api.ts';

type Listener = (...args: unknown[]) => void;
type Handler = (event: unknown, value: unknown) => unknown;
type BeforeRequest = (details: { url: string }, answer: (verdict: { cancel?: boolean }) => void) => void;
export type Frame = { readonly origin: string };

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
  send(channel: string, value: unknown): void {
    this.page.emit(channel, {}, structuredClone(value));
  }
  /** True when the page is kept from doing it. */
  prevents(event: string): boolean {
    const occurrence = preventable();
    this.emit(event, occurrence);
    return occurrence.isPrevented();
  }
}

export class StandInWindow extends EventEmitter {
  readonly options: { readonly webPreferences: Record<string, unknown> & { readonly session: StandInSession } };
  readonly webContents = new StandInContents();
  readonly did: string[] = [];
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
  async loadURL(url: string): Promise<void> {
    this.url = url;
    await this.options.webPreferences.session.load(url);
    this.emit('ready-to-show');
  }
}

type UtilityOptions = { readonly env?: Record<string, string>; readonly execArgv?: readonly string[] };

/**
 * A process that speaks over `process.parentPort`, as a utility process does. Like one, it has an id only once it is
 * spawned, cannot be killed before, takes an empty environment to mean that of its parent, and reads of its arguments
 * for Node only Chromium's switch for flags of V8.
 */
const forkUtility = (script: string, { env = {}, execArgv = [] }: UtilityOptions): object => {
  const child = fork(script, [], {
    serialization: 'advanced',
    env: Object.keys(env).length === 0 ? process.env : env,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [
      ...execArgv.flatMap((word) => /^--js-flags=(.*)/.exec(word)?.[1] ?? []),
      '--import',
      join(import.meta.dirname, 'fixtures', 'parent-port.ts'),
    ],
  });
  const utility = Object.assign(new EventEmitter(), {
    pid: undefined as number | undefined,
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

export type StandIn = {
  readonly api: ElectronApi;
  readonly log: string[];
  readonly app: EventEmitter;
  readonly power: EventEmitter;
  readonly windows: StandInWindow[];
  readonly menus: { role?: string; submenu?: { role?: string }[] }[][];
  readonly schemes: { scheme: string }[];
  readonly switches: string[][];
  readonly saveTo: { path: string };
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
export const newElectronStandIn = ({ isFirst = true, isPackaged = true } = {}): StandIn => {
  const [log, windows, menus, schemes, switches] = [
    [] as string[],
    [] as StandInWindow[],
    [] as StandIn['menus'],
    [] as { scheme: string }[],
    [] as string[][],
  ];
  const handlers = new Map<string, Handler>();
  const sessions = new Map<string, StandInSession>();
  const saveTo = { path: '' };
  const power = new EventEmitter();
  let isReady = false;
  const must = (holds: boolean, what: string): void => {
    if (!holds) throw new Error(what);
  };
  const quit = (): void => {
    const occurrence = preventable();
    app.emit('will-quit', occurrence);
    if (!occurrence.isPrevented()) log.push('quit');
  };
  const app = Object.assign(new EventEmitter(), {
    isPackaged,
    enableSandbox: () => (must(!isReady, 'enableSandbox comes before ready'), void log.push('sandbox')),
    commandLine: { appendSwitch: (...words: string[]) => void switches.push(words) },
    requestSingleInstanceLock: () => isFirst,
    whenReady: async () => void (isReady = true),
    getPath: (name: string) => `/${name}`,
    setPath: (name: string, path: string) => void log.push(`${name} in ${path}`),
    quit,
    exit: (code: number) => void log.push(`exit ${code}`),
  });
  const BrowserWindow = class extends StandInWindow {
    constructor(options: StandInWindow['options']) {
      super(options);
      must(isReady, 'a window comes after ready');
      windows.push(this);
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
      showSaveDialog: async (_: unknown, { defaultPath }: { defaultPath: string }) => (
        log.push(`save as ${defaultPath}`),
        { canceled: saveTo.path === '', filePath: saveTo.path }
      ),
    },
    ipcMain: { handle: (channel: string, handler: Handler) => void handlers.set(channel, handler) },
    powerMonitor: power,
    protocol: {
      registerSchemesAsPrivileged: (given: { scheme: string }[]) => (
        must(!isReady, 'schemes are registered before ready'),
        void schemes.push(...given)
      ),
    },
    session: { fromPartition },
    shell: { showItemInFolder: (path: string) => void log.push(`show ${path}`) },
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
