import { listPages, markPagesRead, readPage } from '../../store/pages.ts';
import { searchPages } from '../../store/search-pages.ts';
import type { App, HandlersOf } from '../app.ts';

export const pageService = (app: App): HandlersOf<'page' | 'search'> => ({
  'page.list': ({ caseId, recordId }) => listPages(app.session.case(caseId), recordId),
  'page.show': ({ caseId, pageId }) => readPage(app.session.case(caseId), pageId),
  'page.markRead': ({ caseId, pageIds, isRead }) => {
    markPagesRead(app.session.case(caseId), pageIds, isRead ? app.now().toISOString() : null);
    app.changed(caseId, ['pages', 'records', 'case', 'cases']);
    return {};
  },
  'search.run': ({ caseId, query, limit }) => searchPages(app.session.case(caseId), query, limit),
});
