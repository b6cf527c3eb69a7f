import type { Entry, EntryDraft, EntryKind } from '../../shared/entry.ts';
import type { PartialDate } from '../../shared/partial-date.ts';
import type { RecordKind } from '../../shared/record.ts';
import type { TextSpan } from '../../shared/span.ts';
import { findVisitDates } from './find-visit-dates.ts';
import { readLines } from './read-lines.ts';
import type { RecordText } from './record-text.ts';

/** What is known of the record that the words stand in. */
export type RecordKnown = {
  readonly kind: RecordKind;
  readonly date: PartialDate | null;
  readonly provider: string;
  readonly pages: number;
};

const BY_RECORD: Partial<Record<RecordKind, EntryKind>> = {
  'therapy-note': 'therapy',
  'imaging-report': 'imaging',
  'electrodiagnostic-report': 'imaging',
  'operative-report': 'procedure',
  'request-for-authorization': 'request',
  'utilization-review': 'utilization-review',
  'imr-application': 'request',
  'work-status': 'work-status',
};

const BY_WORDS: readonly (readonly [words: RegExp, kind: EntryKind])[] = [
  [/\b\d+(\.\d+)?\s?(mg|mcg|ml)\b|\btablets?\b/i, 'medication'],
  [/\b(x-?ray|MRI|CT|radiograph|ultrasound|EMG|NCS)\b/i, 'imaging'],
  [/\b(physical therapy|chiropractic|acupuncture|home exercise)\b/i, 'therapy'],
  [/\b(modified|full|light) duty\b|\bwork status\b|\brestrictions?\b/i, 'work-status'],
  [/\b(assessment|diagnos[ei]s|sprain|strain|radiculopathy)\b/i, 'diagnosis'],
];

const kindOf = (words: string, record: RecordKind): EntryKind =>
  BY_RECORD[record] ?? BY_WORDS.find(([found]) => found.test(words))?.[1] ?? 'visit';

type Dated = Pick<EntryDraft, 'date' | 'dateText' | 'dateKind'> & { readonly provider?: string };

/** The entry of the same page whose words stand nearest before the selected ones. */
const nearestEntry = ({ record, page, start }: TextSpan, entries: readonly Entry[]): Dated | undefined =>
  entries
    .filter(({ date }) => date !== null)
    .flatMap((entry) =>
      entry.sources
        .filter((source) => source.record === record && source.page === page && source.start <= start)
        .map((source) => ({ entry, at: source.start })),
    )
    .sort((a, b) => b.at - a.at)[0]?.entry;

/** The heading with a date that stands nearest before the words, on their page or one before it. */
const nearestHeading = ({ page, start }: TextSpan, text: RecordText, latest: PartialDate): Dated | undefined => {
  const found = findVisitDates(text, readLines(text.pages), latest)
    .filter((visit) => visit.page < page || (visit.page === page && visit.date.start <= start))
    .at(-1);
  return found && { date: found.date.date, dateText: found.date.text, dateKind: 'service' };
};

/**
 * A timeline entry for selected words. `text` holds their page and some before it. Its date and provider are those of the
 * visit whose words stand nearest before them, or its date that of the nearest dated heading. The record's own date and
 * provider are taken only where the words are known to be under them: a bundle is by many, and no provider is better
 * than a wrong one.
 */
export const draftEntry = (
  span: TextSpan,
  record: RecordKnown,
  text: RecordText,
  entries: readonly Entry[],
  latest: PartialDate,
): EntryDraft => {
  const near = nearestEntry(span, entries) ?? nearestHeading(span, text, latest);
  const own: Dated = { date: record.pages === 1 ? record.date : null, dateText: '', dateKind: 'service' };
  const { date, dateText, dateKind, provider } = near ?? own;
  return {
    date,
    dateText,
    dateKind,
    kind: kindOf(span.quote, record.kind),
    text: span.quote.replace(/\s+/g, ' ').trim(),
    provider: date !== null && date === record.date && record.provider !== '' ? record.provider : (provider ?? ''),
    reason: '',
    sources: [span],
  };
};
