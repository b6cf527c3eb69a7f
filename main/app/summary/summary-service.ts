import type { SentenceId } from '../../../shared/ids.ts';
import { Refusal } from '../../../shared/reply.ts';
import type { Sentence } from '../../../shared/summary.ts';
import type { CaseId } from '../../../shared/ids.ts';
import { composeSummary } from '../../reading/compose-summary.ts';
import { reconcileSentences } from '../../reading/reconcile-sentences.ts';
import { changeCase } from '../../store/change-case.ts';
import { listEntries } from '../../store/entries.ts';
import { listSentences, writeSentences } from '../../store/sentences.ts';
import type { App, HandlersOf } from '../backend/app.ts';
import { mergeSummary } from './merge-summary.ts';
import { summaryStyle } from './summary-style.ts';
import { checkSources } from '../timeline/timeline-service.ts';

export const summaryService = (app: App): HandlersOf<'summary'> => {
  const newId = (): SentenceId => app.newId() as SentenceId;
  const save = (caseId: CaseId, method: string, sentences: readonly Sentence[], joinKey?: string): Sentence[] => {
    const file = app.session.case(caseId);
    changeCase(file, { method, now: app.now(), ...(joinKey !== undefined && { joinKey }) }, (write) =>
      writeSentences(write, sentences),
    );
    app.changed(caseId, ['summary', 'case', 'cases']);
    return listSentences(file);
  };
  return {
    'summary.show': ({ caseId }) => listSentences(app.session.case(caseId)),
    'summary.compose': ({ caseId }) => {
      const file = app.session.case(caseId);
      const accepted = listEntries(file).filter(({ state }) => state === 'accepted');
      return save(
        caseId,
        'summary.compose',
        mergeSummary(listSentences(file), composeSummary(accepted, summaryStyle(file)), newId),
      );
    },
    'summary.write': ({ caseId, text }) =>
      save(
        caseId,
        'summary.write',
        reconcileSentences(listSentences(app.session.case(caseId)), text, newId),
        'summary.write',
      ),
    'summary.cite': ({ caseId, sentence, sources }) => {
      const file = app.session.case(caseId);
      checkSources(file, sources);
      const sentences = listSentences(file);
      if (!sentences.some(({ id }) => id === sentence))
        throw new Refusal('not-found', 'This sentence is no longer in the summary.', { sentence });
      save(
        caseId,
        'summary.cite',
        sentences.map((one) => (one.id === sentence ? { ...one, sources } : one)),
      );
      return {};
    },
  };
};
