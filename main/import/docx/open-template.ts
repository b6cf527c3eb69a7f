import type { Reason } from '../../../shared/reason.ts';
import type { OpenDocument } from '../open-document.ts';
import { Unreadable } from '../unreadable.ts';
import { cleanTemplate } from './clean-template.ts';

/** Opens a Word file that is to be filled: it has no pages, and encloses itself with what a cover page needs alone. */
export const openTemplate = (bytes: Uint8Array): OpenDocument => {
  const { bytes: clean, isLess } = cleanTemplate(bytes);
  const reasons: readonly Reason[] = isLess ? [{ code: 'template-cleaned' }] : [];
  const refuse = (): never => {
    throw new Unreadable({ code: 'no-pages' });
  };
  return {
    kind: 'docx',
    pages: 0,
    reasons,
    read: refuse,
    picture: refuse,
    scan: refuse,
    enclosed: {
      entries: [
        {
          index: 0,
          name: 'template.docx',
          size: clean.length,
          packed: clean.length,
          isProtected: false,
          verdict: null,
        },
      ],
      bytes: () => clean,
    },
    close: () => undefined,
  };
};
