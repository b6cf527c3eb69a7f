import type { Output } from '../../../shared/contract.ts';
import { eyeReason } from '../../../shared/page.ts';
import { cleanText } from '../../import/clean-text.ts';
import { placeTypedWords } from '../../reading/place-typed-words.ts';
import { changeCase } from '../../store/change-case.ts';
import { confirmPage, typePage } from '../../store/eye-readings.ts';
import { listPages, markPagesRead, readPage } from '../../store/pages.ts';
import { listRecords } from '../../store/records.ts';
import { searchPages } from '../../store/search-pages.ts';
import type { ReadCase } from '../../store/case-file.ts';
import type { App, HandlersOf } from '../backend/app.ts';
import { pauseRecognition, recogniseFirst, recognisePages, recognitionStatus } from './recognise-pages.ts';

/** The pages whose words are uncertain or missing. */
const listDoubtful = (file: ReadCase): Output<'eye.list'> => {
  const titles = new Map(listRecords(file).map(({ id, title }) => [id, title]));
  return listPages(file).flatMap((page) => {
    const reason = eyeReason(page);
    return reason === null ? [] : [{ page, title: titles.get(page.record) ?? '', reason }];
  });
};

/** New words of a page are read for the timeline in the background. */
const settle = (app: App, file: ReadCase): void => {
  app.changed(file.id, ['pages', 'records', 'case', 'cases', 'duplicates']);
  app.catchUp(file);
};

export const pageService = (app: App): HandlersOf<'page' | 'search' | 'eye' | 'ocr'> => ({
  'ocr.status': ({ caseId }) => recognitionStatus(app, caseId),
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
  'eye.list': ({ caseId }) => listDoubtful(app.session.case(caseId)),
  'page.confirm': ({ caseId, pageIds }) => {
    const file = app.session.case(caseId);
    changeCase(file, { method: 'page.confirm', now: app.now() }, (write) =>
      pageIds.forEach((id) => confirmPage(write, readPage(file, id).id)),
    );
    settle(app, file);
    return {};
  },
  'page.type': ({ caseId, pageId, text }) => {
    const file = app.session.case(caseId);
    const typed = cleanText(text).trim();
    const page = readPage(file, pageId);
    changeCase(file, { method: 'page.type', now: app.now(), joinKey: `page.type ${pageId}` }, (write) =>
      typePage(write, pageId, typed, page.kind === 'flow' ? [] : placeTypedWords(typed, page)),
    );
    settle(app, file);
    return {};
  },
  'page.list': ({ caseId, recordId }) => listPages(app.session.case(caseId), recordId),
  'page.show': ({ caseId, pageId }) => readPage(app.session.case(caseId), pageId),
  'page.markRead': ({ caseId, pageIds, isRead }) => {
    markPagesRead(app.session.case(caseId), pageIds, isRead ? app.now().toISOString() : null);
    app.changed(caseId, ['pages', 'records', 'case', 'cases']);
    return {};
  },
  'search.run': ({ caseId, query, limit }) => searchPages(app.session.case(caseId), query, limit),
});
