import type { Input, Method, Output } from '../../shared/contract.ts';
import type { CaseId, DocumentId } from '../../shared/ids.ts';
import type { Reply } from '../../shared/reply.ts';
import { openBackend, type OpenBackend } from '../support/open-backend.ts';

let desk: OpenBackend;
let caseId: CaseId;
beforeAll(async () => {
  desk = await openBackend();
});
afterAll(() => desk.close());
beforeEach(async () => {
  caseId = await desk.newCase({ header: { decisionDate: '2017-03-21' } });
});

type Page = <M extends Method>(method: M, input: Input<M>) => Promise<Reply<Output<M>>>;

/** Two pages that have read the case as it stands now, and read nothing of it again. */
const twoPages = async (): Promise<readonly [Page, Page]> => {
  const reply = await desk.backend.call('case.show', { caseId });
  const revision = reply.ok ? (reply.revision ?? 0) : 0;
  const page =
    (client: string): Page =>
    async (method, input) =>
      (await desk.backend.call(method, input, undefined, { revision, client })) as Reply<never>;
  return [page('one'), page('other')];
};

const facts = async () => (await desk.ask('case.show', { caseId })).facts;
const items = () => desk.ask('item.list', { caseId });

describe('two changes of two fields, made from the same state, both stand', () => {
  it('in the case block, the reviewer and the fields of the cover page', async () => {
    const [one, other] = await twoPages();
    for (const [page, change] of [
      [one, { header: { caseNumber: 'CM17-0000001' } }],
      [other, { header: { dateOfInjury: '2016-11-14' } }],
      [one, { reviewer: { licensure: 'Texas' } }],
      [other, { reviewer: { specialty: 'Occupational Medicine' } }],
      [one, { coverFields: { worker: 'R. Example' } }],
      [other, { coverFields: { employer: 'Example Works' } }],
    ] as const)
      expect(await page('case.update', { caseId, facts: change })).toMatchObject({ ok: true });
    expect(await facts()).toMatchObject({
      header: { caseNumber: 'CM17-0000001', dateOfInjury: '2016-11-14', decisionDate: '2017-03-21' },
      reviewer: { licensure: 'Texas', specialty: 'Occupational Medicine' },
      coverFields: { worker: 'R. Example', employer: 'Example Works' },
    });
  });

  it('among the requests that are not in dispute', async () => {
    const [one, other] = await twoPages();
    await one('case.dispute', { caseId, headings: ['MRI'], isDisputed: false });
    await other('case.dispute', { caseId, headings: ['EKG'], isDisputed: false });
    expect((await facts()).notDisputed).toEqual(['MRI', 'EKG']);
    await one('case.dispute', { caseId, headings: ['MRI'], isDisputed: true });
    expect((await facts()).notDisputed).toEqual(['EKG']);
  });

  it('among the notes on the evidence of an item', async () => {
    await desk.ask('record.import', { caseId, files: [await desk.offerText('note.txt', 'Seen for low back pain.')] });
    const [record] = await desk.ask('record.list', { caseId });
    const { id } = await desk.ask('item.add', { caseId, item: { heading: 'MRI' } });
    const spanOf = (start: number, quote: string) => ({
      record: record!.id,
      page: 1,
      start,
      end: start + quote.length,
      quote,
    });
    const [seen, pain] = [spanOf(0, 'Seen'), spanOf(18, 'pain')];
    const [one, other] = await twoPages();
    await one('item.cite', { caseId, id, span: seen });
    await other('item.cite', { caseId, id, span: pain, rationale: 'He has pain.' });
    expect(await one('item.note', { caseId, id, span: seen, note: 'by whom?' })).toMatchObject({ ok: true });
    expect(await other('item.note', { caseId, id, span: pain, note: 'where?' })).toMatchObject({ ok: true });
    expect((await items())[0]).toMatchObject({
      rationale: 'He has pain.',
      evidence: [
        { span: seen, note: 'by whom?' },
        { span: pain, note: 'where?' },
      ],
    });
    expect(await other('item.note', { caseId, id, span: seen, note: 'by me' })).toMatchObject({
      error: { code: 'stale' },
    });
    await one('item.uncite', { caseId, id, span: seen });
    expect((await items())[0]!.evidence.map(({ note }) => note)).toEqual(['where?']);
  });

  it('among the fields in the words of an item', async () => {
    const { id } = await desk.ask('item.add', { caseId, item: { heading: 'Tramadol 50mg #60' } });
    const [one] = await twoPages();
    await Promise.all([
      one('item.write', { caseId, id, field: 'count', value: '90' }),
      one('item.write', { caseId, id, field: 'strength', value: '100 mg' }),
    ]);
    expect((await items())[0]!.heading).toBe('Tramadol 100 mg #90');
  });

  it('among the credentials of the reviewer', async () => {
    const { id: texas } = await desk.ask('credential.add', { kind: 'license' });
    const { id: spine } = await desk.ask('credential.add', { kind: 'certification' });
    await desk.ask('credential.edit', { id: texas, change: { name: 'Texas' } });
    await desk.ask('credential.edit', { id: spine, change: { name: 'Spine Surgery' } });
    await desk.ask('credential.edit', { id: texas, change: { expires: '2031-05-01' } });
    const credentials = async () => (await desk.ask('settings.show', {})).credentials;
    expect(await credentials()).toEqual([
      { id: texas, kind: 'license', name: 'Texas', expires: '2031-05-01' },
      { id: spine, kind: 'certification', name: 'Spine Surgery', expires: '' },
    ]);
    await desk.ask('credential.remove', { id: texas });
    expect((await credentials()).map(({ id }) => id)).toEqual([spine]);
    expect(await desk.refusal('credential.edit', { id: texas, change: { name: 'Nevada' } })).toMatchObject({
      code: 'not-found',
    });
  });
});

