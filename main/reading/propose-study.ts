import type { EntryDraft } from '../../shared/entry.ts';
import type { Encounter } from './find-encounters.ts';
import { toDraft, type Reading } from './proposal.ts';
import { joined, listed } from './propose-diagnoses.ts';
import { lowerFirst, upperFirst, withFullStop } from './sentence-case.ts';
import { splitSections, type Section } from './split-sections.ts';
import { splitUnits, type Unit } from './split-units.ts';
import { isSentence, withArticle } from './statement/complete-sentence.ts';
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
export const proposeStudy = (reading: Reading, visit: Encounter): EntryDraft[] => {
  const conclusion = conclusionOf(splitSections(visit.lines));
  if (conclusion === undefined) return [];
  const units = splitUnits(reading.source, conclusion.pieces)
    .map((unit) => ({ unit, words: inLetterVoice(unit.text, reading.speech) }))
    .filter(({ words }) => /[a-z]{4}/i.test(words));
  const fragments = units.filter(({ words }) => !isSentence(words.split(/, which\b/)[0] ?? words));
  const draft = (text: string, ranges: readonly Unit[]): EntryDraft =>
    toDraft(reading, {
      kind: 'imaging',
      text,
      ranges,
      dating: visit,
      reason: `Conclusion of the ${reading.description.title}, ${visit.basis}.`,
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

/** The operation that an operative report is about, as its procedure heading names it. */
export const proposeOperation = (reading: Reading, visit: Encounter): EntryDraft[] => {
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
        toDraft(reading, {
          kind: 'procedure',
          text: `${who} underwent ${listed(names)}.`,
          ranges: units,
          dating: visit,
          reason: `Procedure named in the operative report, ${visit.basis}.`,
        }),
      ];
};

const RESULT_ROW = /^([A-Z][A-Za-z /()-]{2,40}?)\s*:?\s+(POSITIVE|Positive|DETECTED|Detected|PRESENT)\b(.*)$/;
const UNEXPECTED = /inconsistent|not prescribed|unexpected/i;

/** What a drug test found: every positive row, and which of them its laboratory calls inconsistent. */
export const proposeDrugTest = (reading: Reading, visit: Encounter): EntryDraft[] => {
  const rows = visit.lines.flatMap((line) => {
    const match = RESULT_ROW.exec(line.text);
    return match === null
      ? []
      : [
          {
            line,
            name: (match[1] ?? '').toLowerCase().replace(/\bthc\b/, 'THC'),
            isOdd: UNEXPECTED.test(match[3] ?? ''),
          },
        ];
  });
  if (rows.length === 0) return [];
  const odd = rows.filter(({ isOdd }) => isOdd).map(({ name }) => name);
  const remark =
    odd.length === 0 ? '' : `; ${listed(odd)} ${odd.length === 1 ? 'was' : 'were'} reported as inconsistent`;
  return [
    toDraft(reading, {
      kind: 'medication',
      text: `A urine drug test was positive for ${listed(rows.map(({ name }) => name))}${remark}.`,
      ranges: rows.map(({ line }) => line),
      dating: visit,
      reason: `Positive results of the drug test, ${visit.basis}.`,
    }),
  ];
};
