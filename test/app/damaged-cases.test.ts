import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createBackend } from '../../main/app/backend/create-backend.ts';
import type { CaseRow } from '../../shared/case.ts';
import type { Input, Method, Output } from '../../shared/contract.ts';
import type { CaseId } from '../../shared/ids.ts';
import type { AppError, Reply } from '../../shared/reply.ts';
import { ASSETS } from '../support/open-backend.ts';
import { temporaryFolder } from '../support/temporary.ts';

const PASSPHRASE = 'plainly fictional words';
const WORDS = Array.from({ length: 12_000 }, (_, line) => `line ${String(line)} about the low back`).join('\n');

type Desk = {
  readonly ask: <M extends Method>(method: M, input: Input<M>) => Promise<Output<M>>;
  readonly refusal: (method: Method, input: unknown) => Promise<AppError>;
  readonly importText: (caseId: CaseId, name: string, text: string) => Promise<unknown>;
  readonly exportEvidence: (caseId: CaseId, path: string) => Promise<Reply<unknown>>;
  readonly close: () => Promise<void>;
};

const openDesk = async (storeDir: string): Promise<Desk> => {
  const backend = await createBackend({
    storeDir,
    assetsDir: ASSETS,
    parsers: 1,
    kdfCost: 1024,
    recognisesByItself: false,
  });
  const ask: Desk['ask'] = async (method, input) => {
    const reply = await backend.call(method, input);
    if (!reply.ok) throw new Error(`${method}: ${reply.error.code}: ${reply.error.message}`);
    return reply.value as never;
  };
  const { exists } = await ask('vault.status', {});
  if (exists) await ask('vault.unlock', { passphrase: PASSPHRASE });
  else await ask('vault.create', { passphrase: PASSPHRASE });
  return {
    ask,
    refusal: async (method, input) => {
      const reply = await backend.call(method, input);
      if (reply.ok) throw new Error(`${method} was not refused`);
      return reply.error;
    },
    importText: async (caseId, name, text) => {
      const files = await backend.offer([{ kind: 'bytes', name, bytes: new TextEncoder().encode(text) }]);
      return ask('record.import', { caseId, files });
    },
    exportEvidence: async (caseId, path) => {
      const [target] = await backend.offer([{ kind: 'target', path }]);
      return backend.call('letter.exportBeside', { caseId, part: 'evidence', format: 'docx', target });
    },
    close: () => backend.close(),
  };
};

const newCase = async ({ ask }: Desk, caseNumber: string): Promise<CaseId> =>
  (await ask('case.create', { letter: { header: { caseNumber } } as never, origin: 'records' })).caseId;

/** Three cases; the second one may have a record. */
const newVault = async (hasRecord = false): Promise<{ storeDir: string; ids: CaseId[]; file: string }> => {
  const storeDir = join(temporaryFolder(), 'vault');
  const desk = await openDesk(storeDir);
  const ids: CaseId[] = [];
  for (const at of [1, 2, 3]) ids.push(await newCase(desk, `CM16-000000${String(at)}`));
  if (hasRecord) await desk.importText(ids[1]!, 'note.txt', WORDS);
  await desk.close();
  return { storeDir, ids, file: join(storeDir, 'cases', `${ids[1]!}.db`) };
};

const conditions = (rows: readonly CaseRow[]): string[] =>
  rows.map(({ caseNumber, condition }) => `${caseNumber} ${condition.state}`);

