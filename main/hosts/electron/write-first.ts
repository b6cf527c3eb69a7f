import type { BrowserWindow } from 'electron';
import type { AppEvent } from '../../../shared/app-event.ts';
import type { Backend } from '../../app/backend/backend.ts';
import { CHANNEL, type ElectronApi } from './electron-api.ts';

/** What a page may take to write what is being typed, in milliseconds, before things go on without it. */
const MOST_WAIT = 2000;

/** Electron's types leave the event of `shutdown` out, which its documents describe. */
type Preventable = { readonly preventDefault: () => void };

export type WriteFirst = {
  /** The backend as the page is to see it. */
  readonly backend: Backend;
  /** Has the page write its drafts and lock; settles when it has, or has not in time. */
  readonly ask: (window: BrowserWindow) => Promise<void>;
};

/** The page locks the vault by itself when it has written everything: that call is its answer. */
export const newWriteFirst = (backend: Backend): WriteFirst => {
  let answered = (): void => undefined;
  return {
    backend: {
      ...backend,
      call: async (method, ...rest) => {
        const reply = await backend.call(method, ...rest);
        if (method === 'vault.lock') answered();
        return reply;
      },
    },
    ask: (window) =>
      new Promise((resolve) => {
        if (window.isDestroyed() || window.webContents.isCrashed()) {
          resolve();
          return;
        }
        const timer = setTimeout(resolve, MOST_WAIT);
        answered = () => {
          clearTimeout(timer);
          resolve();
        };
        window.webContents.send(CHANNEL, { event: 'lock.wanted' } satisfies AppEvent);
      }),
  };
};

/** The vault closes when the computer sleeps or its screen is locked; what somebody has begun is finished first. */
export const lockWithComputer = (
  { powerMonitor }: Pick<ElectronApi, 'powerMonitor'>,
  window: BrowserWindow,
  { backend, ask }: WriteFirst,
): void => {
  const lock = (): void => void ask(window).then(() => backend.call('vault.lock', { afterJobs: true }));
  powerMonitor.on('suspend', lock);
  powerMonitor.on('lock-screen', lock);
};

/** However the application ends, what is being typed is written first, and the backend closes its files. */
export const writeBeforeEnd = (
  { app, powerMonitor }: Pick<ElectronApi, 'app' | 'powerMonitor'>,
  window: BrowserWindow,
  { backend, ask }: WriteFirst,
): void => {
  let isWritten = false;
  const hold = (event: Preventable, goOn: () => void): void => {
    if (isWritten) return;
    event.preventDefault();
    void ask(window).finally(() => {
      isWritten = true;
      goOn();
    });
  };
  app.on('before-quit', (event) => hold(event, () => app.quit()));
  window.on('close', (event) => hold(event, () => window.close()));
  // Logging off, on Linux and macOS and on Windows.
  powerMonitor.on('shutdown', ((event: Preventable) => hold(event, () => app.quit())) as () => void);
  window.on('query-session-end', (event) => hold(event, () => app.quit()));
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    event.preventDefault();
    void backend.close().finally(() => app.exit(0));
  });
};
