import { join } from 'node:path';
import type { Backend } from '../../main/app/backend/backend.ts';
import type { CaseId, DocumentId, PageId } from '../../shared/ids.ts';
import type { AppEvent } from '../../shared/app-event.ts';
import type { Topic } from '../../shared/topic.ts';
import { openBackend, type OpenBackend } from '../support/open-backend.ts';
import { SHARED, describeWith, wantShared } from '../support/optional.ts';

const NOTE = `PRIMARY TREATING PHYSICIAN PROGRESS REPORT (PR-2)
Date of exam: 06/10/2014
Provider: Ottoline Brackenbury, MD
Patient: Peregrine Nightshade
Date of injury: 05/24/2014

SUBJECTIVE: The patient reports left knee pain rated 7/10.
OBJECTIVE: McMurray is positive on the left.
DIAGNOSIS: Left knee strain.
`;

let desk: OpenBackend;
let caseId: CaseId;

const importText = async (name: string, text: string): Promise<void> => {
  await desk.ask('record.import', { caseId, files: [await desk.offerText(name, text)] });
};

/** Calls as a page does that has seen the case at a revision. */
const callAs = (
  client: string,
  revision: number,
  ...[method, input]: Parameters<Backend['call']>
): ReturnType<Backend['call']> => desk.backend.call(method, input, undefined, { revision, client });

beforeEach(async () => {
  desk = await openBackend();
  caseId = await desk.newCase({});
});
afterEach(() => desk.close());

describe('a change of one field', () => {
  it('keeps the other values of the case block and of the reviewer', async () => {
    await desk.ask('case.update', {
      caseId,
      facts: { header: { dateOfInjury: '2014-05-24', urDenialDate: '2014-06-25', priority: 'Standard' } },
    });
    await desk.ask('case.update', { caseId, facts: { header: { caseNumber: 'CM14-0012345' } } });
    await desk.ask('case.update', { caseId, facts: { reviewer: { licensure: 'California' } } });
    await desk.ask('case.update', { caseId, facts: { reviewer: { specialty: 'Orthopedic Surgery' } } });
    const { facts } = await desk.ask('case.show', { caseId });
    expect(facts.header).toMatchObject({
      caseNumber: 'CM14-0012345',
      dateOfInjury: '2014-05-24',
      urDenialDate: '2014-06-25',
      priority: 'Standard',
    });
    expect(facts.reviewer).toEqual({ licensure: 'California', specialty: 'Orthopedic Surgery' });
  });

  it('is one step of undo with its name and its place', async () => {
    await importText('note.txt', NOTE);
    const [record] = await desk.ask('record.list', { caseId });
    await desk.ask('document.edit', {
      caseId,
      id: record!.id as string as DocumentId,
      change: { title: 'Report of June' },
    });
    expect(await desk.ask('change.undo', { caseId })).toEqual({
      name: 'change of a record',
      room: 'records',
      id: record!.id,
    });
    expect((await desk.ask('record.list', { caseId }))[0]).toEqual(record);
  });

  it('saves and accepts an entry as one step of undo', async () => {
    await importText('note.txt', NOTE);
    const [entry] = await desk.ask('timeline.list', { caseId });
    await desk.ask('timeline.edit', { caseId, id: entry!.id, change: { text: 'The knee hurt.' }, state: 'accepted' });
    expect((await desk.ask('timeline.list', { caseId })).find(({ id }) => id === entry!.id)).toMatchObject({
      text: 'The knee hurt.',
      state: 'accepted',
    });
    await desk.ask('change.undo', { caseId });
    expect((await desk.ask('timeline.list', { caseId })).find(({ id }) => id === entry!.id)).toEqual(entry);
  });
});

describe('what a person has touched', () => {
  const typeOver = async (text: string): Promise<void> => {
    const [page] = await desk.ask('page.list', { caseId });
    await desk.ask('page.type', { caseId, pageId: page!.id as PageId, text });
    await desk.ask('timeline.propose', { caseId });
  };

  it('is not taken back by a later reading of its page', async () => {
    await importText('note.txt', NOTE);
    const entries = await desk.ask('timeline.list', { caseId });
    const knee = entries.find(({ text }) => /McMurray/.test(text))!;
    await desk.ask('timeline.edit', { caseId, id: knee.id, change: { text: 'The McMurray test was positive.' } });
    await typeOver(NOTE.replace(/OBJECTIVE.*\n/u, ''));
    expect((await desk.ask('timeline.list', { caseId })).find(({ id }) => id === knee.id)).toMatchObject({
      text: 'The McMurray test was positive.',
      state: 'proposed',
    });
  });

  it('is not taken back either where it was undone, and what nobody touched goes', async () => {
    await importText('note.txt', NOTE);
    const before = await desk.ask('timeline.list', { caseId });
    await typeOver(NOTE.replace(/OBJECTIVE.*\n/u, ''));
    const after = await desk.ask('timeline.list', { caseId });
    expect(before.some(({ text }) => /McMurray/.test(text))).toBe(true);
    expect(after.some(({ text }) => /McMurray/.test(text))).toBe(false);
  });
});

