import type { Lie } from './find-lines.ts';
import type { Layout } from './recogniser.ts';
import { evenLight, isBlackAndWhite } from './even-light.ts';
import type { PrintedBox } from './find-boxes.ts';
import { eraseBoxes, findBoxes } from './find-boxes.ts';
import { rightInverse } from './right-inverse.ts';
import { eraseRules, findRules } from './erase-rules.ts';
import type { GrayPicture } from './gray-picture.ts';
import { blurPicture, resizePicture, rotatePicture, turnPicture } from './gray-picture.ts';

/** Dots an inch of the small picture, in which the shape of lines and the place of ink are looked at. */
export const SMALL_DPI = 100;

/**
 * A page's picture as it lies upright, and straightened without its rules and boxes; that one small as well. What has
 * rules is read in rows.
 */
export type Laid = {
  readonly upright: GrayPicture;
  readonly straight: GrayPicture;
  readonly small: GrayPicture;
  readonly layout: Layout;
  readonly boxes: readonly PrintedBox[];
};

/** A page on the desk, its light evened: as it came, small, and laid in any way, each made once. */
export type Sheet = {
  readonly picture: GrayPicture;
  readonly dpi: number;
  readonly isBlackAndWhite: boolean;
  readonly small: GrayPicture;
  readonly lay: (lie: Lie) => Promise<Laid>;
};

const shrink = async (picture: GrayPicture, dpi: number): Promise<GrayPicture> => {
  const scale = SMALL_DPI / dpi;
  const soft = await blurPicture(picture, Math.max(0.5, dpi / 130));
  return resizePicture(
    soft,
    Math.max(1, Math.round(picture.width * scale)),
    Math.max(1, Math.round(picture.height * scale)),
  );
};

/** Makes the sheet of a picture. */
export const createSheet = async (found: GrayPicture, dpi: number): Promise<Sheet> => {
  const scanned = rightInverse(found, dpi);
  const hasNoShades = isBlackAndWhite(scanned);
  const picture = hasNoShades ? scanned : evenLight(scanned);
  const small = await shrink(picture, dpi);
  const laid = new Map<number, Promise<Laid>>();
  const make = async ({ turn, skew }: Lie): Promise<Laid> => {
    const upright = await turnPicture(picture, turn);
    const [straight, straightSmall] = [
      await rotatePicture(upright, -skew),
      await rotatePicture(await turnPicture(small, turn), -skew),
    ];
    const boxes = findBoxes(straight, straightSmall);
    const boxless = eraseBoxes(straight, boxes, 1);
    const boxlessSmall = eraseBoxes(straightSmall, boxes, straightSmall.width / straight.width);
    const rules = findRules(boxlessSmall);
    const ruleless = eraseRules(boxless, rules, boxless.width / boxlessSmall.width);
    return {
      upright,
      straight: ruleless,
      small: eraseRules(boxlessSmall, rules, 1),
      layout: ruleless === boxless ? 'blocks' : 'rows',
      boxes,
    };
  };
  return {
    picture,
    dpi,
    isBlackAndWhite: hasNoShades,
    small,
    lay: (lie) => {
      const known = laid.get(lie.turn) ?? make(lie);
      laid.set(lie.turn, known);
      return known;
    },
  };
};
