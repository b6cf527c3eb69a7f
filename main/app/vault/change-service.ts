import { redoChange, undoChange } from '../../store/change-case.ts';
import type { App, HandlersOf } from '../backend/app.ts';

/** Undo and redo over all drafts of a case, across restarts. */
export const changeService = (app: App): HandlersOf<'change'> => {
  const step = (caseId: Parameters<App['session']['case']>[0], move: typeof undoChange): { method: string } => {
    const method = move(app.session.case(caseId), app.now());
    app.changed(caseId, ['case', 'timeline', 'summary', 'items', 'letter', 'cases', 'duplicates', 'pages', 'records']);
    app.catchUp(app.session.case(caseId));
    return { method };
  };
  return {
    'change.undo': ({ caseId }) => step(caseId, undoChange),
    'change.redo': ({ caseId }) => step(caseId, redoChange),
  };
};
