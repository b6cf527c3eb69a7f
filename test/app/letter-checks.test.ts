import type { CaseFinding } from '../../shared/check.ts';
import type { FindingName } from '../../shared/finding-kinds.ts';
import type { CaseId } from '../../shared/ids.ts';
import { CHECK_LIST } from '../../shared/check-list.ts';
import { readDocxText } from '../support/read-docx-text.ts';
import { soundLetter } from '../letters/support/sound-letter.ts';
import { openBackend, type OpenBackend } from '../support/open-backend.ts';

const PROGRESS = `PROGRESS REPORT (PR-2)
Patient: Orville Sampleman
DOB: 08/02/1975
Claim No: WC-558-1207
Date of visit: 01/20/2017
He reports catching and giving way of the left knee. He denies fever.
Seen by Ada Fictional, MD`;
const REVIEW = `UTILIZATION REVIEW DETERMINATION
Date of determination: 02/10/2017
Requested treatments:
1. MRI of the left knee: NON-CERTIFIED
2. Functional capacity evaluation: NON-CERTIFIED
There is no documentation of crepitus.`;

let desk: OpenBackend;
let caseId: CaseId;
beforeAll(async () => {
  desk = await openBackend({ now: () => new Date('2017-03-21T12:00:00') });
});
afterAll(() => desk.close());
beforeEach(async () => {
  caseId = await desk.newCase(soundLetter());
  await desk.ask('case.update', { caseId, facts: { attested: true, recordsComplete: '2017-03-01' } });
  await desk.ask('record.import', {
    caseId,
    files: [await desk.offerText('progress.txt', PROGRESS), await desk.offerText('review.txt', REVIEW)],
  });
});

const findings = (): Promise<CaseFinding[]> => desk.ask('letter.check', { caseId, settled: true });
const found = async (name: FindingName): Promise<CaseFinding[]> =>
  (await findings()).filter((finding) => finding.name === name);
const itemId = async (index: number) => (await desk.ask('item.list', { caseId }))[index]!.id;
const setRationale = async (index: number, rationale: string): Promise<void> => {
  await desk.ask('item.edit', { caseId, id: await itemId(index), change: { rationale } });
};
const rationaleOf = async (index: number): Promise<string> =>
  (await desk.ask('item.list', { caseId }))[index]!.rationale;

describe('the checks over a case and its records', () => {
  it('miss a request that the utilization review denied, add it, or take it that it is not in dispute', async () => {
    const [finding, ...others] = await found('undecided-request');
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      check: 13,
      values: { request: 'Functional capacity evaluation' },
      severity: 'block',
      mend: { part: { kind: 'items' } },
    });
    await desk.ask('letter.mend', { caseId, id: finding!.id });
    expect((await desk.ask('item.list', { caseId })).at(-1)?.heading).toBe('Functional capacity evaluation');
    await desk.ask('change.undo', { caseId });
    await desk.ask('case.dispute', { caseId, headings: ['Functional capacity evaluation'], isDisputed: false });
    expect(await found('undecided-request')).toEqual([]);
  });

  it('find who is named in the case file, and say what to write instead', async () => {
    await setRationale(
      1,
      `${await rationaleOf(1)} Mr. Sampleman, born on August 2, 1975, was seen by Dr. Fictional (WC-558-1207).`,
    );
    const told = await found('person-identified');
    expect(told.map(({ quote, mend }) => [quote, mend?.to ?? null]).sort()).toEqual([
      ['August 2, 1975', 'the age'],
      ['Fictional', 'the treating physician'],
      ['Sampleman', 'the injured worker'],
      ['WC-558-1207', 'the claim'],
    ]);
  });

  it('show the pages that mention what is said not to be documented, but not the reviewer who says the same', async () => {
    const before = await rationaleOf(1);
    await setRationale(1, `There is no documentation of giving way. There is no documentation of crepitus. ${before}`);
    expect(await found('contradicted-absence')).toMatchObject([
      {
        part: { kind: 'item', item: 1, name: 'rationale' },
        places: [{ page: 1, quote: 'giving way' }],
        values: { term: 'giving way', pages: [expect.stringMatching(/, page 1$/u)] },
      },
    ]);
    await setRationale(1, `There is no evidence of fever. ${before}`);
    expect(await found('contradicted-absence')).toEqual([]);
  });

  it('take the birth date, the clock, the records and the attestation from the case', async () => {
    await desk.ask('summary.write', { caseId, text: 'On 01-20-1970, he was seen.' });
    await desk.ask('case.update', { caseId, facts: { attested: false, recordsComplete: '2017-02-20' } });
    expect((await findings()).map(({ name, values }) => [name, values])).toEqual(
      expect.arrayContaining([
        ['date-before-birth', { written: '01-20-1970' }],
        ['due-soon', { due: '2017-03-22', days: 1 }],
        ['not-attested', {}],
        ['date-without-page', {}],
        ['uncited-records', { records: [expect.any(String), expect.any(String)] }],
      ]),
    );
  });
});

