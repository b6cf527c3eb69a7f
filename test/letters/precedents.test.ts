import {
  buildPrecedentIndex,
  findDepartures,
  findSimilar,
  precedentTokens,
  type IndexedPrecedent,
} from '../../main/letters/precedents/precedent-index.ts';

const precedent = (
  id: string,
  heading: string,
  { reviewerGuideline = '', ...change }: Partial<IndexedPrecedent> & { readonly reviewerGuideline?: string } = {},
): IndexedPrecedent => ({
  id,
  decision: 'Upheld',
  isOwn: false,
  tokens: precedentTokens(heading, reviewerGuideline),
  ...change,
});

const index = buildPrecedentIndex([
  precedent('a', 'MRI of the lumbar spine without contrast', {
    reviewerGuideline: 'Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.',
  }),
  precedent('b', 'Lumbar MRI scan', {
    decision: 'Overturned',
    isOwn: true,
    reviewerGuideline: 'Decision based on MTUS Low Back Complaints 2004, Section(s): Summary.',
  }),
  precedent('c', 'MRI of the left knee', {}),
  precedent('d', 'Norco 10/325mg #60', { isOwn: true }),
  precedent('e', 'Physical therapy 2 times a week for 3 weeks for the lumbar spine'),
  precedent('f', 'Hydrocodone/APAP 5/325mg #30'),
]);
const found = (query: Omit<Parameters<typeof findSimilar>[1], 'limit'>): string[] =>
  findSimilar(index, { ...query, limit: 3 }).map(({ precedent: { id } }) => id);

describe('precedents', () => {
  it('are found by what is asked for, whatever its words', () => {
    expect(found({ heading: 'MRI lumbar spine' }).slice(0, 2).sort()).toEqual(['a', 'b']);
    expect(found({ heading: 'Vicodin #90' }).slice(0, 2).sort()).toEqual(['d', 'f']);
  });

  it('are found by guideline, and among those that hold some words', () => {
    expect(
      found({ guideline: 'Decision based on MTUS Low Back Complaints 2004, Section(s): Summary.' }).sort(),
    ).toEqual(['a', 'b']);
    expect(found({ among: new Set(['a']) })).toEqual(['a']);
    expect(found({ heading: 'MRI', among: new Set(['c', 'd']) })).toEqual(['c']);
    expect(found({})).toEqual([]);
  });

  it('score the same request as one and nothing alike as nothing', () => {
    const [best] = findSimilar(index, { heading: 'Norco 10/325mg #60', limit: 1 });
    expect(best?.precedent.id).toBe('d');
    expect(best?.similarity).toBeCloseTo(1, 5);
    expect(found({ heading: 'Dental crown' })).toEqual([]);
  });

  it('warn where a decision departs from the reviewer’s own on the same request', () => {
    const item = {
      heading: 'MRI of the lumbar spine',
      reviewerGuideline: 'Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.',
    };
    expect(findDepartures(index, { ...item, decision: 'Upheld' }).map(({ precedent: { id } }) => id)).toEqual(['b']);
    expect(findDepartures(index, { ...item, decision: 'Overturned' })).toEqual([]);
  });
});