describe('one case file that is damaged', () => {
  it.each<[string, (file: string) => void, RegExp]>([
    ['is missing', (file) => rmSync(file), /is missing; restore it from a backup\.$/],
    ['is empty', (file) => writeFileSync(file, ''), /is empty; restore it from a backup\.$/],
    ['is cut off', (file) => writeFileSync(file, readFileSync(file).subarray(0, 100_000)), /damaged|missing/],
    ['is foreign', (file) => writeFileSync(file, 'no database at all'.repeat(2000)), /or is one of another vault/],
  ])('and %s hides no other, is named in the list when it was met, and is never remade', async (_, damage, reason) => {
    const { storeDir, ids, file } = await newVault();
    damage(file);
    const desk = await openDesk(storeDir);
    expect(conditions(await desk.ask('case.list', {}))).toHaveLength(3);
    const error = await desk.refusal('case.show', { caseId: ids[1] });
    expect(error).toMatchObject({ code: 'damaged', message: expect.stringMatching(reason) });
    const rows = await desk.ask('case.list', {});
    expect(conditions(rows)).toEqual(['CM16-0000001 sound', 'CM16-0000002 damaged', 'CM16-0000003 sound']);
    expect(rows[1]?.condition.reason).toBe(error.message);
    await desk.ask('case.update', { caseId: ids[0]!, facts: { organisation: 'Example Reviews' } });
    expect((await desk.ask('case.show', { caseId: ids[2]! })).caseNumber).toBe('CM16-0000003');
    expect((await desk.refusal('case.update', { caseId: ids[1], facts: {} })).code).toBe('damaged');
    await desk.close();
    const again = await openDesk(storeDir);
    expect(conditions(await again.ask('case.list', {}))[1]).toBe('CM16-0000002 damaged');
    // It can be erased, and then it is gone from the list.
    await again.ask('case.erase', { caseId: ids[1]! });
    expect(await again.ask('case.list', {})).toHaveLength(2);
    await again.close();
    expect(existsSync(file)).toBe(false);
  });

  it('and comes from a newer version says which version is needed', async () => {
    const { storeDir, ids } = await newVault();
    const desk = await openDesk(storeDir);
    await desk.ask('case.show', { caseId: ids[1]! });
    await desk.close();
    const { openVault } = await import('../../main/store/vault.ts');
    const { databaseOf } = await import('../../main/store/statements.ts');
    const vault = openVault(storeDir, PASSPHRASE);
    const db = databaseOf(vault.openCase(ids[1]!).file);
    db.pragma('user_version = 999');
    db.close();
    vault.close();
    const again = await openDesk(storeDir);
    expect((await again.refusal('case.show', { caseId: ids[1] })).code).toBe('newer-version');
    const rows = await again.ask('case.list', {});
    expect(rows[1]?.condition).toMatchObject({ state: 'damaged', reason: expect.stringMatching(/newer version/) });
    await again.close();
  });

  it('in the middle is met by whoever reads there, and can from then on only be read', async () => {
    const { storeDir, ids, file } = await newVault(true);
    const bytes = readFileSync(file);
    const pages = bytes.length / 8192;
    for (let page = Math.floor(pages * 0.6); page < pages * 0.9; page += 1) bytes[page * 8192 + 77]! ^= 4;
    writeFileSync(file, bytes);
    const desk = await openDesk(storeDir);
    const caseId = ids[1]!;
    expect((await desk.ask('case.list', {}))[1]?.condition.state).toBe('sound');
    const readAll = async (): Promise<string[]> => {
      const answers: string[] = [];
      for (const method of ['page.list', 'record.list', 'intake.list', 'item.list', 'timeline.list'] as const)
        answers.push(
          await desk.ask(method, { caseId }).then(
            () => 'read',
            (error: Error) => error.message,
          ),
        );
      return answers;
    };
    const first = await readAll();
    expect(first.join('\n')).toMatch(/damaged: /);
    const [, row] = await desk.ask('case.list', {});
    expect(row?.condition).toMatchObject({ state: 'damaged', reason: expect.stringMatching(/^Parts of the file/) });
    expect((await readAll()).filter((answer) => answer === 'read').length).toBeGreaterThan(0);
    expect(await desk.refusal('case.update', { caseId, facts: { organisation: 'X' } })).toMatchObject({
      code: 'refused',
      message: row?.condition.reason,
    });
    expect((await desk.refusal('case.keep', { caseId })).code).toBe('refused');
    await desk.close();
  });
});

