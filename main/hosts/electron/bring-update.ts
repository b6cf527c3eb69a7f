import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { checkUpdate } from '../../app/backend/check-update.ts';
import { Refusal } from '../../../shared/reply.ts';
import type { ElectronApi } from './electron-api.ts';

type Api = Pick<ElectronApi, 'app' | 'dialog' | 'shell'>;

/** The key of the maker where this build has one. */
const readKey = (path: string): string | null => (existsSync(path) ? readFileSync(path, 'utf8') : null);

const say = ({ dialog }: Api, window: BrowserWindow, type: 'error' | 'question', message: string, buttons: string[]) =>
  dialog.showMessageBox(window, { type, title: 'IMR Desk', message, buttons, defaultId: 0, cancelId: 0, noLink: true });

/**
 * Asks for an update that was brought on this computer, checks signature and hash of a copy that nobody else can write,
 * and only then hands that copy to the system to be installed.
 */
export const bringUpdate = async (electron: Api, window: BrowserWindow, keyPath: string): Promise<void> => {
  const { app, dialog, shell } = electron;
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: 'Install an update',
    message: 'Choose the file of the new version. Its .sig file lies beside it.',
    properties: ['openFile'],
  });
  const [path] = filePaths;
  if (path === undefined) return;
  const folder = mkdtempSync(join(tmpdir(), 'imr-update-'));
  const copy = join(folder, basename(path));
  try {
    const version = await checkUpdate({ path, copy, publicKey: readKey(keyPath), running: app.getVersion() });
    const message = `Version ${version}, signed by the makers of IMR Desk. IMR Desk closes, and the system installs it.`;
    const { response } = await say(electron, window, 'question', message, ['Not now', 'Install']);
    if (response !== 1) {
      rmSync(folder, { recursive: true, force: true });
      return;
    }
    const fault = await shell.openPath(copy);
    if (fault === '') app.quit();
    else shell.showItemInFolder(copy);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    const why = error instanceof Refusal ? error.message : 'The file cannot be read.';
    await say(electron, window, 'error', why, ['Close']);
  }
};
