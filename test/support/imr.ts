import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');

export type Run = { readonly code: number; readonly out: string; readonly err: string };

/** Runs the command line as a shell would, with the passphrase of the tests. */
export const imr = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Run> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT, 'main', 'hosts', 'cli', 'imr.js'), ...args], {
      env: { ...process.env, IMR_PASSPHRASE: 'plainly fictional words', ...env },
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (data) => (out += data));
    child.stderr.on('data', (data) => (err += data));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? -1, out, err }));
  });

/** Runs a command with `--json` and gives what it printed; fails the test with its message where it refused. */
export const imrJson = async <T>(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<T> => {
  const { code, out, err } = await imr([...args, '--json'], env);
  if (out === '') throw new Error(`imr ${args.join(' ')} ended with ${code}: ${err}`);
  return JSON.parse(out) as T;
};
