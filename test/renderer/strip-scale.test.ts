import { coursesOf, gapWords, labelsThatFit, placeOn, stretchesOf } from '../../renderer/features/strip/strip-scale.ts';

describe('the time strip', () => {
  it('places days in proportion where nothing is far apart', () => {
    const stretches = stretchesOf(['2014-05-24', '2014-06-13', '2014-07-03']);
    expect(placeOn(stretches, '2014-05-24')).toBe(0);
    expect(placeOn(stretches, '2014-06-13')).toBeCloseTo(0.5);
    expect(placeOn(stretches, '2014-06-03')).toBeCloseTo(0.25);
    expect(placeOn(stretches, '2014-07-03')).toBe(1);
  });

  it('draws long quiet years shortened and says so', () => {
    const stretches = stretchesOf(['2008-01-01', '2014-05-24', '2014-07-03']);
    expect(stretches.map(({ isCut }) => isCut)).toEqual([true, false]);
    expect(placeOn(stretches, '2014-05-24')).toBeCloseTo(30 / 70);
    expect(placeOn(stretchesOf(['2008-01-01', '2014-05-24', '2014-05-25']), '2014-05-24')).toBeCloseTo(30 / 31);
  });

  it('lays out quiet years alone, too', () => {
    const stretches = stretchesOf(['2008-01-01', '2011-01-01', '2014-01-01']);
    expect(stretches.map(({ right }) => Math.round(right * 100))).toEqual([50, 100]);
  });

  it('places partial dates in their middle and a lone date in the middle', () => {
    expect(placeOn(stretchesOf(['2014-05', '2014-05-15', '2014-06-15']), '2014-05')).toBe(0);
    expect(placeOn(stretchesOf(['2014-05-24']), '2014-05-24')).toBe(0.5);
  });

  it('joins therapy entries that follow each other into a course, and leaves lone ones as dots', () => {
    const therapy = (date: string) => ({ lane: 'Therapy' as const, date });
    expect(
      coursesOf([
        therapy('2014-06-04'),
        therapy('2014-05-26'),
        therapy('2014-12-01'),
        { lane: 'Visits', date: '2014-05-27' },
      ]),
    ).toEqual([{ lane: 'Therapy', from: '2014-05-26', to: '2014-06-04' }]);
  });

  it('leaves out labels that would stand on each other', () => {
    const stretches = stretchesOf(['2014-05-24', '2014-05-25', '2014-07-03']);
    expect(labelsThatFit(stretches, ['2014-05-24', '2014-05-25', '2014-07-03'], 0.1)).toEqual([
      '2014-05-24',
      '2014-07-03',
    ]);
  });

  it('says how long a gap is', () => {
    expect([gapWords(45), gapWords(430), gapWords(2000)]).toEqual(['45 days', '14 months', '5 years']);
  });
});
