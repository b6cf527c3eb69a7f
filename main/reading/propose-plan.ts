import type { EntryKind } from '../../shared/entry.ts';
import { findDates } from '../../shared/find-dates.ts';
import { findFacts } from '../../shared/find-facts.ts';
import { classifyWords, isClinical } from './classify-words.ts';
import { eventDateOf } from './event-date.ts';
import { proposeProse } from './propose-prose.ts';
import type { Proposal } from './proposal.ts';
import { isDrugName, lowerFirst } from './sentence-case.ts';
import type { Unit } from './split-units.ts';
import { isSentence } from './statement/complete-sentence.ts';
import { expandAbbreviations } from './statement/expand-abbreviations.ts';
import { planStatement } from './statement/plan-statement.ts';
import { isWorkStatus, workStatement } from './statement/work-statement.ts';
import { inLetterVoice, isWholeSentence, withoutDate } from './statement/write-statement.ts';
import type { Place } from './visit-place.ts';
import { headingName, reasonOf } from './visit-place.ts';

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

/** The drugs, requests and measures of a plan, each as a proposal. */
export const proposePlan = (units: readonly Unit[], place: Place): Proposal[] =>
  units
    .filter(
      ({ text }) =>
        isClinical(expandAbbreviations(text)) ||
        isWorkStatus(text) ||
        (classifyWords(text) === 'medication' && !/\?/.test(text)),
    )
    .flatMap((unit) => planProposal(unit, place) ?? []);

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
