import fc from 'fast-check';
import { placeTypedWords, type FoundPage } from '../../main/reading/place-typed-words.ts';

/** Words of 50 points each, one after the other on one line. */
const pageOf = (text: string): FoundPage => {
  let column = 0;
  const words = [...text.matchAll(/\S+/gu)].flatMap((match) => [
    match.index,
    match.index + match[0].length,
    50 * column,
    10,
    50 * (column += 1) - 5,
    20,
  ]);
  return { text, words, width: 612, height: 792 };
};
const rows = (words: readonly number[]): number[][] =>
  Array.from({ length: words.length / 6 }, (_, index) => words.slice(index * 6, index * 6 + 6));

describe('the places of typed words', () => {
  it('are those of the same words where they were recognised', () => {
    const page = pageOf('pain scale 7/10 today');
    expect(placeTypedWords('pain scale 7/10 today', page)).toEqual(page.words);
  });

  it('are the box of a misread word for the word typed in its stead', () => {
    const page = pageOf('pain sca1e 7/10 today');
    const [, scale] = rows(placeTypedWords('pain scale 7/10 today', page));
    expect(scale!.slice(0, 2)).toEqual([5, 10]);
    expect(scale![2]).toBeCloseTo(50);
    expect(scale![4]).toBeCloseTo(95);
  });

  it('share what was misread as one word', () => {
    const [, first, second] = rows(placeTypedWords('see low back now', pageOf('see lowback now')));
    expect(first![2]).toBeCloseTo(50);
    expect(first![4]).toBeCloseTo(second![2]!);
    expect(second![4]).toBeCloseTo(95);
  });

  it('are lines laid over the page where nothing was recognised', () => {
    const placed = rows(placeTypedWords('first line\nsecond', { text: '', words: [], width: 612, height: 792 }));
    expect(placed[2]![3]).toBeGreaterThan(placed[0]![3]!);
    expect(placed[0]![3]).toBe(placed[1]![3]);
    expect(
      placed.every(([, , left, top, right, bottom]) => left! >= 0 && top! >= 0 && right! <= 612 && bottom! <= 792),
    ).toBe(true);
  });

  it('name each word of the text once, in order, whatever was found', () => {
    const texts = fc
      .array(fc.constantFrom('pain', 'back', 'L5-S1', '7/10', 'of', 'the', '\n'), { maxLength: 30 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(texts, texts, (typed, found) => {
        const placed = rows(placeTypedWords(typed, pageOf(found)));
        expect(placed.map(([start, end]) => typed.slice(start, end))).toEqual(typed.match(/\S+/gu) ?? []);
        expect(placed.every((row) => row.every(Number.isFinite))).toBe(true);
      }),
    );
  });
});
