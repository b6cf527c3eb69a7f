import { parseTypedDate, parseTypedDay } from '../../renderer/ui/parse-date.ts';

const TODAY = '2014-08-20';

describe('a typed date', () => {
  it.each([
    ['6/10/14', '2014-06-10'],
    ['06/10/2014', '2014-06-10'],
    ['6-10-14', '2014-06-10'],
    ['6.10.14', '2014-06-10'],
    ['061014', '2014-06-10'],
    ['06102014', '2014-06-10'],
    ['2014-06-10', '2014-06-10'],
    ['June 10, 2014', '2014-06-10'],
    ['jun 10 14', '2014-06-10'],
    ['Sept. 3rd, 2014', '2014-09-03'],
    ['  6 / 10 / 14 '.replaceAll(' ', ''), '2014-06-10'],
    ['today', TODAY],
    ['5/1/48', '1948-05-01'],
    ['5/1/24', '2024-05-01'],
  ])('%s is the day %s', (typed, day) => {
    expect(parseTypedDay(typed, TODAY)).toBe(day);
  });

  it.each(['13/01/2014', '02/29/2014', '6/10', 'soon', '06/2014', '2014', ''])('%s is no day', (typed) => {
    expect(parseTypedDay(typed, TODAY)).toBeNull();
  });

  it.each([
    ['06/2014', '2014-06'],
    ['June 2014', '2014-06'],
    ['2014', '2014'],
    ['2014-6', '2014-06'],
  ])('%s is the partial date %s', (typed, date) => {
    expect(parseTypedDate(typed, TODAY)).toBe(date);
  });
});
