import { isSameItem } from '../../shared/same-item.ts';

describe('two headings', () => {
  it.each([
    [
      'Physical therapy 2 times a week for 3 weeks',
      'Six physical therapy, 2 times per week for 3 weeks, right shoulder',
      true,
    ],
    ['MRI of the right shoulder', 'MRI right shoulder without contrast', true],
    ['MRI of the right shoulder', 'Tramadol 50 mg #60', false],
    ['Norco 10/325 mg #90', 'Norco 5/325 mg #30', false],
  ])('%s and %s name one treatment: %s', (a, b, same) => {
    expect(isSameItem(a, b)).toBe(same);
  });
});
