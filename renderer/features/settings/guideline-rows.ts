import type { GuidelineRow } from '../../../shared/guideline.ts';

/** An edition that nothing is known of yet; saving gives it its id. */
export const BLANK_ROW: GuidelineRow = {
  id: '',
  chapter: '',
  otherNames: [],
  chapter2014: '',
  year: new Date().getFullYear(),
  edition: '',
  publisher: '',
  regulation: '',
  status: 'adopted',
  effectiveFrom: null,
  effectiveTo: null,
  unknownFrom: null,
  requestsFrom: null,
  requestsTo: null,
  certainty: 'confirmed',
  note: '',
  source: '',
  sections: [],
  sectionOptional: false,
};

/** The next edition of the same chapter, still without its date. */
export const nextEdition = (row: GuidelineRow): GuidelineRow => ({
  ...row,
  id: '',
  year: row.year === null ? null : row.year + 1,
  edition: '',
  status: 'adopted',
  effectiveFrom: null,
  effectiveTo: null,
  unknownFrom: null,
  requestsFrom: null,
  requestsTo: null,
  certainty: 'confirmed',
  note: '',
  source: '',
});

/** By chapter, the newest edition first; only those that hold every word. */
export const arrangeRows = (rows: readonly GuidelineRow[], words: string): GuidelineRow[] => {
  const wanted = words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const hay = ({ chapter, otherNames, chapter2014, year, regulation, certainty }: GuidelineRow): string =>
    [chapter, ...otherNames, chapter2014, year, regulation, certainty].join(' ').toLowerCase();
  return rows
    .filter((row) => wanted.every((word) => hay(row).includes(word)))
    .sort(
      (a, b) => a.chapter.localeCompare(b.chapter) || (b.effectiveFrom ?? '9').localeCompare(a.effectiveFrom ?? '9'),
    );
};
