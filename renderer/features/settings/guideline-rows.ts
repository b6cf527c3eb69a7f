import type { GuidelineRow } from '../../../shared/guideline.ts';

/** An edition that nothing is known of yet; saving gives it its id. */
export const BLANK_ROW: GuidelineRow = {
  id: '',
  chapter: '',
  chapter2014: '',
  year: new Date().getFullYear(),
  regulation: '',
  effectiveFrom: '',
  effectiveTo: null,
  sections: [],
  sectionOptional: false,
  confirmed: true,
};

/** The next edition of the same chapter, still without its date. */
export const nextEdition = (row: GuidelineRow): GuidelineRow => ({
  ...row,
  id: '',
  year: row.year + 1,
  effectiveFrom: '',
  effectiveTo: null,
  confirmed: true,
});

/** By chapter, the newest edition first; only those that hold every word. */
export const arrangeRows = (rows: readonly GuidelineRow[], words: string): GuidelineRow[] => {
  const wanted = words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const hay = ({ chapter, chapter2014, year, regulation }: GuidelineRow): string =>
    `${chapter} ${chapter2014} ${String(year)} ${regulation}`.toLowerCase();
  return rows
    .filter((row) => wanted.every((word) => hay(row).includes(word)))
    .sort((a, b) => a.chapter.localeCompare(b.chapter) || b.effectiveFrom.localeCompare(a.effectiveFrom));
};
