import fc from 'fast-check';
import { carryOffset, isSameWording } from '../../renderer/features/by-eye/carry-offset.ts';

describe('an offset carried from one wording to another', () => {
  it.each([
    ['before what differs', 'Pain in the bock today', 'Pain in the back today', 5, 5],
    ['after what differs', 'Pain in the bk today', 'Pain in the back today', 20, 22],
    ['at its end within what differs', 'Pain xx today', 'Pain in the back today', 6, 6],
    ['in an empty wording', 'Pain', '', 3, 0],
    ['from an empty wording', '', 'Pain', 0, 0],
  ])('stays %s', (_, from, to, offset, expected) => {
    expect(carryOffset(from, to, offset)).toBe(expected);
  });

  it('points at the same letter wherever that was not changed, and always into the other wording', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), fc.nat(60), (head, was, is, tail, at) => {
        const [from, to] = [head + was + tail, head + is + tail];
        const offset = Math.min(at, from.length);
        const carried = carryOffset(from, to, offset);
        expect(carried).toBeGreaterThanOrEqual(0);
        expect(carried).toBeLessThanOrEqual(to.length);
        if (offset < head.length) expect(to[carried]).toBe(from[offset]);
      }),
    );
  });

  it('takes wordings as the same that differ in blanks at their ends', () => {
    expect([isSameWording('a b\n', 'a b'), isSameWording('a  b', 'a b')]).toEqual([true, false]);
  });
});
