import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made: string[] = [];

/** A fresh folder, removed when the suite has ended. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'imr-test-'));
  made.push(folder);
  return folder;
};

afterAll(() => {
  made.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true }));
});
