import { PageId, RecordId } from '../../shared/ids.ts';
import { markWords } from '../../renderer/features/search/mark-words.ts';
import { joinNeighbours, matchesOf } from '../../renderer/features/search/matches.ts';

const hits = (snippet: string, query: string): string[] =>
  markWords(snippet, query).flatMap(({ text, isHit }) => (isHit ? [text] : []));

describe('search results', () => {
  it.each([
    [
      'every word of the query',
      'Home exercise program; exercise daily',
      'exercise home',
      ['Home', 'exercise', 'exercise'],
    ],
    ['a phrase as one', 'a home  exercise program', '"home exercise"', ['home  exercise']],
    ['a prefix with the rest of its word', 'radiculopathy of the leg', 'radicul*', ['radiculopathy']],
    ['whole words only', 'pain, painful', 'pain', ['pain']],
    ['nothing of an excluded word', 'knee and back', 'knee -back', ['knee']],
    ['signs as they are', 'dose (800 mg)', '(800', ['(800']],
  ])('mark %s', (_, snippet, query, expected) => {
    expect(hits(snippet, query)).toEqual(expected);
  });

  it('lose no character of the snippet', () => {
    expect(
      markWords('a b a', 'a')
        .map(({ text }) => text)
        .join(''),
    ).toBe('a b a');
  });

  it('take words side by side as one match', () => {
    expect(joinNeighbours([0, 3, 4, 8, 20, 23])).toEqual([0, 8, 20, 23]);
  });

  it('are gone through match by match', () => {
    const hit = {
      record: RecordId.parse('r1'),
      title: '',
      page: 2,
      pageId: PageId.parse('p1'),
      snippet: '',
      matches: [4, 6, 10, 14],
    };
    expect(matchesOf([hit]).map(({ start, end }) => [start, end])).toEqual([
      [4, 6],
      [10, 14],
    ]);
  });
});
