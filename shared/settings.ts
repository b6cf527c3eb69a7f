import { z } from 'zod';
import { LetterForm } from './letter.ts';
import { DayDate } from './partial-date.ts';
import { DocumentsGrain } from './reviewed.ts';
import { SentencePatterns } from './sentence-patterns.ts';

export const Credential = z.strictObject({
  id: z.string(),
  kind: z.enum(['license', 'certification']),
  /** State of a licence or name of a certification, as the letter prints it. */
  name: z.string(),
  expires: z.union([DayDate, z.literal('')]),
});
export type Credential = z.infer<typeof Credential>;

/** A word of the reviewer's own. */
export const OwnWord = z.string().trim().min(1).max(60);

/** How the summary tells the visits: one after the other, or topic by topic. */
export const SummaryOrder = z.enum(['date', 'topic']);
export type SummaryOrder = z.infer<typeof SummaryOrder>;

export const Settings = z.strictObject({
  /** The reviewer's own name, kept only to prove that no letter holds it. */
  reviewerName: z.string(),
  credentials: z.array(Credential),
  organisation: z.string(),
  guidelineLabel: z.string(),
  letterForm: LetterForm,
  /** Shipped holidays that are no working days here are all but these, by name. */
  holidaysOff: z.array(z.string()),
  /** Further days that are no working days. */
  ownHolidays: z.array(DayDate),
  /** In what days an expedited review is counted; no rule says it. */
  expeditedUnit: z.enum(['calendar', 'working']),
  lockAfterMinutes: z.int().min(1).max(480),
  singleKeys: z.boolean(),
  /** Words that the spelling check takes as the reviewer writes them. */
  ownWords: z.array(OwnWord),
  theme: z.enum(['system', 'light', 'dark']),
  summaryOrder: SummaryOrder,
  documentsGrain: DocumentsGrain,
  /** Patterns of composed sentences as the reviewer words them. */
  sentencePatterns: SentencePatterns,
});
export type Settings = z.infer<typeof Settings>;
