import {
  boxesOfRange,
  caretBox,
  lineEnds,
  linesOf,
  offsetAt,
  offsetLinesAway,
  wordsOf,
} from '../../renderer/data/word-boxes.ts';

// "Gait normal.\nNo weakness" in two lines of ten-point words, ten points a character.
const TEXT = 'Gait normal.\nNo weakness';
const words = wordsOf([
  0, 4, 100, 10, 140, 20, 5, 12, 150, 10, 220, 20, 13, 15, 100, 30, 120, 40, 16, 24, 130, 30, 210, 40,
]);
const lines = linesOf(words);

describe('words laid over a page picture', () => {
  it('stand in lines as they are read', () => {
    expect(lines.map((line) => line.words.map(({ start, end }) => TEXT.slice(start, end)))).toEqual([
      ['Gait', 'normal.'],
      ['No', 'weakness'],
    ]);
  });

  it('begin a new line where the next word stands further left', () => {
    const columns = linesOf(wordsOf([0, 1, 300, 10, 310, 20, 2, 3, 100, 12, 110, 22]));
    expect(columns).toHaveLength(2);
  });

  it('are lit by one box a line, with the gap between words filled', () => {
    expect(boxesOfRange(lines, 0, 15)).toEqual([
      { left: 100, top: 10, right: 220, bottom: 20 },
      { left: 100, top: 30, right: 120, bottom: 40 },
    ]);
  });

  it('are cut within a word where the range ends there', () => {
    expect(boxesOfRange(lines, 7, 10)).toEqual([{ left: 170, top: 10, right: 200, bottom: 20 }]);
  });

  it('give no box for a range that holds only white space', () => {
    expect(boxesOfRange(lines, 12, 13)).toEqual([]);
  });

  it.each([
    ['inside a word', 171, 15, 7],
    ['right of a line', 500, 12, 12],
    ['left of a line', 2, 33, 13],
    ['between two lines, nearer to the lower', 131, 28, 16],
    ['under the last line', 209, 700, 24],
  ])('turn a pointer %s into an offset', (_, x, y, offset) => {
    expect(offsetAt(lines, x, y)).toBe(offset);
  });

  it('have no offset on a page without words', () => {
    expect(offsetAt([], 10, 10)).toBeNull();
    expect(caretBox([], 0)).toBeNull();
  });

  it('let the caret go a line down at the same place across, and stay on the last line', () => {
    expect(offsetLinesAway(lines, 7, 1)).toBe(20);
    expect(offsetLinesAway(lines, 20, 1)).toBe(20);
    expect(offsetLinesAway(lines, 20, -1)).toBe(7);
  });

  it('show the caret at the edge of its character', () => {
    expect(caretBox(lines, 7)).toEqual({ left: 170, right: 170, top: 10, bottom: 20 });
    expect(caretBox(lines, 16)).toEqual({ left: 130, right: 130, top: 30, bottom: 40 });
  });

  it('know the ends of a line', () => {
    expect(lineEnds(lines, 18)).toEqual([13, 24]);
  });
});
