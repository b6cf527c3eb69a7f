import { joinCombs } from '../layout/join-combs.ts';
import type { WordSet } from '../layout/word-set.ts';
import { joinWords, keepWords, NO_WORDS } from '../layout/word-set.ts';
import { writePage } from '../layout/write-page.ts';
import type { HeldPage } from '../hash-page.ts';
import { hashPage } from '../hash-page.ts';
import { takeLook } from '../pictures/take-look.ts';
import type { ReadPage } from '../read-page.ts';
import type { ArchiveEntry } from '../zip/archive-entry.ts';
import { unmappedShare } from './inspect-page.ts';
import { judgePage } from './judge-page.ts';
import { isNoise } from './judge-layer.ts';
import { markStruck } from './mark-struck.ts';
import type { PageMap } from './page-map.ts';
import { mapPage } from './page-map.ts';
import { readPageWords } from './page-words.ts';
import type { Pdfium } from './pdfium.ts';
import { partWords, placeFields } from './place-fields.ts';
import { placeNotes, placeValues } from './place-notes.ts';
import { PDF_NOTES } from './pdf-notes.ts';
import type { Settled } from './settle-page.ts';
import { surveyPage } from './survey-page.ts';

/** Above this share of characters without a known meaning, a text layer is compared with the picture. */
const UNMAPPED = 0.4;

/** What the text layer of a page gives, and whether its fonts tell what their shapes mean. */
type Layer = { readonly words: WordSet; readonly isUnmapped: boolean };

const readLayer = (pdfium: Pdfium, page: number, map: PageMap): Layer => {
  const textPage = pdfium._FPDFText_LoadPage(page);
  if (textPage === 0) return { words: NO_WORDS, isUnmapped: false };
  try {
    const words = readPageWords(pdfium, textPage, map);
    if (isNoise(words.texts.join(''))) return { words: NO_WORDS, isUnmapped: true };
    const isUnmapped = words.texts.length > 0 && unmappedShare(pdfium, textPage) > UNMAPPED;
    return { words: joinCombs(words), isUnmapped };
  } finally {
    pdfium._FPDFText_ClosePage(textPage);
  }
};

/** A page narrower or lower than this, in points, shows nothing as it should. */
const LEAST_SIDE = 36;

/** Words that stand on the page at all: their middle lies on it. */
const onPage = (words: WordSet, width: number, height: number): WordSet => {
  if (Math.min(width, height) < LEAST_SIDE) return words;
  const { boxes, texts } = words;
  const isOn = (word: number): boolean => {
    const x = ((boxes[word * 4] ?? 0) + (boxes[word * 4 + 2] ?? 0)) / 2;
    const y = ((boxes[word * 4 + 1] ?? 0) + (boxes[word * 4 + 3] ?? 0)) / 2;
    return x >= 0 && x <= width && y >= 0 && y <= height;
  };
  for (let word = 0; word < texts.length; word += 1) if (!isOn(word)) return keepWords(words, isOn);
  return words;
};

/** The words of a page, those of its fields, and its notes. */
type Composed = {
  readonly words: WordSet;
  readonly fields: WordSet;
  readonly notes: WordSet;
  readonly messages: readonly string[];
};

const compose = (words: WordSet, settled: Settled | null): Composed => {
  if (settled === null) return { words, fields: NO_WORDS, notes: NO_WORDS, messages: [] };
  const { annotations, printed } = settled;
  const { old, gained } = partWords(words, joinCombs(printed));
  const { words: fields, rest, isDifferent } = placeFields(annotations.fields, gained);
  const placed = placeNotes(annotations.notes, rest);
  return {
    words: joinWords(old, placed.rest),
    fields,
    notes: placed.notes,
    messages: [
      ...(isDifferent ? [PDF_NOTES.fieldDiffers] : []),
      ...(annotations.isCut ? [PDF_NOTES.tooManyNotes] : []),
    ],
  };
};

/** What is known of a page beside what is on it. */
export type BesidesPage = {
  /** What its annotations said before they became part of it. */
  readonly settled: Settled | null;
  readonly clips: readonly ArchiveEntry[];
  /** Values of a form that the page does not show. */
  readonly values: readonly string[];
  readonly isDamaged: () => boolean;
};

/**
 * Reads a loaded page: the words of its text layer that are seen on it, its fields and notes, and whether its picture
 * must be recognised.
 */
export const readPdfPage = async (
  pdfium: Pdfium,
  page: number,
  number: number,
  { settled, clips, values, isDamaged }: BesidesPage,
): Promise<ReadPage> => {
  const width = pdfium._FPDF_GetPageWidthF(page);
  const height = pdfium._FPDF_GetPageHeightF(page);
  const map = mapPage(pdfium, page, width, height);
  const survey = surveyPage(pdfium, page, map);
  let layer = readLayer(pdfium, page, map);
  const messages: string[] = [];
  if (survey.layers.size > 0) {
    const { dropHiddenLayers } = await import('./hidden-layers.ts');
    if ((await dropHiddenLayers(pdfium, page, survey)) > 0) {
      layer = readLayer(pdfium, page, map);
      messages.push(PDF_NOTES.layerOff);
    }
  }
  const shown = onPage(layer.words, width, height);
  if (shown.texts.length < layer.words.texts.length) messages.push(PDF_NOTES.offPage);
  const composed = compose(shown, settled);
  const judged = await judgePage(pdfium, page, {
    words: composed.words,
    others: joinWords(composed.fields, composed.notes),
    isUnmapped: layer.isUnmapped,
    survey,
    width,
    height,
    isDamaged,
  });
  const marked = joinWords(markStruck(judged.words, settled?.annotations.struck ?? [], survey.rules), composed.fields);
  const notes = joinWords(composed.notes, placeValues(values, width, height));
  const { notesAt, ...written } = writePage(marked, notes);
  const held: HeldPage = { kind: 'picture', width, height, ...written, blocks: [] };
  return {
    ...held,
    number,
    source: written.text === '' ? 'none' : 'layer',
    turned: 0,
    confidence: null,
    blank: judged.blank,
    needsOcr: judged.needsOcr,
    ...(judged.doubt !== null && { doubt: judged.doubt, notesAt }),
    ...(clips.length > 0 && { enclosed: clips }),
    messages: [...messages, ...composed.messages, ...judged.messages],
    hash: hashPage(held, judged.picture?.data),
    look: judged.picture === null ? new Uint8Array(0) : takeLook(judged.picture),
  };
};
