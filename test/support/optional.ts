import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The material that stands beside the project and is never copied into it. */
export const SHARED = join(import.meta.dirname, '..', '..', '..', 'shared');

/** A thing that a test wants and a machine may lack: present, or the reason why the test is skipped. */
export type Want = { readonly present: boolean; readonly reason: string };

export const wantShared = (path: string): Want => ({
  present: existsSync(join(SHARED, path)),
  reason: `../shared/${path} is not there`,
});

export const wantProgram = (program: string, probe: readonly string[] = ['--version']): Want => ({
  present: spawnSync(program, probe, { stdio: 'ignore' }).error === undefined,
  reason: `the program ${program} is not installed`,
});

export const wantFile = (path: string, reason: string): Want => ({ present: existsSync(path), reason });

/** The only way in which a test is skipped: what it wants is missing, and the run says so. */
export const describeWith = (wants: readonly Want[], title: string, body: () => void): void => {
  const missing = wants.find((want) => !want.present);
  if (missing === undefined) {
    describe(title, body);
    return;
  }
  process.stderr.write(`skipped: ${title}: ${missing.reason}\n`);
  // The body may need what is missing already to name its tests.
  describe.skip(title, () => {
    it(`is skipped: ${missing.reason}`, () => undefined);
  });
};
