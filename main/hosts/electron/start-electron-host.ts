import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import type { Backend } from '../../app/backend/backend.ts';
import type { StartParser } from '../../app/backend/connect-backend.ts';
import { prepareFolder } from '../../app/backend/prepare-folder.ts';
import { answerPage, withDialogs } from './answer-page.ts';
import { bringUpdate } from './bring-update.ts';
import type { ElectronApi } from './electron-api.ts';
import { mindGraphics } from './graphics.ts';
import { lockDownApp, lockDownSession, refusalOfStart, windowOptions } from './lock-down.ts';
import { menuTemplate, type MenuSetting } from './menus.ts';
import { offerOtherVault } from './other-vault.ts';
import { watchPage } from './page-trouble.ts';
import { profileFolder } from './profile-folder.ts';
import { handleSchemes, PAGE_ORIGIN, registerSchemes } from './schemes.ts';
import { withProgress } from './show-progress.ts';
import { startUtilityParser } from './utility-parser.ts';
import { keepWindowState, placeWindow, readWindowState } from './window-state.ts';
import { lockWithComputer, newWriteFirst, writeBeforeEnd } from './write-first.ts';

export type HostPlaces = {
  readonly preload: string;
  readonly parser: string;
  /** The folder of the built page. */
  readonly rendererDir: string;
  /** The picture that goes along with a file that is dragged out. */
  readonly icon: string;
  /** The key that updates are signed with; a build without it takes none. */
  readonly updateKey: string;
  /** The vault folder. */
  readonly store: string;
  /** False where there is no screen to open a window on. */
  readonly isOnScreen: boolean;
};
export type Connect = (startParser: StartParser) => Promise<Backend>;

const openWindow = (electron: ElectronApi, places: HostPlaces, backend: Backend): BrowserWindow => {
  const { app, BrowserWindow, Menu, screen, session } = electron;
  const allowsDevTools = !app.isPackaged;
  // Without `persist:` the session, its cache included, is in memory only.
  const own = session.fromPartition('desk');
  lockDownSession(own, allowsDevTools);
  handleSchemes(own, places.rendererDir, backend);
  const statePath = join(app.getPath('userData'), 'window.json');
  const state = readWindowState(statePath);
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
  const window = new BrowserWindow({
    ...windowOptions(places.preload, own, allowsDevTools),
    ...placeWindow(state, screens),
  });
  const choose = (id: string): void => page.tell({ event: 'action.wanted', id });
  const setting: MenuSetting = {
    isMac: process.platform === 'darwin',
    allowsDevTools,
    choose,
    bringUpdate: () => void bringUpdate(electron, window, places.updateKey),
  };
  const showMenus: Parameters<typeof withDialogs>[1]['showMenus'] = (actions) =>
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(actions, setting)));
  showMenus([]);
  const writeFirst = newWriteFirst(withProgress(backend, window));
  const page = answerPage(
    electron,
    window,
    withDialogs(electron, { window, icon: places.icon, showMenus }, writeFirst.backend),
    places.store,
  );
  keepWindowState(window, statePath);
  watchPage(electron, window);
  lockWithComputer(electron, window, writeFirst);
  writeBeforeEnd(electron, window, writeFirst);
  window.once('ready-to-show', () => (state?.isMaximized === true ? window.maximize() : window.show()));
  void window.loadURL(`${PAGE_ORIGIN}/index.html`);
  return window;
};

/** What of an error may be shown: its kind and its code, for the words of an unexpected one may be those of a record. */
const nameOf = (error: unknown): string => {
  const { name = 'Error', code = '' }: { name?: string; code?: string } = Object(error);
  return code === '' ? name : `${name}, ${code}`;
};

/**
 * Runs the application: one instance, one window, everything locked down. Call it while the main script is first read,
 * because some of it must come before Electron is ready. Resolves when the window is open; null where another instance
 * runs already, which comes forward instead, or where it cannot start, which a box says.
 */
export const startElectronHost = async (
  electron: ElectronApi,
  places: HostPlaces,
  connect: Connect,
): Promise<BrowserWindow | null> => {
  const { app, dialog, protocol, utilityProcess } = electron;
  // The window asks for the passphrase; a process of Chromium's would inherit it from here.
  delete process.env.IMR_PASSPHRASE;
  // What is written is its owner's alone.
  process.umask(0o077);
  let window: BrowserWindow | null = null;
  try {
    // Chromium's own files must not stand in the vault's folder, which has the same name on macOS and Windows.
    const profile = profileFolder(join(app.getPath('appData'), 'IMR Desk Window'));
    app.setPath('userData', profile.folder);
    app.setAppUserModelId('org.imr-desk.app');
    // Before the lock is asked for: a second start may come as soon as there is a first.
    app.on('second-instance', (_event, _argv, _folder, start) => {
      if (window !== null) void offerOtherVault(electron, window, places.store, start);
    });
    if (!app.requestSingleInstanceLock({ store: places.store })) {
      app.quit();
      return null;
    }
    const refusal = refusalOfStart(app, places.isOnScreen);
    if (refusal !== null) {
      dialog.showErrorBox('IMR Desk does not start like this', refusal);
      app.exit(1);
      return null;
    }
    lockDownApp(app);
    mindGraphics(electron, join(profile.folder, 'graphics-failed'), process.versions.electron ?? '');
    registerSchemes(protocol);
    await app.whenReady();
    for (const warning of [profile.warning ?? [], prepareFolder(places.store)].flat())
      void dialog.showMessageBox({ type: 'warning', title: 'IMR Desk', message: warning });
    const backend = await connect(startUtilityParser(utilityProcess, places.parser));
    window = openWindow(electron, places, backend);
    return window;
  } catch (error) {
    dialog.showErrorBox('IMR Desk cannot start', `It met an error that it did not expect (${nameOf(error)}).`);
    // Without a window it would run on unseen, and keep every later start away.
    app.exit(1);
    return null;
  }
};
