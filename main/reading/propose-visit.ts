import type { EntryDraft, EntryKind } from '../../shared/entry.ts';
import { findDates } from '../../shared/find-dates.ts';
import { findFacts } from '../../shared/find-facts.ts';
import { classifyWords, isClinical } from './classify-words.ts';
import { eventDateOf } from './event-date.ts';
import type { Dating, Encounter } from './find-encounters.ts';
import { toDraft, type Proposal, type Reading } from './proposal.ts';
import { proposeDiagnoses } from './propose-diagnoses.ts';
import { isDrugName, lowerFirst } from './sentence-case.ts';
import type { SectionKind } from './section-headings.ts';
import { splitSections, type Section } from './split-sections.ts';
import { splitUnits, type Unit } from './split-units.ts';
import { isSentence } from './statement/complete-sentence.ts';
import { expandAbbreviations } from './statement/expand-abbreviations.ts';
import { planStatement } from './statement/plan-statement.ts';
import { isSidesHead, sidesStatement } from './statement/sides-statement.ts';
import { studyStatement } from './statement/study-statement.ts';
import { isWorkStatus, workParts, workStatement } from './statement/work-statement.ts';
import { inLetterVoice, isWholeSentence, withoutDate, writeStatement } from './statement/write-statement.ts';

type Place = { readonly reading: Reading; readonly visit: Dating; readonly section: Section };

