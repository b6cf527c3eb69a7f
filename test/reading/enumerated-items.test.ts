import { findRequestedItems } from '../../main/reading/find-requested-items.ts';
import { recordOf } from './read-fixture.ts';

const itemsOf = (...lines: string[]): string[] => {
  const text = ['UTILIZATION REVIEW DETERMINATION', ...lines].join('\n');
  return findRequestedItems(recordOf(text)).map(({ heading, outcome, range }) => {
    expect(text.slice(range.start, range.end).toLowerCase()).toBe(heading.toLowerCase());
    return `${heading}: ${outcome ?? 'open'}`;
  });
};
const BOTH = ['MRI of the lumbar spine: denied', 'Tramadol 50 mg #60: denied'];

describe('requests that one sentence counts', () => {
  it.each([
    [['Treatment requested: (1) MRI of the lumbar spine; (2) Tramadol 50 mg #60.', 'Determination: Both are denied.']],
    [['The requests for (1) MRI of the lumbar spine; (2) Tramadol 50 mg #60 are both non-certified.']],
    [['Determination: (1) MRI of the lumbar spine; (2) Tramadol 50 mg #60: both DENIED']],
    [
      [
        'The request is for (1) MRI of the lumbar spine and (2) Tramadol 50 mg #60. Both requests are not medically necessary.',
      ],
    ],
    [['Requested services: 1) MRI of the lumbar spine, 2) Tramadol 50 mg #60. Neither is certified.']],
  ])('are items of their own, decided by what is said of both: %j', (lines) => {
    expect(itemsOf(...lines)).toEqual(BOTH);
  });

  it('have each its own decision where one is given', () => {
    expect(itemsOf('Decision: (1) MRI of the lumbar spine: denied; (2) Tramadol 50 mg #60: certified.')).toEqual([
      'MRI of the lumbar spine: denied',
      'Tramadol 50 mg #60: certified',
    ]);
  });

  it('are no lists of findings', () => {
    expect(
      itemsOf('Findings of the examination: (1) tenderness of the lumbar spine; (2) a positive straight leg raise.'),
    ).toEqual([]);
  });
});
