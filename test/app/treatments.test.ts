import type { CaseId } from '../../shared/ids.ts';
import { soundLetter } from '../letters/support/sound-letter.ts';
import { openBackend, type OpenBackend } from '../support/open-backend.ts';

const NOTES = [
  'PROGRESS REPORT (PR-2)\nDate of exam: 05/16/2016\nAlex Example, MD\nSubjective: Low back pain 7/10.\nPlan: Start tramadol 50 mg twice a day #60.',
  'PROGRESS REPORT (PR-2)\nDate of exam: 06/20/2016\nAlex Example, MD\nSubjective: Pain 7/10, reduced to 5/10 with tramadol. Some nausea from tramadol.\nPlan: Continue tramadol 50 mg #60.',
].join('\f');

describe('the treatments of a case', () => {
  let desk: OpenBackend;
  let caseId: CaseId;
  beforeAll(async () => {
    desk = await openBackend();
    caseId = await desk.newCase(soundLetter());
    await desk.ask('record.import', { caseId, files: [await desk.offerText('notes.txt', NOTES)] });
    await desk.ask('timeline.propose', { caseId });
  });
  afterAll(() => desk.close());

  it('are none before anything is accepted, and are there as soon as it is', async () => {
    expect(await desk.ask('treatment.list', { caseId })).toEqual([]);
    const facts = await desk.ask('timeline.list', { caseId });
    await desk.ask('timeline.decide', { caseId, ids: facts.map(({ id }) => id), state: 'accepted' });
    expect(await desk.ask('treatment.list', { caseId })).toMatchObject([
      { id: 'drug tramadol', from: '2016-05-16', to: '2016-06-20', sideEffects: [{ date: '2016-06-20' }] },
    ]);
  });

  it('follow the timeline: what is thrown out there is gone here', async () => {
    const facts = await desk.ask('timeline.list', { caseId });
    const nausea = facts.find(({ text }) => text.includes('nausea'))!;
    await desk.ask('timeline.decide', { caseId, ids: [nausea.id], state: 'rejected' });
    expect(await desk.ask('treatment.list', { caseId })).toMatchObject([{ sideEffects: [] }]);
    await desk.ask('change.undo', { caseId });
    expect(await desk.ask('treatment.list', { caseId })).toMatchObject([{ sideEffects: [{ date: '2016-06-20' }] }]);
  });

  it('go into a rationale with their evidence in one step, which agrees with it and is taken back as one', async () => {
    const before = (await desk.ask('item.list', { caseId }))[0]!;
    await desk.ask('treatment.cite', { caseId, id: 'drug tramadol', itemId: before.id });
    const after = (await desk.ask('item.list', { caseId }))[0]!;
    expect(after.rationale).toContain('On 06/20/16, the injured worker had some nausea from tramadol.');
    expect(after.rationale.endsWith(before.rationale.slice(-40))).toBe(true);
    expect(after.evidence.map(({ span, note }) => [span.page, note])).toEqual([
      [1, 'Tramadol'],
      [2, 'Tramadol'],
      [2, 'Tramadol'],
      [2, 'Tramadol'],
    ]);
    const findings = await desk.ask('letter.check', { caseId, settled: true });
    const words = 'the injured worker had some nausea from tramadol';
    expect(findings.filter(({ name, quote = '' }) => name === 'rationale-differs' && quote.includes(words))).toEqual(
      [],
    );
    await desk.ask('change.undo', { caseId });
    expect((await desk.ask('item.list', { caseId }))[0]).toEqual(before);
  });

  it('are put in once, however often that is asked for', async () => {
    const { id: itemId } = (await desk.ask('item.list', { caseId }))[0]!;
    await desk.ask('treatment.cite', { caseId, id: 'drug tramadol', itemId });
    const once = await desk.ask('item.list', { caseId });
    await desk.ask('treatment.cite', { caseId, id: 'drug tramadol', itemId });
    expect(await desk.ask('item.list', { caseId })).toEqual(once);
  });

  it('cannot be cited when no accepted fact speaks of them', async () => {
    const { id: itemId } = (await desk.ask('item.list', { caseId }))[0]!;
    expect(await desk.refusal('treatment.cite', { caseId, id: 'drug ibuprofen', itemId })).toMatchObject({
      code: 'not-found',
    });
  });
});
