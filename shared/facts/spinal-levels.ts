/** Vertebrae from the neck down; a level is the disc between two of them. */
const VERTEBRAE = [
  ...Array.from({ length: 7 }, (_, at) => `C${String(at + 1)}`),
  ...Array.from({ length: 12 }, (_, at) => `T${String(at + 1)}`),
  ...Array.from({ length: 5 }, (_, at) => `L${String(at + 1)}`),
  'S1',
];

/** `L4-5`, `L4/L5`, `L4 to S1`, `C5 through C7`. */
const LEVELS =
  /(?<![\w-])([CTL])\s?(\d{1,2})\s?(?:-|–|\/|\bto\b|\bthrough\b|\band\b(?=\s?[CTLS]\d))\s?([CTLS])?(\d{1,2})(?![\w%])/giu;

/** Levels that stand side by side in a text, and its words for them. */
export type SpinalLevels = { readonly discs: readonly string[]; readonly words: string };

/** Every spinal level that a text names, each by its discs: `L4-S1` is L4-L5 and L5-S1. What is no level is left out. */
export const spinalLevelsIn = (text: string): SpinalLevels[] =>
  [...text.matchAll(LEVELS)].flatMap(([words, region = '', upper = '', otherRegion = region, lower = '']) => {
    const from = VERTEBRAE.indexOf(`${region.toUpperCase()}${upper}`);
    const to = VERTEBRAE.indexOf(`${otherRegion.toUpperCase()}${lower}`);
    if (from < 0 || to <= from || to - from > 6) return [];
    const discs = Array.from(
      { length: to - from },
      (_, at) => `${VERTEBRAE[from + at] ?? ''}-${VERTEBRAE[from + at + 1] ?? ''}`,
    );
    return [{ discs, words }];
  });