describe('what is done about a finding', () => {
  const plant = async (): Promise<CaseFinding> => {
    await desk.ask('case.dispute', { caseId, headings: ['Functional capacity evaluation'], isDisputed: false });
    await desk.ask('item.edit', { caseId, id: await itemId(1), change: { decision: 'Upheld' } });
    return (await found('contrary-closing'))[0]!;
  };
  const status = async (check: number) =>
    (await desk.ask('letter.checks', { caseId })).find((one) => one.check === check);

  it('is an override with its reason, kept with the finding wherever its item stands, and undone like any change', async () => {
    const finding = await plant();
    expect(await desk.refusal('letter.override', { caseId, id: finding.id, reason: ' ' })).toMatchObject({
      code: 'invalid',
    });
    await desk.ask('letter.override', { caseId, id: finding.id, reason: 'A trial.' });
    const ids = (await desk.ask('item.list', { caseId })).map(({ id }) => id);
    await desk.ask('item.reorder', { caseId, ids: [ids[1]!, ids[0]!, ids[2]!] });
    expect(await found('contrary-closing')).toMatchObject([
      { id: finding.id, part: { item: 0, name: 'rationale' }, overridden: 'A trial.' },
    ]);
    expect(await status(29)).toMatchObject({ state: 'overridden', findings: [finding.id] });
    await desk.ask('change.undo', { caseId });
    await desk.ask('change.undo', { caseId });
    expect(await found('contrary-closing')).toMatchObject([{ overridden: null }]);
    expect(await status(29)).toMatchObject({ state: 'found' });
  });

  it('falls with what it was about: another decision word on the same item is another finding', async () => {
    const finding = await plant();
    await desk.ask('letter.override', { caseId, id: finding.id, reason: 'A trial.' });
    await setRationale(1, 'Therefore, an MRI of the left knee is medically necessary in every way.');
    expect(await found('contrary-closing')).toMatchObject([{ overridden: null }]);
    await desk.ask('letter.reopen', { caseId, id: finding.id });
  });

  it('is a mend that settles it, or a sentence that there is none', async () => {
    const finding = await plant();
    await desk.ask('letter.mend', { caseId, id: finding.id });
    expect(await found('contrary-closing')).toEqual([]);
    await desk.ask('case.update', { caseId, facts: { attested: false } });
    expect(await desk.refusal('letter.mend', { caseId, id: (await found('not-attested'))[0]!.id })).toMatchObject({
      code: 'refused',
    });
    expect(await desk.refusal('letter.mend', { caseId, id: 'none' })).toMatchObject({ code: 'not-found' });
  });

  it('refuses the export while it stands; forced, its reason is kept and told in the evidence report', async () => {
    await plant();
    const target = await desk.offer({ kind: 'download', name: 'x.docx' });
    expect(await desk.refusal('letter.export', { caseId, target })).toMatchObject({
      code: 'refused',
      message: expect.stringMatching(/1 blocking finding;.* 29\. /u),
    });
    const { answer } = await desk.written((to) =>
      desk.ask('letter.export', { caseId, target: to, force: 'The panel asked for it.' }),
    );
    expect(answer.overridden).toMatchObject([{ check: 29 }]);
    expect(await found('contrary-closing')).toMatchObject([{ overridden: 'The panel asked for it.' }]);
    const { bytes } = await desk.written((to) =>
      desk.ask('letter.exportBeside', { caseId, part: 'evidence', format: 'docx', target: to }),
    );
    expect(readDocxText(bytes)).toMatch(/Check 29: .*\n\s*Reason: The panel asked for it\./u);
  });
});

describe('the list of all checks', () => {
  it('holds every check of the specification once, with its state', async () => {
    const numbers = (await desk.ask('letter.checks', { caseId })).map(({ check }) => check);
    expect(numbers).toEqual(Object.values(CHECK_LIST).map(({ number }) => number));
  });

  it('says which stay silent on a case made from a published letter', async () => {
    const id = await desk.newCase(soundLetter(), 'published-letter');
    const silent = (await desk.ask('letter.checks', { caseId: id })).filter(({ state }) => state === 'silent');
    expect(silent.map(({ check }) => check)).toEqual(expect.arrayContaining([10, 11, 12, 17, 18, 40, 42]));
    expect(silent.every(({ reason }) => /\.$/u.test(reason))).toBe(true);
  });
});
