import { readDocxText } from '../support/read-docx-text.ts';
import type { FindingName } from '../../shared/finding-kinds.ts';
import type { CaseId } from '../../shared/ids.ts';
import { foldSpace } from '../../shared/letter.ts';
import type { Worksheet } from '../../shared/worksheet.ts';
import { pdfText } from '../letters/support/published.ts';
import { soundLetter } from '../letters/support/sound-letter.ts';
import { openBackend, type OpenBackend } from '../support/open-backend.ts';

let desk: OpenBackend;
let caseId: CaseId;
beforeAll(async () => {
  desk = await openBackend({ now: () => new Date('2017-03-21T12:00:00') });
});
afterAll(() => desk.close());
beforeEach(async () => {
  caseId = await desk.newCase(soundLetter());
});

const force = 'a test';
const exported = (more: { issue?: { reason?: string }; format?: 'docx' | 'pdf'; form?: '2014' | '2016' } = {}) =>
  desk.written((target) => desk.ask('letter.export', { caseId, target, force, ...more }));
const again = (version: number, format: 'docx' | 'pdf' = 'docx') =>
  desk.written((target) => desk.ask('letter.exportIssued', { caseId, version, format, target }));
const refused = async (more: object) =>
  desk.refusal('letter.export', {
    caseId,
    target: await desk.offer({ kind: 'download', name: 'x.docx' }),
    force,
    ...more,
  });
const changeRationale = async (rationale: string): Promise<void> => {
  const [first] = await desk.ask('item.list', { caseId });
  await desk.ask('item.edit', { caseId, id: first!.id, change: { rationale } });
};

describe('a letter that is issued', () => {
  it('is kept to the byte, and an unchanged one goes out again as it was', async () => {
    const { bytes, answer } = await exported({ issue: {} });
    expect(answer.version).toBe(1);
    expect((await exported()).bytes).toEqual(bytes);
    expect((await exported({ issue: {} })).answer.version).toBe(1);
    expect(await desk.ask('letter.issued', { caseId })).toMatchObject([
      { version: 1, form: '2016', sha256: answer.sha256, reason: '', isCurrent: true },
    ]);
  });

  it('is not changed by a change of the case: the change goes out as a correction with its reason', async () => {
    const first = await exported({ issue: {} });
    await changeRationale('Another reason altogether. It is not medically necessary.');
    expect(await desk.ask('letter.issued', { caseId })).toMatchObject([{ isCurrent: false }]);
    expect(await refused({})).toMatchObject({
      code: 'refused',
      message: expect.stringMatching(/issued on 2017-03-21 \(version 1\) and has changed since/u),
    });
    expect(await refused({ issue: { reason: ' ' } })).toMatchObject({
      code: 'invalid',
      message: expect.stringMatching(/reason for the correction/u),
    });
    const second = await exported({ issue: { reason: 'The wrong rationale stood there.' } });
    expect(second.answer.version).toBe(2);
    expect((await again(1)).bytes).toEqual(first.bytes);
    expect((await again(2)).bytes).toEqual(second.bytes);
    expect((await desk.ask('letter.issued', { caseId })).map(({ version, reason }) => [version, reason])).toEqual([
      [1, ''],
      [2, 'The wrong rationale stood there.'],
    ]);
    expect(foldSpace(await pdfText((await again(1, 'pdf')).bytes))).not.toContain('Another reason altogether');
  });

  it('leaves the other form free, and drafts too while nothing is issued', async () => {
    await exported();
    await changeRationale('Other words. It is not medically necessary.');
    expect((await exported()).answer.version).toBeNull();
    await exported({ issue: {} });
    expect((await exported({ form: '2014' })).answer.version).toBeNull();
  });

  it('survives undo, which takes back drafts and never what was issued', async () => {
    await changeRationale('Words before. It is not medically necessary.');
    await exported({ issue: {}, format: 'pdf' });
    await desk.ask('change.undo', { caseId });
    expect(await desk.ask('letter.issued', { caseId })).toHaveLength(1);
    expect(readDocxText((await again(1)).bytes)).toContain('Words before.');
    expect(
      await desk.refusal('letter.exportIssued', {
        caseId,
        version: 9,
        format: 'docx',
        target: await desk.offer({ kind: 'download', name: 'x' }),
      }),
    ).toMatchObject({ code: 'not-found' });
  });

  it('stands among the reviewer’s own precedents until its case is erased', async () => {
    const before = (await desk.ask('precedent.list', {})).length;
    const id = await desk.newCase({
      ...soundLetter(),
      header: { ...soundLetter().header, caseNumber: 'CM17-0555555' },
    });
    const target = await desk.offer({ kind: 'download', name: 'x.docx' });
    await desk.ask('letter.export', { caseId: id, target, force, issue: {} });
    expect(
      (await desk.ask('precedent.list', {})).filter(({ caseNumber }) => caseNumber === 'CM17-0555555'),
    ).toMatchObject([{ isOwn: true, items: 3 }]);
    await desk.ask('case.erase', { caseId: id });
    expect(await desk.ask('precedent.list', {})).toHaveLength(before);
  });
});

