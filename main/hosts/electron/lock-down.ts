import type { App, BrowserWindowConstructorOptions, Session, WebContents } from 'electron';
import { PAGE_ORIGIN } from './schemes.ts';

/**
 * Switches of Chromium that keep it from looking for anything: no name resolves, nothing is fetched in the background.
 */
const SWITCHES: readonly (readonly [name: string, value?: string])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  // Nothing is kept in the keychain of the system, so it is not asked for either.
  ['password-store', 'basic'],
];

/** The starter of an AppImage adds `--no-sandbox` by itself where user namespaces are restricted. */
const NO_SANDBOX =
  'It was started with --no-sandbox, most likely because this system does not let programs make user namespaces of their own. Install the .deb package, which asks the system for it, in place of the AppImage. SECURITY.md says more.';
const DEBUGGED =
  'It was started to be looked into from outside. Only the build that is named IMR Desk Test, and never given out, allows that.';
const TEST_BUILD = 'IMR Desk Test';

const NO_SCREEN =
  'There is no screen here to open a window on; log in to a desktop, or use imr serve from the project, which shows the same screens in a browser.';

/** True where a window can be opened, as far as the environment says. */
export const hasScreen = (
  platform: NodeJS.Platform,
  { DISPLAY = '', WAYLAND_DISPLAY = '' }: NodeJS.ProcessEnv,
): boolean => platform !== 'linux' || DISPLAY !== '' || WAYLAND_DISPLAY !== '';

/** Why the application does not start on this computer, or with the switches that it was given; null where it does. */
export const refusalOfStart = (
  app: Pick<App, 'commandLine' | 'isPackaged' | 'getName'>,
  isOnScreen: boolean,
): string | null => {
  const has = (...names: readonly string[]): boolean => names.some((name) => app.commandLine.hasSwitch(name));
  if (has('no-sandbox', 'disable-setuid-sandbox', 'single-process')) return NO_SANDBOX;
  if (!isOnScreen && !has('headless', 'ozone-platform')) return NO_SCREEN;
  const isShipped = app.isPackaged && app.getName() !== TEST_BUILD;
  return isShipped && has('remote-debugging-port', 'remote-debugging-pipe') ? DEBUGGED : null;
};

/** Before Electron is ready: every process of a page is sandboxed, and Chromium itself keeps quiet. */
export const lockDownApp = (app: App): void => {
  app.enableSandbox();
  SWITCHES.forEach(([name, value]) => app.commandLine.appendSwitch(name, value));
  app.on('web-contents-created', (_, contents) => lockDownContents(contents));
};

/** A page stays where it is, opens nothing, and embeds nothing. */
const lockDownContents = (contents: WebContents): void => {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
};

const OWN_SCHEMES = ['page:', 'blob:', 'data:'];
const isOwn = (address: string, allowsDevTools: boolean): boolean => {
  const url = URL.parse(address);
  if (url === null) return false;
  return (
    `${url.protocol}//${url.host}` === PAGE_ORIGIN ||
    OWN_SCHEMES.includes(url.protocol) ||
    (allowsDevTools && url.protocol === 'devtools:')
  );
};

/** The session may write clean text to the clipboard, and nothing else; what is not ours is never asked for. */
export const lockDownSession = (session: Session, allowsDevTools: boolean): void => {
  const mayUse = (permission: string): boolean => permission === 'clipboard-sanitized-write';
  session.setPermissionRequestHandler((_, permission, answer) => answer(mayUse(permission)));
  session.setPermissionCheckHandler((_, permission) => mayUse(permission));
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOwn(url, allowsDevTools) }));
  session.on('will-download', (event) => event.preventDefault());
  // Dictionaries would be fetched from a server.
  session.setSpellCheckerEnabled(false);
};

/** The one window: a page without Node, in a session that is kept in memory only. */
export const windowOptions = (
  preload: string,
  session: Session,
  allowsDevTools: boolean,
): BrowserWindowConstructorOptions => ({
  show: false,
  autoHideMenuBar: true,
  title: 'IMR Desk',
  webPreferences: {
    preload,
    session,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    spellcheck: false,
    devTools: allowsDevTools,
  },
});
