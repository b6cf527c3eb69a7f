import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';

export type Ending = {
  /** True where the script came to its own end before it was killed. */
  readonly ended: boolean;
  /** Everything that it printed. */
  readonly out: string;
  /** Milliseconds from `begun` to the end, of one kind or the other. */
  readonly lasted: number;
};

/**
 * Runs a script in a process of its own and kills it (SIGKILL) `after` milliseconds from the moment when it prints
 * `begun`; null lets it run to its end. Rejects where it ends by itself with an error.
 */
export const runUntilKilled = (script: string, args: readonly string[], after: number | null): Promise<Ending> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    // Hundreds of such runs must not take the machine from the tests beside them.
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    let [out, err] = ['', ''];
    let begun = NaN;
    let clock: NodeJS.Timeout | undefined;
    child.stdout.on('data', (data) => {
      out += data;
      if (!out.includes('begun\n') || !Number.isNaN(begun)) return;
      begun = performance.now();
      if (after !== null) clock = setTimeout(() => child.kill('SIGKILL'), after);
    });
    child.stderr.on('data', (data) => (err += data));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearTimeout(clock);
      const ending = { ended: code === 0, out, lasted: performance.now() - begun };
      if (code === 0 || signal === 'SIGKILL') resolve(ending);
      else reject(new Error(`the script ended with ${code}: ${err}`));
    });
  });