describe('the grounds of a citation', () => {
  const outside = { form: 'other' as const, other: 'ODG Knee, MRI' };
  const worksheet: Worksheet = {
    recommendations: [
      {
        source: 'MTUS Knee Complaints',
        says: 'against',
        question: 'diagnosis',
        design: 'Expert opinion or consensus',
        year: '2004',
        quality: '',
      },
      {
        source: 'ODG Knee',
        says: 'for',
        question: 'diagnosis',
        design: 'Cohort study',
        year: '2015',
        quality: 'such workers',
      },
    ],
    prevailing: 1,
    reason: 'A cohort outweighs an opinion.',
  };
  const found = async (): Promise<FindingName[]> =>
    (await desk.ask('letter.check', { caseId })).map(({ name }) => name);
  const mri = async () => (await desk.ask('item.list', { caseId }))[1]!;

  it('outside the MTUS are asked for, mended with the reviewer’s own words, and enough once they stand in the rationale', async () => {
    const { id } = await mri();
    await desk.ask('item.edit', {
      caseId,
      id,
      change: { reviewer: outside, outsideReason: 'ACOEM speaks of the back alone.' },
    });
    const [finding] = (await desk.ask('letter.check', { caseId })).filter(
      ({ name }) => name === 'missing-outside-reason',
    );
    expect(finding?.mend?.to).toBe('ACOEM speaks of the back alone.');
    await desk.ask('letter.mend', { caseId, id: finding!.id });
    expect((await mri()).rationale).toMatch(/ACOEM speaks of the back alone\.$/u);
    expect(await found()).not.toContain('missing-outside-reason');
  });

  it('that compete are asked to be weighed until a worksheet weighs them, and its weighing is told in the evidence report', async () => {
    const { id, rationale } = await mri();
    const words = `The MTUS does not recommend imaging here; however, ODG recommends an MRI. ${rationale}`;
    await desk.ask('item.edit', {
      caseId,
      id,
      change: {
        rationale: words,
        reviewer: {
          form: 'mtus-and-other',
          mtus: [{ chapter: 'Knee Complaints', year: '2004', sections: 'Special Studies' }],
          other: 'ODG Knee, MRI',
        },
      },
    });
    expect(await found()).toContain('unweighed-evidence');
    await desk.ask('item.edit', { caseId, id, change: { worksheet: { ...worksheet, prevailing: null } } });
    expect(await found()).toContain('unweighed-evidence');
    await desk.ask('item.edit', { caseId, id, change: { worksheet } });
    expect(await found()).not.toContain('unweighed-evidence');
    const { bytes } = await desk.written((target) =>
      desk.ask('letter.exportBeside', { caseId, part: 'evidence', format: 'docx', target }),
    );
    expect(readDocxText(bytes)).toContain('A cohort outweighs an opinion.');
    await desk.ask('change.undo', { caseId });
    expect((await mri()).worksheet).toBeNull();
  });
});
