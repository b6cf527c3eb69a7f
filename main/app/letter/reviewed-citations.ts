import type { ReviewedCitation } from '../../../shared/item.ts';
import { isSameItem } from '../../../shared/same-item.ts';
import { mtusCitation } from '../../letters/suggest/mtus-citation.ts';
import { findCitations } from '../../reading/find-citations.ts';
import type { ReadCase } from '../../store/case-file.ts';
import { documentsInCase } from '../../store/documents.ts';
import { readTexts } from '../../store/pages.ts';
import type { App } from '../backend/app.ts';
import { readGuidelines } from './read-guidelines.ts';

/**
 * The guidelines that the utilization reviews name for an item; those that they name for all of them where none is named
 * for it. Each once.
 */
export const reviewedCitations = (app: App, file: ReadCase, heading: string): ReviewedCitation[] => {
  const { rows } = readGuidelines(app);
  const named = documentsInCase(file)
    .filter(({ kind, patient }) => kind === 'utilization-review' && patient === 'worker')
    .flatMap(({ file: record, first, pages }) =>
      findCitations({ record, part: first, pages: readTexts(file, record, first - 1, pages) }),
    );
  const own = named.filter(({ item }) => item !== null && isSameItem(item, heading));
  const offered = own.length > 0 ? own : named.filter(({ item }) => item === null);
  return offered
    .filter(({ words }, at) => offered.findIndex((other) => other.words === words) === at)
    .map(({ words, isMtus, source }) => ({ words, mtus: isMtus ? mtusCitation(words, rows) : null, source }));
};
