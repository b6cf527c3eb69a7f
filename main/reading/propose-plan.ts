import type { EntryKind } from '../../shared/entry.ts';
import { findDates } from '../../shared/find-dates.ts';
import { hasDrug } from '../../shared/find-facts.ts';
import { atPart } from './at-part.ts';
import { classifyWords, isClinical, isEmptyTalk } from './classify-words.ts';
import { eventDateOf } from './event-date.ts';
import { isSignedName } from './find-provider.ts';
import { proposeProse } from './propose-prose.ts';
import type { Proposal } from './proposal.ts';
import { isDrugName, lowerFirst } from './sentence-case.ts';
import type { Unit } from './split-units.ts';
import { isSentence } from './statement/is-sentence.ts';
import { expandAbbreviations } from './statement/expand-abbreviations.ts';
import { firstClause, planStatement, withoutOrder } from './statement/plan-statement.ts';
import { isWorkStatus, workStatement } from './statement/work-statement.ts';
import { inLetterVoice, isWholeSentence, quoted, tells, withoutDate } from './statement/write-statement.ts';
import type { Place } from './visit-place.ts';
import { headingName, reasonOf } from './visit-place.ts';

const DISPENSED = /dispens|given/i;
const CURRENT = /current|present|medications?\s*:?$|^meds/i;

const drugVerb = (heading: string): string => (DISPENSED.test(heading) ? 'dispensed' : 'prescribed');

const listVerb = ({ section, reading }: Place, text: string): string => {
  if (section.kind === 'rendered' && !hasDrug(text)) return 'provided';
  if (hasDrug(text.slice(0, 60)) || isDrugName(text)) return drugVerb(section.heading);
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
  const isAsked = /\b(?:was|were) (?:requested|recommended)\b/.test(text) && !hasDrug(text);
  const kind = isAsked ? 'request' : found;
  if (kind === 'medication' || kind === 'work-status') return kind;
  if (/^no\b/i.test(text)) return 'visit';
  if (/\b(?:was|were) (?:requested|recommended|ordered|planned|considered)\b|referred to|\bpending\b/.test(text))
    return reading.description.kind === 'therapy-note' ? 'therapy' : 'request';
  // In a plan a study or an operation is asked for, unless the words say that it was done.
  if ((kind === 'imaging' || kind === 'procedure') && !DONE.test(text)) return 'request';
  if (section.kind === 'rendered' && kind === 'visit') return 'therapy';
  return PLAN_KINDS.includes(kind) ? kind : kind === 'request' ? 'request' : 'visit';
};

const DONE =
  /\b(?:show(?:s|ed)|reveal\w*|demonstrat\w*|was (?:done|performed|obtained|given|provided|reviewed|injected)|were (?:done|performed|obtained|given|provided|reviewed|taken)|underwent|injected)\b/i;

const TAKING = /^(?:none|no medications?|not taking|nothing)\b/i;

const medicationStatement = (text: string, { reading, section }: Place): string => {
  const who = reading.speech.pronoun === null ? 'The patient' : reading.speech.pronoun === 'he' ? 'He' : 'She';
  const words = joined(inLetterVoice(text, reading.speech));
  if (TAKING.test(words)) return `${who} was not taking any medication.`;
  if (!CURRENT.test(headingName(section.heading)) || isSentence(words) || withoutOrder(words) !== words)
    return planStatement(words, drugVerb(section.heading), reading.speech.pronoun);
  return `${who} was taking ${lowerFirst(words.replace(/\.$/, ''))}.`;
};

/** Several drugs in one item are said together: `A; B` reads `A and B`. */
const joined = (words: string): string => (words.split('; ').every(hasDrug) ? words.replace(/; /g, ' and ') : words);

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

/** Only if something comes about: no order, request or change yet. */
const CONDITIONAL =
  /\b(?:if|unless|should (?:he|she|the|symptoms|pain)|when(?:ever)? (?:he|she|needed|necessary)|in case)\b/i;

