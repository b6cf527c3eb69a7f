import type { Sharp } from 'sharp';
import { MOST_PIXELS } from '../limits.ts';
import { Unreadable } from '../unreadable.ts';
import type { PageSize } from './picture-size.ts';

/** One page of a picture file: its size as shown, turns done, and a way to its pixels. */
export type Frame = {
  readonly pixels: PageSize;
  readonly size: PageSize;
  /** The decoded picture, upright as its file says. Tolerant of missing ends when `strict` is false. */
  readonly decode: (strict: boolean) => Sharp;
};

/** Refuses, before anything is decoded, a picture of more pixels than `most`. */
export const refuseBomb = ({ width, height }: PageSize, most = MOST_PIXELS): void => {
  if (width * height > most) throw new Unreadable({ code: 'too-many-pixels', values: { width, height } });
};