describe('a case that is older than the vault remembers', () => {
  it('can be read, names both states, refuses every change, and can be kept as it stands', async () => {
    const { storeDir, ids, file } = await newVault(true);
    const caseId = ids[1]!;
    const older = join(temporaryFolder(), 'older.db');
    cpSync(file, older);
    const desk = await openDesk(storeDir);
    await desk.ask('case.update', { caseId, facts: { organisation: 'Example Reviews' } });
    await desk.importText(caseId, 'second.txt', 'Seen on 05/24/2016.');
    await desk.close();
    cpSync(older, file);

    const again = await openDesk(storeDir);
    expect((await again.ask('case.list', {}))[1]).toMatchObject({ records: 2, condition: { state: 'sound' } });
    const shown = await again.ask('case.show', { caseId });
    expect(shown).toMatchObject({
      records: 1,
      condition: {
        state: 'set-back',
        reason: expect.stringMatching(
          /^The vault remembers change \d+ of \d\d:\d\d as the last of this case; its file ends at change \d+ of \d\d:\d\d\. /,
        ),
      },
    });
    for (const [method, input] of [
      ['case.update', { caseId, facts: { organisation: 'X' } }],
      ['page.markRead', { caseId, pageIds: [], isRead: true }],
      ['timeline.propose', { caseId }],
      ['change.undo', { caseId }],
    ] as const) {
      const reply = await again.refusal(method, input).catch(() => null);
      if (reply !== null) expect(reply.code).toBe('refused');
    }
    expect((await again.refusal('case.update', { caseId, facts: { organisation: 'X' } })).message).toBe(
      shown.condition.reason,
    );
    expect((await again.ask('case.list', {}))[1]?.condition.state).toBe('set-back');
    const path = join(temporaryFolder(), 'evidence.docx');
    const exported = await again.exportEvidence(caseId, path);
    expect(exported).toMatchObject({ ok: false, error: { code: 'refused', message: shown.condition.reason } });
    expect(existsSync(path)).toBe(false);
    await again.ask('case.keep', { caseId });
    await again.ask('case.update', { caseId, facts: { organisation: 'Kept' } });
    expect((await again.ask('case.list', {}))[1]).toMatchObject({
      records: 1,
      condition: { state: 'sound', reason: '' },
    });
    expect((await again.refusal('case.keep', { caseId })).code).toBe('refused');
    await again.close();
    const last = await openDesk(storeDir);
    expect((await last.ask('case.show', { caseId })).facts.organisation).toBe('Kept');
    await last.close();
  });
});

describe('the list of cases', () => {
  it('opens no file and starts no work', async () => {
    const { storeDir, file } = await newVault();
    const desk = await openDesk(storeDir);
    rmSync(file);
    expect(conditions(await desk.ask('case.list', {}))).toHaveLength(3);
    expect(existsSync(file)).toBe(false);
    expect(existsSync(`${file}-wal`)).toBe(false);
    await desk.close();
  });

  it('shows every change at once, and after a restart', async () => {
    const { storeDir, ids } = await newVault();
    const desk = await openDesk(storeDir);
    await desk.ask('case.update', { caseId: ids[0]!, facts: { header: { caseNumber: 'CM16-0000009' } } });
    expect((await desk.ask('case.list', {}))[0]?.caseNumber).toBe('CM16-0000009');
    await desk.ask('change.undo', { caseId: ids[0]! });
    expect((await desk.ask('case.list', {}))[0]?.caseNumber).toBe('CM16-0000001');
    await desk.ask('change.redo', { caseId: ids[0]! });
    await desk.close();
    const again = await openDesk(storeDir);
    expect((await again.ask('case.list', {}))[0]?.caseNumber).toBe('CM16-0000009');
    await again.close();
  });

  it('tells of a vault.db that was made anew', async () => {
    const { storeDir } = await newVault();
    rmSync(join(storeDir, 'vault.db'));
    const desk = await openDesk(storeDir);
    expect(conditions(await desk.ask('case.list', {}))).toEqual([
      'CM16-0000001 sound',
      'CM16-0000002 sound',
      'CM16-0000003 sound',
    ]);
    expect(await desk.ask('vault.notices', {})).toEqual([expect.stringMatching(/^vault\.db was missing/)]);
    await desk.close();
  });

  it('answers a second page of the same host, which unlocks with the passphrase', async () => {
    const { storeDir } = await newVault();
    const desk = await openDesk(storeDir);
    expect((await desk.refusal('vault.unlock', { passphrase: 'another one' })).code).toBe('wrong-passphrase');
    await desk.ask('vault.unlock', { passphrase: PASSPHRASE });
    expect(await desk.ask('case.list', {})).toHaveLength(3);
    await desk.close();
  });
});
