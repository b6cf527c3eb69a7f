import { isNoLanguage, isPlainEnglish, isSpacedOut, knownShare } from '../judge-words.ts';
import type { WordSet } from '../layout/word-set.ts';
import { keepWords } from '../layout/word-set.ts';
import type { GrayPicture } from '../ocr/gray-picture.ts';
import { findTextInk, holdsWord, inkOutside } from '../ocr/text-ink.ts';
import { GLANCE, isBlank } from '../pictures/is-blank.ts';
import type { LayerDoubt } from '../read-page.ts';
import { hasBrokenPicture } from './inspect-page.ts';
import { liesOnInk } from './judge-layer.ts';
import type { Pdfium } from './pdfium.ts';
import { PDF_NOTES } from './pdf-notes.ts';
import { isCovered, shareOfPage, unseenWords } from './seen-on-picture.ts';
import type { Survey } from './survey-page.ts';

/** A page before its picture was looked at. */
export type PageToJudge = {
  readonly words: WordSet;
  /** Words of fields and notes, which are known to be right. */
  readonly others: WordSet;
  readonly isUnmapped: boolean;
  readonly survey: Survey;
  readonly width: number;
  readonly height: number;
  /** Whether what the page is made of cannot be unpacked; costs time. */
  readonly isDamaged: () => boolean;
};

/** What is found out about a page: its words that are seen, and the picture where one had to be drawn for it. */
export type Judged = {
  readonly words: WordSet;
  readonly blank: boolean;
  readonly needsOcr: boolean;
  readonly doubt: LayerDoubt | null;
  readonly messages: readonly string[];
  readonly picture: GrayPicture | null;
};

/** Dots an inch of the picture in which words are looked for. */
const LOOK_DPI = 100;
const TALLEST = 4;
const WIDEST = 1700;

/** A page is drawn so many pixels wide, or fewer where it is a long strip. */
const draw = async (
  pdfium: Pdfium,
  page: number,
  across: number,
  { width, height }: PageToJudge,
): Promise<GrayPicture> => {
  // Most pages are never drawn, and what draws them is large.
  const { drawGray } = await import('./page-picture.ts');
  return drawGray(pdfium, page, Math.max(1, Math.round(Math.min(across, (across * TALLEST * width) / height))));
};

/** A page without words: blank, to be recognised, or damaged. */
const judgeWordless = async (pdfium: Pdfium, page: number, held: PageToJudge): Promise<Judged> => {
  const { words, survey, isUnmapped, isDamaged } = held;
  const damaged = (picture: GrayPicture | null, sentence: string): Judged => ({
    words,
    blank: false,
    needsOcr: false,
    doubt: null,
    messages: [sentence],
    picture,
  });
  const empty: Judged = { words, blank: true, needsOcr: false, doubt: null, messages: [], picture: null };
  if (!isUnmapped && survey.objects === 0) return isDamaged() ? damaged(null, PDF_NOTES.damagedPage) : empty;
  const picture = await draw(pdfium, page, GLANCE, held);
  if (isUnmapped || !isBlank(picture)) return { ...empty, blank: false, needsOcr: true, picture };
  if (hasBrokenPicture(pdfium, page)) return damaged(picture, PDF_NOTES.damagedPicture);
  return isDamaged() ? damaged(picture, PDF_NOTES.damagedPage) : { ...empty, picture };
};

/** A page with fewer words than this on top of a picture is a stamped or faxed scan: its words are in the picture. */
const FEW_WORDS = 40;
const MOSTLY_PICTURE = 0.5;
/** A picture of such a share of a page may hold a letter; a smaller one is a logo or a signature. */
const LEAST_PICTURE = 0.04;
/** Shapes of letters drawn as outlines come by the hundred. */
const MANY_SHAPES = 36;

/** Below these shares of known words a text is doubted: typed ones, and those that lie hidden behind a scan. */
const DOUBTFUL = { typed: 0.35, scanned: 0.78 } as const;

const isGarbled = ({ texts }: WordSet, isScan: boolean): boolean => {
  if (isSpacedOut(texts)) return true;
  if (isPlainEnglish(texts)) return false;
  const known = knownShare(texts);
  if (known === null) return false;
  return isScan ? known < DOUBTFUL.scanned : known < DOUBTFUL.typed && isNoLanguage(texts, known);
};

