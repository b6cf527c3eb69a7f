import type { Encounter } from './find-encounters.ts';
import { proposeDiagnoses } from './propose-diagnoses.ts';
import { proposeMedications, proposePlan } from './propose-plan.ts';
import { proposeProse } from './propose-prose.ts';
import type { Proposal, Reading } from './proposal.ts';
import { splitSections } from './split-sections.ts';
import { splitUnits, type Unit } from './split-units.ts';
import { isRestriction, isWorkStatus, workParts, workStatement } from './statement/work-statement.ts';
import { inLetterVoice, isWholeSentence, quoted } from './statement/write-statement.ts';
import type { Place } from './visit-place.ts';
import { reasonOf } from './visit-place.ts';

const diagnoses = (units: readonly Unit[], place: Place): Proposal[] => {
  const list = proposeDiagnoses(units, place.reading.speech);
  const rest = units.filter((unit) => list?.units.includes(unit) !== true);
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
            section: 'diagnosis',
          },
        ];
  return [...own, ...proposeProse(rest, place)];
};

const CODED = /\b[A-TV-Z]\d{2}\.\w{1,4}\b|\(\s?\d{3}\.\d{1,2}\s?\)/;

/** An assessment and plan in one: what bears a code is a diagnosis, the rest is planned. */
const assessed = (units: readonly Unit[], place: Place): Proposal[] => [
  ...diagnoses(
    units.filter(({ text }) => CODED.test(text)),
    place,
  ),
  ...proposePlan(
    units.filter(({ text }) => !CODED.test(text)),
    place,
  ),
];

const workStatus = (units: readonly Unit[], place: Place): Proposal[] => {
  const parts = workParts(units).map((part) => ({ ...part, words: inLetterVoice(part.text, place.reading.speech) }));
  if (parts.length === 0) return [];
  const said = workStatement(
    parts.map(({ words }) => words),
    place.reading.speech.pronoun,
  );
  const text = said === '' ? quoted(parts.map(({ text: own }) => own).join(' ')) : said;
  return [
    {
      kind: 'work-status',
      text,
      ranges: parts,
      dating: place.visit,
      reason: reasonOf('Work status', place),
      section: 'work-status',
    },
  ];
};

/** A slip without headings: what puts the person on or off work, and within which limits, is the status. */
const workSlip = (units: readonly Unit[], place: Place): Proposal[] => {
  const isStatus = ({ text }: Unit): boolean => isWorkStatus(text) || isRestriction(text);
  return [
    ...workStatus(units.filter(isStatus), place),
    ...proposeProse(
      units.filter((unit) => !isStatus(unit)),
      place,
    ),
  ];
};

/** Substances that the person does not bear, as listed: they are no drugs that were taken. */
const allergies = (units: readonly Unit[], place: Place): Proposal[] => {
  const end = units.findIndex(({ text }) => text.split(' ').length > 12 || isWholeSentence(text, place.reading.speech));
  const listed = end === -1 ? units : units.slice(0, end);
  const own = listed
    .filter(({ text }) => !/^(?:nkda|nka|none|no\b|denies|negative|not known)/i.test(text))
    .map((unit): Proposal => ({
      kind: 'visit',
      text: `Allergies: ${quoted(unit.text)}`,
      ranges: [unit],
      dating: place.visit,
      reason: reasonOf('Allergy', place),
      section: 'allergies',
    }));
  // A list of substances ends where sentences begin.
  const rest: Place = { ...place, section: { ...place.section, kind: 'narrative', heading: '' } };
  return [...own, ...proposeProse(units.slice(listed.length), rest)];
};

const ofSection = (place: Place): Proposal[] => {
  const { section, reading } = place;
  const units = splitUnits(reading.source, section.pieces);
  switch (section.kind) {
    case 'diagnosis':
      return diagnoses(units, place);
    case 'medications':
      return proposeMedications(units, place);
    case 'plan':
      return /assessment|impression|diagnos|^a\s?\/\s?p\b/i.test(section.heading)
        ? assessed(units, place)
        : proposePlan(units, place);
    case 'rendered':
    case 'request':
      return proposePlan(units, place);
    case 'work-status':
      return workStatus(units, place);
    case 'allergies':
      return allergies(units, place);
    case 'records':
    case 'other':
    case 'procedure':
      return [];
    case 'narrative':
      return reading.description.kind === 'work-status' ? workSlip(units, place) : proposeProse(units, place);
    case 'subjective':
    case 'objective':
    case 'results':
    case 'mechanism':
      return proposeProse(units, place);
  }
};

/** The proposals of one visit, section by section, each citing the sentence or item that it was made from. */
export const proposeVisit = (reading: Reading, visit: Encounter): Proposal[] =>
  splitSections(visit.lines).flatMap((section) => ofSection({ reading, visit, section }));
