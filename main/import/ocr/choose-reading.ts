import type { Turn } from '../../../shared/page.ts';
import { findSkew } from './find-skew.ts';
import { flattenLight } from './flatten-light.ts';
import type { GrayPicture } from './gray-picture.ts';
import { blurPicture, cutRows, resizePicture, rotatePicture, turnPicture } from './gray-picture.ts';
import type { Recogniser, SeenWord } from './recogniser.ts';

/** How a page is best read: how it must be turned, straightened and cleaned. */
export type Reading = { readonly turn: Turn; readonly skew: number; readonly treatment: Treatment };
export type Treatment = 'plain' | 'blurred' | 'flattened';

/** Gaussian blur against the speckle of faxes, in pixels at 200 dots an inch: measured best of 0.7 to 2 there. */
const SIGMA = 1.2;
const SMALL_DPI = 75;

export const treat = async (picture: GrayPicture, treatment: Treatment, dpi: number): Promise<GrayPicture> => {
  switch (treatment) {
    case 'plain':
      return picture;
    case 'blurred':
      return blurPicture(picture, (SIGMA * dpi) / 200);
    case 'flattened':
      return flattenLight(picture);
  }
};

/** Whether a word has the look of one: three letters or digits and no more odd characters than that. */
const looksRight = ({ text }: SeenWord): boolean => (text.match(/[A-Za-z0-9]/g)?.length ?? 0) >= Math.max(3, text.length * 0.6);

/** The worth of a strip as it was read: the confidence of its words by their length, and how many letters they have. */
type Worth = { readonly confidence: number; readonly letters: number };
export const worthOf = (words: readonly SeenWord[]): Worth => {
  const right = words.filter(looksRight);
  const letters = right.reduce((sum, { text }) => sum + text.length, 0);
  const all = words.reduce((sum, { text }) => sum + text.length, 0);
  const weighed = words.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0);
  return { confidence: all === 0 ? 0 : weighed / all, letters };
};

const ENOUGH_LETTERS = 40;
const MANY_LETTERS = 200;
/** A strip read with this confidence lies the right way up: upside down it stays far below. */
const UPRIGHT = 72;
/** A strip read like this needs no other treatment. */
const SURE = 88;

const BAND_INCHES = 1;

/** How often each row changes between ink and paper: much in text, little in gaps, rules and pictures. */
const changesByRow = ({ data, width, height }: GrayPicture): Float64Array =>
  Float64Array.from({ length: height }, (_, y) => {
    let count = 0;
    for (let at = y * width + 4; at < (y + 1) * width; at += 4) {
      const step = (data[at] ?? 0) - (data[at - 4] ?? 0);
      if (step > 60 || step < -60) count += 1;
    }
    return Math.min(count, width / 16);
  });

/** The quietest row near `row`, so that a cut there goes between lines and not through one. */
const nearestGap = (changes: Float64Array, row: number, reach: number): number => {
  const from = Math.max(0, row - reach);
  const near = changes.subarray(from, row + reach);
  return near.length === 0 ? row : from + near.indexOf(Math.min(...near));
};

/** A band of the page that is rich in text, cut between lines. */
const richBand = (picture: GrayPicture, dpi: number): GrayPicture => {
  const changes = changesByRow(picture);
  const band = Math.min(picture.height, Math.round(dpi * BAND_INCHES));
  const sumOf = (top: number): number => changes.subarray(top, top + band).reduce((sum, count) => sum + count, 0);
  const tops = Array.from({ length: Math.floor((picture.height - band) / 16) + 1 }, (_, index) => index * 16);
  const sums = tops.map(sumOf);
  const top = tops[sums.indexOf(Math.max(...sums))] ?? 0;
  const reach = Math.round(dpi * 0.12);
  return cutRows(picture, nearestGap(changes, top, reach), nearestGap(changes, top + band, reach) + 1);
};

