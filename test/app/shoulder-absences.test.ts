import { join } from 'node:path';
import type { CaseFinding } from '../../shared/check.ts';
import { soundLetter } from '../letters/support/sound-letter.ts';
import { openBackend, type OpenBackend } from '../support/open-backend.ts';
import { describeWith, SHARED } from '../support/optional.ts';
import { SHOULDER } from '../support/read-shoulder.ts';

const REPEATED =
  'There is no documentation of failure of a strengthening program. There is no documentation of a signed opioid agreement, urine drug screening or functional improvement.';

describeWith([SHOULDER], 'the denial of the shoulder case', () => {
  let desk: OpenBackend;
  let findings: readonly CaseFinding[] = [];
  beforeAll(async () => {
    desk = await openBackend();
    const caseId = await desk.newCase(soundLetter());
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
