import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createBackend } from '../../main/app/backend/create-backend.ts';
import type { Input, Method, Output } from '../../shared/contract.ts';
import type { CaseId } from '../../shared/ids.ts';
import { readCaseState, SOUND } from '../support/case-state.ts';
import { ASSETS } from '../support/open-backend.ts';
import { temporaryFolder } from '../support/temporary.ts';

const FIXTURE = join(import.meta.dirname, '..', 'fixtures', 'vault-of-0.1.0');

/** What the program of 0.1.0 answered over the vault that it wrote. */
const expected = JSON.parse(readFileSync(join(FIXTURE, 'expected.json'), 'utf8')) as {
  readonly passphrase: string;
  readonly caseId: CaseId;
  readonly second: CaseId;
} & Readonly<
  Record<'list' | 'sentences' | 'entries' | 'items' | 'issued' | 'records' | 'pages' | 'snippets', object[]>
> &
  Readonly<Record<'show' | 'settings' | 'intake', object>> & {
    readonly findings: readonly { readonly check: number; readonly overridden: string | null }[];
  };

const openOld = async () => {
  const storeDir = join(temporaryFolder(), 'vault');
  cpSync(join(FIXTURE, 'vault'), storeDir, { recursive: true });
  const backend = await createBackend({ storeDir, assetsDir: ASSETS, parsers: 1, recognisesByItself: false });
  const ask = async <M extends Method>(method: M, input: Input<M>): Promise<Output<M>> => {
    const reply = await backend.call(method, input);
    if (!reply.ok) throw new Error(`${method}: ${reply.error.message}`);
    return reply.value as never;
  };
  await ask('vault.unlock', { passphrase: expected.passphrase });
  return { storeDir, backend, ask };
};

describe('a vault as the program of 0.1.0 wrote it', () => {
  it('opens, and nothing of it is lost', async () => {
    const { backend, ask } = await openOld();
    const { caseId } = expected;
    expect(await ask('vault.notices', {})).toEqual([]);
    expect(await ask('case.list', {})).toMatchObject(expected.list);
    // Steps of undo from before a migration are closed.
    const { canUndo: _, ...shown } = expected.show as { canUndo: boolean };
    expect(await ask('case.show', { caseId })).toMatchObject(shown);
    expect(await ask('settings.show', {})).toMatchObject(expected.settings);
    expect(await ask('snippet.list', {})).toMatchObject(expected.snippets);
    expect(await ask('timeline.list', { caseId })).toMatchObject(expected.entries);
    expect((await ask('summary.show', { caseId })).map(({ id, text }) => ({ id, text }))).toEqual(
      expected.sentences.map((sentence) => {
        const { id, text } = sentence as { id: string; text: string };
        return { id, text };
      }),
    );
    expect(await ask('item.list', { caseId })).toMatchObject(expected.items);
    expect(await ask('record.list', { caseId })).toMatchObject(expected.records);
    // Each record is the one confirmed document of its file, as it was described, and no later reading divides it.
    const records = expected.records as readonly { readonly id: string; readonly pages: number }[];
    const documents = records.map(({ id, pages }) => ({ id, file: id, first: 1, last: pages, state: 'confirmed' }));
    expect(await ask('document.list', { caseId })).toMatchObject(documents);
    await ask('timeline.propose', { caseId });
    expect(await ask('document.list', { caseId })).toMatchObject(documents);
    expect(await ask('record.list', { caseId })).toMatchObject(expected.records);
    expect(await ask('page.list', { caseId })).toMatchObject(expected.pages);
    expect(await ask('intake.list', { caseId })).toMatchObject(expected.intake);
    expect(await ask('letter.issued', { caseId })).toMatchObject(expected.issued);
    const overridden = (findings: typeof expected.findings): unknown[] =>
      findings.flatMap(({ check, overridden: reason }) => (reason === null ? [] : [{ check, reason }]));
    expect(overridden(await ask('letter.check', { caseId }))).toEqual(overridden(expected.findings));
    await backend.close();
  });

  it('has a chain that verifies, in both cases, and the rows and second copies that it never had', async () => {
    const { storeDir, backend, ask } = await openOld();
    // The list is there before any case was opened by hand.
    expect((await ask('case.list', {})).map(({ condition }) => condition.state)).toEqual(['sound', 'sound']);
    await backend.close();
    for (const id of [expected.caseId, expected.second]) {
      expect(readCaseState(storeDir, id, expected.passphrase).soundness).toEqual(SOUND);
      expect(existsSync(join(storeDir, 'cases', `${id}.key`))).toBe(true);
    }
    expect(existsSync(join(storeDir, 'vault.json.copy'))).toBe(true);
  });

  it('is searched by the index of today, with the words that its pages hold', async () => {
    const { backend, ask } = await openOld();
    const { caseId } = expected;
    const [page] = await ask('page.list', { caseId });
    const { text } = await ask('page.show', { caseId, pageId: page!.id });
    const words = [...new Set(text.match(/[A-Za-z]{7,}/g) ?? [])].slice(0, 5);
    expect(words.length).toBeGreaterThan(0);
    for (const query of words) {
      const { hits } = await ask('search.run', { caseId, query });
      expect([query, hits.map(({ pageId }) => pageId).includes(page!.id)]).toEqual([query, true]);
    }
    await backend.close();
  });

  it('can be worked on, and remembers what was done', async () => {
    const { storeDir, backend, ask } = await openOld();
    await ask('case.update', { caseId: expected.second, facts: { organisation: 'Example Reviews' } });
    await backend.close();
    const again = await createBackend({ storeDir, assetsDir: ASSETS, parsers: 1 });
    await again.call('vault.unlock', { passphrase: expected.passphrase });
    expect(await again.call('case.show', { caseId: expected.second })).toMatchObject({
      ok: true,
      value: { facts: { organisation: 'Example Reviews' }, condition: { state: 'sound' } },
    });
    await again.close();
  });
});