const headingName = (heading: string): string =>
  heading
    .replace(/^(?:\d{1,2}[a-z]?|[A-Z])[.)]\s+/, '')
    .replace(/\s*[(:].*$/s, '')
    .replace(/\s[-–]+\s*$/, '')
    .trim();

const reasonOf = (what: string, { section, visit }: Place): string => {
  const name = headingName(section.heading);
  return `${what} ${name === '' ? 'in the text' : `under "${name}"`}, ${visit.basis}.`;
};

const atInjury = ({ dateOfInjury }: Reading, visit: Dating): Pick<Dating, 'date' | 'dateText' | 'dateKind'> => ({
  date: dateOfInjury ?? visit.date,
  dateText: dateOfInjury === null ? visit.dateText : '',
  dateKind: dateOfInjury === null ? visit.dateKind : 'injury',
});

const MECHANISM =
  /\b(?:injur(?:ed|y)|accident|fell|slipped|tripped|struck|lifting|pulling|pushing|carrying|twisted|felt (?:a |an |sharp |sudden )*(?:pain|pop|pull|something)|strained)\b/i;

/** Told of the day of injury: in a section about it, or by naming the day in a sentence about how it came. */
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

const prose = (units: readonly Unit[], place: Place): Proposal[] =>
  units
    .filter((unit) => isProse(unit, place))
    .flatMap((unit) => rowProposal(unit, place) ?? proseProposal(unit, place) ?? []);

const DISPENSED = /dispens|given/i;
const CURRENT = /current|present|medications?\s*:?$|^meds/i;

const drugVerb = (heading: string): string => (DISPENSED.test(heading) ? 'dispensed' : 'prescribed');

const listVerb = ({ section, reading }: Place, text: string): string => {
  if (section.kind === 'rendered' && !findFacts(text).some(({ kind }) => kind === 'drug')) return 'provided';
  if (findFacts(text.slice(0, 60)).some(({ kind }) => kind === 'drug') || isDrugName(text))
    return drugVerb(section.heading);
  if (/recommend/i.test(section.heading)) return 'recommended';
  if (reading.description.kind === 'therapy-note')
    return /\b(?:more|next|x|times|week|re-?exam|continue|visits)\b|\/wk/i.test(text) ? 'planned' : 'provided';
  return 'requested';
};

const PLAN_KINDS: readonly EntryKind[] = [
  'medication',
  'work-status',
  'therapy',
  'procedure',
  'imaging',
  'utilization-review',
];

const kindOfPlan = (text: string, { section, reading }: Place): EntryKind => {
  const found = classifyWords(text);
  const isAsked =
    /\b(?:was|were) (?:requested|recommended)\b/.test(text) && !findFacts(text).some(({ kind }) => kind === 'drug');
  const kind = isAsked ? 'request' : found;
  if (kind === 'medication' || kind === 'work-status') return kind;
  if (/^no\b/i.test(text)) return 'visit';
  if (/\b(?:was|were) (?:requested|recommended|ordered|planned|considered)\b|referred to|\bpending\b/.test(text))
    return reading.description.kind === 'therapy-note' ? 'therapy' : 'request';
  if (section.kind === 'rendered' && kind === 'visit') return 'therapy';
  return PLAN_KINDS.includes(kind) ? kind : kind === 'request' ? 'request' : 'visit';
};

const TAKING = /^(?:none|no medications?|not taking|nothing)\b/i;

const medicationStatement = (text: string, { reading, section }: Place): string => {
  const who = reading.speech.pronoun === null ? 'The patient' : reading.speech.pronoun === 'he' ? 'He' : 'She';
  const words = joined(inLetterVoice(text, reading.speech));
  if (TAKING.test(words)) return `${who} was not taking any medication.`;
  if (!CURRENT.test(headingName(section.heading)) || isSentence(words))
    return planStatement(words, drugVerb(section.heading), reading.speech.pronoun);
  return `${who} was taking ${lowerFirst(words.replace(/\.$/, ''))}.`;
};

/** Several drugs in one item are said together: `A; B` reads `A and B`. */
const joined = (words: string): string =>
  words.split('; ').every((part) => findFacts(part).some(({ kind }) => kind === 'drug'))
    ? words.replace(/; /g, ' and ')
    : words;

/** Every day that the item names lies after the visit: something to come, not something done. */
const isAppointment = ({ text }: Unit, { reading, visit }: Place): boolean => {
  const dates = findDates(text, { latest: reading.latest, ...(visit.date !== null && { near: visit.date }) }).filter(
    ({ precision }) => precision === 'day',
  );
  return (
    visit.date !== null &&
    dates.length > 0 &&
    dates.every(({ date }) => date > (visit.date ?? date)) &&
    !/\b(?:MRI|surgery|injection|operation)\b/i.test(text)
  );
};

const planProposal = (unit: Unit, place: Place): Proposal | null => {
  const { reading, visit, section } = place;
  const event = eventDateOf(unit.text, visit, reading.latest);
  const words = inLetterVoice(withoutDate(unit.text, event?.text ?? ''), reading.speech);
  if (isAppointment(unit, place)) return null;
  if (isWorkStatus(words))
    return {
      kind: 'work-status',
      text: workStatement(words.split(/:\s+(?=no\b)/), reading.speech.pronoun),
      ranges: [unit],
      dating: visit,
      reason: reasonOf('Work status', place),
    };
  const isMedication = section.kind === 'medications' && (classifyWords(words) === 'medication' || TAKING.test(words));
  const text = isMedication
    ? medicationStatement(unit.text, place)
    : planStatement(words, listVerb(place, words), reading.speech.pronoun);
  if (text === '') return null;
  const kind = isMedication ? 'medication' : kindOfPlan(text, place);
  const what = kind === 'medication' ? 'Drug' : kind === 'request' ? 'Request' : 'Measure';
  const own =
    event !== null && event.date !== visit.date
      ? { date: event.date, dateText: event.text, dateKind: 'service' as const }
      : visit;
  return { kind, text, ranges: [unit], dating: own, reason: reasonOf(what, place) };
};

const plan = (units: readonly Unit[], place: Place): Proposal[] =>
  units
    .filter(
      ({ text }) =>
        isClinical(expandAbbreviations(text)) ||
        isWorkStatus(text) ||
        (classifyWords(text) === 'medication' && !/\?/.test(text)),
    )
    .flatMap((unit) => planProposal(unit, place) ?? []);

const diagnoses = (units: readonly Unit[], place: Place): Proposal[] => {
  const list = proposeDiagnoses(units, place.reading.speech);
  const rest = units.filter(
    (unit) => list?.units.includes(unit) !== true && isWholeSentence(unit.text, place.reading.speech),
  );
  const own: Proposal[] =
    list === null
      ? []
      : [
          {
            kind: 'diagnosis',
            text: list.text,
            ranges: list.units,
            dating: place.visit,
            reason: reasonOf(list.units.length > 1 ? 'Diagnoses' : 'Diagnosis', place),
          },
        ];
  return [...own, ...prose(rest, place)];
};

const workStatus = (units: readonly Unit[], place: Place): Proposal[] => {
  const parts = workParts(units).map((part) => ({ ...part, words: inLetterVoice(part.text, place.reading.speech) }));
  const text = workStatement(
    parts.map(({ words }) => words),
    place.reading.speech.pronoun,
  );
  return text === ''
    ? []
    : [{ kind: 'work-status', text, ranges: parts, dating: place.visit, reason: reasonOf('Work status', place) }];
};

const MEDICATION_KINDS: readonly EntryKind[] = ['medication', 'imaging', 'procedure', 'request'];

/**
 * A medication label inside running text ends where the drugs do; the sentences after it are the person's account
 * again.
 */
const medications = (units: readonly Unit[], place: Place): Proposal[] => {
  const isDrug = ({ text }: Unit): boolean => MEDICATION_KINDS.includes(classifyWords(text)) || TAKING.test(text);
  const sentences = units.filter((unit) => !isDrug(unit) && isWholeSentence(unit.text, place.reading.speech));
  return [
    ...plan(units.filter(isDrug), place),
    ...prose(sentences, { ...place, section: { ...place.section, kind: 'subjective', heading: '' } }),
  ];
};

const ofSection = (place: Place): Proposal[] => {
  const { section, reading } = place;
  const units = splitUnits(reading.source, section.pieces);
  switch (section.kind) {
    case 'diagnosis':
      return diagnoses(units, place);
    case 'medications':
      return medications(units, place);
    case 'plan':
    case 'rendered':
    case 'request':
      return plan(units, place);
    case 'work-status':
      return workStatus(units, place);
    case 'records':
    case 'other':
    case 'procedure':
      return [];
    case 'subjective':
    case 'objective':
    case 'results':
    case 'mechanism':
    case 'narrative':
      return prose(units, place);
  }
};

/** The proposals of one visit, section by section, each citing the sentence or item that it was made from. */
export const proposeVisit = (reading: Reading, visit: Encounter): EntryDraft[] =>
  splitSections(visit.lines)
    .flatMap((section) => ofSection({ reading, visit, section }))
    .map((proposal) => toDraft(reading, proposal));
