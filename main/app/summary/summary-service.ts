import type { SentenceId } from '../../../shared/ids.ts';
import { foldSpace } from '../../../shared/letter.ts';
import { mergeProse } from '../../../shared/merge-prose.ts';
import { Refusal } from '../../../shared/reply.ts';
import { isSameSpan, type TextSpan } from '../../../shared/span.ts';
import type { ShownSentence, StoredSentence } from '../../../shared/summary.ts';
import { reconcileSentences } from '../../reading/reconcile-sentences.ts';
import { citeSentence, sourcesOf } from '../../reading/sentence-origins.ts';
import { settleSentence, updateSummary } from '../../reading/update-summary.ts';
import type { WriteCase } from '../../store/case-file.ts';
import { listSentences, removedSentence, textAsSeen, writeSentences } from '../../store/sentences.ts';
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

/** Changes what a sentence rests on beside this source. */
const changeSources = (
  write: WriteCase,
  id: SentenceId,
  source: TextSpan,
  change: (others: readonly TextSpan[]) => readonly TextSpan[],
): void => {
  const sentences = listSentences(write);
  const at = indexOf(sentences, id);
  const changed = sentences.map((one, index) => {
    if (index !== at) return one;
    const others = sourcesOf(one).filter((other) => !isSameSpan(other, source));
    return citeSentence(one, change(others));
  });
  writeSentences(write, changed);
};

const CHANGED_ELSEWHERE = 'The same sentence was changed elsewhere meanwhile; look at what stands there now.';

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
      run: (write, { text }, { seen }) => {
        const sentences = listSentences(write);
        const now = sentences.map((sentence) => sentence.text).join(' ');
        // Others may have written in other sentences meanwhile: theirs stay.
        const both = seen === undefined ? text : mergeProse(textAsSeen(write, seen), foldSpace(text), now);
        if (both === null) throw new Refusal('stale', CHANGED_ELSEWHERE);
        return keep(
          write,
          reconcileSentences(sentences, both, newId, (words) => removedSentence(write, words)),
        );
      },
    },
    'summary.cite': (write, { sentence, source }) => {
      checkSources(write, [source]);
      changeSources(write, sentence, source, (others) => [...others, source]);
      return {};
    },
    'summary.uncite': (write, { sentence, source }) => {
      changeSources(write, sentence, source, (others) => others);
      return {};
    },
  };
};
