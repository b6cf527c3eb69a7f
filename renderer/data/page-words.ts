import { eyeReason } from '../../shared/page.ts';
import type { PageRow } from '../../shared/page.ts';

/** Where a page's words came from and how sure they are, for people: `recognised, 88 %`. */
export const sourceInWords = ({
  source,
  confidence,
  blank,
  needsOcr,
}: Pick<PageRow, 'source' | 'confidence' | 'blank' | 'needsOcr'>): string => {
  if (source === 'eye') return 'typed by eye';
  if (needsOcr) return 'words not recognised yet';
  if (blank) return 'blank';
  if (source === 'ocr') return confidence === null ? 'recognised' : `recognised, ${String(Math.round(confidence))} %`;
  return source === 'none' ? 'no words' : 'text of the file';
};

/** True for a page whose words are uncertain or missing, and that nobody has settled. */
const isToReadByEye = (page: PageRow): boolean => page.eye === null && eyeReason(page) !== null;

/** What else is to be said of a page: turned, settled by eye, sent by fax, and what is wrong with it. */
export const notesOnPage = (page: PageRow): string[] => [
  ...(page.eye === 'confirmed' ? ['confirmed by eye'] : isToReadByEye(page) ? ['to read by eye'] : []),
  ...(page.turned === 0 ? [] : [`turned by ${String(page.turned)}°`]),
  ...(page.faxHeader === null ? [] : [`fax line “${page.faxHeader}”`]),
  ...page.messages,
];
