import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Backend } from '../../main/app/backend/backend.ts';
import { createBackend } from '../../main/app/backend/create-backend.ts';
import { findingId } from '../../main/app/letter/finding-id.ts';
import type { CaseFinding } from '../../shared/check.ts';
import type { Input, Method, Output } from '../../shared/contract.ts';
import { found } from '../../shared/finding-kinds.ts';
import type { CaseId, ItemId } from '../../shared/ids.ts';
import { ASSETS } from '../support/open-backend.ts';

const items = ['one', 'two', 'three'].map((id) => ({ id: id as ItemId }));
const rationale = (item: number) => ({ kind: 'item', item, name: 'rationale' }) as const;

describe('the id of a finding', () => {
  it('follows its item, and the other items that it speaks of, wherever they stand', () => {
    const moved = [items[2]!, items[0]!, items[1]!];
    expect(findingId(found('rationale-of-other-item', rationale(1), { other: { item: 0 } }), items)).toBe(
      findingId(found('rationale-of-other-item', rationale(2), { other: { item: 1 } }), moved),
    );
  });

  it('stays the same as the days pass', () => {
    const due = (days: number) =>
      found('due-soon', { kind: 'header-value', name: 'decisionDate' }, { due: '2017-03-31', days });
    expect(findingId(due(3), items)).toBe(findingId(due(1), items));
  });

  it.each([
    ['another item', found('no-case-facts', rationale(0), {}), found('no-case-facts', rationale(1), {})],
    [
      'other words',
      found('date-without-page', { kind: 'summary' }, {}, 'a'),
      found('date-without-page', { kind: 'summary' }, {}, 'b'),
    ],
    [
      'another value',
      found('unknown-word', { kind: 'summary' }, { word: 'a' }),
      found('unknown-word', { kind: 'summary' }, { word: 'b' }),
    ],
    [
      'another kind of the same check',
      found('missing-decision', { ...rationale(0), name: 'decision' }, {}),
      found('missing-item-part', { ...rationale(0), name: 'decision' }, {}),
    ],
  ])('is another for %s', (_, one, other) => {
    expect(findingId(one, items)).not.toBe(findingId(other, items));
  });
});

const FIXTURE = join(import.meta.dirname, '..', 'fixtures', 'vault-of-0.1.0');
type Expected = {
  readonly passphrase: string;
  readonly caseId: CaseId;
  readonly findings: readonly (Pick<CaseFinding, 'check' | 'message' | 'overridden'> & { readonly id: string })[];
};

describe('the overrides of version 0.1.0', () => {
  const expected = JSON.parse(readFileSync(join(FIXTURE, 'expected.json'), 'utf8')) as Expected;
  const { caseId } = expected;
  const storeDir = mkdtempSync(join(tmpdir(), 'imr-findings-'));
  let backend: Backend;
  const ask = async <M extends Method>(method: M, input: Input<M>): Promise<Output<M>> => {
    const reply = await backend.call(method, input);
    if (!reply.ok) throw new Error(`${method}: ${reply.error.message}`);
    return reply.value as never;
  };
  const reasons = async () =>
    (await ask('letter.check', { caseId, settled: true })).map(({ check, message, overridden }) => ({
      check,
      message,
      overridden,
    }));

  beforeAll(async () => {
    cpSync(join(FIXTURE, 'vault'), storeDir, { recursive: true });
    backend = await createBackend({ storeDir, assetsDir: ASSETS, parsers: 1 });
    await ask('vault.unlock', { passphrase: expected.passphrase });
  });
  afterAll(async () => {
    await backend.close();
    rmSync(storeDir, { recursive: true });
  });

  it('still stand, each with its finding', async () => {
    expect(await reasons()).toEqual(
      expected.findings.map(({ check, message, overridden }) => ({ check, message, overridden })),
    );
  });

  it('are taken back, replaced and undone like any other', async () => {
    const findings = await ask('letter.check', { caseId, settled: true });
    const [sunday, claims] = findings;
    await ask('letter.reopen', { caseId, id: sunday!.id });
    await ask('letter.override', { caseId, id: claims!.id, reason: 'Another reason.' });
    expect((await reasons()).slice(0, 3).map(({ overridden }) => overridden)).toEqual([
      null,
      'Another reason.',
      expected.findings[2]!.overridden,
    ]);
    await ask('change.undo', { caseId });
    await ask('change.undo', { caseId });
    expect((await reasons()).map(({ overridden }) => overridden)).toEqual(
      expected.findings.map(({ overridden }) => overridden),
    );
  });
});
