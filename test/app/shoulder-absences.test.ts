import { join } from 'node:path';
import type { CaseId } from '../../shared/ids.ts';
import type { CaseFinding } from '../../shared/check.ts';
import { soundLetter } from '../letters/support/sound-letter.ts';
import { openBackend, type OpenBackend } from '../support/open-backend.ts';
import { describeWith, SHARED } from '../support/optional.ts';
import { SHOULDER } from '../support/read-shoulder.ts';

const REPEATED =
  'There is no documentation of failure of a strengthening program. There is no documentation of a signed opioid agreement, urine drug screening or functional improvement.';

describeWith([SHOULDER], 'the denial of the shoulder case', () => {
  let desk: OpenBackend;
  let caseId: CaseId;
  let findings: readonly CaseFinding[] = [];
  beforeAll(async () => {
    desk = await openBackend();
    const letter = soundLetter();
    caseId = await desk.newCase({ ...letter, header: { ...letter.header, dateOfInjury: '2016-03-07' } });
    const files = await desk.offer({ kind: 'path', path: join(SHARED, 'cases', 'shoulder', 'files') });
    await desk.ask('record.import', { caseId, files: [files] });
    const [item] = await desk.ask('item.list', { caseId });
    await desk.ask('item.edit', { caseId, id: item!.id, change: { rationale: REPEATED } });
    findings = (await desk.ask('letter.check', { caseId, settled: true })).filter(({ check }) => check === 32);
  }, 120_000);
  afterAll(() => desk.close());

  const placesOf = (name: CaseFinding['name'], term: string): string[] =>
    findings
      .filter((one) => one.name === name && 'term' in one.values && one.values.term === term)
      .flatMap(({ places = [] }) => places.map(({ page, quote }) => `${quote.slice(0, 30)} ${String(page)}`));

  it.each(['contradicted-denial', 'contradicted-absence'] as const)(
    'is false of strengthening and of drug screening, with the pages: %s',
    (name) => {
      expect(placesOf(name, 'failure of a strengthening program')).toEqual(
        expect.arrayContaining(
          [22, 23, 24, 25, 26, 27].map((page) => expect.stringMatching(`strengthening.* ${page}$`)),
        ),
      );
      expect(placesOf(name, 'urine drug screening')).toEqual(
        expect.arrayContaining([expect.stringMatching(/drug screen 11$/i), expect.stringMatching(/drug screen 1$/i)]),
      );
    },
  );

  it('stands beside two true copies, and no false one', async () => {
    const twins = await desk.ask('duplicate.list', { caseId });
    expect(twins.map(({ a, b }) => [a.from, a.to, b.from, b.to])).toEqual([
      [49, 52, 53, 56],
      [14, 15, 57, 58],
    ]);
  });

  it('stands beside one contradiction, of the side, and records of persons whose age does not fit', async () => {
    const found = await desk.ask('oddity.list', { caseId });
    const contradictions = found.filter(({ kind }) => kind === 'contradiction');
    expect(contradictions.map(({ places }) => places.map(({ span }) => [span.page, span.quote]))).toEqual([
      [
        [14, 'RIGHT'],
        [57, 'LEFT'],
      ],
    ]);
    expect(found.filter(({ kind }) => kind === 'identity').map(({ text }) => text)).toEqual([
      expect.stringMatching(/^\d+ records of Bayshore Family Medicine tell of persons of another age or sex/u),
      'Medical-legal report tells of a person of 42 years, female; by the birth date it would be 41.',
    ]);
    expect(found.filter(({ kind }) => kind === 'missing-record' || kind === 'gap')).toEqual([]);
    const [{ id }] = contradictions as [(typeof contradictions)[0]];
    expect(await desk.refusal('oddity.dismiss', { caseId, id, reason: ' ' })).toMatchObject({ code: 'invalid' });
    await desk.ask('oddity.dismiss', { caseId, id, reason: 'Corrected by the addendum.' });
    const again = await desk.ask('oddity.list', { caseId });
    expect(again.find((one) => one.id === id)?.dismissed).toBe('Corrected by the addendum.');
    await desk.ask('change.undo', { caseId });
    expect((await desk.ask('oddity.list', { caseId })).find((one) => one.id === id)?.dismissed).toBeNull();
  });

  it('is right of the opioid agreement, which is named with the pages that could not be read', () => {
    expect(findings.filter(({ name }) => name === 'contradicted-denial').map(({ message }) => message)).toEqual([
      expect.not.stringContaining('opioid agreement'),
      expect.stringMatching(/No page documents signed opioid agreement and functional improvement; not relied on: /u),
    ]);
    expect(findings.find(({ name }) => name === 'unproven-absence')?.values).toMatchObject({
      terms: ['signed opioid agreement', 'functional improvement'],
    });
  });
});
