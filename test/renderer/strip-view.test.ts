import { addDays } from '../../shared/partial-date.ts';
import { VisitId } from '../../shared/ids.ts';
import type { VisitRow } from '../../shared/visit-card.ts';
import { stripView } from '../../renderer/features/strip/strip-view.ts';

const visit = (id: string, date: string | null, change: Partial<VisitRow> = {}): VisitRow => ({
  ...{ id: VisitId.parse(id), date, dateText: '', dateKind: 'service' },
  ...{ provider: '', specialty: '', kind: 'visit', kinds: ['visit'] },
  ...{ state: 'accepted', place: 0, open: 0, accepted: 1, facts: 1, keys: 1 },
  ...change,
});
const PROPOSED = { state: 'proposed', open: 1, accepted: 0 } as const;
const header = { dateOfInjury: '2014-05-24', urDenialDate: '2014-06-26', applicationReceived: '' };

describe('the time strip as it is drawn', () => {
  const view = stripView(
    [
      visit('b', '2014-06-10', { kind: 'request', kinds: ['request'], provider: 'O. Brackenbury', ...PROPOSED }),
      visit('a', '2014-05-24', { kind: 'injury', kinds: ['injury'] }),
      visit('x', '2014-06-01', { state: 'rejected' }),
      visit('s', '2014-06-02', { state: 'set-aside' }),
      visit('n', null),
    ],
    header,
  );

  it('has the lanes that something stands in', () => {
    expect(view.lanes).toEqual(['Visits', 'Requests']);
  });

  it('leaves out what was rejected or set aside or has no date, and goes in the order of time', () => {
    expect(view.dots.map(({ ids, shape, isProposed }) => [ids, shape, isProposed])).toEqual([
      [['a'], 'dot', false],
      [['b'], 'diamond', true],
    ]);
  });

  it('names every dot in full', () => {
    expect(view.dots[1]?.name).toBe('06/10/2014 Request, O. Brackenbury, proposed');
  });

  it('shows the visits of one day and lane as one dot, accepted as soon as one of them is', () => {
    const { dots } = stripView(
      [visit('a', '2014-06-10', PROPOSED), visit('b', '2014-06-10'), visit('c', '2014-06-10', { kind: 'therapy' })],
      header,
    );
    expect(dots.map(({ ids, isProposed, name }) => [ids, isProposed, name])).toEqual([
      [['a', 'b'], false, '06/10/2014, 2 visits. Visit, proposed'],
      [['c'], false, '06/10/2014 Therapy'],
    ]);
  });

  it('draws days that would lie on each other as one dot, and says from when to when', () => {
    const days = Array.from({ length: 3000 }, (_, at) => visit(`v${String(at)}`, addDays('2010-01-04', at), PROPOSED));
    const { dots } = stripView(days, header, 1200);
    expect(dots.length).toBeLessThanOrEqual(120);
    expect(dots.flatMap(({ ids }) => ids)).toHaveLength(3000);
    expect(dots[0]?.name).toMatch(/^01\/04\/2010 to 01\/\d\d\/2010, \d+ visits\. Visit, proposed$/);
    const apart = dots.slice(1).map(({ at }, index) => (at - dots[index]!.at) * 1200);
    expect(Math.min(...apart)).toBeGreaterThanOrEqual(10);
  });

  it('shows a visit in the lanes of all that it tells', () => {
    const { dots } = stripView([visit('a', '2014-06-10', { kinds: ['visit', 'medication', 'request'] })], header);
    expect(dots.map(({ lane }) => lane)).toEqual(['Visits', 'Medication', 'Requests']);
  });

  it('marks the dates of the case that are known', () => {
    expect(view.markers.map(({ label, at }) => [label, at])).toEqual([
      ['injury 05/24', 0],
      ['UR 06/26', 1],
    ]);
  });

  it('is empty without visits', () => {
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
