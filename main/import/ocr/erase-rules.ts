import type { GrayPicture } from './gray-picture.ts';

/**
 * A picture's pixels seen as lines that run along it or down it: `at` of a line and a place on it is where the pixel
 * lies.
 */
type Lines = { readonly count: number; readonly length: number; readonly at: (line: number, place: number) => number };

const along = ({ width, height }: GrayPicture): Lines => ({
  count: height,
  length: width,
  at: (line, place) => line * width + place,
});
const down = ({ width, height }: GrayPicture): Lines => ({
  count: width,
  length: height,
  at: (line, place) => place * width + line,
});

/** A straight stroke: the line in whose middle it lies, and from where to where, end exclusive. */
type Rule = { readonly line: number; readonly from: number; readonly to: number };

const INK = 225;
/** Pixels of a hundred an inch: no word has a stroke so long, and no gap in a faxed rule is wider. */
const SHORTEST = 60;
const WIDEST_GAP = 4;
/** So far beside a rule there is paper, or it is a line of letters. */
const BESIDE = 3;
const MOSTLY = 0.75;

const isInk = (light: number | undefined): boolean => light !== undefined && light < INK;

/** Whether there is paper on both sides of most of the stroke. */
const isThin = ({ data }: GrayPicture, { at, count }: Lines, { line, from, to }: Rule): boolean => {
  let thin = 0;
  for (let place = from; place < to; place += 1) {
    const above = line < BESIDE || !isInk(data[at(line - BESIDE, place)]);
    const below = line + BESIDE >= count || !isInk(data[at(line + BESIDE, place)]);
    if (above && below) thin += 1;
  }
  return thin >= (to - from) * MOSTLY;
};

/** The long strokes on one line. Ink of the neighbouring lines counts too: a faxed rule jumps by a dot. */
const strokesOn = ({ data }: GrayPicture, { at, count, length }: Lines, line: number): Rule[] => {
  const isStroke = (place: number): boolean =>
    isInk(data[at(line, place)]) ||
    (line > 0 && isInk(data[at(line - 1, place)])) ||
    (line + 1 < count && isInk(data[at(line + 1, place)]));
  const rules: Rule[] = [];
  let from = -1;
  let last = -1;
  for (let place = 0; place <= length; place += 1) {
    if (place < length && isStroke(place)) {
      if (from === -1) from = place;
      last = place;
    } else if (from !== -1 && (place === length || place - last > WIDEST_GAP)) {
      if (last - from >= SHORTEST) rules.push({ line, from, to: last + 1 });
      from = -1;
    }
  }
  return rules;
};

const findRules = (small: GrayPicture, lines: Lines): Rule[] =>
  Array.from({ length: lines.count }, (_, line) =>
    strokesOn(small, lines, line).filter((rule) => isThin(small, lines, rule)),
  ).flat();

const FULL_INK = 200;
const PAPER = 255;

/** Half of a rule at its thickest, in pixels of a hundred an inch: what reaches farther is a letter that touches. */
const REACH = 2;

/** The ink of a stroke across the line at one place, `middle` being on it: from the first pixel to the last. */
const inkAcross = (isDark: (line: number) => boolean, middle: number): readonly [first: number, last: number] => {
  let [first, last] = [middle, middle];
  while (isDark(first - 1)) first -= 1;
  while (isDark(last + 1)) last += 1;
  return [first, last];
};

/**
 * Whitens the rule at one place, unless its ink goes on beyond it. Only ink that lies on the rule's own line is part of
 * it.
 */
const eraseAt = (data: Uint8Array, { at, count }: Lines, place: number, middle: number, scale: number): void => {
  const isDark = (line: number): boolean => line >= 0 && line < count && (data[at(line, place)] ?? PAPER) < FULL_INK;
  for (let line = Math.floor(middle - scale); line <= middle + scale; line += 1) {
    if (!isDark(line)) continue;
    const [first, last] = inkAcross(isDark, line);
    if (last - first < REACH * 2 * scale)
      for (let inked = first; inked <= last; inked += 1) data[at(inked, place)] = PAPER;
    line = last;
  }
};

const erase = (data: Uint8Array, lines: Lines, rules: readonly Rule[], scale: number): void => {
  for (const { line, from, to } of rules) {
    for (
      let place = Math.max(0, Math.floor(from * scale));
      place < Math.min(lines.length, Math.ceil(to * scale));
      place += 1
    )
      eraseAt(data, lines, place, (line + 0.5) * scale, scale);
  }
};

/**
 * Takes the rules of tables and forms out of a picture, those of faxes with their gaps too: the recogniser takes them
 * for letters, and what they box in for pictures. `small`: the same picture at a hundred dots an inch, in which rules
 * are looked for. Letters that touch a rule stay whole.
 */
export const eraseRules = (picture: GrayPicture, small: GrayPicture): GrayPicture => {
  const [level, upright] = [findRules(small, along(small)), findRules(small, down(small))];
  if (level.length + upright.length === 0) return picture;
  const data = Uint8Array.from(picture.data);
  const scale = picture.width / small.width;
  erase(data, along(picture), level, scale);
  erase(data, down(picture), upright, scale);
  return { ...picture, data };
};
