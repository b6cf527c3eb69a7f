import { z } from 'zod';
import { CheckName, Severity } from './check-list.ts';
import { HeaderName, LetterForm } from './letter.ts';

/** One wording of a guideline statement; `confirmed` where it was seen in a published letter of its form. */
const StatementWording = z.strictObject({
  text: z.string().min(1),
  confirmed: z.boolean(),
  /** Whether its MTUS citations name their sections. */
  sections: z.boolean(),
});
const Wordings = z.strictObject({
  mtus: StatementWording,
  'mtus-and-other': StatementWording,
  other: StatementWording,
  none: StatementWording,
});
export type StatementForm = keyof z.infer<typeof Wordings>;

/** Fixed words with the fields in braces that they must hold. */
const template = (...fields: readonly string[]) =>
  z.string().refine((text) => fields.every((field) => text.includes(`{${field}}`)), {
    error: `must hold ${fields.map((field) => `{${field}}`).join(' and ')}`,
  });

/** What a form asks of an MTUS citation of the reviewer's. */
export const CitationPart = z.enum(['chapter', 'year', 'sections']);

/**
 * One form of the letter: all that it prints, requires and calls its parts, as a file of `assets/letter/forms` says it.
 * Fields such as `{organisation}` stand where a value of the case is printed.
 */
export const FormDescription = z.strictObject({
  form: LetterForm,
  /** Its name for people, and what tells it from the others in a few words. */
  title: z.string().min(1),
  note: z.string(),
  /** True for one form: that of a new vault, and the one that a letter of no known form is read as. */
  isCurrent: z.boolean(),
  /** False for a form that letters are only read in. */
  isWritten: z.boolean(),
  /** What was not seen in a letter of this form, in a few words each. */
  unconfirmed: z.array(z.string()).default([]),
  /** Words that a letter of this form has; of several forms that one is taken whose words a letter has most of. */
  recognisedBy: z.array(z.string().min(1)).min(1),
  caseBlock: z.strictObject({
    /** The values that it prints, one or two to a row; no row where the form has no case block. */
    rows: z.array(z.array(HeaderName).min(1).max(2)),
    required: z.array(HeaderName),
    labels: z.record(HeaderName, z.string().min(1)),
  }),
  headings: z.strictObject({ howMade: z.string().min(1), summary: z.string().min(1), issues: z.string().min(1) }),
  /** Further headings of the form; what stands under them is left out of a letter that is read. */
  otherHeadings: z.array(z.string().min(1)),
  /** The first paragraph; specialty and licensure stand in it or in the credentials. */
  howMade: template('organisation'),
  /** Lines of their own after the first paragraph, close together. */
  credentials: z.array(z.string().min(1)),
  /** By what words the values of the first section are found in a letter that changed the form's own words there. */
  surroundings: z.strictObject({
    organisation: z.array(template('organisation')),
    licensure: z.array(template('licensure')),
    specialty: z.array(template('specialty')),
  }),
  summaryLeadIn: z.string(),
  issuesLeadIn: z.string(),
  item: z.strictObject({
    /** The line of an item with its decision; `{number}` counts the items from 1. */
    heading: template('heading', 'decision'),
    decisions: z.strictObject({ Upheld: z.string().min(1), Overturned: z.string().min(1) }),
  }),
  labels: z.strictObject({ claims: z.string().min(1), reviewer: z.string().min(1), rationale: z.string().min(1) }),
  citation: z.strictObject({
    plain: template('chapter'),
    withSections: template('chapter', 'sections'),
    join: z.string().min(1),
    /** The column of the guideline table with the chapter's name in this form. */
    chapterName: z.enum(['chapter', 'chapter2014']),
    /** What the reviewer's citation must have. */
    requires: z.array(CitationPart),
  }),
  statements: z.strictObject({ claims: Wordings, reviewer: Wordings }),
  /** Checks that are of another severity in this form than usual. */
  severities: z.partialRecord(CheckName, Severity),
});
export type FormDescription = z.infer<typeof FormDescription>;

/** A form as a screen offers it. */
export const FormChoice = FormDescription.pick({
  form: true,
  title: true,
  note: true,
  isCurrent: true,
  isWritten: true,
  unconfirmed: true,
});
export type FormChoice = z.infer<typeof FormChoice>;

/** What a file name of a letter gains that is not in the current form: `-2014`. */
export const fileSuffix = ({ form, isCurrent }: Pick<FormChoice, 'form' | 'isCurrent'>): string =>
  isCurrent ? '' : `-${form}`;
