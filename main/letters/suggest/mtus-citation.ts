import { isOfChapter } from '../../../shared/edition-standing.ts';
import type { GuidelineRow, MtusCitation } from '../../../shared/guideline.ts';
import { foldSpace } from '../../../shared/letter.ts';

const PREFIX =
  /^(?:the |current |california |CA )*(?:MTUS|Medical Treatment Utilization Schedule)(?:\s*\/\s*ACOEM)?(?:\s+Guidelines?)?[\s,:–-]*/i;
const CHAPTER_NUMBER = /^(?:ACOEM\s+)?(?:Chapter\s+)?\d{1,2}\s*[,:–-]?\s+(?=[A-Z])/i;
const YEAR = /[\s,(]*\(?\b((?:19|20)\d\d)\b\)?/;
const AT_EDGES = /^[\s,;:.–-]+|[\s,;:.–-]+$/g;

const trimmed = (words: string): string => foldSpace(words).replace(AT_EDGES, '');

/**
 * The words in which a review cites the MTUS, as a citation of the letter: chapter, year, sections. A chapter that the
 * table knows gets its name there; else it keeps the review's words.
 */
export const mtusCitation = (words: string, rows: readonly GuidelineRow[]): MtusCitation => {
  const own = foldSpace(words).replace(PREFIX, '').replace(CHAPTER_NUMBER, '');
  const year = YEAR.exec(own);
  const [named, behind] = year
    ? [own.slice(0, year.index), own.slice(year.index + year[0].length)]
    : [own.split(/[,;:]/, 1).join(''), own.slice(own.split(/[,;:]/, 1).join('').length)];
  const chapter = trimmed(named);
  const known = rows.find((row) => isOfChapter(row, chapter));
  return { chapter: known?.chapter ?? chapter, year: year?.[1] ?? '', sections: trimmed(behind) };
};