/** What the item says as a sentence of a letter; in its own words where none can safely be made. */
const sayPlan = (unit: Unit, words: string, isMedication: boolean, place: Place): string => {
  const { reading } = place;
  const said = isMedication
    ? medicationStatement(unit.text, place)
    : planStatement(words, listVerb(place, words), reading.speech.pronoun);
  const isWhole = isWholeSentence(unit.text, reading.speech);
  if (said === '' || (CONDITIONAL.test(words) && !isWhole)) return atPart(quoted(unit.text), unit);
  const clause = firstClause(words);
  const isOrder = withoutOrder(clause) !== clause;
  const told = isOrder ? withoutOrder(clause) : isMedication || isWhole ? words : clause;
  return TAKING.test(words) || tells(said, told, reading.speech) ? said : atPart(quoted(unit.text), unit);
};

const planProposal = (unit: Unit, place: Place): Proposal | null => {
  const { reading, visit, section } = place;
  if (isAppointment(unit, place)) return null;
  const event = eventDateOf(unit.text, visit, reading.latest);
  const words = inLetterVoice(withoutDate(unit.text, event?.text ?? ''), reading.speech);
  const own = { ranges: [unit], section: section.kind };
  if (isWorkStatus(words))
    return {
      ...own,
      kind: 'work-status',
      text: workStatement(words.split(/:\s+(?=no\b)/), reading.speech.pronoun),
      dating: visit,
      reason: reasonOf('Work status', place),
    };
  const isMedication = section.kind === 'medications' && (classifyWords(words) === 'medication' || TAKING.test(words));
  const text = sayPlan(unit, words, isMedication, place);
  const kind = isMedication ? 'medication' : kindOfPlan(text.startsWith('"') ? words : text, place);
  const what = kind === 'medication' ? 'Drug' : kind === 'request' ? 'Request' : 'Measure';
  const dating =
    event !== null && event.date !== visit.date
      ? {
          date: event.date,
          dateText: event.text,
          dateKind: 'service' as const,
          ...(event.isAbout !== undefined && { isAbout: true }),
        }
      : visit;
  return { ...own, kind, text, dating, reason: reasonOf(what, place) };
};

/** The drugs, requests and measures of a plan, each as a proposal. */
export const proposePlan = (units: readonly Unit[], place: Place): Proposal[] =>
  units.filter((unit) => isPlanned(unit, place)).flatMap((unit) => planProposal(unit, place) ?? []);

/** Words that point to what stands elsewhere, or to nothing. */
const NOTHING = /^(?:continue|same|as above|see above|as before|see note|none|n\/a|plan)\W*$/i;

/** Whether an item of a plan tells something: under a plan's heading nearly every one does. */
const isPlanned = ({ text }: Unit, { reading, section }: Place): boolean => {
  const words = expandAbbreviations(text);
  if (/\?$|_{3,}/.test(text) || !/[a-z]{3}/i.test(words) || isSignedName(text)) return false;
  if (isWorkStatus(text) || classifyWords(text) === 'medication') return true;
  if (section.kind === 'medications' && TAKING.test(text)) return true;
  if (NOTHING.test(text)) return false;
  return !isEmptyTalk(words) && (isClinical(words) || !isWholeSentence(text, reading.speech));
};

const MEDICATION_KINDS: readonly EntryKind[] = ['medication', 'imaging', 'procedure', 'request'];

/**
 * The drugs of a medication section. A medication label inside running text ends where the drugs do; the sentences
 * after it are the person's account again.
 */
export const proposeMedications = (units: readonly Unit[], place: Place): Proposal[] => {
  const isDrug = ({ text }: Unit): boolean => MEDICATION_KINDS.includes(classifyWords(text)) || TAKING.test(text);
  const sentences = units.filter((unit) => !isDrug(unit) && isWholeSentence(unit.text, place.reading.speech));
  return [
    ...proposePlan(units.filter(isDrug), place),
    ...proposeProse(sentences, { ...place, section: { ...place.section, kind: 'subjective', heading: '' } }),
  ];
};
