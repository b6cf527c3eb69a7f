import { LEFT_OUT_WORDS } from '../../../shared/page-fate.ts';
import type { PageFate } from '../../../shared/page-fate.ts';

/** What became of words, and why, in a sentence or two. */
export const wordFate = ({ fate, rule }: PageFate): string => {
  if (fate === 'fact') return 'A fact on the timeline.';
  if (fate === 'folded') return 'Read, and folded or set aside on the timeline.';
  return `Left out. ${rule === null ? '' : LEFT_OUT_WORDS[rule]}`.trim();
};
