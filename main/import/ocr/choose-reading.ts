import type { Treatment } from './clean-picture.ts';
import { cleanPicture } from './clean-picture.ts';
import type { Lie, Lines } from './find-lines.ts';
import type { GrayPicture } from './gray-picture.ts';
import type { Recogniser } from './recogniser.ts';
import { firstBand, richBand } from './bands.ts';
import type { Sheet } from './sheet.ts';
import { speckleShare } from './speckle-share.ts';
import type { Worth } from './worth.ts';
import { isSound, isSure, isUpright, liesBetter, readsBetter, worthOf } from './worth.ts';

/** How a page is read: how it is turned, straightened and cleaned. */
export type Reading = { readonly lie: Lie; readonly treatment: Treatment };

/** Above this share of lone dots a page is taken for a fax with speckle. */
const SPECKLED = 0.004;

type Treatments = readonly [Treatment, ...Treatment[]];
const FOR_FAXES: Treatments = ['blurred', 'softened', 'enlarged', 'plain'];
const FOR_OTHERS: Treatments = ['plain', 'blurred', 'enlarged'];

/**
 * The treatments that a page may need, the likely one first. Lone dots in shades of gray are grain, which harms little.
 */
export const treatmentsFor = ({ picture, isBlackAndWhite }: Sheet): Treatments =>
  isBlackAndWhite && speckleShare(picture) > SPECKLED ? FOR_FAXES : FOR_OTHERS;

type Attempt = Reading & Worth;
type Band = (picture: GrayPicture, dpi: number) => GrayPicture;

/** Reads a band of the sheet. */
const attempt = async (
  sheet: Sheet,
  lie: Lie,
  treatment: Treatment,
  band: Band,
  recogniser: Recogniser,
): Promise<Attempt> => {
  const { straight, layout } = await sheet.lay(lie);
  return {
    lie,
    treatment,
    ...worthOf(recogniser.recognise(await cleanPicture(band(straight, sheet.dpi), treatment, sheet.dpi), layout)),
  };
};

/**
 * Finds which side is up. Where the page is rich in marks that are no words, its first lines tell it, a letterhead or a
 * title; and where even they do not, its lines may run the other way after all.
 */
const chooseLie = async (
  sheet: Sheet,
  { lies, isOneWay, isClear }: Lines,
  treatment: Treatment,
  recogniser: Recogniser,
): Promise<Attempt> => {
  const [likely, second, ...across] = lies;
  const [others, last] = isOneWay ? [[second], across] : [[second, ...across], []];
  let best = await attempt(sheet, likely, treatment, richBand, recogniser);
  const isFound = (): boolean => isUpright(best) || (isClear && isSound(best));
  const tryFor = async (lie: Lie, band: Band): Promise<void> => {
    if (isFound()) return;
    const other = await attempt(sheet, lie, treatment, band, recogniser);
    if (liesBetter(other, best)) best = other;
  };
  for (const lie of others) await tryFor(lie, richBand);
  if (isSound(best)) return best;
  for (const lie of [likely, ...others]) await tryFor(lie, firstBand);
  if (isSound(best)) return best;
  for (const lie of last) await tryFor(lie, richBand);
  return best;
};

/**
 * Finds how to read a page by reading strips of it: first which side is up, then which treatment serves. An attempt
 * that is sure ends the search. Gives the ways in which the page can be read, those that did best first, then the
 * untried.
 */
export const chooseReadings = async (
  sheet: Sheet,
  lines: Lines,
  [first, ...others]: Treatments,
  recogniser: Recogniser,
): Promise<readonly [Reading, ...Reading[]]> => {
  let best = await chooseLie(sheet, lines, first, recogniser);
  const { lie } = best;
  const beaten: Attempt[] = [];
  const untried = [...others];
  while (!isSure(best) && untried.length > 0) {
    const [treatment = first] = untried.splice(0, 1);
    const other = await attempt(sheet, lie, treatment, richBand, recogniser);
    const isBetter = readsBetter(other, best);
    beaten.push(isBetter ? best : other);
    if (isBetter) best = other;
  }
  return [
    best,
    ...beaten.sort((a, b) => (readsBetter(a, b) ? -1 : 1)),
    ...untried.map((treatment) => ({ lie, treatment })),
  ];
};
