import { isInConflict, newEdit, withAnswer, withChange, withWritten } from '../../renderer/data/edit-state.ts';
import type { EditState } from '../../renderer/data/edit-state.ts';

type Event =
  | { readonly answer: string; readonly at: number }
  | { readonly typed: string; readonly seen?: number }
  | { readonly written: string; readonly heldBy: number }
  | { readonly refused: true };

const folded = (a: string, b: string): boolean => a.trim() === b.trim();

const after = (state: EditState<string>, event: Event): EditState<string> => {
  if ('answer' in event) return withAnswer(state, event.answer, event.at, folded);
  if ('typed' in event) return withChange(state, event.typed, event.seen ?? 1);
  if ('written' in event) return withWritten(state, event.written, event.heldBy);
  return { ...state, isStale: true };
};
const play = (...events: Event[]): EditState<string> => events.reduce(after, newEdit('a', 1));

describe('what a field shows', () => {
  it.each<[why: string, shown: string, events: Event[]]>([
    ['what is read', 'b', [{ answer: 'b', at: 2 }]],
    ['what is typed, before and after it is written', 'ab', [{ typed: 'ab' }, { written: 'ab', heldBy: 2 }]],
    [
      'what was written, though an older answer comes late',
      'ab',
      [{ typed: 'ab' }, { written: 'ab', heldBy: 3 }, { answer: 'a', at: 2 }],
    ],
    [
      'what the store holds, though an undo was so quick that it is the same as before',
      'a',
      [{ typed: 'ab' }, { written: 'ab', heldBy: 2 }, { answer: 'a', at: 3 }],
    ],
    [
      'the blank that was typed last, which the store takes away',
      'ab ',
      [{ typed: 'ab ' }, { written: 'ab ', heldBy: 2 }, { answer: 'ab', at: 2 }],
    ],
    [
      'what another has changed after one has read that',
      'c',
      [{ typed: 'ab ' }, { written: 'ab ', heldBy: 2 }, { answer: 'ab', at: 2 }, { answer: 'c', at: 3 }],
    ],
    ['what is typed, while another changes the same', 'ab', [{ typed: 'ab' }, { answer: 'c', at: 2 }]],
    ['what was typed after the value that is written', 'abc', [{ typed: 'abc' }, { written: 'ab', heldBy: 2 }]],
    [
      'what both have made of it, where the store has merged them before it was said to be written',
      'ab. c',
      [{ typed: 'ab' }, { answer: 'ab. c', at: 3 }, { written: 'ab', heldBy: 3 }, { answer: 'ab. c', at: 3 }],
    ],
  ])('is %s', (_, shown, events) => {
    expect(play(...events).shown).toBe(shown);
  });
});

describe('what a change is made from', () => {
  it.each<[why: string, from: number, events: Event[]]>([
    [
      'the revision that is shown',
      4,
      [
        { answer: 'b', at: 4 },
        { typed: 'bc', seen: 4 },
      ],
    ],
    ['that of its first key, however much is read while one types', 1, [{ typed: 'ab' }, { typed: 'abc', seen: 9 }]],
    [
      'that of the change before, until what was written has been read',
      1,
      [{ typed: 'ab' }, { written: 'ab', heldBy: 5 }, { typed: 'abc', seen: 4 }],
    ],
    ['the newest, once it has', 5, [{ typed: 'ab' }, { written: 'ab', heldBy: 5 }, { typed: 'abc', seen: 5 }]],
  ])('is %s', (_, from, events) => {
    expect(play(...events).from).toBe(from);
  });
});

describe('two changes of one field', () => {
  it('stand beside each other once the other one has been read', () => {
    const refused = play({ typed: 'mine' }, { refused: true });
    expect(isInConflict(refused, 1)).toBe(false);
    const read = withAnswer(refused, 'theirs', 2, folded);
    expect([read.shown, isInConflict(read, 2)]).toEqual(['mine', true]);
  });

  it('are none where both are the same', () => {
    const read = play({ typed: 'same ' }, { refused: true }, { answer: 'same', at: 2 });
    expect([read.shown, read.isEdited, isInConflict(read, 2)]).toEqual(['same ', false, false]);
  });
});
