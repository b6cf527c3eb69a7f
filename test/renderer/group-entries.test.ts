import type { Entry } from '../../shared/entry.ts';
import { EntryId } from '../../shared/ids.ts';
import { filterEntries, groupEntries, nextProposal } from '../../renderer/features/timeline/group-entries.ts';

const entry = (id: string, date: string | null, change: Partial<Entry> = {}): Entry => ({
  id: EntryId.parse(id),
  date,
  dateText: '',
  dateKind: 'service',
  kind: 'visit',
  text: '',
  provider: '',
  reason: '',
  sources: [],
  state: 'proposed',
  origin: 'proposed',
  ...change,
});

describe('the list of entries', () => {
  it('stands under its dates with the weekday and the days that passed', () => {
    const groups = groupEntries([
      entry('b', '2014-05-30'),
      entry('a', '2014-05-24'),
      entry('c', null),
      entry('d', '2014-06'),
      entry('e', '2014-05-31'),
    ]);
    expect(groups.map(({ heading, note }) => `${heading}: ${note}`)).toEqual([
      '05/24/2014: Saturday',
      '05/30/2014: Friday, 6 days later',
      '05/31/2014: Saturday, the next day',
      '06/2014: day not known',
      'Without a date: the record gives no date',
    ]);
  });

  it('shows the kinds and states that are asked for', () => {
    const entries = [entry('a', null), entry('b', null, { kind: 'therapy' }), entry('c', null, { state: 'rejected' })];
    expect(filterEntries(entries, { kinds: [], states: ['proposed'] }).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(
      filterEntries(entries, { kinds: ['therapy'], states: ['proposed', 'rejected'] }).map(({ id }) => id),
    ).toEqual(['b']);
  });

  it('goes on to the next proposal, and back to an earlier one at the end', () => {
    const entries = [entry('a', null), entry('b', null, { state: 'accepted' }), entry('c', null), entry('d', null)];
    expect(nextProposal(entries, EntryId.parse('a'))).toBe('c');
    expect(nextProposal(entries, EntryId.parse('d'))).toBe('c');
    expect(nextProposal([entries[3]!], EntryId.parse('d'))).toBeNull();
  });
});
