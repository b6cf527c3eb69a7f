import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseId } from '../../shared/ids.ts';
import { closeCaseFile } from '../../main/store/open-case.ts';
import { PAGE_BYTES } from '../../main/store/open-database.ts';
import { createVault, openVault, type Vault } from '../../main/store/vault.ts';
import { temporaryFolder } from '../support/temporary.ts';

const PASSPHRASE = 'plainly fictional words';
const CASES = ['case1', 'case2', 'case3'] as CaseId[];

/** A vault with three cases and settings on many pages. */
const newVault = (): string => {
  const dir = temporaryFolder();
  createVault(dir, PASSPHRASE, 2 ** 10);
  const vault = openVault(dir, PASSPHRASE);
  CASES.forEach((id, at) => closeCaseFile(vault.createCase(id, `2026-01-0${String(at + 1)}T00:00:00.000Z`)));
  vault.saveSetting('settings', '{"theme":"dark"}');
  vault.saveSetting('snippets', '[]');
  vault.saveSetting('cover-template', 'x'.repeat(100_000));
  vault.close();
  return dir;
};

const withVault = <T>(dir: string, work: (vault: Vault) => T): T => {
  const vault = openVault(dir, PASSPHRASE, undefined, new Date('2026-05-24T14:05:00Z'));
  try {
    return work(vault);
  } finally {
    vault.close();
  }
};

const opensAll = (vault: Vault): void =>
  CASES.forEach((id) => {
    const { file, condition } = vault.openCase(id);
    expect(condition.state).toBe('sound');
    closeCaseFile(file);
  });

describe('a vault.db that is damaged', () => {
  it.each<[string, (path: string) => void]>([
    ['is of another program', (path) => writeFileSync(path, 'no database')],
    ['is empty', (path) => writeFileSync(path, '')],
    ['is cut off', (path) => writeFileSync(path, readFileSync(path).subarray(0, 5000))],
    [
      'has a flipped bit in its first page',
      (path) => {
        const bytes = readFileSync(path);
        bytes[300]! ^= 1;
        writeFileSync(path, bytes);
      },
    ],
  ])('and %s is made anew from the keys beside the cases; it is kept, and the loss is named', (_, damage) => {
    const dir = newVault();
    const path = join(dir, 'vault.db');
    damage(path);
    const damaged = readFileSync(path);
    withVault(dir, (vault) => {
      expect(vault.caseIds()).toEqual(CASES);
      expect(CASES.map((id) => vault.createdAt(id).slice(0, 10))).toEqual(['2026-01-01', '2026-01-02', '2026-01-03']);
      opensAll(vault);
      expect(vault.setting('settings')).toBeNull();
      expect(vault.notices).toEqual([
        'vault.db was damaged and was made anew (the damaged file is kept as vault.db.damaged-20260524-140500): 3 cases are all there, and what could not be read is gone: where the cases stood when they were last written; settings; snippets; changes to the guideline table; rules of your own; the cover page; precedents.',
      ]);
    });
    expect(readFileSync(join(dir, 'vault.db.damaged-20260524-140500'))).toEqual(damaged);
    withVault(dir, ({ notices }) => expect(notices).toEqual([]));
  });

  it('in one place keeps everything that can be read in the others', () => {
    const dir = newVault();
    const path = join(dir, 'vault.db');
    const whole = readFileSync(path);
    let damages = 0;
    for (let page = 1; page < whole.length / PAGE_BYTES; page += 3) {
      const bytes = Buffer.from(whole);
      bytes[page * PAGE_BYTES + 100]! ^= 1;
      writeFileSync(path, bytes);
      withVault(dir, (vault) => {
        expect(vault.caseIds()).toEqual(CASES);
        opensAll(vault);
        if (vault.notices.length === 0) return;
        damages += 1;
        const [notice = ''] = vault.notices;
        // What is not named as gone is there.
        if (!notice.includes('the cover page')) expect(vault.setting('cover-template')?.length).toBe(100_000);
        if (!notice.includes(' settings')) expect(vault.setting('settings')).toBe('{"theme":"dark"}');
      });
      readdirSync(dir)
        .filter((name) => name.includes('damaged'))
        .forEach((name) => rmSync(join(dir, name)));
    }
    expect(damages).toBeGreaterThan(3);
  });

  it('and missing is made anew too', () => {
    const dir = newVault();
    rmSync(join(dir, 'vault.db'));
    withVault(dir, (vault) => {
      opensAll(vault);
      expect(vault.notices).toEqual([
        expect.stringMatching(/^vault\.db was missing and was made anew: 3 cases are all there/),
      ]);
    });
  });

  it('names the cases whose keys are lost with it', () => {
    const dir = newVault();
    rmSync(join(dir, 'vault.db'));
    rmSync(join(dir, 'cases', 'case2.key'));
    withVault(dir, ({ notices, caseIds }) => {
      expect(caseIds()).toEqual(['case1', 'case3']);
      expect(notices[0]).toMatch(/2 cases are there, 1 case file has lost the key \(case2\)/);
    });
    expect(existsSync(join(dir, 'cases', 'case2.db'))).toBe(true);
  });

  it('is refused, and left as it is, where no key is left at all', () => {
    const dir = newVault();
    writeFileSync(join(dir, 'vault.db'), 'no database');
    CASES.forEach((id) => rmSync(join(dir, 'cases', `${id}.key`)));
    const before = readdirSync(dir);
    expect(() => openVault(dir, PASSPHRASE)).toThrow(expect.objectContaining({ code: 'damaged' }));
    expect(readdirSync(dir)).toEqual(before);
    expect(readFileSync(join(dir, 'vault.db'), 'utf8')).toBe('no database');
  });

  it.each<[string, (path: string, elsewhere: string) => void, RegExp]>([
    ['a folder', (path) => mkdirSync(path), /^In place of vault\.db stands a folder;/],
    ['a symbolic link', (path, to) => symlinkSync(to, path), /^In place of vault\.db stands a symbolic link;/],
  ])('is not made anew where %s stands in its place', (_, put, sentence) => {
    const dir = newVault();
    const path = join(dir, 'vault.db');
    const elsewhere = join(temporaryFolder(), 'vault.db');
    writeFileSync(elsewhere, readFileSync(path));
    rmSync(path);
    put(path, elsewhere);
    expect(() => openVault(dir, PASSPHRASE)).toThrow(
      expect.objectContaining({ code: 'refused', message: expect.stringMatching(sentence) }),
    );
  });
});

describe('the second copy of a key', () => {
  it('is made again where it is damaged or missing, and goes with the case', () => {
    const dir = newVault();
    const path = join(dir, 'cases', 'case1.key');
    const whole = readFileSync(path);
    [() => rmSync(path), () => writeFileSync(path, whole.subarray(3))].forEach((damage) => {
      damage();
      withVault(dir, () => undefined);
      expect(readFileSync(path)).toEqual(whole);
    });
    withVault(dir, (vault) => vault.eraseCase('case1' as CaseId));
    expect(readdirSync(join(dir, 'cases')).filter((name) => name.startsWith('case1'))).toEqual([]);
    withVault(dir, (vault) => expect(vault.caseIds()).toEqual(['case2', 'case3']));
  });
});
