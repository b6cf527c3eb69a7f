import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { CaseId } from '../../shared/ids.ts';
import type { ReadCase } from '../../main/store/case-file.ts';
import type { CaseHead } from '../../main/store/case-head.ts';
import { brokenLink, changeCase, headOf, logEvent } from '../../main/store/change-case.ts';
import { judgeCase, type FoundCase } from '../../main/store/judge-case.ts';
import { closeCaseFile } from '../../main/store/open-case.ts';
import { databaseOf } from '../../main/store/statements.ts';
import { createVault, openVault, type Vault } from '../../main/store/vault.ts';
import { temporaryFolder } from '../support/temporary.ts';

const PASSPHRASE = 'plainly fictional words';
const CASE = 'case1' as CaseId;
const NOW = new Date(2026, 4, 24, 14, 10);

const head = (seq: number, writes: number, minute = seq): CaseHead => ({
  seq,
  hash: seq === 0 ? '' : `hash ${String(seq)}`,
  writes,
  at: seq === 0 ? '' : new Date(2026, 4, 24, 14, minute).toISOString(),
});

describe('a case file beside what the vault remembers', () => {
  const log = { onDisk: 9, read: 9 };
  const found = (at: CaseHead, more: Partial<FoundCase> = {}): FoundCase => ({
    head: at,
    hashThere: 'hash 5',
    log: null,
    ...more,
  });
  it.each<[string, CaseHead | null, number, FoundCase, RegExp | null]>([
    ['the same', head(5, 8), 0, found(head(5, 8)), null],
    ['newer', head(5, 8), 0, found(head(7, 12)), null],
    ['never seen before', null, 0, found(head(7, 12)), null],
    [
      'older',
      head(5, 8),
      0,
      found(head(3, 6), { hashThere: undefined }),
      /^The vault remembers change 5 of 14:05 as the last of this case; its file ends at change 3 of 14:03\. It can be read, but nothing in it can be changed: put a newer copy of its file in place, or keep it as it stands\.$/,
    ],
    [
      'older by its beginning',
      head(5, 8),
      0,
      found(head(0, 0), { hashThere: undefined }),
      /its file ends at no change yet\. It can be read/,
    ],
    ['of another way', head(5, 8), 0, found(head(7, 12), { hashThere: 'another' }), /went another way from there/],
    [
      'without the last pages of an import',
      head(5, 8),
      0,
      found(head(5, 6)),
      /ends at change 5 of 14:05 as the vault remembers, but what was last written to it is missing: 2 of 8 times\./,
    ],
    [
      'with a damaged log',
      head(5, 8),
      0,
      found(head(3, 6), { hashThere: undefined, log: { onDisk: 9, read: 2 } }),
      /Its log is damaged\. It can be read/,
    ],
    ['with a whole log that was just being written into it', head(5, 8), 9, found(head(5, 8), { log }), null],
    [
      'with a log that had just been written into it',
      head(5, 8),
      9,
      found(head(5, 8), { log: { onDisk: 0, read: 0 } }),
      null,
    ],
    [
      'without the log that was just being written into it',
      head(5, 8),
      9,
      found(head(5, 8)),
      /^The log of this case was lost/,
    ],
    [
      'with a part of the log that was just being written into it',
      head(5, 8),
      9,
      found(head(5, 8), { log: { onDisk: 9, read: 4 } }),
      /^The log of this case was lost .*Its log is damaged\./,
    ],
  ])('that is %s', (_, known, folding, file, reason) => {
    const condition = judgeCase({ head: known, folding }, file, NOW);
    expect(condition).toEqual(
      reason === null
        ? { state: 'sound', reason: '' }
        : { state: 'set-back', reason: expect.stringMatching(reason) as string },
    );
  });

  it('is told with the day where that is another one', () => {
    const known = { head: head(5, 8), folding: 0 };
    const { reason } = judgeCase(known, found(head(3, 6), { hashThere: undefined }), new Date(2026, 4, 25));
    expect(reason).toMatch(/change 5 of 05\/24\/2026, 14:05 .* change 3 of 05\/24\/2026, 14:03\./);
  });
});

const write = (vault: Vault, file: ReadCase, times: number): void => {
  for (let time = 0; time < times; time += 1) {
    changeCase(file, { method: 'a test', now: NOW }, (change) => logEvent(change, 'a test', String(time)));
    vault.memories.saveHead(CASE, headOf(file), null);
  }
};

