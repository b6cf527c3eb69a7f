import { differencesOf } from '../../renderer/features/reader/differences.ts';

/** The words that differ, as they stand in either text. */
const differingWords = (a: string, b: string) => {
  const found = differencesOf(a, b)!;
  return {
    a: found.a.map(([start, end]) => a.slice(start, end)),
    b: found.b.map(([start, end]) => b.slice(start, end)),
    words: found.words,
  };
};

describe('what differs between two pages', () => {
  it('is found word by word on both sides', () => {
    expect(differingWords('Pain is 4/10 in the left shoulder.', 'Pain is 7/10 in the right upper shoulder.')).toEqual({
      a: ['4/10', 'left'],
      b: ['7/10', 'right upper'],
      words: 3,
    });
  });

  it('does not count capitals, punctuation and line ends', () => {
    expect(differingWords('PAIN, in the\nback.', 'Pain in  the back')).toEqual({ a: [], b: [], words: 0 });
  });

  it('shows what one page has more', () => {
    expect(differingWords('No change.', 'No change. Return in two weeks.')).toEqual({
      a: [],
      b: ['Return in two weeks.'],
      words: 4,
    });
  });

  it('is nothing to go by where the texts have nothing to do with each other', () => {
    const words = (from: number): string => Array.from({ length: 4000 }, (_, at) => `w${String(from + at)}`).join(' ');
    expect(differencesOf(words(0), words(100_000))).toBeNull();
  });
});
