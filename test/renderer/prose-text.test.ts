import fc from 'fast-check';
import { changeBetween } from '../../shared/merge-prose.ts';
import { positionOf } from '../../renderer/ui/prose-text.ts';

describe('the prose editor', () => {
  it('counts two tokens where the text has one line break', () => {
    expect([0, 5, 6, 12].map((offset) => positionOf('First\nSecond', offset))).toEqual([1, 6, 8, 14]);
  });

  it('changes only what differs', () => {
    expect(changeBetween('He was seen.', 'He was not seen.')).toEqual({ start: 7, end: 7, text: 'not ' });
    expect(changeBetween('aaa', 'aa')).toEqual({ start: 2, end: 3, text: '' });
    expect(changeBetween('same', 'same')).toBeNull();
  });

  it('makes the new text of the old one, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', '\n') }),
        fc.string({ unit: fc.constantFrom('a', 'b', '\n') }),
        (before, after) => {
          const change = changeBetween(before, after);
          expect(
            change === null ? before : before.slice(0, change.start) + change.text + before.slice(change.end),
          ).toBe(after);
        },
      ),
    );
  });
});
