import fc from 'fast-check';
import { reconcileSentences } from '../../main/reading/reconcile-sentences.ts';
import { entriesOf, isTouched, sourcesOf } from '../../main/reading/sentence-origins.ts';
import {
  settleSentence,
  standingOf,
  timelineOf,
  updateSummary,
  type Timeline,
} from '../../main/reading/update-summary.ts';
import type { Entry } from '../../shared/entry.ts';
import type { EntryId, RecordId, SentenceId } from '../../shared/ids.ts';
import type { StoredSentence } from '../../shared/summary.ts';
import { AS_FACT } from '../support/as-fact.ts';

const entry = (id: string, date: string | null, text: string): Entry => ({
  ...AS_FACT,
  id: id as EntryId,
  state: 'accepted',
  origin: 'manual',
  date,
  dateText: '',
  dateKind: 'service',
  kind: 'visit',
  text,
  provider: '',
  reason: '',
  sources: [{ record: 'r1' as RecordId, page: Number(id), start: 0, end: text.length, quote: text }],
});
const timeline = (entries: readonly Entry[]): Timeline =>
  timelineOf(
    entries.filter(({ state }) => state === 'accepted'),
    () => ({ personWord: 'injured worker', dateStyle: 'MM/DD/YY', pronoun: 'he' }),
  );
const newIds = (): (() => SentenceId) => {
  let next = 0;
  return () => `s${String((next += 1))}` as SentenceId;
};
const texts = (sentences: readonly StoredSentence[]): string[] => sentences.map(({ text }) => text);
const edited = (sentences: readonly StoredSentence[], from: string, to: string, newId: () => SentenceId) =>
  reconcileSentences(
    sentences,
    texts(sentences)
      .join(' ')
      .replace(from, () => to),
    newId,
  );

const ENTRIES = [
  entry('1', '2014-05-24', 'He twisted the left knee.'),
  entry('2', '2014-06-10', 'He reported knee pain.'),
  entry('3', '2014-06-10', 'There was an effusion.'),
  entry('4', '2014-06-17', 'An MRI was requested.'),
];

describe('an update of the summary', () => {
  it('makes one sentence of two entries that have come to say the same, and two again', () => {
    const newId = newIds();
    const composed = updateSummary([], timeline(ENTRIES), newId);
    const same = ENTRIES.map((one) => (one.id === '3' ? { ...one, text: ENTRIES[1]!.text } : one));
    const merged = updateSummary(composed, timeline(same), newId);
    expect(merged.map(entriesOf)).toEqual([['1'], ['2', '3'], ['4']]);
    expect(merged[1]!.origins[0].id).toBe(composed[1]!.origins[0].id);
    expect(texts(updateSummary(merged, timeline(ENTRIES), newId))).toEqual(texts(composed));
  });

  it('offers an edited sentence its date once it has become the first of its day', () => {
    const newId = newIds();
    const composed = edited(updateSummary([], timeline(ENTRIES), newId), 'an effusion', 'some effusion', newId);
    const without = timeline(ENTRIES.filter(({ id }) => id !== '2'));
    const after = updateSummary(composed, without, newId);
    expect(texts(after)[1]).toBe('There was some effusion.');
    expect(standingOf(after[1]!, after, without)).toEqual({
      behind: [],
      offered: 'On 06/10/14, there was an effusion.',
    });
    const kept = settleSentence(after, 1, 'mine', without, newId);
    expect(standingOf(kept[1]!, kept, without).offered).toBeNull();
  });

  it('offers a joined sentence the sentences of all its entries', () => {
    const newId = newIds();
    const composed = updateSummary([], timeline(ENTRIES), newId);
    const joined = edited(composed, 'pain. There', 'pain and there', newId);
    const changed = timeline(ENTRIES.map((one) => (one.id === '3' ? { ...one, text: 'There was no effusion.' } : one)));
    const after = updateSummary(joined, changed, newId);
    expect(after).toEqual(joined);
    expect(standingOf(after[1]!, after, changed).offered).toBe(
      'On 06/10/14, he reported knee pain. There was no effusion.',
    );
    expect(settleSentence(after, 1, 'new', changed, newId).map(entriesOf)).toEqual([['1'], ['2'], ['3'], ['4']]);
  });

  it('offers the second half of a sentence that was cut nothing that the first says already', () => {
    const newId = newIds();
    const long = [entry('1', '2014-06-10', 'He reported knee pain and rested at home.')];
    const composed = updateSummary([], timeline(long), newId);
    const cut = edited(composed, 'knee pain and rested', 'knee pain. He rested', newId);
    expect(updateSummary(cut, timeline(long), newId)).toEqual(cut);
    const changed = timeline([{ ...long[0]!, text: 'He reported hip pain and rested at home.' }]);
    const settled = settleSentence(cut, 0, 'new', changed, newId);
    expect(standingOf(settled[1]!, settled, changed).offered).toBe('');
  });

  it('adds another place that says the same to an edited sentence', () => {
    const newId = newIds();
    const composed = edited(updateSummary([], timeline(ENTRIES), newId), 'an effusion', 'some effusion', newId);
    const again = entry('5', '2014-06-10', ENTRIES[2]!.text);
    const after = updateSummary(composed, timeline([...ENTRIES, again]), newId);
    expect(texts(after)).toEqual(texts(composed));
    expect(entriesOf(after[2]!)).toEqual(['3', '5']);
    expect(sourcesOf(after[2]!).map(({ page }) => page)).toEqual([3, 5]);
  });
});

