import { findFacts } from '../../../shared/find-facts.ts';
import type { SummaryStyle } from '../../reading/compose-summary.ts';
import type { ReadCase } from '../../store/case-file.ts';
import { readTexts } from '../../store/pages.ts';
import { listRecords } from '../../store/records.ts';

/** Sexes said on the first pages of the records; forms and histories say it there. */
const PAGES_LOOKED_AT = 2;

const sexesSaid = (file: ReadCase): string[] =>
  listRecords(file).flatMap(({ id }) =>
    readTexts(file, id, 0, PAGES_LOOKED_AT).flatMap(({ text }) =>
      findFacts(text).flatMap((fact) => (fact.kind === 'sex' ? [fact.value] : [])),
    ),
  );

/**
 * How the summary of this case speaks: the pronoun is that of the sex most records say, none where they do not agree.
 */
export const summaryStyle = (file: ReadCase): SummaryStyle => {
  const sexes = sexesSaid(file);
  const male = sexes.filter((sex) => sex === 'male').length;
  const female = sexes.length - male;
  return {
    personWord: 'injured worker',
    dateStyle: 'MM/DD/YY',
    pronoun: male > 2 * female ? 'he' : female > 2 * male ? 'she' : null,
  };
};
