import type { Settings } from '../../../shared/settings.ts';
import type { SummaryStyle } from '../../reading/compose-summary.ts';
import type { Person } from '../../reading/prose/overview.ts';

/** What of the settings makes the prose. */
export type ProseSettings = Pick<Settings, 'summaryOrder' | 'sentencePatterns'>;

/** How the summary of a case speaks: the pronoun is that of the sex most records say, none where they do not agree. */
export const summaryStyle = (
  person: Person | null,
  { summaryOrder, sentencePatterns }: ProseSettings,
): Required<SummaryStyle> => ({
  personWord: 'injured worker',
  dateStyle: 'MM/DD/YY',
  pronoun: person === null ? null : person.sex === 'male' ? 'he' : 'she',
  order: summaryOrder,
  patterns: sentencePatterns,
});
