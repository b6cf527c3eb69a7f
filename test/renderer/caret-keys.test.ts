import { movedCaret } from '../../renderer/features/reader/caret-keys.ts';
import type { CaretKey } from '../../renderer/features/reader/caret-keys.ts';
import { draggedRange } from '../../renderer/features/reader/drag-words.ts';
import { evenReach, linesOf, wordsOf } from '../../renderer/data/word-boxes.ts';

const text = 'Gait normal.\nNo weakness';
const lines = linesOf(
  wordsOf([0, 4, 100, 10, 140, 20, 5, 12, 150, 10, 220, 20, 13, 15, 100, 30, 120, 40, 16, 24, 130, 30, 210, 40]),
);
const page = { text, lines, reach: evenReach };
const key = (name: string, change: Partial<CaretKey> = {}): CaretKey => ({
  key: name,
  isFar: false,
  isExtending: false,
  ...change,
});

describe('the caret over the words of a page', () => {
  it('begins at the first word', () => {
    expect(movedCaret(page, null, key('ArrowRight'))).toEqual({ anchor: 0, focus: 0 });
  });

  it.each([
    ['ArrowRight', {}, 6],
    ['ArrowLeft', {}, 4],
    ['ArrowRight', { isFar: true }, 13],
    ['ArrowLeft', { isFar: true }, 0],
    ['ArrowDown', {}, 18],
    ['Home', {}, 0],
    ['End', {}, 12],
    ['End', { isFar: true }, 24],
  ] as const)('moves with %s %o', (name, change, focus) => {
    expect(movedCaret(page, { anchor: 5, focus: 5 }, key(name, change))).toEqual({ anchor: focus, focus });
  });

  it('extends the selection with Shift and keeps its beginning', () => {
    expect(movedCaret(page, { anchor: 5, focus: 12 }, key('ArrowDown', { isExtending: true }))).toEqual({
      anchor: 5,
      focus: 24,
    });
  });

  it('selects the whole page', () => {
    expect(movedCaret(page, null, key('a', { isFar: true }))).toEqual({ anchor: 0, focus: 24 });
  });

  it('leaves other keys, and pages without words, alone', () => {
    expect(movedCaret(page, null, key('t'))).toBeNull();
    expect(movedCaret({ ...page, text: '' }, null, key('ArrowRight'))).toBeNull();
  });
});

describe('a drag over the words of a page', () => {
  it.each([
    ['characters forwards', 1, 1, 8, 'ait nor'],
    ['characters backwards', 1, 8, 1, 'ait nor'],
    ['whole words after two clicks', 2, 1, 8, 'Gait normal.'],
    ['whole words backwards after two clicks', 2, 8, 1, 'Gait normal.'],
    ['the sentence after three clicks', 3, 6, 6, 'Gait normal.'],
  ])('selects %s', (_, clicks, from, to, words) => {
    const { anchor, focus } = draggedRange(text, clicks, from, to);
    expect(text.slice(Math.min(anchor, focus), Math.max(anchor, focus))).toBe(words);
    expect(anchor > focus).toBe(to < from);
  });
});
