import { CaseId, PageId } from '../../../shared/ids.ts';
import type { PictureRequest } from './backend.ts';

/**
 * A picture's address in its parts, as a page gives it: two ids and a whole number of pixels, 100 to 4000; null for
 * anything else.
 */
export const parsePictureRequest = (caseId: unknown, pageId: unknown, width: string | null): PictureRequest | null => {
  const [inCase, page] = [CaseId.safeParse(caseId), PageId.safeParse(pageId)];
  const pixels = /^\d{3,4}$/.test(width ?? '') ? Number(width) : 0;
  return inCase.success && page.success && pixels >= 100 && pixels <= 4000
    ? { caseId: inCase.data, pageId: page.data, width: pixels }
    : null;
};
