import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createVault, openVault } from '../../main/store/vault.ts';
import { lockVault } from '../../main/store/vault-lock.ts';
import { describeWith } from '../support/optional.ts';
import { mountDisk, remountDisk, unmountDisk, wantSmallDisk } from '../support/small-disk.ts';
import { temporaryFolder } from '../support/temporary.ts';

const PASSPHRASE = 'plainly fictional words';
const HOLDER = join(import.meta.dirname, 'fixtures', 'hold-vault.ts');

const newVault = (): string => {
  const dir = temporaryFolder();
  createVault(dir, PASSPHRASE, 2 ** 10);
  return dir;
};

const refusalOf = (work: () => unknown): { code: string; message: string } => {
  try {
    work();
  } catch (error) {
    return { code: (error as { code: string }).code, message: (error as Error).message };
  }
  throw new Error('it was not refused');
};

const held: ChildProcess[] = [];
afterEach(() => held.splice(0).forEach((child) => child.kill('SIGKILL')));

const hold = async (dir: string, opener: string): Promise<ChildProcess> => {
  const child = spawn(process.execPath, [HOLDER, dir, PASSPHRASE, opener], { stdio: ['ignore', 'pipe', 'inherit'] });
  held.push(child);
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve());
    child.once('exit', () => reject(new Error('the holder ended')));
  });
  return child;
};

const kill = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });

describe('the lock of a vault', () => {
  it('refuses a second process and says where the vault is open, and is gone with a killed one', async () => {
    const dir = newVault();
    const child = await hold(dir, 'window');
    expect(refusalOf(() => openVault(dir, PASSPHRASE))).toEqual({
      code: 'in-use',
      message: expect.stringMatching(
        /^This vault has been open in the window since \d\d:\d\d; close it there first\.$/,
      ),
    });
    await kill(child);
    // Who held it is still written there, and means nothing.
    expect(existsSync(join(dir, 'vault.open'))).toBe(true);
    openVault(dir, PASSPHRASE).close();
  });

  it.each([
    ['window', 'in the window'],
    ['browser', 'in a browser'],
    ['command-line', 'on the command line'],
  ] as const)('says in words where the vault is open: %s', (by, where) => {
    const dir = temporaryFolder();
    const at = new Date(2026, 4, 24, 14, 5);
    const release = lockVault(dir, by, at);
    expect(refusalOf(() => lockVault(dir, 'browser', at)).message).toBe(
      `This vault has been open ${where} since 14:05; close it there first.`,
    );
    release();
  });

  it('names the day where the vault has been open since another, also where the clock was set back', () => {
    const dir = newVault();
    const release = lockVault(dir, 'window', new Date(2026, 4, 24, 9, 5));
    expect(refusalOf(() => lockVault(dir, 'browser', new Date(2026, 4, 20, 8, 0))).message).toBe(
      'This vault has been open in the window since 05/24/2026, 09:05; close it there first.',
    );
    release();
    expect(existsSync(join(dir, 'vault.open'))).toBe(false);
  });

  it('says that another program has it where it is not said who', () => {
    const dir = newVault();
    const release = lockVault(dir, undefined, new Date());
    expect(refusalOf(() => openVault(dir, PASSPHRASE))).toEqual({
      code: 'in-use',
      message: 'This vault is open in another program; close it there first.',
    });
    writeFileSync(join(dir, 'vault.open'), '{"by":"toString","since":"never"}');
    expect(refusalOf(() => openVault(dir, PASSPHRASE)).message).toMatch(/in another program/);
    release();
  });

  it('holds through a symbolic link to the folder too', () => {
    const dir = newVault();
    const link = join(temporaryFolder(), 'link');
    symlinkSync(dir, link);
    const vault = openVault(dir, PASSPHRASE);
    expect(refusalOf(() => openVault(link, PASSPHRASE)).code).toBe('in-use');
    vault.close();
    openVault(link, PASSPHRASE).close();
  });

  it('opens where bytes stand in the lock file, and says what is wrong where it is a folder', () => {
    const dir = newVault();
    writeFileSync(join(dir, 'vault.lock'), Buffer.alloc(5000, 7));
    openVault(dir, PASSPHRASE).close();
    rmSync(join(dir, 'vault.lock'));
    mkdirSync(join(dir, 'vault.lock'));
    expect(refusalOf(() => openVault(dir, PASSPHRASE))).toMatchObject({
      code: 'unreadable',
      message: expect.stringMatching(/^A file of the vault cannot be opened;/),
    });
  });

  it('does not hold the vault after a wrong passphrase', () => {
    const dir = newVault();
    expect(refusalOf(() => openVault(dir, 'wrong')).code).toBe('wrong-passphrase');
    openVault(dir, PASSPHRASE).close();
  });
});

describeWith([wantSmallDisk()], 'a vault on a disk that can only be read', () => {
  const disk = temporaryFolder();
  beforeAll(() => {
    mountDisk(disk, 'size=4m');
    createVault(join(disk, 'vault'), PASSPHRASE, 2 ** 10);
    remountDisk(disk, 'ro');
  });
  afterAll(() => unmountDisk(disk));

  it('is not opened, in one sentence that says what to do', () => {
    expect(refusalOf(() => openVault(join(disk, 'vault'), PASSPHRASE))).toEqual({
      code: 'refused',
      message:
        'The folder of this vault can only be read; make it writable, or copy the vault to a disk that is, and open it there.',
    });
    remountDisk(disk, 'rw');
    openVault(join(disk, 'vault'), PASSPHRASE).close();
  });
});
