import type { SentenceId } from '../../../shared/ids.ts';
import { Refusal } from '../../../shared/reply.ts';
import type { ShownSentence, StoredSentence } from '../../../shared/summary.ts';
import { reconcileSentences } from '../../reading/reconcile-sentences.ts';
import { citeSentence } from '../../reading/sentence-origins.ts';
import { settleSentence, updateSummary } from '../../reading/update-summary.ts';
import type { WriteCase } from '../../store/case-file.ts';
import { listSentences, removedSentence, writeSentences } from '../../store/sentences.ts';
import type { App, HandlersOf } from '../backend/app.ts';
import { checkSources } from '../timeline/timeline-service.ts';
import { readTimeline, showSummary } from './read-summary.ts';

const indexOf = (sentences: readonly StoredSentence[], id: SentenceId): number => {
  const at = sentences.findIndex(({ origins }) => origins[0].id === id);
  if (at === -1) throw new Refusal('not-found', 'This sentence is no longer in the summary.', { sentence: id });
  return at;
};

const keep = (write: WriteCase, sentences: readonly StoredSentence[]): ShownSentence[] => {
  writeSentences(write, sentences);
  return showSummary(write);
};

export const summaryService = (app: App): HandlersOf<'summary'> => {
  const newId = (): SentenceId => app.newId() as SentenceId;
  return {
    'summary.show': showSummary,
    'summary.compose': (write) => keep(write, updateSummary(listSentences(write), readTimeline(write), newId)),
    'summary.settle': (write, { sentence, choice }) => {
      const sentences = listSentences(write);
      const at = indexOf(sentences, sentence);
      return keep(write, settleSentence(sentences, at, choice, readTimeline(write), newId));
    },
    'summary.write': {
      joinsWith: () => '',
      run: (write, { text }) =>
        keep(
          write,
          reconcileSentences(listSentences(write), text, newId, (words) => removedSentence(write, words)),
        ),
    },
    'summary.cite': (write, { sentence, sources }) => {
      checkSources(write, sources);
      const sentences = listSentences(write);
      const at = indexOf(sentences, sentence);
      writeSentences(
        write,
        sentences.map((one, index) => (index === at ? citeSentence(one, sources) : one)),
      );
      return {};
    },
  };
};
