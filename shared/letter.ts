import { z } from 'zod';
import { Part, type HEADER_NAMES, type ITEM_NAMES } from './part.ts';
import { DayDate } from './partial-date.ts';

/** A form of the letter by the id of its description in `assets/letter/forms`; empty where none was said. */
export const LetterForm = z.string().regex(/^[a-z0-9-]{0,30}$/u, 'is no letter form');
export type LetterForm = z.infer<typeof LetterForm>;
export const Priority = z.enum(['Standard', 'Expedited']);

/** The seven values of the case block. Empty string: not given. Dates `YYYY-MM-DD`. */
export const LetterHeader = z.strictObject({
  caseNumber: z.string().default(''),
  dateAssigned: z.union([DayDate, z.literal('')]).default(''),
  dateOfInjury: z.union([DayDate, z.literal('')]).default(''),
  decisionDate: z.union([DayDate, z.literal('')]).default(''),
  urDenialDate: z.union([DayDate, z.literal('')]).default(''),
  priority: z.string().default(''),
  applicationReceived: z.union([DayDate, z.literal('')]).default(''),
} satisfies Record<(typeof HEADER_NAMES)[number], z.ZodType>);
export type LetterHeader = z.infer<typeof LetterHeader>;
export const HeaderName = LetterHeader.keyof();
export type HeaderName = z.infer<typeof HeaderName>;

/** The seven values as screens and findings name them; a form has its own labels. */
export const HEADER_LABELS: Readonly<Record<HeaderName, string>> = {
  caseNumber: 'Case Number',
  dateAssigned: 'Date Assigned',
  dateOfInjury: 'Date of Injury',
  decisionDate: 'Decision Date',
  urDenialDate: 'UR Denial Date',
  priority: 'Priority',
  applicationReceived: 'Application Received',
};

export const LetterReviewer = z.strictObject({
  /** State(s) of licensure as the letter prints them: `Texas, New York`. */
  licensure: z.string().default(''),
  specialty: z.string().default(''),
});
export type LetterReviewer = z.infer<typeof LetterReviewer>;

/** One item in its four printed parts; statements without their labels. */
export const LetterItem = z.strictObject({
  heading: z.string().default(''),
  decision: z.string().default(''),
  claimsGuideline: z.string().default(''),
  reviewerGuideline: z.string().default(''),
  rationale: z.string().default(''),
} satisfies Record<(typeof ITEM_NAMES)[number], z.ZodType>);
export type LetterItem = z.infer<typeof LetterItem>;

/** A letter in its parts: what `imr read-letter` prints, what `imr case new` takes, what a letter is composed from. */
export const Letter = z.strictObject({
  form: LetterForm.default(''),
  organisation: z.string().default(''),
  guidelineLabel: z.string().default(''),
  header: LetterHeader.prefault({}),
  reviewer: LetterReviewer.prefault({}),
  summary: z.string().default(''),
  items: z.array(LetterItem).default([]),
  messages: z.array(z.string()).default([]),
  /** Another programme whose determination this is: a precedent, whose decision words stay its own. */
  programme: z.string().optional(),
});
export type Letter = z.infer<typeof Letter>;

const LetterRun = z.strictObject({ text: z.string(), bold: z.boolean() });
/**
 * A paragraph of the composed letter. `part` is what it prints, so that a finding can point at it. `staysClose`: the
 * next paragraph follows without a space, like the next line of a list.
 */
export const LetterBlock = z.strictObject({
  style: z.enum(['case-block', 'heading', 'body', 'item-heading']),
  part: Part,
  staysClose: z.boolean().optional(),
  runs: z.array(LetterRun),
  /** The row of a value in the case block, from 0. */
  row: z.int().optional(),
});
export type LetterBlock = z.infer<typeof LetterBlock>;

/** A line as it stands on its page: points from the page's top left corner to the top of the line. */
export const PageLine = z.strictObject({
  part: Part,
  style: LetterBlock.shape.style,
  left: z.number(),
  top: z.number(),
  runs: z.array(LetterRun),
});
export type PageLine = z.infer<typeof PageLine>;
/** A cell of the case block. */
export const PageBox = z.strictObject({
  left: z.number(),
  top: z.number(),
  width: z.number(),
  height: z.number(),
  isShaded: z.boolean(),
});
export type PageBox = z.infer<typeof PageBox>;
export const LetterPage = z.strictObject({ lines: z.array(PageLine), boxes: z.array(PageBox) });
export type LetterPage = z.infer<typeof LetterPage>;

/** US letter paper and the sizes of the letter's faces, in points. */
export const LETTER_PAPER = { width: 612, height: 792, bodySize: 12, caseBlockSize: 11 } as const;

/** White space folded to single blanks: the equality under which letters are compared. */
export const foldSpace = (text: string): string => text.replace(/[\s\u00a0]+/gu, ' ').trim();
