import { VisitId } from '../../shared/ids.ts';
import { withVisitChanges, type VisitRow } from '../../shared/visit-card.ts';

const visit = (id: string, change: Partial<VisitRow> = {}): VisitRow => ({
  ...{ id: VisitId.parse(id), date: '2016-05-01', dateText: '', dateKind: 'service' },
  ...{ provider: '', specialty: '', kind: 'visit', kinds: ['visit'] },
  ...{ state: 'proposed', place: 0, open: 1, accepted: 0, facts: 1, keys: 1 },
  ...change,
});
const ids = (rows: readonly VisitRow[]): string => rows.map(({ id }) => id).join('');

const ROWS = [
  visit('a', { place: 1 }),
  visit('b', { place: 2 }),
  visit('c', { date: '2016-06-01' }),
  visit('d', { date: null }),
];

describe('the list of visits with what has changed of it', () => {
  it('keeps the rows that are as they were, as the same objects', () => {
    const changed = { ...ROWS[1]!, state: 'accepted' as const };
    const after = withVisitChanges(ROWS, { rows: [changed], gone: [] });
    expect(after).toEqual([ROWS[0], changed, ROWS[2], ROWS[3]]);
    expect([0, 2, 3].every((at) => after[at] === ROWS[at])).toBe(true);
  });

  it('puts new ones, and those of another date, where they belong: by date, by place, without a date at the end', () => {
    const added = visit('x', { place: 1.5 });
    const moved = visit('a', { date: '2016-06-02' });
    const undated = visit('b', { date: null, place: -1 });
    expect(ids(withVisitChanges(ROWS, { rows: [added], gone: [] }))).toBe('axbcd');
    expect(ids(withVisitChanges(ROWS, { rows: [moved, undated], gone: [] }))).toBe('cabd');
  });

  it('leaves out what is gone', () => {
    expect(ids(withVisitChanges(ROWS, { rows: [], gone: [ROWS[0]!.id, VisitId.parse('never')] }))).toBe('bcd');
  });
});
