import { draftEntry, type RecordKnown } from '../../main/reading/draft-entry.ts';
import type { Entry } from '../../shared/entry.ts';
import { EntryId, RecordId } from '../../shared/ids.ts';
import { AS_FACT } from '../support/as-fact.ts';

const ID = RecordId.parse('7');
const record = (change: Partial<RecordKnown> = {}): RecordKnown => ({
  kind: 'progress-report',
  date: '2016-03-15',
  provider: 'Ottoline Brackenbury, MD',
  pages: 20,
  ...change,
});
const page = (number: number, ...lines: string[]) => ({ page: number, text: lines.join('\n') });
const spanOf = ({ page: number, text }: { page: number; text: string }, quote: string) => ({
  record: ID,
  page: number,
  start: text.indexOf(quote),
  end: text.indexOf(quote) + quote.length,
  quote,
});
const entryAt = (number: number, start: number, date: string): Entry => ({
  ...AS_FACT,
  id: EntryId.parse(`e${String(start)}`),
  date,
  dateText: date,
  dateKind: 'service',
  kind: 'visit',
  text: 'x',
  provider: 'Ottoline Brackenbury, MD',
  reason: '',
  sources: [{ record: ID, page: number, start, end: start + 1, quote: 'x' }],
  state: 'proposed',
  origin: 'proposed',
});

const FIRST = page(
  1,
  'PROGRESS REPORT',
  'Date of exam: 03/15/2016',
  'Provider: Ottoline Brackenbury, MD',
  'Pain 7/10.',
);
const LATER = page(14, 'CONSULTATION', 'Date of exam: 06/20/2016', 'SUBJECTIVE', 'Night pain wakes her.');
const NEXT = page(15, 'The sling was given up.');
const draft = (quote: string, of: typeof FIRST, entries: readonly Entry[] = [], known = record()) =>
  draftEntry(spanOf(of, quote), known, { record: ID, pages: [FIRST, LATER, NEXT] }, entries, '2016-12-31');

describe('an entry for selected words', () => {
  it('takes the date of the heading before them, and no provider where that is not the day of the record', () => {
    expect(draft('Night pain', LATER)).toMatchObject({ date: '2016-06-20', dateText: '06/20/2016', provider: '' });
    expect(draft('sling', NEXT)).toMatchObject({ date: '2016-06-20', provider: '' });
  });

  it('takes the provider where the words stand under the date of the record', () => {
    expect(draft('Pain 7/10', FIRST)).toMatchObject({ date: '2016-03-15', provider: 'Ottoline Brackenbury, MD' });
  });

  it('takes date and provider of the visit whose words stand nearest before them on the page, never of one behind them', () => {
    const entries = [entryAt(15, 2, '2016-06-21'), entryAt(15, 400, '2016-07-01')];
    expect(draft('sling', NEXT, entries)).toMatchObject({
      date: '2016-06-21',
      provider: 'Ottoline Brackenbury, MD',
    });
    expect(draft('Night pain', LATER, [entryAt(14, 400, '2016-07-01')])).toMatchObject({ date: '2016-06-20' });
  });

  it('has no date where several pages give none', () => {
    const bare = page(3, 'Pain is worse at night.');
    const known = { record: ID, pages: [bare] };
    expect(draftEntry(spanOf(bare, 'Pain'), record(), known, [], '2016-12-31')).toMatchObject({
      date: null,
      provider: '',
    });
    expect(draftEntry(spanOf(bare, 'Pain'), record({ pages: 1 }), known, [], '2016-12-31')).toMatchObject({
      date: '2016-03-15',
      provider: 'Ottoline Brackenbury, MD',
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
    expect(draft(quote, page(14, quote), [], record(change)).kind).toBe(kind);
  });

  it('has the words in one line and their place as its source', () => {
    const words = page(15, 'no', '  improvement');
    const span = spanOf(words, 'no\n  improvement');
    expect(draft('no\n  improvement', words)).toMatchObject({ text: 'no improvement', sources: [span], reason: '' });
  });
});