/** Slope and sharpness of lines for the picture as it lies and turned by a quarter. */
const findDirection = async (picture: GrayPicture, dpi: number): Promise<{ readonly level: ReturnType<typeof findSkew>; readonly upended: ReturnType<typeof findSkew> }> => {
  const scale = SMALL_DPI / dpi;
  const soft = await blurPicture(flattenLight(picture), Math.max(0.5, dpi / 130));
  const small = await resizePicture(soft, Math.max(1, Math.round(picture.width * scale)), Math.max(1, Math.round(picture.height * scale)));
  return { level: findSkew(small), upended: findSkew(await turnPicture(small, 90)) };
};

/** Lines must stand out this much more one way than the other for the other not to be tried. */
const CLEAR = 1.6;

const candidateTurns = (level: number, upended: number): Turn[] => {
  if (level > upended * CLEAR) return [0, 180];
  if (upended > level * CLEAR) return [90, 270];
  return level >= upended ? [0, 180, 90, 270] : [90, 270, 0, 180];
};

/** Share of ink that stands alone, dot by dot: above this the page is taken for a fax with speckle. */
const SPECKLED = 0.004;

const isInk = (light: number | undefined): boolean => light !== undefined && light < 128;

const speckleShare = ({ data, width, height }: GrayPicture): number => {
  let ink = 0;
  let alone = 0;
  for (let y = 1; y < height - 1; y += 1) {
    for (let at = y * width + 1; at < (y + 1) * width - 1; at += 1) {
      if (!isInk(data[at])) continue;
      ink += 1;
      // A row's neighbours first: nearly all ink ends the search there.
      if (isInk(data[at - 1]) || isInk(data[at + 1]) || isInk(data[at - width]) || isInk(data[at + width])) continue;
      if (!isInk(data[at - width - 1]) && !isInk(data[at - width + 1]) && !isInk(data[at + width - 1]) && !isInk(data[at + width + 1])) alone += 1;
    }
  }
  return ink === 0 ? 0 : alone / ink;
};

type Attempt = Reading & Worth;
const worth = ({ confidence, letters }: Worth): number => confidence * Math.min(letters, MANY_LETTERS);
const better = (a: Attempt, b: Attempt): Attempt => (worth(a) > worth(b) ? a : b);

/**
 * Finds how to read a page: the direction of its lines from their profile; which side is up, and which treatment
 * serves, by reading a strip. An attempt that is sure ends the search, else the best of all is taken.
 */
export const chooseReading = async (picture: GrayPicture, dpi: number, recogniser: Recogniser): Promise<Reading> => {
  const { level, upended } = await findDirection(picture, dpi);
  const strips = new Map<Turn, GrayPicture>();
  const skewFor = (turn: Turn): number => (turn === 0 || turn === 180 ? level.degrees : upended.degrees);
  const stripFor = async (turn: Turn): Promise<GrayPicture> => {
    const strip = strips.get(turn) ?? richBand(await rotatePicture(await turnPicture(picture, turn), -skewFor(turn)), dpi);
    strips.set(turn, strip);
    return strip;
  };
  const attempt = async (turn: Turn, treatment: Treatment): Promise<Attempt> => {
    const words = await recogniser.recognise(await treat(await stripFor(turn), treatment, dpi), dpi);
    return { turn, skew: skewFor(turn), treatment, ...worthOf(words) };
  };

  const [first, ...others]: readonly [Treatment, ...Treatment[]] = speckleShare(picture) > SPECKLED ? ['blurred', 'plain', 'flattened'] : ['plain', 'blurred', 'flattened'];
  const [likely = 0, ...turns] = candidateTurns(level.score, upended.score);
  let best = await attempt(likely, first);
  for (const turn of turns) {
    if (best.confidence >= UPRIGHT && best.letters >= ENOUGH_LETTERS) break;
    best = better(best, await attempt(turn, first));
  }
  for (const treatment of others) {
    if (best.confidence >= SURE && best.letters >= ENOUGH_LETTERS) break;
    best = better(best, await attempt(best.turn, treatment));
  }
  return { turn: best.turn, skew: best.skew, treatment: best.treatment };
};
