import type { StartParser } from '../../app/backend/connect-backend.ts';
import { isMemoryTold, readWeights } from '../../app/backend/connect-backend.ts';
import type { ElectronApi } from './electron-api.ts';

/** A utility process may ignore the request to end; a parser that hangs is killed. */
const endForCertain = (pid: number | undefined): void => {
  try {
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
};

/**
 * The whole environment of a parser. Never empty: Electron takes an empty one to mean all of its own, a passphrase in
 * it included. A Windows process cannot start threads without `SystemRoot`.
 */
const parserEnvironment = (isWeighed: boolean): Record<string, string> => ({
  IMR_PARSER: '1',
  ...(isWeighed && { IMR_WEIGH: '1' }),
  ...(process.platform === 'win32' && { SystemRoot: process.env.SystemRoot ?? '' }),
});

/**
 * As much heap as a forked parser has. Electron hands these words to Chromium and not to Node, whose own option for it
 * would be passed over.
 */
const HEAP = '--js-flags=--max-old-space-size=512';

/**
 * Starts parsers as utility processes, with nowhere to print to. `isWeighed`: they write to their output how much memory
 * they hold while they work.
 */
export const startUtilityParser =
  (utilityProcess: ElectronApi['utilityProcess'], script: string, isWeighed = !isMemoryTold): StartParser =>
  () => {
    const child = utilityProcess.fork(script, [], {
      serviceName: 'IMR Desk parser',
      stdio: ['ignore', isWeighed ? 'pipe' : 'ignore', 'ignore'],
      env: parserEnvironment(isWeighed),
      execArgv: [HEAP],
    });
    let isUnwanted = false;
    // One that is killed before it runs has no id to be killed by.
    child.once('spawn', () => {
      if (isUnwanted) endForCertain(child.pid);
    });
    return {
      get pid() {
        return child.pid;
      },
      post: (message) => child.postMessage(message),
      onMessage: (listener) => {
        child.on('message', listener);
        if (child.stdout !== null) readWeights(child.stdout, listener);
      },
      onExit: (listener) => child.once('exit', listener),
      kill: () => {
        isUnwanted = true;
        const { pid } = child;
        child.kill();
        endForCertain(pid);
      },
    };
  };
