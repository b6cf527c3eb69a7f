import { findFacts } from '../../shared/find-facts.ts';
import { MENTIONED, NOT_IN_FILE } from './propose-mentions.ts';
import type { EntryDraft } from '../../shared/entry.ts';
import { compareDates } from '../../shared/partial-date.ts';

/** The start or stop of one drug on one day is one event, however the records put it. */
const drugEvent = ({ date, kind, text }: EntryDraft): string | null => {
  const verb = kind === 'medication' ? /\b(?:was|were) (started|stopped|discontinued)\b/.exec(text)?.[1] : undefined;
  if (verb === undefined) return null;
  const drugs = [
    ...new Set(
      findFacts(text)
        .filter((fact) => fact.kind === 'drug')
        .map(({ value }) => value),
    ),
  ];
  return drugs.length === 1 ? [date, drugs[0], verb === 'discontinued' ? 'stopped' : verb].join('|') : null;
};

/** What two drafts must share to be one: day, kind, and words but for case, marks and who the person is called. */
const wordsKey = ({ date, kind, text }: EntryDraft): string =>
  [
    date,
    kind,
    text
      .toLowerCase()
      .replace(/\b(?:the patient's|his|her)\b/g, '*')
      .replace(/\b(?:the patient|he|she|him|her)\b/g, '*')
      .replace(/[^a-z\d*/.%#]+/g, ' ')
      .trim(),
  ].join('|');

const keyOf = (draft: EntryDraft): string => drugEvent(draft) ?? wordsKey(draft);

const TOLD = /^(?:Event|Record mentioned)/;

/** Mentions of records that turn out to be in the file, by the day that another record's own entries bear. */
export const withFound = <T extends EntryDraft>(drafts: readonly T[]): T[] => {
  const isMention = ({ reason }: EntryDraft): boolean => reason.startsWith(MENTIONED);
  if (!drafts.some(isMention)) return [...drafts];
  const days = new Map<string, Set<string>>();
  for (const { date, reason, sources } of drafts)
    if (date !== null && !TOLD.test(reason))
      for (const { record } of sources) days.set(date, (days.get(date) ?? new Set()).add(record));
  return drafts.map((draft) => {
    const records = draft.date === null ? undefined : days.get(draft.date);
    const isHere =
      records !== undefined && [...records].some((record) => draft.sources.every((own) => own.record !== record));
    return isMention(draft) && isHere ? { ...draft, text: draft.text.replace(NOT_IN_FILE, '') } : draft;
  });
};

const sourceKey = ({ record, page, start, end }: EntryDraft['sources'][number]): string =>
  `${record} ${String(page)} ${String(start)} ${String(end)}`;

const merge = <T extends EntryDraft>(drafts: readonly T[]): T[] => {
  const [first] = drafts;
  if (first === undefined) return [];
  const sources = new Map(drafts.flatMap((draft) => draft.sources).map((source) => [sourceKey(source), source]));
  // A person's pronoun says more than "the patient", and more words more than fewer.
  const fullest =
    [...drafts].sort(
      (a, b) =>
        Number(/^the patient\b/i.test(a.text)) - Number(/^the patient\b/i.test(b.text)) ||
        b.text.length - a.text.length,
    )[0] ?? first;
  return [{ ...first, text: fullest.text, sources: [...sources.values()] }];
};

/**
 * The drafts of all records in date order, undated ones last, with those that say the same of the same day made one
 * that keeps every source: a record faxed twice proposes nothing twice.
 */
export const joinProposals = <T extends EntryDraft>(drafts: readonly T[]): T[] =>
  [...Map.groupBy(withFound(drafts), keyOf).values()]
    .flatMap(merge)
    .sort((a, b) => compareDates(a.date ?? '9999', b.date ?? '9999'));
