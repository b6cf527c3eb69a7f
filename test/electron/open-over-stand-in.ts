import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { connectBackend } from '../../main/app/backend/connect-backend.ts';
import type { AppEvent } from '../../shared/app-event.ts';
import { CHANNEL } from '../../main/hosts/electron/electron-api.ts';
import { startElectronHost } from '../../main/hosts/electron/start-electron-host.ts';
import { newElectronStandIn, type StandInSession } from '../hosts/electron-stand-in.ts';
import { launchBrowser } from '../support/browser.ts';
import { dropPaths } from '../support/drop-paths.ts';
import { wantFile } from '../support/optional.ts';
import { temporaryFolder } from '../support/temporary.ts';
import type { OpenDeskWindow } from './desk-window.ts';
import type { StandInPage } from './page-preload.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const RENDERER = join(ROOT, 'dist', 'renderer');
/** Stands for `app://desk`, which a Chromium without Electron does not know. */
const ORIGIN = 'https://desk.test';

export const BUILT_PAGE = wantFile(join(RENDERER, 'index.html'), 'the page is not built: npm run build');

const bundlePreload = (): string => {
  const out = temporaryFolder();
  const script = join(import.meta.dirname, 'build-page-preload.js');
  const { status } = spawnSync(process.execPath, [script, out], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) throw new Error('the bridge of the page could not be built');
  return readFileSync(join(out, 'page-preload.js'), 'utf8');
};

const answerFrom =
  (session: StandInSession) =>
  async (route: Route): Promise<void> => {
    const { pathname } = new URL(route.request().url());
    const response = await session.load(`app://desk${pathname}`);
    if (response === null) return route.abort();
    const body = Buffer.from(await response.arrayBuffer());
    return route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body });
  };

/** Pixels across, by the head of a PNG. */
const widthOfPng = (bytes: Buffer): number => bytes.readUInt32BE(16);

const until = async (holds: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 600 && !holds(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
  if (!holds()) throw new Error('the application did not end');
};

let browser: Promise<Browser> | null = null;
let preload: string | null = null;

/** Ends the one browser that all windows are in. */
export const closeStandInBrowser = async (): Promise<void> => {
  await (await browser)?.close();
};

const newPage = async (): Promise<{ readonly context: BrowserContext; readonly page: Page }> => {
  browser ??= launchBrowser();
  preload ??= bundlePreload();
  const context = await (await browser).newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  await context.addInitScript({ content: preload });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  return { context, page };
};

/**
 * The host, its backend in a thread and its parsers, with Electron's own calls stood in for, and the built page in a
 * Chromium, connected to the host by the preload's own bridge.
 */
export const openOverStandIn: OpenDeskWindow = async (store) => {
  const electron = newElectronStandIn({ folder: temporaryFolder() });
  await startElectronHost(
    electron.api,
    {
      preload: '',
      parser: join(ROOT, 'main', 'import', 'parser-process.ts'),
      rendererDir: RENDERER,
      icon: '',
      updateKey: '',
      store,
      isOnScreen: true,
    },
    (startParser) => connectBackend({ storeDir: store, assetsDir: join(ROOT, 'assets'), parsers: 1 }, { startParser }),
  );
  const [window] = electron.windows;
  const { session } = window!.options.webPreferences;
  const ipc = electron.ipcRenderer();
  const { context, page } = await newPage();
  await page.exposeFunction('imrInvoke', (message: unknown) => ipc.invoke(CHANNEL, message));
  ipc.on(CHANNEL, (_: unknown, event: unknown) => {
    // The page may be gone already.
    void page
      .evaluate((told) => (window as unknown as StandInPage).imrHear(told), event as AppEvent)
      .catch(() => undefined);
  });
  window!.webContents.reload = () => void page.reload();
  await page.route(`${ORIGIN}/**`, answerFrom(session));
  await page.goto(`${ORIGIN}/index.html`);
  return {
    page,
    widthOf: async (url) => {
      const response = await session.load(url);
      return widthOfPng(Buffer.from(await response!.arrayBuffer()));
    },
    tellPower: async (event) => void electron.power.emit(event),
    crash: async () => void window!.webContents.emit('render-process-gone', {}, { reason: 'crashed' }),
    print: async () => (await page.pdf()).byteLength,
    drop: async (paths) => {
      // What Electron knows of a file that was truly dropped.
      await page.evaluate(
        (known) => {
          (window as unknown as StandInPage).imrPaths = known;
        },
        Object.fromEntries(paths.filter((path) => existsSync(path)).map((path) => [basename(path), path])),
      );
      await dropPaths(page, paths);
    },
    quit: async () => {
      electron.app.quit();
      await until(() => electron.log.at(-1) === 'exit 0');
      await context.close();
    },
  };
};
