import { addDays, daysBetween, isPartialDate, precisionOf, usDate, usShortDate } from '../../shared/partial-date.ts';

describe('partial dates', () => {
  test.each([
    ['2014', true],
    ['2014-05', true],
    ['2014-05-24', true],
    ['2016-02-29', true],
    ['2014-02-29', false],
    ['2014-13', false],
    ['2014-00-10', false],
    ['14-05-24', false],
    ['2014-5-4', false],
    ['0000', false],
  ])('%s is a date: %s', (value, expected) => {
    expect(isPartialDate(value)).toBe(expected);
  });

  it('knows its precision', () => {
    expect(['2014', '2014-05', '2014-05-24'].map(precisionOf)).toEqual(['year', 'month', 'day']);
  });

  it('counts days across a leap day and a change of year', () => {
    expect(daysBetween('2016-02-28', '2016-03-01')).toBe(2);
    expect(addDays('2016-12-31', 1)).toBe('2017-01-01');
  });

  it('writes the two American forms', () => {
    expect([usDate('2014-05-24'), usDate('2014-05'), usShortDate('2014-05-24'), usShortDate('2014')]).toEqual([
      '05/24/2014',
      '05/2014',
      '05/24/14',
      '2014',
    ]);
  });
});
