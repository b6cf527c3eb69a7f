import type { Entry } from '../../shared/entry.ts';
import { EntryId } from '../../shared/ids.ts';
import { stripView } from '../../renderer/features/strip/strip-view.ts';

const entry = (id: string, date: string | null, change: Partial<Entry> = {}): Entry => ({
  id: EntryId.parse(id),
  date,
  dateText: '',
  dateKind: 'service',
  kind: 'visit',
  text: 'seen',
  provider: '',
  reason: '',
  sources: [],
  state: 'accepted',
  origin: 'proposed',
  ...change,
});
const header = { dateOfInjury: '2014-05-24', urDenialDate: '2014-06-26', applicationReceived: '' };

describe('the time strip as it is drawn', () => {
  const view = stripView(
    [
      entry('b', '2014-06-10', { kind: 'request', state: 'proposed' }),
      entry('a', '2014-05-24', { kind: 'injury' }),
      entry('x', '2014-06-01', { state: 'rejected' }),
      entry('n', null),
    ],
    header,
  );

  it('has the lanes that something stands in', () => {
    expect(view.lanes).toEqual(['Visits', 'Requests']);
  });

  it('leaves out what was rejected or has no date, and goes in the order of time', () => {
    expect(view.dots.map(({ ids, shape, isProposed }) => [ids, shape, isProposed])).toEqual([
      [['a'], 'dot', false],
      [['b'], 'diamond', true],
    ]);
  });

  it('names every dot in full', () => {
    expect(view.dots[1]?.name).toBe('06/10/2014 Request, proposed: seen');
  });

  it('shows the entries of one day and lane as one dot, accepted as soon as one of them is', () => {
    const { dots } = stripView(
      [
        entry('a', '2014-06-10', { state: 'proposed' }),
        entry('b', '2014-06-10', { kind: 'diagnosis' }),
        entry('c', '2014-06-10', { kind: 'therapy' }),
      ],
      header,
    );
    expect(dots.map(({ ids, isProposed, name }) => [ids, isProposed, name])).toEqual([
      [['a', 'b'], false, '06/10/2014, 2 entries. Visit, proposed: seen'],
      [['c'], false, '06/10/2014 Therapy: seen'],
    ]);
  });

  it('marks the dates of the case that are known', () => {
    expect(view.markers.map(({ label, at }) => [label, at])).toEqual([
      ['injury 05/24', 0],
      ['UR 06/26', 1],
    ]);
  });

  it('is empty without entries', () => {
    expect(stripView([], { dateOfInjury: '', urDenialDate: '', applicationReceived: '' })).toEqual({
      lanes: [],
      dots: [],
      bars: [],
      markers: [],
      gaps: [],
      ticks: [],
    });
  });
});
