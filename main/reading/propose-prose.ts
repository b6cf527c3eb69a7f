import type { EntryKind } from '../../shared/entry.ts';
import { atPart, partState } from './at-part.ts';
import { classifyWords, isClinical, isEmptyTalk, tellsPast } from './classify-words.ts';
import { eventDateOf, type EventDate } from './event-date.ts';
import type { Dating } from './find-encounters.ts';
import { isSignedName } from './find-provider.ts';
import { listed } from './propose-diagnoses.ts';
import { proposeMentions } from './propose-mentions.ts';
import type { Proposal, Reading } from './proposal.ts';
import type { PageRange } from './record-text.ts';
import { lowerFirst, upperFirst } from './sentence-case.ts';
import type { Piece } from './split-sections.ts';
import type { Unit } from './split-units.ts';
import { expandAbbreviations } from './statement/expand-abbreviations.ts';
import { isSentence } from './statement/is-sentence.ts';
import { isPlural, withArticle } from './statement/noun-phrase.ts';
import { isSidesHead, sidesStatement } from './statement/sides-statement.ts';
import { subjectOf } from './statement/write-complaint.ts';
import { studyStatement } from './statement/study-statement.ts';
import { writeFinding } from './statement/write-finding.ts';
import { isWorkStatus, workStatement } from './statement/work-statement.ts';
import { inLetterVoice, isWholeSentence, quoted, tells, writeStatement } from './statement/write-statement.ts';
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

/** The lane of what is told; what lies in the past by its own words is no procedure of the visit. */
const kindOfProse = ({ section: { kind: section }, reading }: Place, text: string, isOwnDay: boolean): EntryKind => {
  const kind = classifyWords(text);
  if (section === 'objective')
    return kind === 'procedure' && reading.description.kind === 'operative-report' ? 'procedure' : 'visit';
  if (kind === 'procedure' && isOwnDay && (section === 'subjective' || section === 'narrative' || tellsPast(text)))
    return 'visit';
  if (section === 'results') return kind === 'medication' || kind === 'visit' ? 'imaging' : kind;
  // A complaint that names a request, a diagnosis or a review is still what the person said.
  return section === 'subjective' && (kind === 'request' || kind === 'diagnosis' || kind === 'utilization-review')
    ? 'visit'
    : kind;
};

/** The unit's own place and that of the label it stands under: the label alone says which part it is of. */
const rangesOf = (unit: Unit): readonly PageRange[] =>
  unit.part === null || (unit.part.range.page === unit.page && unit.part.range.start >= unit.start)
    ? [unit]
    : [unit, unit.part.range];

/** What the unit says: as a sentence where one can safely be made of it, else in its own words. */
const sayProse = (unit: Unit, { reading, section, visit }: Place, event: EventDate | null): string => {
  const state = partState(unit);
  if (state !== null && tells(state, `${unit.part?.text ?? ''} ${unit.text}`, reading.speech)) return state;
  const said = writeStatement(unit.text, section.kind, reading.speech, event?.text ?? visit.dateText);
  return atPart(said === '' ? quoted(unit.text) : said, unit);
};

/** A work status that stands in running text. */
const workProposal = (unit: Unit, place: Place): Proposal | null => {
  const words = inLetterVoice(unit.text, place.reading.speech);
  if (!isWorkStatus(words) || isWholeSentence(unit.text, place.reading.speech)) return null;
  const text = workStatement([words], place.reading.speech.pronoun);
  return text === ''
    ? null
    : {
        kind: 'work-status',
        text,
        ranges: rangesOf(unit),
        dating: place.visit,
        reason: reasonOf('Work status', place),
        section: place.section.kind,
      };
};

const TREATMENT =
  /^(?:therapeutic exercises?|manual therapy|ice|heat|hot packs?|cold packs?|moist heat|electrical stimulation|ultrasound|massage|soft tissue (?:work|mobilization)|joint mobilization|mobilization|manipulation|adjustment|stretching|strengthening|traction|taping|gait training|neuromuscular re-?education|home exercise program|cupping|needling|therapeutic activities|[a-z ]{0,24}(?:exercises?|strengthening|stretching|mobilization|training)(?: with [a-z]+)?)(?: \d{1,2} minutes?)?$/i;

/** What a therapist or surgeon did, listed among the findings: `Therapeutic exercise, manual therapy, ice`. */
const treatmentProposal = (unit: Unit, place: Place): Proposal | null => {
  const { reading, section, visit } = place;
  if (section.kind !== 'objective') return null;
  const words = inLetterVoice(unit.text, reading.speech).replace(/\.$/, '');
  const own = { ranges: rangesOf(unit), dating: visit, section: section.kind };
  const parts = words.split(/,\s+(?:and\s+)?|\s+and\s+/);
  if (reading.description.kind === 'therapy-note' && parts.every((part) => TREATMENT.test(part)))
    return {
      ...own,
      kind: 'therapy',
      text: `${upperFirst(listed(parts))} ${parts.length > 1 || isPlural(words) ? 'were' : 'was'} provided.`,
      reason: reasonOf('Treatment', place),
    };
  if (reading.description.kind !== 'operative-report' || !PROCEDURE.test(words) || isSentence(words)) return null;
  return {
    ...own,
    kind: 'procedure',
    text: `${subjectOf(reading.speech.pronoun)} underwent ${withArticle(lowerFirst(words))}.`,
    reason: reasonOf('Procedure', place),
  };
};