describe('two pages on one case', () => {
  const revision = async (): Promise<number> => {
    const reply = await desk.backend.call('item.list', { caseId });
    return (reply.ok && reply.revision) || 0;
  };

  it('lose nothing of each other: a field that both changed is refused to the second, and none is to its own writer', async () => {
    const { id } = await desk.ask('item.add', { caseId, item: { heading: 'Brace', rationale: '' } });
    const seen = await revision();
    expect(await callAs('one', seen, 'item.edit', { caseId, id, change: { heading: 'Knee brace' } })).toMatchObject({
      ok: true,
    });
    expect(await callAs('one', seen, 'item.edit', { caseId, id, change: { heading: 'A knee brace' } })).toMatchObject({
      ok: true,
    });
    expect(await callAs('two', seen, 'item.edit', { caseId, id, change: { heading: 'Back brace' } })).toMatchObject({
      ok: false,
      error: { code: 'stale' },
    });
    expect(await callAs('two', seen, 'item.edit', { caseId, id, change: { decision: 'Upheld' } })).toMatchObject({
      ok: true,
    });
    expect((await desk.ask('item.list', { caseId }))[0]).toMatchObject({ heading: 'A knee brace', decision: 'Upheld' });
  });

  it('write in one rationale at once, in other sentences', async () => {
    const rationale = 'The knee was painful. The brace is asked for. The request is medically necessary.';
    const { id } = await desk.ask('item.add', { caseId, item: { heading: 'Brace', rationale } });
    const seen = await revision();
    const edit = (client: string, from: string, to: string) =>
      callAs(client, seen, 'item.edit', { caseId, id, change: { rationale: rationale.replace(from, to) } });
    expect(await edit('one', 'painful', 'painful and swollen')).toMatchObject({ ok: true });
    expect(await edit('two', 'medically necessary', 'not medically necessary')).toMatchObject({ ok: true });
    expect(await edit('two', 'was painful', 'was stiff')).toMatchObject({ ok: false, error: { code: 'stale' } });
    expect((await desk.ask('item.list', { caseId }))[0]!.rationale).toBe(
      'The knee was painful and swollen. The brace is asked for. The request is not medically necessary.',
    );
  });
});

describe('two pages on one summary', () => {
  const TEXT = 'The knee was painful. The brace was asked for. The request was denied.';
  const shown = async (): Promise<string> =>
    (await desk.ask('summary.show', { caseId })).map(({ text }) => text).join(' ');

  it('write in other sentences at once, and the same sentence is refused to the second', async () => {
    await desk.ask('summary.write', { caseId, text: TEXT });
    const reply = await desk.backend.call('summary.show', { caseId });
    const seen = (reply.ok && reply.revision) || 0;
    const write = (client: string, text: string) => callAs(client, seen, 'summary.write', { caseId, text });
    expect(await write('one', TEXT.replace('painful', 'painful and stiff'))).toMatchObject({ ok: true });
    expect(await write('two', TEXT.replace('denied', 'denied on 06/25/14'))).toMatchObject({ ok: true });
    expect(await write('two', TEXT.replace('denied', 'denied on 06/26/14'))).toMatchObject({ ok: true });
    expect(await write('two', TEXT.replace('painful', 'swollen'))).toMatchObject({ error: { code: 'stale' } });
    expect(await shown()).toBe(
      'The knee was painful and stiff. The brace was asked for. The request was denied on 06/26/14.',
    );
  });

  it('keep a sentence that the other adds or takes out', async () => {
    await desk.ask('summary.write', { caseId, text: TEXT });
    const reply = await desk.backend.call('summary.show', { caseId });
    const seen = (reply.ok && reply.revision) || 0;
    const write = (client: string, text: string) => callAs(client, seen, 'summary.write', { caseId, text });
    expect(await write('one', TEXT.replace('The request was denied.', ''))).toMatchObject({ ok: true });
    expect(await write('two', `He fell. ${TEXT}`)).toMatchObject({ ok: true });
    expect(await shown()).toBe('He fell. The knee was painful. The brace was asked for.');
  });
});

describe('what a change is said to touch', () => {
  it('follows from what was written, and an answer from what it read', async () => {
    const heard: Topic[][] = [];
    desk.backend.subscribe((event: AppEvent) => {
      if (event.event === 'data.changed') heard.push([...event.topics].sort());
    });
    await desk.ask('item.add', { caseId, item: { heading: 'Brace' } });
    expect(heard).toEqual([['cases', 'history', 'items']]);
    const restsOn = async (method: string): Promise<readonly Topic[]> => {
      const reply = await desk.backend.call(method, { caseId });
      return (reply.ok && reply.restsOn) || [];
    };
    expect(await restsOn('item.list')).toEqual(['items']);
    expect(await restsOn('timeline.list')).toEqual(['timeline']);
    expect(await restsOn('letter.check')).toEqual(
      expect.arrayContaining(['case', 'items', 'summary', 'settings', 'records', 'readings', 'background']),
    );
  });

  it('leaves nothing where a command writes nothing', async () => {
    const heard: AppEvent[] = [];
    desk.backend.subscribe((event) => heard.push(event));
    const before = await desk.ask('case.show', { caseId });
    await desk.ask('item.reorder', { caseId, ids: [] });
    expect(heard).toEqual([]);
    expect(await desk.ask('case.show', { caseId })).toEqual(before);
  });
});

describeWith([wantShared('cases/shoulder')], 'an entry for words in a bundle', () => {
  it('has date and provider of the record on whose page they stand', async () => {
    const [file] = await desk.backend.offer([
      { kind: 'path', path: join(SHARED, 'cases', 'shoulder', 'files', 'ALL RECORDS.pdf') },
    ]);
    await desk.ask('record.import', { caseId, files: [file!] });
    const pages = await desk.ask('page.list', { caseId });
    const { text, record } = await desk.ask('page.show', { caseId, pageId: pages[13]!.id });
    const quote = text.split('\n').findLast((line) => /[a-z]{4} [a-z]{4}/.test(line))!;
    const start = text.indexOf(quote);
    const draft = await desk.ask('timeline.draft', {
      caseId,
      span: { record, page: 14, start, end: start + quote.length, quote },
    });
    expect(draft).toMatchObject({ date: '2016-08-15', provider: 'Hollis Grant, MD' });
  });
});
