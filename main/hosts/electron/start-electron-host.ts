import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import type { Backend } from '../../app/backend/backend.ts';
import type { StartParser } from '../../app/backend/connect-backend.ts';
import { answerPage, withDialogs } from './answer-page.ts';
import type { ElectronApi } from './electron-api.ts';
import { lockDownApp, lockDownSession, menuTemplate, windowOptions } from './lock-down.ts';
import { handleSchemes, PAGE_ORIGIN, registerSchemes } from './schemes.ts';
import { startUtilityParser } from './utility-parser.ts';

export type BuiltFiles = {
  readonly preload: string;
  readonly parser: string;
  /** The folder of the built page. */
  readonly rendererDir: string;
};
export type Connect = (startParser: StartParser) => Promise<Backend>;

const comeForward = (window: BrowserWindow): void => {
  if (window.isMinimized()) window.restore();
  window.focus();
};

const openWindow = (electron: ElectronApi, { preload, rendererDir }: BuiltFiles, backend: Backend): BrowserWindow => {
  const { app, BrowserWindow, Menu, session } = electron;
  const allowsDevTools = !app.isPackaged;
  // Without `persist:` the session, its cache included, is in memory only.
  const own = session.fromPartition('desk');
  lockDownSession(own, allowsDevTools);
  handleSchemes(own, rendererDir, backend);
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform === 'darwin', allowsDevTools)));
  const window = new BrowserWindow(windowOptions(preload, own, allowsDevTools));
  answerPage(electron, window, withDialogs(electron, window, backend));
  // Everything but the last second of typing is in the vault already.
  window.webContents.on('render-process-gone', (_, { reason }) => {
    if (reason !== 'clean-exit') window.webContents.reload();
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${PAGE_ORIGIN}/index.html`);
  return window;
};

/** The vault closes when the computer sleeps or its screen is locked. */
const lockWithComputer = ({ powerMonitor }: ElectronApi, backend: Backend): void => {
  const lock = (): void => void backend.call('vault.lock', {});
  powerMonitor.on('suspend', lock);
  powerMonitor.on('lock-screen', lock);
};

const closeBeforeQuit = ({ app }: ElectronApi, backend: Backend): void => {
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    event.preventDefault();
    void backend.close().finally(() => app.exit(0));
  });
};

/**
 * Runs the application: one instance, one window, everything locked down. Call it while the main script is first read,
 * because some of it must come before Electron is ready. Resolves when the window is open; null where another instance
 * runs already, which comes forward instead.
 */
export const startElectronHost = async (
  electron: ElectronApi,
  files: BuiltFiles,
  connect: Connect,
): Promise<BrowserWindow | null> => {
  const { app, protocol, utilityProcess } = electron;
  // The window asks for the passphrase; a process of Chromium's would inherit it from here.
  delete process.env.IMR_PASSPHRASE;
  // Chromium's own files must not stand in the vault's folder, which has the same name on macOS and Windows.
  app.setPath('userData', join(app.getPath('appData'), 'IMR Desk Window'));
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return null;
  }
  lockDownApp(app);
  registerSchemes(protocol);
  await app.whenReady();
  const backend = await connect(startUtilityParser(utilityProcess, files.parser));
  const window = openWindow(electron, files, backend);
  app.on('second-instance', () => comeForward(window));
  lockWithComputer(electron, backend);
  closeBeforeQuit(electron, backend);
  return window;
};