/** Begins with what was done: the name of an operation or injection. */
const PROCEDURE =
  /^[A-Za-z /-]{0,60}?\b(?:injection|arthroscop\w*|repair|decompression|fusion|discectomy|laminectomy|ablation|block|aspiration|release|debridement|meniscectomy|reconstruction|replacement|arthroplasty|manipulation|fixation|ORIF|excision|removal)\b/i;

/** A sentence or fragment that tells something; dated by its own words where it says when. */
const proseProposal = (unit: Unit, place: Place): Proposal => {
  const { reading, visit, section } = place;
  const ranges = rangesOf(unit);
  const study = studyStatement(unit.text, reading.speech);
  if (study !== '')
    return {
      kind: 'imaging',
      text: study,
      ranges,
      dating: visit,
      reason: reasonOf('Result of a study', place),
      section: section.kind,
    };
  const event = eventDateOf(unit.text, visit, reading.latest);
  const special = workProposal(unit, place) ?? treatmentProposal(unit, place);
  if (special !== null && section.kind !== 'subjective') return special;
  const text = sayProse(unit, place, event);
  if (tellsInjury(unit.text, place, event?.date))
    return {
      kind: 'injury',
      text,
      ranges,
      dating: { ...atInjury(reading, visit), ...(event !== null && { dateText: event.text }) },
      reason: reasonOf('How the injury happened,', place),
      section: section.kind,
    };
  const isOwnDay = event === null || event.date === visit.date;
  const kind = kindOfProse(place, isQuote(text) ? unit.text : text, isOwnDay);
  if (event === null || isOwnDay)
    return {
      kind,
      text,
      ranges,
      dating: visit,
      reason: reasonOf(section.kind === 'objective' ? 'Finding' : 'Statement', place),
      section: section.kind,
    };
  const heading = headingName(section.heading);
  const where = heading === '' ? 'in the text' : `under "${heading}"`;
  return {
    kind,
    text,
    ranges,
    dating: {
      date: event.date,
      dateText: event.text,
      dateKind: 'service',
      ...(event.isAbout !== undefined && { isAbout: true }),
    },
    reason:
      event.isAbout === 'counted'
        ? `Event told ${where}, about when counted back from the visit by "${event.text}".`
        : event.isAbout === 'written'
          ? `Event told ${where}, about when its own words put it: "${event.text}".`
          : `Event that the sentence itself dates, told ${where}.`,
    section: section.kind,
  };
};

const isQuote = (text: string): boolean => text.includes('"');

/**
 * The cells of a table row keep their tabs on the page; the nearest head above is cited too, for it alone says which
 * side is which.
 */
const rowProposal = (unit: Unit, heads: readonly Piece[], { reading, section, visit }: Place): Proposal | null => {
  const head = heads.findLast(({ page, start }) => page === unit.page && start < unit.start);
  if (head === undefined) return null;
  const row = reading.source.pages.find(({ page }) => page === unit.page)?.text.slice(unit.start, unit.end) ?? '';
  const text = sidesStatement(row, head.text);
  return text === ''
    ? null
    : {
        kind: 'visit',
        text,
        ranges: [unit, head],
        dating: visit,
        reason: reasonOf('Row of a table', { reading, section, visit }),
        section: section.kind,
      };
};

/** A score alone tells how much it hurt. */
const SCORE = /^\d{1,2}(?:\.\d)?\s?\/\s?10\b/;

/** Whether a unit tells something of the person or of care, as far as its section lets one know. */
const isProse = (unit: Unit, { reading, section }: Place): boolean => {
  const words = expandAbbreviations(unit.text);
  if (
    /\?$|:$|_{3,}/.test(unit.text) ||
    (!/[a-z]{3}/i.test(words) && !SCORE.test(words)) ||
    isSidesHead(unit.text) ||
    isSignedName(unit.text) ||
    isEmptyTalk(words)
  )
    return false;
  if (section.kind === 'objective')
    return words.split(' ').length > 2 || writeFinding(words.replace(/[\s.;,]+$/, '')) !== null;
  if (!isClinical(words)) return false;
  if (section.kind !== 'narrative' || reading.isPlain) return true;
  // In running text stand letterheads and labels as well: only whole sentences count.
  return unit.text.split(' ').length >= 4 && isWholeSentence(unit.text, reading.speech) && !/:\s*$/.test(unit.text);
};

/** The sentences of a section that tell something clinical, each as a proposal. */
export const proposeProse = (units: readonly Unit[], place: Place): Proposal[] => {
  const heads = place.section.pieces.filter(({ text }) => isSidesHead(text));
  return units.flatMap((unit) => {
    const row = rowProposal(unit, heads, place);
    if (row !== null) return [row];
    return proposeMentions(unit, place) ?? (isProse(unit, place) ? [proseProposal(unit, place)] : []);
  });
};
