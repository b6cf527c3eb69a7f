import type { Input, Output } from '../../shared/contract.ts';
import type { CaseId, EntryId, SentenceId } from '../../shared/ids.ts';
import type { EntryDraft } from '../../shared/entry.ts';
import type { Letter } from '../../shared/letter.ts';
import { foldSpace } from '../../shared/letter.ts';
import { readDocxText } from '../support/read-docx-text.ts';
import { openBackend, type OpenBackend } from '../support/open-backend.ts';

const NOTE = `PROGRESS REPORT
Date of injury: 05/24/2014
Date of exam: 06/10/2014
He twisted the left knee on a stair.
He reported knee pain rated 7/10.
There was an effusion of the knee.
An MRI of the knee was requested.
`;

let desk: OpenBackend;
let caseId: CaseId;
let record: Output<'record.list'>[number]['id'];
beforeAll(async () => {
  desk = await openBackend();
});
afterAll(() => desk.close());
beforeEach(async () => {
  caseId = await desk.newCase({} as Input<'case.create'>['letter'] & Letter);
  const file = await desk.offerText('note.txt', NOTE);
  await desk.ask('record.import', { caseId, files: [file] });
  record = (await desk.ask('record.list', { caseId }))[0]!.id;
});

const spanOf = (quote: string) => {
  const start = NOTE.indexOf(quote);
  return { record, page: 1, start, end: start + quote.length, quote };
};
const add = async (date: string | null, text: string, change: Partial<EntryDraft> = {}): Promise<EntryId> =>
  (
    await desk.ask('timeline.add', {
      caseId,
      entry: {
        date,
        dateText: '',
        dateKind: 'service',
        kind: 'visit',
        text,
        provider: '',
        reason: '',
        sources: NOTE.includes(text) ? [spanOf(text)] : [],
        ...change,
      },
    })
  ).id;

const INJURY = 'He twisted the left knee on a stair.';
const PAIN = 'He reported knee pain rated 7/10.';
const EFFUSION = 'There was an effusion of the knee.';
const MRI = 'An MRI of the knee was requested.';
const addAll = async () => ({
  injury: await add('2014-05-24', INJURY, { kind: 'injury', dateKind: 'injury' }),
  pain: await add('2014-06-10', PAIN),
  effusion: await add('2014-06-10', EFFUSION),
  mri: await add('2014-06-17', MRI, { kind: 'request' }),
});

const show = () => desk.ask('summary.show', { caseId });
const compose = () => desk.ask('summary.compose', { caseId });
const write = (text: string) => desk.ask('summary.write', { caseId, text });
const edit = (id: EntryId, change: Partial<EntryDraft>) => desk.ask('timeline.edit', { caseId, id, change });
const decide = (ids: EntryId[], state: 'accepted' | 'rejected') => desk.ask('timeline.decide', { caseId, ids, state });
const settle = (sentence: SentenceId, choice: 'new' | 'mine') =>
  desk.ask('summary.settle', { caseId, sentence, choice });
const undo = () => desk.ask('change.undo', { caseId });
const texts = async (): Promise<string[]> => (await show()).map(({ text }) => text);
const prose = async (): Promise<string> => (await texts()).join(' ');
const quotes = (sentence: { readonly sources: readonly { readonly quote: string }[] }): string[] =>
  sentence.sources.map(({ quote }) => quote);
/** Types at a place as it is autosaved: after every `every` characters. */
const type = async (at: number, words: string, every: number): Promise<void> => {
  const before = await prose();
  for (let length = every; length < words.length + every; length += every)
    await write(before.slice(0, at) + words.slice(0, length) + before.slice(at));
};

const COMPOSED = [
  'On 05/24/14, the injured worker twisted the left knee on a stair.',
  'On 06/10/14, he reported knee pain rated 7/10.',
  'There was an effusion of the knee.',
  'On 06/17/14, an MRI of the knee was requested.',
];