it('a change of the same field is refused as stale to the page that has not seen the other one, and not to the same', async () => {
  const [one, other] = await twoPages();
  const number = (page: Page, caseNumber: string) => page('case.update', { caseId, facts: { header: { caseNumber } } });
  expect(await number(one, 'CM17-0000001')).toMatchObject({ ok: true });
  expect(await number(one, 'CM17-0000002')).toMatchObject({ ok: true });
  expect(await number(other, 'CM17-0000003')).toMatchObject({ ok: false, error: { code: 'stale' } });
  expect((await facts()).header.caseNumber).toBe('CM17-0000002');
});

it('an edit does not overwrite what the rest of its own page has done since', async () => {
  await desk.ask('summary.write', { caseId, text: 'He fell.' });
  const shown = await desk.backend.call('summary.show', { caseId });
  const from = { revision: shown.ok ? (shown.revision ?? 0) : 0, client: 'page', edit: 'summary' };
  const type = (text: string) => desk.backend.call('summary.write', { caseId, text }, undefined, from);
  expect(await type('He fell down.')).toMatchObject({ ok: true });
  expect(await type('He fell down the stairs.')).toMatchObject({ ok: true });
  await desk.backend.call('change.undo', { caseId }, undefined, { revision: 0, client: 'page' });
  expect(await type('He fell down the stairs again.')).toMatchObject({ ok: false, error: { code: 'stale' } });
});

describe('a record that was set right', () => {
  it('is taken back by undo, which says what and where', async () => {
    await desk.ask('record.import', { caseId, files: [await desk.offerText('note.txt', 'Seen for low back pain.')] });
    const record = async () => (await desk.ask('record.list', { caseId }))[0]!;
    const { id, title } = await record();
    await desk.ask('document.edit', {
      caseId,
      id: id as string as DocumentId,
      change: { title: 'Progress note', provider: 'Dr. Example' },
    });
    expect(await record()).toMatchObject({ title: 'Progress note', provider: 'Dr. Example' });
    expect(await desk.ask('change.undo', { caseId })).toEqual({ name: 'change of a record', room: 'records', id });
    expect(await record()).toMatchObject({ title });
  });
});

it('an entry is changed and accepted in one step, and taken back in one', async () => {
  const { id } = await desk.ask('timeline.add', {
    caseId,
    entry: {
      date: '2016-05',
      dateText: '05/16',
      dateKind: 'service',
      kind: 'visit',
      text: 'LEFT knee.',
      provider: '',
      reason: '',
      sources: [],
    },
  });
  await desk.ask('timeline.decide', { caseId, ids: [id], state: 'proposed' });
  const entry = async () => (await desk.ask('timeline.list', { caseId }))[0];
  await desk.ask('timeline.edit', { caseId, id, change: { text: 'RIGHT knee.' }, state: 'accepted' });
  expect(await entry()).toMatchObject({ text: 'RIGHT knee.', state: 'accepted', date: '2016-05' });
  // Where it is taken back is its visit's card.
  const { visit } = (await entry())!;
  expect(await desk.ask('change.undo', { caseId })).toEqual({
    name: 'change of an entry',
    room: 'timeline',
    id: visit,
  });
  expect(await entry()).toMatchObject({ text: 'LEFT knee.', state: 'proposed' });
});
