import type { SentenceId } from '../../../shared/ids.ts';
import { Refusal } from '../../../shared/reply.ts';
import { composeSummary } from '../../reading/compose-summary.ts';
import { reconcileSentences } from '../../reading/reconcile-sentences.ts';
import { listEntries } from '../../store/entries.ts';
import { listSentences, writeSentences } from '../../store/sentences.ts';
import type { App, HandlersOf } from '../backend/app.ts';
import { mergeSummary } from './merge-summary.ts';
import { summaryStyle } from './summary-style.ts';
import { checkSources } from '../timeline/timeline-service.ts';

export const summaryService = (app: App): HandlersOf<'summary'> => {
  const newId = (): SentenceId => app.newId() as SentenceId;
  return {
    'summary.show': listSentences,
    'summary.compose': (write) => {
      const accepted = listEntries(write).filter(({ state }) => state === 'accepted');
      const composed = composeSummary(accepted, summaryStyle(write));
      writeSentences(write, mergeSummary(listSentences(write), composed, newId));
      return listSentences(write);
    },
    'summary.write': {
      joinsWith: () => '',
      run: (write, { text }) => {
        writeSentences(write, reconcileSentences(listSentences(write), text, newId));
        return listSentences(write);
      },
    },
    'summary.cite': (write, { sentence, sources }) => {
      checkSources(write, sources);
      const sentences = listSentences(write);
      if (!sentences.some(({ id }) => id === sentence))
        throw new Refusal('not-found', 'This sentence is no longer in the summary.', { sentence });
      writeSentences(
        write,
        sentences.map((one) => (one.id === sentence ? { ...one, sources } : one)),
      );
      return {};
    },
  };
};