const WORDS = ['pain', 'spasm', 'MRI', 'rest', 'knee', 'ibuprofen'];
const DATES = ['2014-05-24', '2014-06-10', '2014-06-17', null];
type Act =
  | { readonly kind: 'edit'; readonly at: number; readonly date: string | null; readonly word: string }
  | { readonly kind: 'decide'; readonly at: number; readonly isAccepted: boolean }
  | { readonly kind: 'type'; readonly at: number; readonly word: string }
  | { readonly kind: 'write'; readonly at: number; readonly word: string }
  | { readonly kind: 'compose' }
  | { readonly kind: 'settle'; readonly at: number; readonly choice: 'new' | 'mine' };
const at = fc.nat(7);
const word = fc.constantFrom(...WORDS);
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constant('edit' as const), at, date: fc.constantFrom(...DATES), word }),
  fc.record({ kind: fc.constant('decide' as const), at, isAccepted: fc.boolean() }),
  fc.record({ kind: fc.constant('type' as const), at, word }),
  fc.record({ kind: fc.constant('write' as const), at, word }),
  fc.constant({ kind: 'compose' as const }),
  fc.record({ kind: fc.constant('settle' as const), at, choice: fc.constantFrom('new' as const, 'mine' as const) }),
);
type State = { readonly entries: readonly Entry[]; readonly sentences: readonly StoredSentence[] };

const apply = ({ entries, sentences }: State, one: Act, newId: () => SentenceId): State => {
  const place = one.kind === 'compose' ? 0 : one.at;
  const standing = sentences[place];
  switch (one.kind) {
    case 'edit':
      return {
        sentences,
        entries: entries.map((other, index) =>
          index === place ? { ...other, date: one.date, text: `There was ${one.word}.` } : other,
        ),
      };
    case 'decide':
      return {
        sentences,
        entries: entries.map((other, index) =>
          index === place ? { ...other, state: one.isAccepted ? 'accepted' : 'rejected' } : other,
        ),
      };
    case 'type':
      return standing === undefined
        ? { entries, sentences }
        : {
            entries,
            sentences: reconcileSentences(
              sentences,
              texts(sentences)
                .with(place, standing.text.replace(/\.$/, ` with ${one.word}.`))
                .join(' '),
              newId,
            ),
          };
    case 'write':
      return {
        entries,
        sentences: reconcileSentences(
          sentences,
          texts(sentences).toSpliced(place, 0, `He wrote of ${one.word} himself.`).join(' '),
          newId,
        ),
      };
    case 'compose':
      return { entries, sentences: updateSummary(sentences, timeline(entries), newId) };
    case 'settle':
      return { entries, sentences: settleSentence(sentences, place, one.choice, timeline(entries), newId) };
  }
};

it('whatever was corrected, rejected, typed and settled before, an update loses and overwrites nothing', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
      const newId = newIds();
      const begin: State = {
        entries: [...ENTRIES, entry('5', '2014-06-17', 'He rested.'), entry('6', null, 'He was well.')],
        sentences: [],
      };
      const { entries, sentences } = acts.reduce<State>((state, one) => apply(state, one, newId), begin);
      const now = timeline(entries);
      const after = updateSummary(sentences, now, newId);
      // What was touched stands as it read, in the order in which it stood.
      const touched = sentences.filter(
        (one) => isTouched(one) && !now.composed().some(({ text }) => text === one.text),
      );
      expect(texts(after).filter((text) => texts(touched).includes(text))).toEqual(texts(touched));
      // What was not is what the timeline says.
      const composed = new Set(now.composed().map(({ text }) => text));
      after
        .filter((one) => !isTouched(one))
        .forEach((one) => {
          expect(composed).toContain(one.text);
          expect(standingOf(one, after, now).offered).toBeNull();
        });
      // Every accepted entry has a sentence, and every sentence whose entry is none is told.
      const covered = new Set(after.flatMap(entriesOf));
      now.accepted.forEach(({ id }) => expect(covered).toContain(id));
      after
        .filter((one) => entriesOf(one).some((id) => !now.accepted.has(id)))
        .forEach((one) => expect(standingOf(one, after, now).offered).not.toBeNull());
      const ids = after.flatMap(({ origins }) => origins.map(({ id }) => id));
      expect(new Set(ids).size).toBe(ids.length);
      expect(updateSummary(after, now, newId)).toEqual(after);
      // Each that is offered something is settled either way.
      after.forEach((one, index) => {
        if (standingOf(one, after, now).offered === null) return;
        const mine = settleSentence(after, index, 'mine', now, newId);
        expect(mine[index]!.text).toBe(one.text);
        expect(standingOf(mine[index]!, mine, now).offered).toBeNull();
        const taken = settleSentence(after, index, 'new', now, newId);
        expect(taken.filter(({ text, origins }) => text === one.text && origins[0].id === one.origins[0].id)).toEqual(
          [],
        );
      });
    }),
    { numRuns: 400 },
  );
});
