import type { LetterItem } from '../../shared/letter.ts';
import type { LetterResult } from './checks/check.ts';

/** The result for the letter as a whole, derived from its items; null while one of them is undecided. */
export const letterResult = (items: readonly Pick<LetterItem, 'decision'>[]): LetterResult | null => {
  const upheld = items.filter(({ decision }) => decision === 'Upheld').length;
  const overturned = items.filter(({ decision }) => decision === 'Overturned').length;
  if (items.length === 0 || upheld + overturned < items.length) return null;
  return upheld === items.length ? 'Upheld' : overturned === items.length ? 'Overturned' : 'Partial';
};
