import { z } from 'zod';

/** The seven values of the case block, by name, in the order in which it prints them. */
export const HEADER_NAMES = [
  'caseNumber',
  'dateAssigned',
  'dateOfInjury',
  'decisionDate',
  'urDenialDate',
  'priority',
  'applicationReceived',
] as const;

/** What the letter prints of the reviewer and of the organisation. */
const REVIEWER_NAMES = ['licensure', 'specialty', 'organisation', 'guidelineLabel'] as const;

/** What the letter prints of an item. */
export const ITEM_NAMES = ['heading', 'decision', 'claimsGuideline', 'reviewerGuideline', 'rationale'] as const;

const whole = <const Kind extends string>(kind: Kind) => z.strictObject({ kind: z.literal(kind) });

/**
 * A part of the letter: one value of it, one part of an item (items are counted from 0), or a stretch as a whole.
 * `items` is the list of items, `letter` everything, `report` what goes beside the letter.
 */
export const Part = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('header-value'), name: z.enum(HEADER_NAMES) }),
  z.strictObject({ kind: z.literal('reviewer-value'), name: z.enum(REVIEWER_NAMES) }),
  z.strictObject({ kind: z.literal('item'), item: z.int().min(0), name: z.enum(ITEM_NAMES) }),
  whole('header'),
  whole('reviewer'),
  whole('how-made'),
  whole('credentials'),
  whole('summary'),
  whole('issues'),
  whole('items'),
  whole('letter'),
  whole('report'),
]);
export type Part = z.infer<typeof Part>;
export type PartKind = Part['kind'];
export type ItemPart = Extract<Part, { readonly kind: 'item' }>;

/** The part as a path for the eye: `header.caseNumber`, `items.0.rationale`, `summary`. Nothing takes it apart. */
export const partPath = (part: Part): string => {
  switch (part.kind) {
    case 'header-value':
      return `header.${part.name}`;
    case 'reviewer-value':
      return `reviewer.${part.name}`;
    case 'item':
      return `items.${String(part.item)}.${part.name}`;
    default:
      return part.kind;
  }
};

/** Whether two places are the same part of the letter. */
export const isSamePart = (one: Part, other: Part): boolean => partPath(one) === partPath(other);
