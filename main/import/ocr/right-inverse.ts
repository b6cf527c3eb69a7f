import type { Dots, Part } from './dots.ts';
import { broadDots, countDots, darkDots, fillDown, growDots, partsOf, reducePicture } from './dots.ts';
import type { GrayPicture } from './gray-picture.ts';

/** The picture in which dark ground is looked for has about so many dots an inch; all pixels below are of that one. */
const COARSE_DPI = 100;
/** Ground darker than this may have white words on it. */
const DARK = 128;
const PAPER = 255;

/** Of a picture that is a negative, the dark share, and the least light one. */
const NEGATIVE = { dark: 0.6, light: 0.001 } as const;
/** No stroke of a word is so broad both ways, and hardly more of what is light in a negative may be. */
const BROAD = 14;
const BROAD_SHARE = 0.3;

/** Rules are thinner than this, and the ground above and below the words of a table head is not. */
const THICK = 4;
/** White letters are no higher. */
const TALLEST = 22;
/** The least dark field that holds a word, the most of it that is light, and the fewest letters. */
const FIELD = { across: 40, down: 11, light: 0.5, letters: 3 } as const;
/** The edge of a field, neither ground nor paper, is so broad. */
const EDGE = 2;

/** Light strokes on dark ground all over, and no sheet of light paper on it. */
const isNegative = (dark: Dots): boolean => {
  const light: Dots = { ...dark, dots: dark.dots.map((dot) => 1 - dot) };
  const count = countDots(light);
  const share = count / Math.max(1, light.dots.length);
  if (share > 1 - NEGATIVE.dark || share < NEGATIVE.light) return false;
  return countDots(broadDots(light, BROAD)) < count * BROAD_SHARE;
};

/** Light letters in a field: what is light and touches nothing but the field. */
const lettersIn = ({ dots, width, height }: Dots, field: Part, isField: Uint8Array): number => {
  const light = new Uint8Array(dots.length);
  for (const at of field.places) if (dots[at] === 0) light[at] = 1;
  const isInside = (at: number): boolean =>
    [at - 1, at + 1, at - width, at + width].every((beside) => isField[beside] === 1);
  return partsOf({ dots: light, width, height }).filter(({ places }) => places.every(isInside)).length;
};

const isWritten = (dark: Dots, field: Part): boolean => {
  const { left, right, top, bottom, places } = field;
  if (right - left < FIELD.across || bottom - top < FIELD.down) return false;
  if (places.filter((at) => dark.dots[at] === 0).length > places.length * FIELD.light) return false;
  const isField = new Uint8Array(dark.dots.length);
  for (const at of places) isField[at] = 1;
  return lettersIn(dark, field, isField) >= FIELD.letters;
};

/** Dark fields with light words on them, and how light the ground of each dot is. */
type Fields = Dots & { readonly ground: Uint8Array };

const findFields = (small: GrayPicture, dark: Dots): Fields => {
  const dots = new Uint8Array(dark.dots.length);
  const ground = new Uint8Array(dark.dots.length);
  for (const field of partsOf(fillDown(broadDots(dark, THICK), TALLEST))) {
    if (!isWritten(dark, field)) continue;
    const shades = field.places.filter((at) => dark.dots[at] === 1).map((at) => small.data[at] ?? 0);
    const shade = shades.reduce((sum, light) => sum + light, 0) / shades.length;
    for (const at of field.places) {
      dots[at] = 1;
      ground[at] = shade;
    }
  }
  return { ...dark, dots, ground };
};

/** Makes paper of the ground, and of the edges, which would be taken for rules. `step`: pixels to a dot. */
const turnFields = ({ data, width, height }: GrayPicture, fields: Fields, step: number): GrayPicture => {
  const around = growDots(fields, EDGE);
  const out = Uint8Array.from(data);
  for (let y = 0; y < fields.height * step; y += 1) {
    const row = Math.floor(y / step) * fields.width;
    for (let x = 0; x < fields.width * step; x += 1) {
      const dot = row + Math.floor(x / step);
      if (around.dots[dot] !== 1) continue;
      const shade = fields.ground[dot] ?? 0;
      const light = ((data[y * width + x] ?? 0) - shade) / (PAPER - shade);
      out[y * width + x] = fields.dots[dot] === 1 ? PAPER - Math.max(0, light) * PAPER : PAPER;
    }
  }
  return { data: out, width, height };
};

const negativeOf = (picture: GrayPicture): GrayPicture => ({
  ...picture,
  data: picture.data.map((light) => PAPER - light),
});

const rightFields = (picture: GrayPicture, small: GrayPicture, dark: Dots, step: number): GrayPicture => {
  const fields = findFields(small, dark);
  return fields.dots.includes(1) ? turnFields(picture, fields, step) : picture;
};

/**
 * Makes dark on light of what is white on black: a whole page, or the head of a table, a field or a title in a bar. The
 * recogniser reads neither well, and evening the light makes paper of it.
 */
export const rightInverse = (picture: GrayPicture, dpi: number): GrayPicture => {
  const step = Math.max(1, Math.round(dpi / COARSE_DPI));
  const small = reducePicture(picture, step);
  const dark = darkDots(small, DARK);
  if (!isNegative(dark)) return rightFields(picture, small, dark, step);
  const turned = negativeOf(small);
  return rightFields(negativeOf(picture), turned, darkDots(turned, DARK), step);
};