describe('a corrected entry', () => {
  it('stands in the summary after an update, at its new place in date order', async () => {
    const { injury } = await addAll();
    expect((await compose()).map(({ text }) => text)).toEqual(COMPOSED);
    await edit(injury, { date: '2014-06-24', text: 'He twisted the right knee on a stair.' });
    await compose();
    expect(await prose()).not.toMatch(/left|05\/24/);
    expect((await texts()).at(-1)).toBe('On 06/24/14, he twisted the right knee on a stair.');
  });

  it('that is rejected takes its sentence out, and undo brings both back in two steps', async () => {
    const { effusion } = await addAll();
    const before = await compose();
    await decide([effusion], 'rejected');
    expect((await compose()).map(({ text }) => text)).toEqual([COMPOSED[0], COMPOSED[1], COMPOSED[3]]);
    await undo();
    await undo();
    expect(await show()).toEqual(before);
  });

  it('is told before any update, with what it said and says', async () => {
    const { injury } = await addAll();
    await compose();
    await edit(injury, { text: 'He twisted the right knee on a stair.' });
    const [first, ...others] = await show();
    expect(first).toMatchObject({
      text: COMPOSED[0],
      offered: 'On 05/24/14, the injured worker twisted the right knee on a stair.',
      behind: [
        {
          was: { date: '2014-05-24', text: INJURY },
          now: { date: '2014-05-24', text: 'He twisted the right knee on a stair.' },
        },
      ],
    });
    expect(others.every(({ behind, offered }) => behind.length === 0 && offered === null)).toBe(true);
  });

  it('whose sentence was edited is offered beside it, and overwrites nothing', async () => {
    const { injury, pain } = await addAll();
    await compose();
    await write((await prose()).replace('on a stair', 'on the stair of the shop').replace('rated 7/10', 'of 7/10'));
    await edit(injury, { text: 'He twisted the right knee on a stair.' });
    await compose();
    const [first, second] = await show();
    expect(first).toMatchObject({
      text: 'On 05/24/14, the injured worker twisted the left knee on the stair of the shop.',
      offered: 'On 05/24/14, the injured worker twisted the right knee on a stair.',
    });
    expect(second).toMatchObject({
      text: 'On 06/10/14, he reported knee pain of 7/10.',
      offered: null,
      entries: [pain],
    });
  });

  it('is settled by the new words or the old, each one step of undo', async () => {
    const { injury } = await addAll();
    const [{ id } = { id: '' as SentenceId }] = await compose();
    await write((await prose()).replace('on a stair', 'on the stair of the shop'));
    await edit(injury, { text: 'He twisted the right knee on a stair.' });
    const before = await show();
    const [mine] = await settle(id, 'mine');
    expect(mine).toMatchObject({ id, text: before[0]!.text, behind: [], offered: null });
    expect((await compose())[0]).toMatchObject({ text: before[0]!.text, offered: null });
    await undo();
    expect(await show()).toEqual(before);
    const [taken] = await settle(id, 'new');
    expect(taken).toMatchObject({ id, text: before[0]!.offered, behind: [], offered: null });
    await undo();
    expect(await show()).toEqual(before);
  });

  it('that is rejected under an edited sentence is offered to be taken out', async () => {
    const { effusion } = await addAll();
    await compose();
    await write((await prose()).replace('an effusion', 'a large effusion'));
    await decide([effusion], 'rejected');
    await compose();
    const { id, offered, text } = (await show())[2]!;
    expect([text, offered]).toEqual(['There was a large effusion of the knee.', '']);
    expect((await settle(id, 'new')).map((one) => one.text)).not.toContain(text);
    await undo();
    await settle(id, 'mine');
    await compose();
    expect((await show())[2]).toMatchObject({ text, offered: null, entries: [] });
  });

  it('that the reviewer put into the sentence by hand as well leaves nothing to decide', async () => {
    const { injury } = await addAll();
    await compose();
    await write((await prose()).replace('left', 'right'));
    await edit(injury, { text: 'He twisted the right knee on a stair.' });
    expect((await show()).every(({ behind, offered }) => behind.length === 0 && offered === null)).toBe(true);
  });

  it('keeps the sources that the reviewer added and does not bring back those taken away', async () => {
    const { pain } = await addAll();
    const [, second] = await compose();
    for (const source of second!.sources) await desk.ask('summary.uncite', { caseId, sentence: second!.id, source });
    await desk.ask('summary.cite', { caseId, sentence: second!.id, source: spanOf(MRI) });
    await edit(pain, { text: 'He reported knee pain rated 8/10.' });
    await compose();
    expect((await show())[1]).toMatchObject({ text: 'On 06/10/14, he reported knee pain rated 8/10.' });
    expect(quotes((await show())[1]!)).toEqual([MRI]);
  });

  it('leaves what was written by hand at its place', async () => {
    const { injury, effusion } = await addAll();
    await compose();
    const [first, ...others] = await texts();
    await write([first, 'He is a cook.', ...others].join(' '));
    await edit(injury, { text: 'He twisted the right knee on a stair.' });
    await decide([effusion], 'rejected');
    await add('2014-06-01', 'He rested.');
    await compose();
    expect(await texts()).toEqual([
      'On 05/24/14, the injured worker twisted the right knee on a stair.',
      'He is a cook.',
      'On 06/01/14, he rested.',
      COMPOSED[1],
      COMPOSED[3],
    ]);
  });
});

