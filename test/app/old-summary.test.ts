import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createBackend } from '../../main/app/backend/create-backend.ts';
import type { Input, Method, Output } from '../../shared/contract.ts';
import type { CaseId, EntryId } from '../../shared/ids.ts';
import type { Sentence } from '../../shared/summary.ts';
import { ASSETS } from '../support/open-backend.ts';
import { temporaryFolder } from '../support/temporary.ts';

const FIXTURE = join(import.meta.dirname, '..', 'fixtures', 'vault-of-0.1.0');
const EXPECTED = JSON.parse(readFileSync(join(FIXTURE, 'expected.json'), 'utf8')) as {
  readonly passphrase: string;
  readonly caseId: CaseId;
  readonly sentences: readonly Sentence[];
};

/** The vault as version 0.1.0 wrote it, opened in a copy. */
const openOld = async () => {
  const storeDir = join(temporaryFolder(), 'vault');
  cpSync(join(FIXTURE, 'vault'), storeDir, { recursive: true });
  const backend = await createBackend({ storeDir, assetsDir: ASSETS, parsers: 1 });
  const ask = async <M extends Method>(method: M, input: Input<M>): Promise<Output<M>> => {
    const reply = await backend.call(method, input);
    if (!reply.ok) throw new Error(`${method}: ${reply.error.message}`);
    return reply.value as never;
  };
  await ask('vault.unlock', { passphrase: EXPECTED.passphrase });
  return { ask, close: () => backend.close() };
};

describe('the summary of a vault of version 0.1.0', () => {
  const { caseId } = EXPECTED;
  let old: Awaited<ReturnType<typeof openOld>>;
  beforeAll(async () => {
    old = await openOld();
  });
  afterAll(() => old.close());

  it('is all there, and behind nothing', async () => {
    expect(await old.ask('summary.show', { caseId })).toEqual(
      EXPECTED.sentences.map((sentence) => ({
        ...sentence,
        isTouched: sentence.entries.length === 0,
        behind: [],
        offered: null,
      })),
    );
  });

  it('says the same after an update from an unchanged timeline, the findings of a visit in one sentence', async () => {
    const [fall, pain, drug, first, second, typed] = EXPECTED.sentences;
    expect(await old.ask('summary.compose', { caseId })).toMatchObject([
      fall,
      pain,
      drug,
      {
        id: first!.id,
        text: 'On examination, McMurray was positive on the left; flexion was 110 degrees.',
        sources: [...first!.sources, ...second!.sources],
        entries: [...first!.entries, ...second!.entries],
      },
      typed,
    ]);
  });

  it('knows from the log what its entries said when it was composed', async () => {
    const [first] = EXPECTED.sentences;
    const id = first!.entries[0] as EntryId;
    await old.ask('timeline.edit', { caseId, id, change: { text: 'He twisted the right knee on a stair.' } });
    expect((await old.ask('summary.show', { caseId }))[0]).toMatchObject({
      text: first!.text,
      offered: first!.text.replace('left', 'right'),
      behind: [{ was: { date: '2014-05-24', text: 'He twisted the left knee on a stair.' } }],
    });
    expect((await old.ask('summary.compose', { caseId }))[0]).toMatchObject({
      id: first!.id,
      text: first!.text.replace('left', 'right'),
    });
  });
});
