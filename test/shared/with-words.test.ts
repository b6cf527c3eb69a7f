import { withWords } from '../../shared/with-words.ts';

describe('words put into a rationale', () => {
  it.each([
    ['Facts.', null, 'Facts. New.'],
    ['Facts. Therefore, it is necessary.', 'Therefore, it is necessary.', 'Facts. New. Therefore, it is necessary.'],
    [
      'Facts.\nTherefore, it is necessary.\n',
      'Therefore, it is necessary.',
      'Facts. New.\nTherefore, it is necessary.',
    ],
    ['Therefore, it is necessary.', 'Therefore, it is necessary.', 'New. Therefore, it is necessary.'],
    ['Facts, changed meanwhile.', 'Therefore, it is necessary.', 'Facts, changed meanwhile. New.'],
    [' ', null, 'New.'],
  ])('of %j, which ends with %j, give %j', (text, end, expected) => {
    expect(withWords(text, 'New.', end)).toBe(expected);
  });

  it('are a paragraph of their own where that is asked for', () => {
    expect(withWords('Facts. ', 'New.', null, true)).toBe('Facts.\nNew.');
  });
});
