import { spawn } from 'node:child_process';
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Backend } from '../../main/app/backend/backend.ts';
import { createBackend } from '../../main/app/backend/create-backend.ts';
import { imr, ROOT } from '../support/imr.ts';
import { temporaryFolder } from '../support/temporary.ts';

type Row = { readonly id: string; readonly number: string; readonly state: string; readonly reason?: string };

const folder = temporaryFolder();
const store = join(folder, 'vault');
const run = (...args: string[]) => imr([...args, '--store', store]);
const fileOf = (id: string): string => join(store, 'cases', `${id}.db`);

/** Works in the vault without the command line, which takes a second to start. */
const inVault = async <T>(
  work: (ask: (method: string, input: object) => Promise<T>, backend: Backend) => Promise<void>,
) => {
  const backend = await createBackend({
    storeDir: store,
    assetsDir: join(ROOT, 'assets'),
    parsers: 1,
    kdfCost: 2 ** 10,
  });
  const ask = async (method: string, input: object): Promise<T> => {
    const reply = await backend.call(method, input);
    if (!reply.ok) throw new Error(`${method}: ${reply.error.message}`);
    return reply.value as T;
  };
  const { exists } = (await ask('vault.status', {})) as { exists: boolean };
  await ask(exists ? 'vault.unlock' : 'vault.create', { passphrase: 'plainly fictional words' });
  await work(ask, backend);
  await backend.close();
};

describe('the command line over a vault', () => {
  const ids: string[] = [];
  beforeAll(() =>
    inVault<{ caseId: string }>(async (ask, backend) => {
      for (const caseNumber of ['CM16-9900001', 'CM16-9900002'])
        ids.push((await ask('case.create', { letter: { header: { caseNumber } }, origin: 'records' })).caseId);
      const bytes = new TextEncoder().encode('Seen on 05/24/2016 for the low back.');
      const files = await backend.offer([{ kind: 'bytes', name: 'note.txt', bytes }]);
      await ask('record.import', { caseId: ids[1]!, files });
    }),
  );

  it('says of a sound vault what was checked, and ends with 0', async () => {
    const { code, out } = await run('verify');
    expect(out).toMatch(/^sound {6}vault\.json and its copy are whole\.$/m);
    expect(out).toMatch(/^ {2}sound {6}1 original is byte for byte as imported/m);
    expect(out).toMatch(
      /^ {2}sound {6}The pages add up with the ledger: 1 file given; 1 page promised = 1 stored \+ 0/m,
    );
    expect(out).toMatch(
      /changes follow one another to the last, change \d+ of [\d/, ]*\d\d:\d\d, as the vault remembers\.$/m,
    );
    expect(out).not.toMatch(/NOT SOUND/);
    expect(code).toBe(0);
  });

  it('names a damaged case in what it verified and in the list, and ends with 1', async () => {
    const whole = readFileSync(fileOf(ids[1]!));
    writeFileSync(fileOf(ids[1]!), whole.subarray(0, 30_000));
    const verified = await run('verify', ids[1]!);
    expect(verified.code).toBe(1);
    expect(verified.out).toMatch(/NOT SOUND {2}.*(damaged|missing)/);
    const rows = JSON.parse((await run('case', 'list', '--json')).out) as Row[];
    expect(rows.map(({ number, state }) => `${number} ${state}`)).toEqual(['CM16-9900001 New', 'CM16-9900002 damaged']);
    expect(rows[1]?.reason).toMatch(/restore it from a backup\.$/);
    writeFileSync(fileOf(ids[1]!), whole);
    expect((await run('verify', ids[1]!)).code).toBe(0);
  });

  it('refuses to change a case that is set back, names it so, and keeps it as it stands when told to', async () => {
    const older = join(folder, 'older.db');
    copyFileSync(fileOf(ids[0]!), older);
    await inVault(async (ask) => {
      await ask('case.update', { caseId: ids[0]!, facts: { organisation: 'Example Reviews' } });
    });
    copyFileSync(older, fileOf(ids[0]!));
    const { code, err } = await run('import', ids[0]!, older);
    expect(code).toBe(1);
    expect(err).toMatch(/^The vault remembers change 2 of .*; its file ends at change 1 of /);
    const rows = JSON.parse((await run('case', 'list', '--json')).out) as Row[];
    expect(rows[0]).toMatchObject({ state: 'set-back', reason: err.trim() });
    expect((await run('case', 'keep', ids[0]!)).code).toBe(0);
    expect(JSON.parse((await run('verify', ids[0]!, '--json')).out)).toMatchObject({ isSound: true });
  });

  it('tells on standard error of a vault.db that was made anew', async () => {
    rmSync(join(store, 'vault.db'));
    const { code, out, err } = await run('case', 'list', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toHaveLength(2);
    expect(err).toMatch(
      /^vault\.db was missing and was made anew: 2 cases are all there, and what could not be read is gone:/,
    );
  });

  it('is refused while a browser is served from the same vault, and not afterwards', async () => {
    const child = spawn(process.execPath, [join(ROOT, 'main', 'hosts', 'cli', 'imr.js'), 'serve', '--store', store], {
      env: { ...process.env, IMR_PASSPHRASE: '' },
    });
    try {
      const url = await new Promise<string>((resolve) =>
        child.stdout.once('data', (data) => resolve(String(data).trim())),
      );
      const { origin, hash } = new URL(url);
      const session = await fetch(`${origin}/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token: hash.replace('#token=', '') }),
      });
      const unlocked = await fetch(`${origin}/call`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          cookie: (session.headers.get('set-cookie') ?? '').split(';')[0]!,
        },
        body: JSON.stringify({ method: 'vault.unlock', input: { passphrase: 'plainly fictional words' } }),
      });
      expect(await unlocked.json()).toMatchObject({ ok: true });
      const { code, err } = await run('case', 'list');
      expect(code).toBe(1);
      expect(err).toMatch(/^This vault has been open in a browser since \d\d:\d\d; close it there first\.\n$/);
    } finally {
      child.kill('SIGKILL');
    }
    await new Promise((resolve) => child.once('exit', resolve));
    expect((await run('case', 'list')).code).toBe(0);
  });
});
