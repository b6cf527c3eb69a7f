import { usDate } from '../../shared/partial-date.ts';
import { editionName, type GuidelineRow } from '../../shared/guideline.ts';

/** What no edition may lack, in a sentence; null for a sound one. */
export const rowProblem = ({ chapter, effectiveFrom, effectiveTo }: GuidelineRow): string | null => {
  if (chapter.trim() === '') return 'An edition needs the name of its chapter.';
  return effectiveFrom !== null && effectiveTo !== null && effectiveTo <= effectiveFrom
    ? 'An edition ends after it begins; check its dates.'
    : null;
};

/** Rows that are judged by the days of services. */
const byService = (rows: readonly GuidelineRow[]): (GuidelineRow & { readonly effectiveFrom: string })[] =>
  rows
    .filter(
      (row): row is GuidelineRow & { readonly effectiveFrom: string } =>
        row.effectiveFrom !== null &&
        row.status === 'adopted' &&
        row.certainty !== 'memory' &&
        row.requestsFrom === null &&
        row.requestsTo === null,
    )
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));

/**
 * What is wrong with the editions as a whole, in a sentence: one that stands there twice, or two of one chapter in force
 * at once; null for a sound table. An edition without an end goes on until the next one of its chapter begins.
 */
export const tableProblem = (rows: readonly GuidelineRow[]): string | null => {
  const twice = rows.find(({ id }, index) => rows.findIndex((other) => other.id === id) < index);
  if (twice !== undefined) return `${editionName(twice)} stands in the table twice, under one id.`;
  for (const ofChapter of Map.groupBy(byService(rows), ({ chapter }) => chapter).values())
    for (const [index, later] of ofChapter.entries()) {
      const before = ofChapter[index - 1];
      if (before === undefined) continue;
      if (before.effectiveFrom === later.effectiveFrom || (before.effectiveTo ?? '') > later.effectiveFrom)
        return `${editionName(before)} and ${editionName(later)} would both be in force from ${usDate(later.effectiveFrom)} on; end the first before the second begins.`;
    }
  return null;
};
