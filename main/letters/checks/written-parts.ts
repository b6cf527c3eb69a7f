import type { Letter } from '../../../shared/letter.ts';

/** A part of the letter that a person writes, by its place. */
export type PartText = { readonly where: string; readonly text: string };

const ITEM_PARTS = ['heading', 'claimsGuideline', 'reviewerGuideline', 'rationale'] as const;

/** Everything in the letter that a person writes; the form's own words are left out. */
export const writtenParts = ({
  organisation,
  guidelineLabel,
  header,
  reviewer,
  summary,
  items,
}: Letter): PartText[] => [
  { where: 'letter', text: organisation },
  { where: 'letter', text: guidelineLabel },
  { where: 'header.caseNumber', text: header.caseNumber },
  { where: 'reviewer.licensure', text: reviewer.licensure },
  { where: 'reviewer.specialty', text: reviewer.specialty },
  { where: 'summary', text: summary },
  ...items.flatMap((item, index) =>
    ITEM_PARTS.map((part) => ({ where: `items.${String(index)}.${part}`, text: item[part] })),
  ),
];

/** The parts that are prose: the summary and the rationales. */
export const proseParts = (letter: Letter): PartText[] =>
  writtenParts(letter).filter(({ where }) => where === 'summary' || where.endsWith('.rationale'));
