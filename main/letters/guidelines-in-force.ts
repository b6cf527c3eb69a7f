import type { GuidelineRow } from '../../shared/guideline.ts';

/**
 * The editions in force on a day, chapters in the order of the table. Ends are exclusive: an edition's last day is the
 * day before.
 */
export const guidelinesInForce = (rows: readonly GuidelineRow[], day: string): GuidelineRow[] =>
  rows.filter(({ effectiveFrom, effectiveTo }) => effectiveFrom <= day && (effectiveTo === null || day < effectiveTo));
