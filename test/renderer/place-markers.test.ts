import { placeMarkers } from '../../renderer/features/strip/place-markers.ts';

const mark = (at: number, label: string) => ({ at, label, tone: 'plain' as const });
const spots = (...marks: readonly ReturnType<typeof mark>[]) =>
  placeMarkers(marks, 1000).map(({ label, side, row }) => `${label} ${side} ${String(row)}`);

describe('the labels of the dates of the case', () => {
  it('stand behind their lines where there is room', () => {
    expect(spots(mark(0, 'injury'), mark(0.5, 'UR'))).toEqual(['injury after 0', 'UR after 0']);
  });

  it('stand before them at the end of the strip', () => {
    expect(spots(mark(1, 'application 09/19'))).toEqual(['application 09/19 before 0']);
  });

  it('stand on either side where two dates are near', () => {
    expect(spots(mark(0.81, 'IMR 09/19'), mark(0.8, 'UR 09/08'))).toEqual(['UR 09/08 before 0', 'IMR 09/19 after 0']);
  });

  it('give way to one that has only one side', () => {
    expect(spots(mark(0.93, 'UR 09/08'), mark(1, 'IMR 09/19'))).toEqual(['UR 09/08 before 0', 'IMR 09/19 before 0']);
  });

  it('are given up to a strip without any room, in rows', () => {
    expect(placeMarkers([mark(0.4, 'injury 09/07'), mark(0.5, 'UR 09/08')], 30).map(({ row }) => row)).toEqual([0, 1]);
  });

  it.each([
    ['at the end', [mark(0.98, 'UR 09/08'), mark(1, 'IMR 09/19')], ['UR 09/08 before 0', 'IMR 09/19 before 1']],
    [
      'of three dates in a week',
      [mark(0.5, 'injury 09/07'), mark(0.505, 'UR 09/08'), mark(0.51, 'IMR 09/19')],
      ['injury 09/07 after 0', 'UR 09/08 before 1', 'IMR 09/19 after 1'],
    ],
    ['of one day', [mark(0, 'injury 09/07'), mark(0, 'UR 09/07')], ['injury 09/07 after 0', 'UR 09/07 after 1']],
  ])('stand in rows of their own where there is no room beside each other: %s', (_, marks, placed) => {
    expect(spots(...marks)).toEqual(placed);
  });
});
