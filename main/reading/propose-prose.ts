import type { EntryKind } from '../../shared/entry.ts';
import { classifyWords, isClinical } from './classify-words.ts';
import { eventDateOf } from './event-date.ts';
import type { Dating } from './find-encounters.ts';
import type { SectionKind } from './heading-words.ts';
import type { Proposal, Reading } from './proposal.ts';
import type { Unit } from './split-units.ts';
import { expandAbbreviations } from './statement/expand-abbreviations.ts';
import { isSidesHead, sidesStatement } from './statement/sides-statement.ts';
import { studyStatement } from './statement/study-statement.ts';
import { isWholeSentence, writeStatement } from './statement/write-statement.ts';
import type { Place } from './visit-place.ts';
import { headingName, reasonOf } from './visit-place.ts';

const atInjury = ({ dateOfInjury }: Reading, visit: Dating): Pick<Dating, 'date' | 'dateText' | 'dateKind'> => ({
  date: dateOfInjury ?? visit.date,
  dateText: dateOfInjury === null ? visit.dateText : '',
  dateKind: dateOfInjury === null ? visit.dateKind : 'injury',
});

const MECHANISM =
  /\b(?:injur(?:ed|y)|accident|fell|slipped|tripped|struck|lifting|pulling|pushing|carrying|twisted|felt (?:a |an |sharp |sudden )*(?:pain|pop|pull|something)|strained)\b/i;

/** Whether the text is about the day of injury: it stands in a section about it, or says how the injury happened that day. */
const tellsInjury = (text: string, { reading, section, visit }: Place, eventDate: string | undefined): boolean => {
  const isNow =
    visit.date !== null &&
    (visit.date === reading.dateOfInjury || (reading.dateOfInjury === null && /\btoday\b/i.test(text)));
  if (
    eventDate === undefined &&
    isNow &&
    /\b(?:at work|while working|on the job)\b/i.test(text) &&
    /\b(?:slipped|fell|tripped|lifting|pulling|struck|twisted|injured)\b/i.test(text)
  )
    return true;
  if (eventDate !== undefined) return eventDate === reading.dateOfInjury && MECHANISM.test(text);
  return section.kind === 'mechanism' && (MECHANISM.test(text) || /\b(?:I|he|she|patient)\b/i.test(text));
};

const kindOfProse = (section: SectionKind, text: string): EntryKind => {
  if (section === 'objective') return 'visit';
  const kind = classifyWords(text);
  if (section === 'results') return kind === 'medication' || kind === 'visit' ? 'imaging' : kind;
  // A complaint that names a request, a diagnosis or a review is still what the person said.
  return section === 'subjective' && (kind === 'request' || kind === 'diagnosis' || kind === 'utilization-review')
    ? 'visit'
    : kind;
};

/** A sentence or fragment that tells something; dated by its own words where it says when. */
const proseProposal = (unit: Unit, place: Place): Proposal | null => {
  const { reading, visit, section } = place;
  const study = studyStatement(unit.text, reading.speech);
  if (study !== '')
    return {
      kind: 'imaging',
      text: study,
      ranges: [unit],
      dating: visit,
      reason: reasonOf('Result of a study', place),
    };
  const event = eventDateOf(unit.text, visit, reading.latest);
  const ownDate = event ?? undefined;
  const text = writeStatement(unit.text, section.kind, reading.speech, ownDate?.text ?? visit.dateText);
  if (text === '') return null;
  if (tellsInjury(unit.text, place, ownDate?.date))
    return {
      kind: 'injury',
      text,
      ranges: [unit],
      dating: { ...atInjury(reading, visit), ...(ownDate !== undefined && { dateText: ownDate.text }) },
      reason: reasonOf('How the injury happened,', place),
    };
  const kind = kindOfProse(section.kind, text);
  if (ownDate === undefined || ownDate.date === visit.date)
    return {
      kind,
      text,
      ranges: [unit],
      dating: visit,
      reason: reasonOf(section.kind === 'objective' ? 'Finding' : 'Statement', place),
    };
  return {
    kind,
    text,
    ranges: [unit],
    dating: { date: ownDate.date, dateText: ownDate.text, dateKind: 'service' },
    reason: `Event that the sentence itself dates, told ${headingName(section.heading) === '' ? 'in the text' : `under "${headingName(section.heading)}"`}.`,
  };
};

/**
 * The cells of a table row keep their tabs on the page; the head is cited too, for it alone says which side is which.
 */
const rowProposal = (unit: Unit, { reading, section, visit }: Place): Proposal | null => {
  const row = reading.source.pages.find(({ page }) => page === unit.page)?.text.slice(unit.start, unit.end) ?? '';
  const head = section.pieces.find((piece) => isSidesHead(piece.text));
  const text = head === undefined ? '' : sidesStatement(row, head.text);
  return head === undefined || text === ''
    ? null
    : {
        kind: 'visit',
        text,
        ranges: [unit, head],
        dating: visit,
        reason: reasonOf('Row of a table', { reading, section, visit }),
      };
};

const isProse = (unit: Unit, { reading, section }: Place): boolean => {
  if (!isClinical(expandAbbreviations(unit.text)) || /\?$|_{3,}/.test(unit.text)) return false;
  if (section.kind !== 'narrative') return true;
  // In running text stand letterheads and labels as well: only whole sentences count.
  return unit.text.split(' ').length >= 4 && isWholeSentence(unit.text, reading.speech) && !/:\s*$/.test(unit.text);
};

/** The sentences of a section that tell something clinical, each as a proposal. */
export const proposeProse = (units: readonly Unit[], place: Place): Proposal[] =>
  units
    .filter((unit) => isProse(unit, place))
    .flatMap((unit) => rowProposal(unit, place) ?? proseProposal(unit, place) ?? []);
