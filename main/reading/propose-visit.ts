import type { EntryDraft } from '../../shared/entry.ts';
import type { Encounter } from './find-encounters.ts';
import { proposeDiagnoses } from './propose-diagnoses.ts';
import { proposeMedications, proposePlan } from './propose-plan.ts';
import { proposeProse } from './propose-prose.ts';
import { toDraft, type Proposal, type Reading } from './proposal.ts';
import { splitSections } from './split-sections.ts';
import { splitUnits, type Unit } from './split-units.ts';
import { workParts, workStatement } from './statement/work-statement.ts';
import { inLetterVoice, isWholeSentence } from './statement/write-statement.ts';
import type { Place } from './visit-place.ts';
import { reasonOf } from './visit-place.ts';

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
  return [...own, ...proposeProse(rest, place)];
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

const ofSection = (place: Place): Proposal[] => {
  const { section, reading } = place;
  const units = splitUnits(reading.source, section.pieces);
  switch (section.kind) {
    case 'diagnosis':
      return diagnoses(units, place);
    case 'medications':
      return proposeMedications(units, place);
    case 'plan':
    case 'rendered':
    case 'request':
      return proposePlan(units, place);
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
      return proposeProse(units, place);
  }
};

/** The proposals of one visit, section by section, each citing the sentence or item that it was made from. */
export const proposeVisit = (reading: Reading, visit: Encounter): EntryDraft[] =>
  splitSections(visit.lines)
    .flatMap((section) => ofSection({ reading, visit, section }))
    .map((proposal) => toDraft(reading, proposal));
