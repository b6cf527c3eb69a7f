import { SANS, SANS_BOLD, SERIF, SERIF_BOLD } from './font-widths.ts';

export type Face = 'serif' | 'serif-bold' | 'sans' | 'sans-bold';

const UNITS_PER_EM = 2048;

const byCharacter = (widths: Readonly<Record<number, string>>): ReadonlyMap<string, number> =>
  new Map(
    Object.entries(widths).flatMap(([width, characters]) =>
      [...characters].map((character) => [character, Number(width)] as const),
    ),
  );

const FACES: Readonly<Record<Face, ReadonlyMap<string, number>>> = {
  serif: byCharacter(SERIF),
  'serif-bold': byCharacter(SERIF_BOLD),
  sans: byCharacter(SANS),
  'sans-bold': byCharacter(SANS_BOLD),
};

/** The width of a line of text in points, without kerning; a character that the font lacks counts as half an em. */
export const measureText = (text: string, face: Face, size: number): number => {
  const widths = FACES[face];
  let units = 0;
  for (const character of text) units += widths.get(character) ?? UNITS_PER_EM / 2;
  return (units * size) / UNITS_PER_EM;
};
