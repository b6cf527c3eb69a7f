import type { BrowserWindow } from 'electron';
import type { ElectronApi } from './electron-api.ts';
import { QUIT, RESTART, STOPPED } from './schemes.ts';

/** A crash counts as the same trouble as one so many milliseconds before. */
const SAME_TROUBLE = 60_000;
/** Loading again inside the event that reports the loss would end the application. */
const DEFERRED = 100;

export type CrashAnswer = 'nothing' | 'reload' | 'stop' | 'ask';

/**
 * What to do when the process of the page is gone: load the page once more; after that show a page that says so; and
 * ask in a box where no page can be shown at all. `crashes` are the times of those before.
 */
export const answerCrash = (
  reason: string,
  crashes: readonly number[],
  now: number,
  isStopped: boolean,
): CrashAnswer => {
  if (reason === 'clean-exit') return 'nothing';
  if (isStopped || reason === 'launch-failed' || reason === 'integrity-failure') return 'ask';
  return crashes.some((at) => Math.abs(now - at) < SAME_TROUBLE) ? 'stop' : 'reload';
};

/** Sees to a page that crashed or does not answer, so that nobody is left before an empty window. */
export const watchPage = ({ app, dialog }: Pick<ElectronApi, 'app' | 'dialog'>, window: BrowserWindow): void => {
  const { webContents } = window;
  const crashes: number[] = [];
  let isStopped = false;
  let question: AbortController | null = null;
  const restart = (): void => {
    app.relaunch();
    app.quit();
  };
  const ask = async (message: string, detail: string, waiting: readonly string[]): Promise<void> => {
    if (question !== null) return;
    question = new AbortController();
    const buttons = [...waiting, 'Start again', 'Quit'];
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      title: 'IMR Desk',
      message,
      detail,
      buttons,
      defaultId: 0,
      cancelId: 0,
      noLink: true,
      signal: question.signal,
    });
    const isOver = question.signal.aborted;
    question = null;
    if (!isOver && buttons[response] === 'Start again') restart();
    if (!isOver && buttons[response] === 'Quit') app.quit();
  };
  webContents.on('render-process-gone', (_, { reason }) => {
    const answer = answerCrash(reason, crashes, Date.now(), isStopped);
    crashes.push(Date.now());
    if (answer === 'reload') setTimeout(() => webContents.reload(), DEFERRED);
    if (answer === 'stop') {
      isStopped = true;
      setTimeout(() => void window.loadURL(STOPPED), DEFERRED);
    }
    if (answer === 'ask')
      void ask('The window of IMR Desk cannot be shown.', 'What was written more than a second before is kept.', []);
  });
  webContents.on('will-navigate', ({ url }) => {
    if (isStopped && url === RESTART) restart();
    if (isStopped && url === QUIT) app.quit();
  });
  window.on('unresponsive', () => {
    void ask('IMR Desk does not answer.', 'It may be busy with something large.', ['Wait']);
  });
  window.on('responsive', () => question?.abort());
};
