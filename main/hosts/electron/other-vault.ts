import type { BrowserWindow } from 'electron';
import type { ElectronApi } from './electron-api.ts';

const comeForward = (window: BrowserWindow): void => {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
};

const STORE = /^--store=(.+)/;

/** The vault folder that the application was started for, by its arguments; null where they name none. */
export const storeIn = (argv: readonly string[]): string | null =>
  argv.flatMap((word) => STORE.exec(word)?.[1] ?? []).at(-1) ?? null;

/** After a second start: the window comes forward, and where another vault was meant it offers to open that one. */
export const offerOtherVault = async (
  { app, dialog }: Pick<ElectronApi, 'app' | 'dialog'>,
  window: BrowserWindow,
  store: string,
  start: unknown,
): Promise<void> => {
  comeForward(window);
  const { store: other }: { store?: unknown } = Object(start);
  if (typeof other !== 'string' || other === store) return;
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title: 'IMR Desk',
    message: 'IMR Desk is open with another vault.',
    detail: `Open is the vault in ${store}. You asked for the one in ${other}. One is open at a time.`,
    buttons: ['Stay here', 'Open the other vault'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  if (response !== 1) return;
  const others = process.argv.slice(1).filter((word) => !STORE.test(word));
  app.relaunch({ args: [...others, `--store=${other}`] });
  app.quit();
};
