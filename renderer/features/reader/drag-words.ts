import { sentenceAround, wordAround } from './text-moves.ts';
import { noteDragging } from './selection-state.ts';
import type { WordRange } from './dom-offsets.ts';

type Drag = {
  readonly text: string;
  /** Clicks in quick succession: one for characters, two for words, three for sentences. */
  readonly clicks: number;
  readonly from: number;
  /** Where the selection began before, for a click with Shift. */
  readonly anchor: number | null;
  readonly offsetOf: (event: MouseEvent) => number | null;
  readonly select: (range: WordRange) => void;
};

const unitAt = (text: string, clicks: number, offset: number): readonly [number, number] =>
  clicks === 1 ? [offset, offset] : clicks === 2 ? wordAround(text, offset) : sentenceAround(text, offset);

/** The range from where the drag began to where it is, in whole words or sentences after two or three clicks. */
export const draggedRange = (text: string, clicks: number, from: number, to: number): WordRange => {
  const [startA, endA] = unitAt(text, clicks, from);
  const [startB, endB] = unitAt(text, clicks, to);
  return to < from ? { anchor: endA, focus: startB } : { anchor: startA, focus: endB };
};

/** Selects words from a press of the mouse until its release. */
export const startDrag = ({ text, clicks, from, anchor, offsetOf, select }: Drag): void => {
  const begin = anchor ?? from;
  const to = (offset: number): void => select(draggedRange(text, Math.min(clicks, 3), begin, offset));
  const move = (event: MouseEvent): void => {
    const offset = offsetOf(event);
    if (offset !== null) to(offset);
  };
  noteDragging(true);
  to(from);
  window.addEventListener('mousemove', move);
  window.addEventListener(
    'mouseup',
    () => {
      window.removeEventListener('mousemove', move);
      noteDragging(false);
    },
    { once: true },
  );
};
