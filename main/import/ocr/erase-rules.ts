import type { GrayPicture } from './gray-picture.ts';

/**
 * A picture's pixels seen as lines that run along it or down it: how far apart in its data the lines are, and the places
 * on them.
 */
type Lines = { readonly count: number; readonly length: number; readonly across: number; readonly along: number };

const along = ({ width, height }: GrayPicture): Lines => ({ count: height, length: width, across: width, along: 1 });
const down = ({ width, height }: GrayPicture): Lines => ({ count: width, length: height, across: 1, along: width });

/** A straight stroke: the line in whose middle it lies, and from where to where, end exclusive. */
type Rule = { readonly line: number; readonly from: number; readonly to: number };

const INK = 225;
const PAPER = 255;
/** Pixels of a hundred an inch: no word has a stroke so long, and no gap in a faxed rule is wider. */
const SHORTEST = 60;
const WIDEST_GAP = 4;
/** So far beside a rule there is paper, or it is a line of letters. */
const BESIDE = 3;
const MOSTLY = 0.75;

/** Whether there is paper on both sides of most of the stroke. */
const isThin = ({ data }: GrayPicture, lines: Lines, { line, from, to }: Rule): boolean => {
  let thin = 0;
  for (let place = from; place < to; place += 1) {
    const at = line * lines.across + place * lines.along;
    const above = line < BESIDE || (data[at - BESIDE * lines.across] ?? PAPER) >= INK;
    const below = line + BESIDE >= lines.count || (data[at + BESIDE * lines.across] ?? PAPER) >= INK;
    if (above && below) thin += 1;
  }
  return thin >= (to - from) * MOSTLY;
};

/** The long strokes on one line. Ink of the neighbouring lines counts too: a faxed rule jumps by a dot. */
const strokesOn = ({ data }: GrayPicture, lines: Lines, line: number): Rule[] => {
  const before = line > 0 ? -lines.across : 0;
  const behind = line + 1 < lines.count ? lines.across : 0;
  const rules: Rule[] = [];
  let from = -1;
  let last = -1;
  for (let place = 0, at = line * lines.across; place <= lines.length; place += 1, at += lines.along) {
    const isStroke =
      place < lines.length &&
      ((data[at] ?? PAPER) < INK || (data[at + before] ?? PAPER) < INK || (data[at + behind] ?? PAPER) < INK);
    if (isStroke) {
      if (from === -1) from = place;
      last = place;
    } else if (from !== -1 && (place === lines.length || place - last > WIDEST_GAP)) {
      if (last - from >= SHORTEST) rules.push({ line, from, to: last + 1 });
      from = -1;
    }
  }
  return rules;
};

const rulesIn = (small: GrayPicture, lines: Lines): Rule[] =>
  Array.from({ length: lines.count }, (_, line) =>
    strokesOn(small, lines, line).filter((rule) => isThin(small, lines, rule)),
  ).flat();

const FULL_INK = 200;

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
const eraseAt = (data: Uint8Array, lines: Lines, place: number, middle: number, scale: number): void => {
  const at = (line: number): number => line * lines.across + place * lines.along;
  const isDark = (line: number): boolean => line >= 0 && line < lines.count && (data[at(line)] ?? PAPER) < FULL_INK;
  for (let line = Math.floor(middle - scale); line <= middle + scale; line += 1) {
    if (!isDark(line)) continue;
    const [first, last] = inkAcross(isDark, line);
    if (last - first < REACH * 2 * scale) for (let inked = first; inked <= last; inked += 1) data[at(inked)] = PAPER;
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

/** The rules of a page: those that run along it and those that run down it. */
export type Rules = { readonly level: readonly Rule[]; readonly upright: readonly Rule[] };

/** Finds the rules of tables and forms in a picture of a hundred dots an inch, those of faxes with their gaps too. */
export const findRules = (small: GrayPicture): Rules => ({
  level: rulesIn(small, along(small)),
  upright: rulesIn(small, down(small)),
});

/**
 * Takes the rules out of a picture of `scale` times a hundred dots an inch: the recogniser takes them for letters, and
 * what they box in for pictures. Letters that touch a rule stay whole.
 */
export const eraseRules = (picture: GrayPicture, { level, upright }: Rules, scale: number): GrayPicture => {
  if (level.length + upright.length === 0) return picture;
  const data = Uint8Array.from(picture.data);
  erase(data, along(picture), level, scale);
  erase(data, down(picture), upright, scale);
  return { ...picture, data };
};
