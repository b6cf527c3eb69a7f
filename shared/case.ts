import { z } from 'zod';
import { CaseId } from './ids.ts';
import { LetterForm, LetterHeader, LetterReviewer } from './letter.ts';
import { DayDate } from './partial-date.ts';
import { TextSpan } from './span.ts';

export const CaseState = z.enum(['New', 'Reading', 'Drafting', 'Ready', 'Exported']);
export type CaseState = z.infer<typeof CaseState>;
export const Track = z.enum(['standard', 'expedited', 'formulary']);
export type Track = z.infer<typeof Track>;

/** What the reviewer states about a case apart from items and prose. */
export const CaseFacts = z.strictObject({
  form: LetterForm,
  organisation: z.string(),
  guidelineLabel: z.string(),
  header: LetterHeader,
  reviewer: LetterReviewer,
  track: Track,
  /** The day the request and all supporting documents had been received: the clock runs from here. */
  recordsComplete: z.union([DayDate, z.literal('')]),
  /** The day on which the treating physician's certification of a threat came; the review is expedited from then on. */
  certifiedOn: z.union([DayDate, z.literal('')]),
  /** Days by which the administrative director extended the time. */
  extensionDays: z.int().min(0).max(3),
  /** The denial was served by mail. */
  urByMail: z.boolean(),
  /** `published-letter`: made by taking a letter apart; checks that need a case file do not apply. */
  origin: z.enum(['records', 'published-letter']),
  /** The reviewer attests to have no conflict of interest in this case. */
  attested: z.boolean(),
  /** Requests found in the case file that the reviewer said are not in dispute, as they were proposed. */
  notDisputed: z.array(z.string()),
  /** What the organisation's cover page asks for beyond the letter's own values, by field. */
  coverFields: z.record(z.string(), z.string()),
});
export type CaseFacts = z.infer<typeof CaseFacts>;

/**
 * Whether a case can be worked on. `set-back`: its file is older than the vault remembers, and can be read only until
 * it is kept as it stands or a newer copy is put in its place. `damaged`: it cannot be opened, or not all of it be read.
 */
export const CaseCondition = z.strictObject({
  state: z.enum(['sound', 'set-back', 'damaged']),
  /** Why, and what can be done; empty for a sound one. */
  reason: z.string(),
});
export type CaseCondition = z.infer<typeof CaseCondition>;

export const CaseRow = z.strictObject({
  id: CaseId,
  caseNumber: z.string(),
  /** What the case is about, in a few words: from its items. */
  subject: z.string(),
  dateOfInjury: z.string(),
  state: CaseState,
  items: z.int(),
  itemsDecided: z.int(),
  records: z.int(),
  pages: z.int(),
  pagesRead: z.int(),
  due: z.union([DayDate, z.literal('')]),
  createdAt: z.string(),
  condition: CaseCondition,
});
export type CaseRow = z.infer<typeof CaseRow>;

/** The case beside its counts: what the cases screen and the header of the workspace show. */
export const CaseOverview = CaseRow.extend({
  facts: CaseFacts,
  proposed: z.int(),
  accepted: z.int(),
  sentences: z.int(),
  /** Files that were given and are not read yet. */
  filesWaiting: z.int(),
  canUndo: z.boolean(),
  canRedo: z.boolean(),
});
export type CaseOverview = z.infer<typeof CaseOverview>;

/** A header value found in the file, with the words it was read from. */
export const HeaderProposal = z.strictObject({
  name: z.enum([
    'caseNumber',
    'dateAssigned',
    'dateOfInjury',
    'decisionDate',
    'urDenialDate',
    'priority',
    'applicationReceived',
  ]),
  value: z.string(),
  reason: z.string(),
  source: TextSpan,
});
export type HeaderProposal = z.infer<typeof HeaderProposal>;

/** A disputed item found in the utilization review or the application. */
export const ItemProposal = z.strictObject({ heading: z.string(), reason: z.string(), source: TextSpan });
export type ItemProposal = z.infer<typeof ItemProposal>;
