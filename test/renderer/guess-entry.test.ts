import type { Entry } from '../../shared/entry.ts';
import { EntryId, RecordId } from '../../shared/ids.ts';
import type { RecordRow } from '../../shared/record.ts';
import { guessEntry } from '../../renderer/features/reader/guess-entry.ts';

const record = (change: Partial<RecordRow> = {}): RecordRow =>
  ({
    id: RecordId.parse('r1'),
    kind: 'progress-report',
    date: '2014-06-10',
    provider: 'Dr. Nobody',
    ...change,
  }) as RecordRow;
const span = (quote: string, start = 50) => ({
  record: RecordId.parse('r1'),
  page: 1,
  start,
  end: start + quote.length,
  quote,
});
const entry = (date: string, start: number): Entry => ({
  id: EntryId.parse(`e${String(start)}`),
  date,
  dateText: date,
  dateKind: 'service',
  kind: 'visit',
  text: '',
  provider: '',
  reason: '',
  sources: [span('x', start)],
  state: 'proposed',
  origin: 'proposed',
});

describe('an entry for selected words', () => {
  it('takes the date of the entry that stands nearest before them', () => {
    const entries = [entry('2014-05-24', 10), entry('2014-05-30', 40), entry('2014-07-01', 90)];
    expect(guessEntry(span('improved'), record(), entries)).toMatchObject({
      date: '2014-05-30',
      dateText: '2014-05-30',
    });
  });

  it('takes the date and the provider of the record where the page has no entry', () => {
    expect(guessEntry(span('improved'), record(), [])).toMatchObject({
      date: '2014-06-10',
      dateText: '',
      provider: 'Dr. Nobody',
    });
  });

  it.each([
    ['Ibuprofen 800 mg', {}, 'medication'],
    ['X-ray of the lumbar spine', {}, 'imaging'],
    ['Six visits of physical therapy', {}, 'therapy'],
    ['No improvement', {}, 'visit'],
    ['No improvement', { kind: 'therapy-note' as const }, 'therapy'],
    ['Denied', { kind: 'utilization-review' as const }, 'utilization-review'],
  ])('is of the kind that "%s" and its record suggest', (quote, change, kind) => {
    expect(guessEntry(span(quote), record(change), []).kind).toBe(kind);
  });

  it('has the words in one line and their place as its source', () => {
    expect(guessEntry(span('no\n improvement'), record(), [])).toMatchObject({
      text: 'no improvement',
      sources: [span('no\n improvement')],
      reason: '',
    });
  });
});
