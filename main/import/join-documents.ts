import type { FileKind } from '../../shared/record.ts';
import type { OpenDocument } from './open-document.ts';
import { Unreadable } from './unreadable.ts';

/** Several opened documents as one: the pages of one after those of the other, in one numbering. */
export const joinDocuments = (kind: FileKind, parts: readonly OpenDocument[]): OpenDocument => {
  const find = (page: number): { readonly part: OpenDocument; readonly own: number } => {
    let own = page;
    for (const part of parts) {
      if (own <= part.pages) return { part, own };
      own -= part.pages;
    }
    throw new Unreadable({ code: 'page-unreadable' });
  };
  return {
    kind,
    pages: parts.reduce((sum, part) => sum + part.pages, 0),
    reasons: parts.flatMap((part) => part.reasons),
    read: async (page) => {
      const { part, own } = find(page);
      return { ...(await part.read(own)), number: page };
    },
    picture: async (page, width, turn) => {
      const { part, own } = find(page);
      return part.picture(own, width, turn);
    },
    scan: async (page) => {
      const { part, own } = find(page);
      return part.scan(own);
    },
    close: () => {
      for (const part of parts) part.close();
    },
  };
};