describe('a sentence that is typed', () => {
  it.each([1, 3, 5, 100])('in front of another has no source, saved every %i characters', async (every) => {
    await addAll();
    const before = await compose();
    await type(0, 'The earth is flat. ', every);
    const [typed, ...others] = await show();
    expect(typed).toMatchObject({ text: 'The earth is flat.', sources: [], entries: [] });
    expect(others).toEqual(before);
  });

  it('in place of one that was deleted has none of its neighbour’s', async () => {
    await addAll();
    const before = await compose();
    const start = `${COMPOSED[0]!} `.length;
    const whole = await prose();
    for (let left = COMPOSED[1]!.length; left >= 0; left -= 1)
      await write(whole.slice(0, start) + COMPOSED[1]!.slice(0, left) + whole.slice(start + COMPOSED[1]!.length));
    await type(start, 'On 06/11/14, he reported a pain in the elbow. ', 1);
    const after = await show();
    expect(after.map(({ text }) => text)).toEqual([
      COMPOSED[0],
      'On 06/11/14, he reported a pain in the elbow.',
      COMPOSED[2],
      COMPOSED[3],
    ]);
    expect(after[1]).toMatchObject({ sources: [], entries: [] });
    // Behind a sentence of another day it would be read under that day.
    const ofItsDay = { ...before[2], offered: 'On 06/10/14, there was an effusion of the knee.' };
    expect([after[0], after[2], after[3]]).toEqual([before[0], ofItsDay, before[3]]);
  });

  it('keeps the evidence report from repeating a source that it has not', async () => {
    await addAll();
    await compose();
    await type(0, 'The earth is flat. ', 1);
    const { bytes } = await desk.written((target) =>
      desk.ask('letter.exportBeside', { caseId, part: 'evidence', format: 'docx', target }),
    );
    const report = foldSpace(readDocxText(bytes));
    expect(report).toContain('The earth is flat. No page stands behind this sentence.');
    expect(report.split(INJURY)).toHaveLength(2);
  });

  it('word by word over another no longer rests on its page', async () => {
    await addAll();
    await compose();
    let text = await prose();
    for (const [from, to] of [
      ['effusion', 'scar'],
      ['the knee', 'an old burn'],
      ['There was', 'He also showed'],
    ] as const) {
      text = text.replace(new RegExp(`${from}(?=[^.]*\\. On 06/17)`), to);
      await write(text);
    }
    expect((await show())[2]).toMatchObject({ text: 'He also showed an scar of an old burn.', sources: [] });
  });
});