const hasMissing = ({ texts }: WordSet): boolean => texts.some((text) => text.includes('\ufffd'));

/** Whether words may be hidden: drawn in no colour or that of paper, or painted over. */
const mayHide = ({ survey, words }: PageToJudge): boolean =>
  survey.hasFaintText ||
  (survey.covers.length > 0 &&
    words.texts.some((_, word) => {
      const [left = 0, top = 0, right = 0, bottom = 0] = words.boxes.subarray(word * 4, word * 4 + 4);
      return survey.covers.some((cover) => isCovered({ left, top, right, bottom }, cover));
    }));

const needsPicture = (held: PageToJudge, cover: number): boolean => {
  const { survey } = held;
  return survey.isCut || survey.shapes >= MANY_SHAPES || cover >= LEAST_PICTURE || mayHide(held);
};

/** Ink that may be writing beside all words: this much of it, as a share of all and in dots, is worth recognising. */
const BESIDE = { share: 0.12, dots: 500 } as const;

const hasMore = (picture: GrayPicture, { words, others, width }: PageToJudge): boolean => {
  const ink = findTextInk(picture);
  const scale = picture.width / width;
  const left = inkOutside(
    ink,
    [words, others].flatMap(({ texts, boxes }) =>
      texts.map((_, word) => ({
        left: (boxes[word * 4] ?? 0) * scale,
        top: (boxes[word * 4 + 1] ?? 0) * scale,
        right: (boxes[word * 4 + 2] ?? 0) * scale,
        bottom: (boxes[word * 4 + 3] ?? 0) * scale,
      })),
    ),
  );
  return left.count >= BESIDE.dots && left.count >= ink.count * BESIDE.share && holdsWord(left);
};

const withoutUnseen = (
  picture: GrayPicture,
  { words, survey, width }: PageToJudge,
): { readonly words: WordSet; readonly messages: readonly string[] } => {
  const unseen = unseenWords(words, picture, width);
  if (unseen.size === 0) return { words, messages: [] };
  // More likely it cannot be drawn here than that somebody hid all of it.
  if (unseen.size === words.texts.length) return { words, messages: [PDF_NOTES.noneSeen] };
  const isUnder = [...unseen].some((word) => {
    const [left = 0, top = 0, right = 0, bottom = 0] = words.boxes.subarray(word * 4, word * 4 + 4);
    return survey.covers.some((cover) => isCovered({ left, top, right, bottom }, cover));
  });
  return {
    words: keepWords(words, (word) => !unseen.has(word)),
    messages: [isUnder ? PDF_NOTES.covered : PDF_NOTES.invisible],
  };
};

/** A page with words: whether they are those that it shows, and all of them. */
const judgeWords = async (pdfium: Pdfium, page: number, held: PageToJudge): Promise<Judged> => {
  const { words, survey, width, height, isUnmapped } = held;
  const cover = shareOfPage(survey.pictures, width, height);
  const isScan = cover > MOSTLY_PICTURE;
  const isDoubtful = isUnmapped || hasMissing(words) || isGarbled(words, isScan);
  const judged = { words, blank: false, messages: [], picture: null };
  if (!needsPicture(held, cover)) return { ...judged, needsOcr: isDoubtful, doubt: isDoubtful ? 'whole' : null };
  const picture = await draw(pdfium, page, Math.min(WIDEST, Math.round((width / 72) * LOOK_DPI)), held);
  if (isScan && (isDoubtful || !liesOnInk(words.boxes, picture, width, height)))
    return { ...judged, needsOcr: true, doubt: 'whole', picture };
  const seen = isScan ? { words, messages: [] } : withoutUnseen(picture, held);
  const isPart = (isScan && words.texts.length < FEW_WORDS) || hasMore(picture, { ...held, words: seen.words });
  const isWhole = isDoubtful || (isPart && isScan && mayHide(held));
  return {
    ...judged,
    ...seen,
    needsOcr: isWhole || isPart,
    doubt: isWhole ? 'whole' : isPart ? 'part' : null,
    picture,
  };
};

/** Finds out what is true of a page: blank, readable as its layer says, or to be recognised in its picture. */
export const judgePage = (pdfium: Pdfium, page: number, held: PageToJudge): Promise<Judged> =>
  (held.words.texts.length + held.others.texts.length === 0 ? judgeWordless : judgeWords)(pdfium, page, held);
