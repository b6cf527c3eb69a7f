import type { GuidelineRow, MtusCitation } from '../../../shared/guideline.ts';
import { itemPart, type CheckedItem, type CheckedLetter, type LetterCheck, type Spot } from './check.ts';

const isSectionOptional = (chapter: string, guidelines: readonly GuidelineRow[]): boolean => guidelines.some((row) => row.chapter === chapter && row.sectionOptional);

const lacksIn2016 = ({ chapter, year, sections }: MtusCitation, guidelines: readonly GuidelineRow[]): string | null => {
  if (chapter.trim() === '') return 'names no chapter';
  if (!/^\d{4}$/u.test(year.trim())) return `names no year for "${chapter}"`;
  return sections.trim() === '' && !isSectionOptional(chapter, guidelines) ? `names no section of "${chapter} ${year}"` : null;
};

/** The statement's MTUS citations; null where its words cite the MTUS in no way that the form knows. */
const citationsOf = ({ reviewer }: CheckedItem): readonly MtusCitation[] | null => {
  if (reviewer.form === 'mtus' || reviewer.form === 'mtus-and-other') return reviewer.mtus;
  return reviewer.form === 'typed' && /\bbased on (?:the )?MTUS\b/u.test(reviewer.text) ? null : [];
};

const incomplete = (item: CheckedItem, { letter: { form }, context: { guidelines } }: CheckedLetter): Spot[] => {
  const spot = (what: string): Spot => ({ where: itemPart(item, 'reviewerGuideline'), quote: item.reviewerGuideline, message: `The reviewer's MTUS citation ${what}.` });
  const citations = citationsOf(item);
  if (citations === null) return [spot(form === '2016' ? 'does not give chapter, year and section as the form does' : 'does not give its chapter as the form does')];
  if ((item.reviewer.form === 'mtus' || item.reviewer.form === 'mtus-and-other') && citations.length === 0) return [spot('names no chapter')];
  return citations.flatMap((citation) => {
    const lack = form === '2016' ? lacksIn2016(citation, guidelines) : citation.chapter.trim() === '' ? 'names no chapter' : null;
    return lack === null ? [] : [spot(lack)];
  });
};

export const citationChecks: readonly LetterCheck[] = [
  {
    number: 22,
    group: 'citation',
    severity: 'block',
    title: "The reviewer's MTUS citation is complete",
    run: (letter) => letter.checkedItems.flatMap((item) => (item.reviewerGuideline.trim() === '' ? [] : incomplete(item, letter))),
  },
];
