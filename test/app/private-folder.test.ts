import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { makePrivate } from '../../main/app/backend/private-folder.ts';
import { temporaryFolder } from '../support/temporary.ts';

const modeOf = (path: string): number => statSync(path).mode & 0o777;

describe('the folder of a vault', () => {
  it('is closed to others where it was open to them', () => {
    const dir = join(temporaryFolder(), 'vault');
    mkdirSync(join(dir, 'cases'), { recursive: true });
    chmodSync(dir, 0o755);
    chmodSync(join(dir, 'cases'), 0o777);
    expect(makePrivate(dir)).toBeNull();
    expect([modeOf(dir), modeOf(join(dir, 'cases'))]).toEqual([0o700, 0o700]);
  });

  it('is left alone where it is private, or not there yet', () => {
    const dir = join(temporaryFolder(), 'vault');
    expect(makePrivate(dir)).toBeNull();
    mkdirSync(dir, { mode: 0o500 });
    expect(makePrivate(dir)).toBeNull();
    expect(modeOf(dir)).toBe(0o500);
  });
});
