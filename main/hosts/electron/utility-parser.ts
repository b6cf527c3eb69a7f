import type { StartParser } from '../../app/backend/connect-backend.ts';
import type { ElectronApi } from './electron-api.ts';

/** A utility process does not always heed the request to end; a parser that hangs is ended for certain. */
const endForCertain = (pid: number | undefined): void => {
  try {
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
};

/** Starts parsers as utility processes, with no environment and nowhere to print to. */
export const startUtilityParser =
  (utilityProcess: ElectronApi['utilityProcess'], script: string): StartParser =>
  () => {
    const env = process.platform === 'win32' ? { SystemRoot: process.env.SystemRoot ?? '' } : {};
    const child = utilityProcess.fork(script, [], { serviceName: 'IMR Desk parser', stdio: 'ignore', env });
    return {
      get pid() {
        return child.pid;
      },
      post: (message) => child.postMessage(message),
      onMessage: (listener) => child.on('message', listener),
      onExit: (listener) => child.once('exit', listener),
      kill: () => {
        const { pid } = child;
        child.kill();
        endForCertain(pid);
      },
    };
  };
