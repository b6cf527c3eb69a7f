import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { _electron, type ElectronApplication } from 'playwright-core';
import { dropPaths } from '../support/drop-paths.ts';
import type { DeskWindow } from './desk-window.ts';
import { BINARY } from './electron-wants.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** Builds the scripts that Electron runs. */
export const buildForElectron = (): void => {
  const build = `import { buildElectron } from ${JSON.stringify(join(ROOT, 'main/hosts/electron/build.js'))}; await buildElectron();`;
  const { status } = spawnSync(process.execPath, ['--input-type=module', '--eval', build], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('the application could not be built');
};

const windowOf = async (application: ElectronApplication): Promise<DeskWindow> => {
  const page = await application.firstWindow();
  await page.waitForLoadState();
  return {
    page,
    widthOf: (url) =>
      page.evaluate(async (address) => {
        const image = new Image();
        image.src = address;
        await image.decode();
        return image.naturalWidth;
      }, url),
    tellPower: (event) =>
      application.evaluate(({ powerMonitor }, told) => void (powerMonitor as NodeJS.EventEmitter).emit(told), event),
    crash: () =>
      application.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer(),
      ),
    print: () =>
      application.evaluate(
        async ({ BrowserWindow }) => (await BrowserWindow.getAllWindows()[0]!.webContents.printToPDF({})).byteLength,
      ),
    drop: (paths) => dropPaths(page, paths),
    quit: async () => {
      const ended = application.waitForEvent('close');
      await application.evaluate(({ app }) => app.quit());
      await ended;
    },
  };
};

/** The application in Electron itself, and its process. */
export const launchElectron = async (
  store: string,
): Promise<{ readonly application: ElectronApplication; readonly desk: DeskWindow }> => {
  const application = await _electron.launch({ executablePath: BINARY, args: [ROOT, `--store=${store}`] });
  return { application, desk: await windowOf(application) };
};
