import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeWith } from '../support/optional.ts';
import { imrJson, ROOT } from '../support/imr.ts';
import { temporaryFolder } from '../support/temporary.ts';

const childrenOf = (pid: number): number[] => {
  const tasks = `/proc/${pid}/task`;
  if (!existsSync(tasks)) return [];
  const children = readdirSync(tasks).flatMap((task) => {
    try {
      return readFileSync(join(tasks, task, 'children'), 'utf8')
        .split(' ')
        .filter(Boolean)
        .map(Number);
    } catch {
      return [];
    }
  });
  return [...children, ...children.flatMap(childrenOf)];
};

/** What a process was started with: its arguments and its environment; empty where it has ended. */
const startOf = (pid: number): string => {
  try {
    return `${readFileSync(`/proc/${pid}/cmdline`, 'utf8')}\n${readFileSync(`/proc/${pid}/environ`, 'utf8')}`;
  } catch {
    return '';
  }
};

describeWith(
  [{ present: existsSync('/proc/self/environ'), reason: 'other processes can be looked into on Linux alone' }],
  'the passphrase in the environment of a command',
  () => {
    it('reaches no process that the command starts; what is written is its owner’s alone', async () => {
      const store = join(temporaryFolder(), 'vault');
      const parts = join(temporaryFolder(), 'case.json');
      writeFileSync(parts, '{}');
      const { caseId } = await imrJson<{ caseId: string }>(['case', 'new', parts, '--store', store]);
      const words = ['import', caseId, join(ROOT, 'assets', 'sample-case', 'records'), '--store', store];
      const command = spawn(process.execPath, [join(ROOT, 'main', 'hosts', 'cli', 'imr.js'), ...words], {
        env: { PATH: process.env.PATH ?? '', IMR_PASSPHRASE: 'plainly fictional words' },
        stdio: 'ignore',
      });
      const ended = new Promise((resolve) => command.once('exit', resolve));
      const seen = new Map<number, string>();
      const look = setInterval(() => {
        // Between its birth and its start a process still looks like the one that it comes from.
        const unstarted = startOf(command.pid!);
        for (const pid of childrenOf(command.pid!)) {
          const start = startOf(pid);
          if (start !== unstarted && !seen.get(pid)) seen.set(pid, start);
        }
      }, 20);
      expect(await ended).toBe(0);
      clearInterval(look);
      const started = [...seen.values()].filter((text) => text !== '');
      expect(started.some((text) => text.includes('parser-process'))).toBe(true);
      expect(started.filter((text) => /IMR_PASSPHRASE|plainly fictional/.test(text))).toEqual([]);

      const files = readdirSync(store, { recursive: true }).map((name) => join(store, String(name)));
      expect(files.length).toBeGreaterThan(4);
      expect([store, ...files].filter((path) => (statSync(path).mode & 0o077) !== 0)).toEqual([]);
    }, 120_000);
  },
);
