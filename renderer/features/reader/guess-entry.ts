import type { Entry, EntryDraft, EntryKind } from '../../../shared/entry.ts';
import type { RecordKind, RecordRow } from '../../../shared/record.ts';
import type { TextSpan } from '../../../shared/span.ts';

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

const kindOf = (words: string, record: RecordKind | undefined): EntryKind =>
  (record && BY_RECORD[record]) ?? BY_WORDS.find(([found]) => found.test(words))?.[1] ?? 'visit';

/**
 * The entry of the same page whose words stand nearest before the selection: its date is most likely the selection's.
 */
const nearestBefore = ({ record, page, start }: TextSpan, entries: readonly Entry[]): Entry | undefined => {
  const placed = entries.flatMap((entry) =>
    entry.sources.flatMap((source) =>
      source.record === record && source.page === page && entry.date !== null ? [{ entry, at: source.start }] : [],
    ),
  );
  return (placed.filter(({ at }) => at <= start).sort((a, b) => b.at - a.at)[0] ?? placed[0])?.entry;
};

const asSentence = (words: string): string => words.replace(/\s+/g, ' ').trim();

/** A timeline entry for selected words, as far as the page and its record tell; the reviewer sets it right. */
export const guessEntry = (span: TextSpan, record: RecordRow | undefined, entries: readonly Entry[]): EntryDraft => {
  const near = nearestBefore(span, entries);
  return {
    date: near?.date ?? record?.date ?? null,
    dateText: near?.dateText ?? '',
    dateKind: 'service',
    kind: kindOf(span.quote, record?.kind),
    text: asSentence(span.quote),
    provider: near?.provider ?? record?.provider ?? '',
    reason: '',
    sources: [span],
  };
};
