import { VisitId } from '../../shared/ids.ts';
import type { VisitRow } from '../../shared/visit-card.ts';
import {
  filterVisits,
  nextOpen,
  rowsBetween,
  timelineRows,
  type TimelineRow,
} from '../../renderer/features/timeline/visit-rows.ts';

const visit = (id: string, change: Partial<VisitRow> = {}): VisitRow => ({
  ...{ id: VisitId.parse(id), date: '2016-05-01', dateText: '', dateKind: 'service' },
  ...{ provider: '', specialty: '', kind: 'visit', kinds: ['visit'] },
  ...{ state: 'proposed', place: 0, open: 1, accepted: 0, facts: 1, keys: 1 },
  ...change,
});
const accepted = (id: string): VisitRow => visit(id, { state: 'accepted', open: 0, accepted: 1 });
const ids = (rows: readonly TimelineRow[]): string => rows.map(({ id }) => id).join(' ');
const SERIES = [{ visits: ['b', 'd', 'e'].map((id) => VisitId.parse(id)), line: '3 visits' }];
const ALL = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => visit(id));
const NONE: ReadonlySet<string> = new Set();

describe('the rows of the timeline', () => {
  it('tell a course of therapy in one, at the place of its last visit', () => {
    expect(ids(timelineRows(ALL, SERIES, NONE))).toBe('a c series-b f');
  });

  it('show its visits behind it where it is open', () => {
    const rows = timelineRows(ALL, SERIES, new Set(['series-b']));
    expect(ids(rows)).toBe('a c series-b b d e f');
    expect(rows.map((row) => row.kind === 'visit' && row.isInSeries)).toEqual([
      ...[false, false, false, true, true, true, false],
    ]);
  });

  it('show its one visit that the filter leaves as any other', () => {
    const shown = ALL.filter(({ id }) => id !== 'b' && id !== 'd');
    expect(ids(timelineRows(shown, SERIES, NONE))).toBe('a c e f');
  });

  it('are filtered by what a visit was and what became of it', () => {
    const visits = [visit('a'), accepted('b'), visit('c', { kind: 'therapy' })];
    const shown = (kinds: VisitRow['kind'][], states: VisitRow['state'][]): string =>
      filterVisits(visits, { kinds, states })
        .map(({ id }) => id)
        .join('');
    expect([shown([], ['proposed', 'accepted']), shown([], ['proposed']), shown(['therapy'], ['proposed'])]).toEqual([
      ...['abc', 'ac', 'c'],
    ]);
  });
});

describe('going on from a visit that is dealt with', () => {
  const never = (): boolean => false;
  const rows = timelineRows([accepted('a'), visit('b'), accepted('c'), visit('d')], [], NONE);

  it('leads to the next that waits, else to the one before, else nowhere', () => {
    expect([nextOpen(rows, 'a', never), nextOpen(rows, 'b', never), nextOpen(rows, 'd', never)]).toEqual([
      ...['b', 'd', 'b'],
    ]);
    expect(nextOpen(timelineRows([accepted('a'), visit('b')], [], NONE), 'b', never)).toBeNull();
  });

  it('passes over what was decided a moment ago', () => {
    expect(nextOpen(rows, 'a', (id) => id === 'b')).toBe('d');
  });
});

it('what is selected by drawing on are the rows between, whichever comes first', () => {
  const rows = timelineRows(ALL, [], NONE);
  expect([
    ids(rowsBetween(rows, 'b', 'd')),
    ids(rowsBetween(rows, 'd', 'b')),
    ids(rowsBetween(rows, 'b', 'x')),
  ]).toEqual([...['b c d', 'b c d', '']]);
});
