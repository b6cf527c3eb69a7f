import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { ParserProcess } from './read-page.ts';

/** A Windows process cannot start threads without this. A parser needs nothing else of the environment. */
const NEEDED = ['SystemRoot'];

/**
 * Starts a parser process under plain Node. It inherits no file, no argument and no environment (a passphrase may stand
 * in there), and it has nowhere to print to.
 */
export const forkParser = (script = join(import.meta.dirname, 'parser-process.ts')): ParserProcess => {
  const child = fork(script, [], {
    serialization: 'advanced',
    execArgv: ['--max-old-space-size=512'],
    env: Object.fromEntries(
      NEEDED.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
    ),
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return {
    pid: child.pid,
    post: (message) => {
      // The process may have ended a moment ago; its exit is reported on its own.
      if (child.connected) child.send(message as object, () => undefined);
    },
    onMessage: (listener) => {
      child.on('message', listener);
    },
    onExit: (listener) => {
      let isReported = false;
      const report = (code: number | null): void => {
        if (!isReported) listener(code);
        isReported = true;
      };
      child.once('exit', report);
      child.once('error', () => {
        report(null);
      });
    },
    kill: () => {
      child.kill('SIGKILL');
    },
  };
};
