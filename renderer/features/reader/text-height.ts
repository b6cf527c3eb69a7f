import type { PageRow } from '../../../shared/page.ts';
import { PIXELS_A_POINT } from '../../data/page-layout.ts';
import { FLOW_TEXT } from './flow-page.tsx';

/** Points: what is taken for the letters of a picture whose words are not recognised. */
const PLAIN_TEXT = 10;
/** So many words say how high a page's text is. */
const SAMPLED = 60;

/** Points: the middle one of the heights of a page's words, as laid over its picture. */
const middleHeight = (words: ArrayLike<HTMLElement>): number => {
  const step = Math.max(Math.floor(words.length / SAMPLED), 1);
  const heights = Array.from({ length: Math.min(words.length, SAMPLED) }, (_, at) =>
    Number.parseFloat(words[at * step]?.style.height ?? ''),
  )
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  return heights[Math.floor(heights.length / 2)] ?? PLAIN_TEXT;
};

/** How high the text of a page stands on the screen, in pixels; 0 while the page is not drawn in its place there. */
export const textHeightOn = (place: Element | null, { kind }: PageRow, zoom: number): number => {
  const face = place?.querySelector('.page-face') ?? null;
  if (face === null) return 0;
  if (kind === 'flow') return FLOW_TEXT * zoom;
  return middleHeight(face.querySelectorAll<HTMLElement>('[data-start]')) * PIXELS_A_POINT * zoom;
};
