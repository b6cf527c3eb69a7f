import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseId } from '../../shared/ids.ts';
import { CASE_MIGRATIONS } from '../../main/store/migrations/case.ts';
import { VAULT_MIGRATIONS } from '../../main/store/migrations/vault.ts';
import { closeCaseFile } from '../../main/store/open-case.ts';
import { databaseOf } from '../../main/store/statements.ts';
import { createVault, openVault } from '../../main/store/vault.ts';
import { readVaultFile, vaultExists, writeVaultFile } from '../../main/store/vault-file.ts';
import { temporaryFolder } from '../support/temporary.ts';

const CHEAP = 2 ** 10;
const PASSPHRASE = 'correct horse battery';
const CASE = 'case1' as CaseId;

const newVault = (): { dir: string; recoveryKey: string } => {
  const dir = temporaryFolder();
  return { dir, recoveryKey: createVault(dir, PASSPHRASE, CHEAP) };
};

describe('the vault', () => {
  it('opens with its passphrase and with its recovery key, however that is typed', () => {
    const { dir, recoveryKey } = newVault();
    [PASSPHRASE, recoveryKey, recoveryKey.toLowerCase().replaceAll('-', ' ')].forEach((secret) =>
      openVault(dir, secret).close(),
    );
    expect(vaultExists(dir)).toBe(true);
  });

  it('refuses a wrong passphrase in one sentence', () => {
    const { dir } = newVault();
    expect(() => openVault(dir, 'wrong')).toThrow(expect.objectContaining({ code: 'wrong-passphrase' }));
  });

  it('refuses to be made over another', () => {
    const { dir } = newVault();
    expect(() => createVault(dir, 'another one', CHEAP)).toThrow(expect.objectContaining({ code: 'exists' }));
  });

  it('reads a damaged or missing vault.json from its copy, and the other way round, and makes both whole', () => {
    const { dir } = newVault();
    const [file, copy] = [join(dir, 'vault.json'), join(dir, 'vault.json.copy')];
    const whole = readFileSync(file, 'utf8');
    const damages: (() => void)[] = [
      () => writeFileSync(file, whole.slice(0, 100)),
      () => rmSync(file),
      () => writeFileSync(copy, ''),
      () => rmSync(copy),
      // The name of the sum itself is lost, with a changed key.
      () => writeFileSync(file, whole.replace('"sum"', '"sun"').replace(/"pw": "./, '"pw": "A')),
    ];
    damages.forEach((damage) => {
      damage();
      openVault(dir, PASSPHRASE).close();
      expect([file, copy].map((path) => readFileSync(path, 'utf8'))).toEqual([whole, whole]);
    });
  });

  it('never calls a flipped bit in vault.json a wrong passphrase', () => {
    const { dir } = newVault();
    const file = join(dir, 'vault.json');
    const whole = readFileSync(file);
    for (let at = 0; at < whole.length; at += 7) {
      const flipped = Buffer.from(whole);
      flipped[at]! ^= 1 << (at % 8);
      writeFileSync(file, flipped);
      openVault(dir, PASSPHRASE).close();
    }
    expect(readFileSync(file)).toEqual(whole);
  });

  it('opens a vault of 0.1.0, which has neither sum nor copy, and gives it both', () => {
    const { dir } = newVault();
    const file = join(dir, 'vault.json');
    const { sum, ...old } = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify(old, null, 2));
    rmSync(`${file}.copy`);
    openVault(dir, PASSPHRASE).close();
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ ...old, sum });
    expect(readFileSync(`${file}.copy`)).toEqual(readFileSync(file));
  });

  it('opens where a folder stands in place of vault.json, from the copy', () => {
    const { dir } = newVault();
    rmSync(join(dir, 'vault.json'));
    mkdirSync(join(dir, 'vault.json'));
    openVault(dir, PASSPHRASE).close();
    expect(vaultExists(dir)).toBe(true);
  });

  it('makes no new vault over cases whose vault.json is lost', () => {
    const { dir } = newVault();
    const vault = openVault(dir, PASSPHRASE);
    closeCaseFile(vault.createCase(CASE, ''));
    vault.close();
    ['vault.json', 'vault.json.copy'].forEach((name) => rmSync(join(dir, name)));
    expect(() => createVault(dir, 'another one', CHEAP)).toThrow(expect.objectContaining({ code: 'exists' }));
    expect(() => openVault(dir, PASSPHRASE)).toThrow(expect.objectContaining({ code: 'damaged' }));
    expect(existsSync(join(dir, 'vault.db'))).toBe(true);
  });

  it('refuses a vault whose vault.json and copy are both damaged', () => {
    const { dir } = newVault();
    ['vault.json', 'vault.json.copy'].forEach((name) => writeFileSync(join(dir, name), '{"v":1'));
    expect(() => openVault(dir, PASSPHRASE)).toThrow(expect.objectContaining({ code: 'damaged' }));
  });

  it('refuses a vault of a newer version', () => {
    const { dir } = newVault();
    writeVaultFile(dir, { ...readVaultFile(dir).file, v: 2 });
    expect(() => openVault(dir, PASSPHRASE)).toThrow(expect.objectContaining({ code: 'newer-version' }));
  });

  it('keeps a case in a file that holds none of its words', () => {
    const { dir } = newVault();
    const vault = openVault(dir, PASSPHRASE);
    const db = databaseOf(vault.createCase(CASE, '2016-01-01T00:00:00.000Z'));
    db.prepare(`INSERT INTO fact (id, value) VALUES ('form', '"a plainly readable sentence"')`).run();
    const files = readdirSync(join(dir, 'cases'));
    expect(files.length).toBeGreaterThan(1);
    files.forEach((name) => expect(readFileSync(join(dir, 'cases', name)).includes('readable')).toBe(false));
    db.close();
    vault.close();
    const again = databaseOf(openVault(dir, PASSPHRASE).openCase(CASE).file);
    expect(again.prepare('SELECT value FROM fact').get()).toEqual({ value: '"a plainly readable sentence"' });
    again.close();
  });

  it('refuses a case file of a newer version', () => {
    const { dir } = newVault();
    const vault = openVault(dir, PASSPHRASE);
    const db = databaseOf(vault.createCase(CASE, ''));
    db.pragma('user_version = 999');
    db.close();
    expect(() => vault.openCase(CASE)).toThrow(expect.objectContaining({ code: 'newer-version' }));
  });

  it('refuses a case file that is damaged, and one that is missing', () => {
    const { dir } = newVault();
    const vault = openVault(dir, PASSPHRASE);
    closeCaseFile(vault.createCase(CASE, ''));
    writeFileSync(join(dir, 'cases', `${CASE}.db`), Buffer.alloc(20_000, 7));
    expect(() => vault.openCase(CASE)).toThrow(expect.objectContaining({ code: 'damaged' }));
    expect(() => vault.openCase('nosuch' as CaseId)).toThrow(expect.objectContaining({ code: 'not-found' }));
  });

  it('erases a case: key and file are gone', () => {
    const { dir } = newVault();
    const vault = openVault(dir, PASSPHRASE);
    closeCaseFile(vault.createCase(CASE, ''));
    vault.eraseCase(CASE);
    expect(existsSync(join(dir, 'cases', `${CASE}.db`))).toBe(false);
    expect(vault.caseIds()).toEqual([]);
    expect(() => vault.openCase(CASE)).toThrow(expect.objectContaining({ code: 'not-found' }));
  });

  it('has the schema that was agreed, every table strict', () => {
    const { dir } = newVault();
    const vault = openVault(dir, PASSPHRASE);
    const db = databaseOf(vault.createCase(CASE, ''));
    const schema = db
      .prepare<[], { sql: string }>(
        `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'page_search_%' ORDER BY name`,
      )
      .all()
      .map(({ sql }) => sql);
    expect(schema.filter((sql) => sql.startsWith('CREATE TABLE') && !/STRICT$/.test(sql.trim()))).toEqual([]);
    expect(schema.join('\n\n')).toMatchSnapshot();
    expect([VAULT_MIGRATIONS, CASE_MIGRATIONS].map((all) => all.map(({ version }) => version))).toMatchSnapshot();
    db.close();
  });
});