describe('a sentence that the reviewer takes out', () => {
  const leftOut = () => desk.ask('summary.leftOut', { caseId });

  it('stays out at every update, until it is put back at its place', async () => {
    const { effusion } = await addAll();
    await compose();
    await write([COMPOSED[0], COMPOSED[1], COMPOSED[3]].join(' '));
    await add('2014-07-01', 'He wore a brace.');
    await compose();
    await compose();
    expect(await texts()).toEqual([COMPOSED[0], COMPOSED[1], COMPOSED[3], 'On 07/01/14, he wore a brace.']);
    const [out, ...others] = await leftOut();
    expect([out!.text, out!.entries, others]).toEqual([COMPOSED[2], [effusion], []]);
    await desk.ask('summary.putBack', { caseId, sentences: [out!.id] });
    expect(await texts()).toEqual([...COMPOSED, 'On 07/01/14, he wore a brace.']);
    expect(await leftOut()).toEqual([]);
    await undo();
    expect(await prose()).not.toContain('effusion');
    expect(await leftOut()).toEqual([out]);
  });

  it('leaves its date to the next one of its day', async () => {
    await addAll();
    await compose();
    await write([COMPOSED[0], COMPOSED[2], COMPOSED[3]].join(' '));
    expect((await show())[1]).toMatchObject({
      text: COMPOSED[2],
      offered: 'On 06/10/14, there was an effusion of the knee.',
    });
    await compose();
    expect(await texts()).toEqual([COMPOSED[0], 'On 06/10/14, there was an effusion of the knee.', COMPOSED[3]]);
  });

  it('is told in words of its own: what was composed of the same entry stays out', async () => {
    const { effusion } = await addAll();
    await compose();
    await write([COMPOSED[0], COMPOSED[1], 'Quite another thing was said.', COMPOSED[3]].join(' '));
    await compose();
    expect(await texts()).toEqual([COMPOSED[0], COMPOSED[1], 'Quite another thing was said.', COMPOSED[3]]);
    expect((await leftOut()).map(({ entries }) => entries)).toEqual([[effusion]]);
  });

  it('is forgotten with its entry, and by who empties the summary and makes a new one', async () => {
    const { effusion, pain } = await addAll();
    await compose();
    await write([COMPOSED[0], COMPOSED[3]].join(' '));
    expect((await leftOut()).map(({ entries }) => entries)).toEqual([[pain], [effusion]]);
    await decide([effusion], 'rejected');
    expect((await leftOut()).map(({ entries }) => entries)).toEqual([[pain]]);
    await write('');
    await compose();
    expect(await texts()).toEqual([COMPOSED[0], COMPOSED[1], COMPOSED[3]]);
  });
});

it('a sentence that was cut and is pasted elsewhere a while later is the same', async () => {
  await addAll();
  const before = await compose();
  const [first, second, third, fourth] = COMPOSED;
  await write([first, second, fourth].join(' '));
  await write([third, first, second, fourth].join(' '));
  expect(await show()).toEqual([before[2], before[0], before[1], before[3]]);
});

it('of two pages that write at once neither takes away what the other has written', async () => {
  await addAll();
  await compose();
  const before = await prose();
  const seen = (await desk.backend.call('summary.show', { caseId })) as { readonly revision?: number };
  const writeFrom = (client: string, text: string) =>
    desk.backend.call('summary.write', { caseId, text }, undefined, { revision: seen.revision ?? 0, client });
  expect(await writeFrom('one', `${before} He is a cook.`)).toMatchObject({ ok: true });
  expect(await writeFrom('other', `He is tall. ${before}`)).toMatchObject({ ok: true });
  expect(await prose()).toBe(`He is tall. ${before} He is a cook.`);
  const [tall, ...others] = await show();
  expect([tall, others.at(-1)].map((one) => one!.sources)).toEqual([[], []]);
  expect(others.slice(0, -1).map(({ entries }) => entries.length)).toEqual([1, 1, 1, 1]);
});
