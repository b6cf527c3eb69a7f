import type { Encounter } from './find-encounters.ts';
import type { Proposal, Reading } from './proposal.ts';
import { joined, listed } from './propose-diagnoses.ts';
import { lowerFirst, upperFirst, withFullStop } from './sentence-case.ts';
import { splitSections, type Section } from './split-sections.ts';
import { splitUnits, type Unit } from './split-units.ts';
import { isSentence } from './statement/is-sentence.ts';
import { withArticle } from './statement/noun-phrase.ts';
import { inLetterVoice } from './statement/write-statement.ts';

const CONCLUSION = /impression|conclusion|interpretation|opinion|summary/i;

const conclusionOf = (sections: readonly Section[]): Section | undefined =>
  sections.find(({ heading }) => CONCLUSION.test(heading)) ??
  sections.find(({ kind }) => kind === 'results' || kind === 'diagnosis');

const studyName = ({ description }: Reading): string => {
  if (description.kind === 'electrodiagnostic-report') return 'Electrodiagnostic testing';
  return description.title === 'Imaging report' ? 'Imaging' : upperFirst(withArticle(description.title));
};

const showed = (study: string, findings: readonly string[]): string => {
  const [only = ''] = findings;
  if (findings.length === 1 && /^normal\b/i.test(only)) return withFullStop(`${study} was normal`);
  const parts = findings.map((finding) => withArticle(lowerFirst(finding.replace(/\.$/, ''))));
  return withFullStop(`${study} showed ${joined(parts)}`);
};

/**
 * The conclusion of an imaging or electrodiagnostic report: its findings in one statement, whole sentences each in one.
 */
export const proposeStudy = (reading: Reading, visit: Encounter): Proposal[] => {
  const conclusion = conclusionOf(splitSections(visit.lines));
  if (conclusion === undefined) return [];
  const units = splitUnits(reading.source, conclusion.pieces)
    .map((unit) => ({ unit, words: inLetterVoice(unit.text, reading.speech) }))
    .filter(({ words }) => /[a-z]{4}/i.test(words));
  const fragments = units.filter(({ words }) => !isSentence(words.split(/, which\b/)[0] ?? words));
  const draft = (text: string, ranges: readonly Unit[]): Proposal => ({
    kind: 'imaging',
    text,
    ranges,
    dating: visit,
    reason: `Conclusion of the ${reading.description.title}, ${visit.basis}.`,
    section: 'results',
  });
  return [
    ...(fragments.length === 0
      ? []
      : [
          draft(
            showed(
              studyName(reading),
              fragments.map(({ words }) => words),
            ),
            fragments.map(({ unit }) => unit),
          ),
        ]),
    ...units
      .filter((one) => !fragments.includes(one))
      .map(({ unit, words }) => draft(withFullStop(upperFirst(words)), [unit])),
  ];
};

/** The operation that an operative report is about, as its procedure heading names it; none where it has no such one. */
export const proposeOperation = (reading: Reading, visit: Encounter): Proposal[] => {
  const performed = splitSections(visit.lines).find(({ kind }) => kind === 'procedure');
  if (performed === undefined) return [];
  const units = splitUnits(reading.source, performed.pieces);
  const names = units.map((unit) =>
    withArticle(lowerFirst(inLetterVoice(unit.text, reading.speech).replace(/\.$/, ''))),
  );
  const who = reading.speech.pronoun === null ? 'The patient' : upperFirst(reading.speech.pronoun);
  return names.length === 0
    ? []
    : [
        {
          kind: 'procedure',
          text: `${who} underwent ${listed(names)}.`,
          ranges: units,
          dating: visit,
          reason: `Procedure named in the operative report, ${visit.basis}.`,
          section: 'procedure',
        },
      ];
};
