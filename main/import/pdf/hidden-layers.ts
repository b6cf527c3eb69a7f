import { drawGray } from './page-picture.ts';
import type { Pdfium } from './pdfium.ts';
import type { Survey } from './survey-page.ts';

/** Layers of a page that are looked at. */
const MOST_LAYERS = 40;
const ACROSS = 306;

const setActive = (pdfium: Pdfium, objects: Iterable<number>, isActive: boolean): void => {
  for (const object of objects) pdfium._FPDFPageObj_SetIsActive(object, isActive ? 1 : 0);
};

/**
 * Finds by drawing it alone whether a layer shows anything, and takes the objects of those that do not out of the page.
 * Gives how many layers that were.
 */
export const dropHiddenLayers = async (
  pdfium: Pdfium,
  page: number,
  { layers, leaves }: Pick<Survey, 'layers' | 'leaves'>,
): Promise<number> => {
  const hidden: number[] = [];
  let count = 0;
  for (const objects of [...layers.values()].slice(0, MOST_LAYERS)) {
    setActive(pdfium, leaves, false);
    setActive(pdfium, objects, true);
    const { data } = await drawGray(pdfium, page, ACROSS);
    if (data.some((light) => light < 250)) continue;
    hidden.push(...objects);
    count += 1;
  }
  setActive(pdfium, leaves, true);
  setActive(pdfium, hidden, false);
  return count;
};