/** The files of the vault as they stand when a process is killed after 3 + 2 changes, 3 of them written into the file. */
const killedVault = (): string => {
  const [dir, copy] = [temporaryFolder(), temporaryFolder()];
  createVault(dir, PASSPHRASE, 2 ** 10);
  const vault = openVault(dir, PASSPHRASE);
  const file = vault.createCase(CASE, '2026-05-24T00:00:00.000Z');
  write(vault, file, 3);
  vault.foldCase(file);
  write(vault, file, 2);
  mkdirSync(join(copy, 'cases'));
  ['', 'cases'].forEach((folder) =>
    readdirSync(join(dir, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.lock$|-shm$/.test(entry.name))
      .forEach(({ name }) => copyFileSync(join(dir, folder, name), join(copy, folder, name))),
  );
  closeCaseFile(file);
  vault.close();
  return copy;
};

const fileOf = (dir: string): string => join(dir, 'cases', `${CASE}.db`);

describe('an existing case', () => {
  let dir: string;
  let vault: Vault;
  beforeEach(() => {
    dir = killedVault();
    vault = openVault(dir, PASSPHRASE);
  });
  afterEach(() => vault.close());

  it('is whole with its log, which is then written into the file', () => {
    const { file, condition } = vault.openCase(CASE);
    expect(condition.state).toBe('sound');
    expect(headOf(file)).toMatchObject({ seq: 5, writes: 5 });
    expect(readFileSync(`${fileOf(dir)}-wal`)).toHaveLength(0);
    closeCaseFile(file);
  });

  it('without its log is set back, can be read, takes no write, and stays set back', () => {
    rmSync(`${fileOf(dir)}-wal`);
    for (let time = 0; time < 2; time += 1) {
      const { file, condition } = vault.openCase(CASE);
      expect(condition).toMatchObject({ state: 'set-back', reason: expect.stringMatching(/change 5 .* change 3 /) });
      expect(headOf(file).seq).toBe(3);
      expect(() => databaseOf(file).prepare('UPDATE head SET writes = 99').run()).toThrow(
        expect.objectContaining({ code: 'SQLITE_READONLY' }),
      );
      closeCaseFile(file);
    }
  });

  it('with a flipped bit anywhere in its log is set back or whole, and never anything between', () => {
    const log = readFileSync(`${fileOf(dir)}-wal`);
    const whole = readFileSync(fileOf(dir));
    const seen = new Set<string>();
    for (let at = 0; at < log.length; at += Math.floor(log.length / 40) + 1) {
      const flipped = Buffer.from(log);
      flipped[at]! ^= 1 << (at % 8);
      writeFileSync(fileOf(dir), whole);
      writeFileSync(`${fileOf(dir)}-wal`, flipped);
      rmSync(`${fileOf(dir)}-shm`, { force: true });
      const { file, condition } = vault.openCase(CASE);
      seen.add(condition.state);
      if (condition.state === 'sound') expect(headOf(file).seq).toBe(5);
      else expect(condition.reason).toMatch(/Its log is damaged/);
      closeCaseFile(file);
    }
    expect([...seen]).toContain('set-back');
  });

  it.each<[string, (path: string) => void, string, RegExp]>([
    ['is missing', (path) => rmSync(path), 'damaged', /^The file case1\.db is missing;/],
    ['is empty', (path) => writeFileSync(path, ''), 'damaged', /^The file case1\.db is empty;/],
    [
      'is another program’s',
      (path) => writeFileSync(path, 'foreign'.repeat(9000)),
      'damaged',
      /is damaged, or is one of/,
    ],
    [
      'is cut off',
      (path) => writeFileSync(path, readFileSync(path).subarray(0, 60_000)),
      'damaged',
      /^The (end of the )?file case1\.db is (missing|damaged)/,
    ],
    [
      'is a folder',
      (path) => {
        rmSync(path);
        mkdirSync(path);
      },
      'refused',
      /^In place of case1\.db stands a folder;/,
    ],
    [
      'is a symbolic link',
      (path) => {
        copyFileSync(path, `${path}.elsewhere`);
        rmSync(path);
        symlinkSync(`${path}.elsewhere`, path);
      },
      'refused',
      /^In place of case1\.db stands a symbolic link;/,
    ],
  ])('whose file %s is never made anew', (_, damage, code, message) => {
    rmSync(`${fileOf(dir)}-wal`);
    damage(fileOf(dir));
    const before = existsSync(fileOf(dir));
    expect(() => vault.openCase(CASE)).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(message) }),
    );
    expect(existsSync(fileOf(dir))).toBe(before);
  });

  it('of another vault is named as such', () => {
    const other = killedVault();
    copyFileSync(fileOf(other), fileOf(dir));
    rmSync(`${fileOf(dir)}-wal`);
    expect(() => vault.openCase(CASE)).toThrow(
      expect.objectContaining({ code: 'damaged', message: expect.stringMatching(/one of another vault/) }),
    );
  });

  it('that is set back can be kept as it stands, which its log says', () => {
    rmSync(`${fileOf(dir)}-wal`);
    const { file } = vault.openCase(CASE);
    vault.keepCase(file, NOW);
    closeCaseFile(file);
    const again = vault.openCase(CASE);
    expect(again.condition.state).toBe('sound');
    write(vault, again.file, 1);
    expect(brokenLink(again.file)).toBeNull();
    const log = databaseOf(again.file).prepare<[], { method: string; note: string }>('SELECT method, note FROM change');
    expect(log.all().map(({ method }) => method)).toEqual(['a test', 'a test', 'a test', 'case.keep', 'a test']);
    expect(JSON.parse(log.all()[3]?.note ?? '')).toMatchObject({ remembered: { change: 5 }, found: { change: 3 } });
    closeCaseFile(again.file);
  });

  it('that was called damaged is whole again once a good copy is in its place', () => {
    const whole = readFileSync(fileOf(dir));
    const log = readFileSync(`${fileOf(dir)}-wal`);
    rmSync(fileOf(dir));
    expect(() => vault.openCase(CASE)).toThrow();
    vault.memories.saveCondition(CASE, { state: 'damaged', reason: 'a test' });
    writeFileSync(fileOf(dir), whole);
    writeFileSync(`${fileOf(dir)}-wal`, log);
    const { file, condition } = vault.openCase(CASE);
    expect(condition.state).toBe('sound');
    closeCaseFile(file);
  });
});
