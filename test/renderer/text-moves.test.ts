import {
  nextCharacter,
  nextWord,
  previousCharacter,
  previousWord,
  sentenceAround,
  trimRange,
  wordAround,
} from '../../renderer/features/reader/text-moves.ts';

const TEXT = 'Gait normal. No weakness.\n\nPlan: ibuprofen 800 mg';

describe('moving through the text of a page', () => {
  it('goes word by word, over white space and line ends', () => {
    expect([nextWord(TEXT, 0), nextWord(TEXT, 16), nextWord(TEXT, 48)]).toEqual([5, 27, TEXT.length]);
    expect([previousWord(TEXT, 27), previousWord(TEXT, 7), previousWord(TEXT, 0)]).toEqual([16, 5, 0]);
  });

  it('finds the word and the sentence around a place', () => {
    expect(TEXT.slice(...wordAround(TEXT, 18))).toBe('weakness.');
    expect(TEXT.slice(...sentenceAround(TEXT, 18))).toBe('No weakness.');
    expect(TEXT.slice(...sentenceAround(TEXT, 40))).toBe('Plan: ibuprofen 800 mg');
  });

  it('drops the blanks at the ends of a range', () => {
    expect(trimRange(TEXT, 12, 27)).toEqual([13, 25]);
    expect(trimRange(TEXT, 25, 27)).toEqual([27, 27]);
  });

  it('never stops inside a character of two code units', () => {
    expect(nextCharacter('a😀b', 1)).toBe(3);
    expect(previousCharacter('a😀b', 3)).toBe(1);
    expect([nextCharacter('ab', 2), previousCharacter('ab', 0)]).toEqual([2, 0]);
  });
});
