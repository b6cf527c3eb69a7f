import type { Fact } from '../find-facts.ts';

/** A body part with the side that is said of it, null where none is. */
export type SidedPart = { readonly part: string; readonly side: string | null };

/** A side belongs to the part named within so many characters after it, with no other part or mark between. */
const REACH = 24;

/**
 * `right shoulder and left knee`, `knee, left`: each part with its side. One side before joined parts is said of all of
 * them.
 */
export const sidedPartsOf = (text: string, facts: readonly Fact[]): SidedPart[] => {
  const sides = facts.filter(({ kind }) => kind === 'side');
  let carried: Fact | null = null;
  let from = 0;
  return facts
    .filter(({ kind }) => kind === 'body-part')
    .map(({ value, start, end }) => {
      const before = sides.findLast(
        (side) =>
          side.end <= start &&
          side.start >= from &&
          start - side.end <= REACH &&
          !/[.;]/u.test(text.slice(side.end, start)),
      );
      const after = sides.find(
        (side) =>
          side.start >= end &&
          side.start - end <= 4 &&
          /^\s*[,(]?\s*$/u.test(text.slice(end, side.start)) &&
          !/^\s+\w/u.test(text.slice(side.end, side.end + 8).replace(/^\s+(?:and|with|is|was|for|without)\b.*/u, '')),
      );
      const isJoined: boolean = carried !== null && /^\s*(?:,|and|\/|&|or|\s)+\s*$/iu.test(text.slice(from, start));
      const side: Fact | null = before ?? after ?? (isJoined ? carried : null);
      carried = side;
      from = end;
      return { part: value, side: side?.value ?? null };
    });
};
