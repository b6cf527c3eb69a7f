import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseId } from '../../shared/ids.ts';
import { CASE_MIGRATIONS } from '../../main/store/migrations/case.ts';
import { VAULT_MIGRATIONS } from '../../main/store/migrations/vault.ts';
import { closeCaseFile } from '../../main/store/open-case.ts';
import { databaseOf } from '../../main/store/statements.ts';
import { createVault, openVault, vaultExists } from '../../main/store/vault.ts';
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

  it('refuses a damaged vault file', () => {
    const { dir } = newVault();
    writeFileSync(join(dir, 'vault.json'), '{"v":1');
    expect(() => openVault(dir, PASSPHRASE)).toThrow(expect.objectContaining({ code: 'damaged' }));
  });

  it('refuses a vault of a newer version', () => {
    const { dir } = newVault();
    const file = JSON.parse(readFileSync(join(dir, 'vault.json'), 'utf8'));
    writeFileSync(join(dir, 'vault.json'), JSON.stringify({ ...file, v: 2 }));
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
    const again = databaseOf(openVault(dir, PASSPHRASE).openCase(CASE));
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
