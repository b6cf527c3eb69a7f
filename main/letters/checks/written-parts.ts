import type { PartOf } from '../../../shared/finding-kinds.ts';
import type { Letter } from '../../../shared/letter.ts';
import { LETTER, SUMMARY } from './check.ts';

/** A part of the letter that a person writes, by its place. */
export type PartText = { readonly part: PartOf<'unfilled-blank'>; readonly text: string };

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
  { part: LETTER, text: organisation },
  { part: LETTER, text: guidelineLabel },
  { part: { kind: 'header-value', name: 'caseNumber' }, text: header.caseNumber },
  { part: { kind: 'reviewer-value', name: 'licensure' }, text: reviewer.licensure },
  { part: { kind: 'reviewer-value', name: 'specialty' }, text: reviewer.specialty },
  { part: SUMMARY, text: summary },
  ...items.flatMap((item, index) =>
    ITEM_PARTS.map((name) => ({ part: { kind: 'item', item: index, name } as const, text: item[name] })),
  ),
];

/** The parts that are prose: the summary and the rationales. */
export const proseParts = (letter: Letter): PartText[] =>
  writtenParts(letter).filter(
    ({ part }) => part.kind === 'summary' || (part.kind === 'item' && part.name === 'rationale'),
  );
