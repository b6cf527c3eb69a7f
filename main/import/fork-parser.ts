import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { ParserProcess } from './read-page.ts';

/** Without this a Windows process cannot start threads; nothing else of the environment is anybody's business there. */
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
      let told = false;
      const tell = (code: number | null): void => {
        if (!told) listener(code);
        told = true;
      };
      child.once('exit', tell);
      child.once('error', () => {
        tell(null);
      });
    },
    kill: () => {
      child.kill('SIGKILL');
    },
  };
};
