import type { Turn } from '../../../shared/page.ts';
import { findSkew } from './find-skew.ts';
import type { GrayPicture } from './gray-picture.ts';
import { turnPicture } from './gray-picture.ts';

/** How a page may have to be turned, and how far its lines then still slope. */
export type Lie = { readonly turn: Turn; readonly skew: number };

/**
 * `lies`: the likely ones first, those of one way before those across it. `isOneWay`: those across are hardly worth a
 * thought. `isClear`: the first is most probably right.
 */
export type Lines = {
  readonly lies: readonly [Lie, Lie, Lie, Lie];
  readonly isOneWay: boolean;
  readonly isClear: boolean;
};

/** Lines must stand out this much more one way than the other for the other not to be thought of. */
const CLEAR = 1.6;
/** The least lean of a page of text that was measured is 0.18. */
const CLEAR_LEAN = 0.12;

/**
 * Finds the direction of a page's lines and their upper side from the shape of the lines alone, in a small picture of
 * it.
 */
export const findLines = async (small: GrayPicture): Promise<Lines> => {
  const level = findSkew(small);
  // Turned by a quarter clockwise, what ran down the page runs along it.
  const upended = findSkew(await turnPicture(small, 90));
  const bothOf = (first: Turn, second: Turn, { degrees, lean }: typeof level): readonly [Lie, Lie] => {
    const [likely, other] = lean <= 0 ? [first, second] : [second, first];
    return [
      { turn: likely, skew: degrees },
      { turn: other, skew: degrees },
    ];
  };
  const isLevel = level.score >= upended.score;
  const [near, far] = isLevel ? [level, upended] : [upended, level];
  const ordered = isLevel
    ? ([...bothOf(0, 180, level), ...bothOf(90, 270, upended)] as const)
    : ([...bothOf(90, 270, upended), ...bothOf(0, 180, level)] as const);
  const isOneWay = near.score > far.score * CLEAR;
  return { lies: ordered, isOneWay, isClear: isOneWay && Math.abs(near.lean) > CLEAR_LEAN };
};
