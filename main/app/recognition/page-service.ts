import type { Output } from '../../../shared/contract.ts';
import { documentFinder } from '../../../shared/find-document.ts';
import { eyeReason } from '../../../shared/page.ts';
import { cleanText } from '../../import/clean-text.ts';
import { placeTypedWords } from '../../reading/place-typed-words.ts';
import { theCase } from '../../store/open-case.ts';
import { confirmPage, typePage } from '../../store/eye-readings.ts';
import { listPages, markPagesRead, readPage } from '../../store/pages.ts';
import { listDocuments } from '../../store/documents.ts';
import { searchPages } from '../../store/search-pages.ts';
import type { ReadCase } from '../../store/case-file.ts';
import type { App, HandlersOf } from '../backend/app.ts';
import { fatesOfPage } from '../timeline/fates-of-page.ts';
import { pauseRecognition, recogniseFirst, recognisePages, recognitionStatus } from './recognise-pages.ts';

/** The pages whose words are uncertain or missing. */
const listDoubtful = (file: ReadCase): Output<'eye.list'> => {
  const documentOf = documentFinder(listDocuments(file));
  return listPages(file).flatMap((page) => {
    const reason = eyeReason(page);
    return reason === null
      ? []
      : [{ page, title: documentOf({ record: page.record, page: page.number })?.title ?? '', reason }];
  });
};

export const pageService = (app: App): HandlersOf<'page' | 'search' | 'eye' | 'ocr'> => ({
  'ocr.status': recognitionStatus,
  'ocr.run': ({ caseId }, call) => recognisePages(app, caseId, call),
  'ocr.pause': ({ caseId }) => {
    pauseRecognition(app, caseId, true);
    return {};
  },
  'ocr.resume': ({ caseId }) => {
    pauseRecognition(app, caseId, false);
    return {};
  },
  'ocr.first': ({ caseId, pageId }) => {
    recogniseFirst(app, caseId, pageId);
    return {};
  },
  'eye.list': listDoubtful,
  'page.confirm': (write, { pageIds }, { afterwards }) => {
    for (const id of pageIds) confirmPage(write, readPage(write, id).id);
    afterwards(() => app.catchUp(theCase(write)));
    return {};
  },
  'page.type': {
    joinsWith: (_file, { pageId }) => pageId,
    run: (write, { pageId, text }, { afterwards }) => {
      const typed = cleanText(text).trim();
      const page = readPage(write, pageId);
      typePage(write, pageId, typed, page.kind === 'flow' ? [] : placeTypedWords(typed, page));
      // New words are read for the timeline in the background.
      afterwards(() => app.catchUp(theCase(write)));
      return {};
    },
  },
  'page.list': (file, { recordId }) => listPages(file, recordId),
  'page.show': (file, { pageId }) => readPage(file, pageId),
  'page.fates': fatesOfPage,
  'page.markRead': (write, { pageIds, isRead }) => {
    markPagesRead(write, pageIds, isRead ? app.now().toISOString() : null);
    return {};
  },
  'search.run': (file, { query, limit }) => searchPages(file, query, limit),
});
