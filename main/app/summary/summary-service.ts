import type { SentenceId } from '../../../shared/ids.ts';
import { foldSpace } from '../../../shared/letter.ts';
import { mergeProse } from '../../../shared/merge-prose.ts';
import { Refusal } from '../../../shared/reply.ts';
import { isSameSpan, type TextSpan } from '../../../shared/span.ts';
import type { Origin, ShownSentence, StoredSentence } from '../../../shared/summary.ts';
import { putBack, takenOut } from '../../reading/left-out.ts';
import { reconcileSentences } from '../../reading/reconcile-sentences.ts';
import { citeSentence, sourcesOf } from '../../reading/sentence-origins.ts';
import { settleSentence, updateSummary, type Timeline } from '../../reading/update-summary.ts';
import type { ReadCase, WriteCase } from '../../store/case-file.ts';
import {
  listLeftOut,
  listSentences,
  removedSentence,
  textAsSeen,
  writeLeftOut,
  writeSentences,
} from '../../store/sentences.ts';
import type { App, HandlersOf } from '../backend/app.ts';
import { checkSources } from '../timeline/timeline-service.ts';
import { readSettings } from '../vault/settings-service.ts';
import { readTimeline, showLeftOut, showSummary, standingLeftOut } from './read-summary.ts';
import type { ProseSettings } from './summary-style.ts';

const indexOf = (sentences: readonly StoredSentence[], id: SentenceId): number => {
  const at = sentences.findIndex(({ origins }) => origins[0].id === id);
  if (at === -1) throw new Refusal('not-found', 'This sentence is no longer in the summary.', { sentence: id });
  return at;
};

/** Keeps the sentences, and of what is left out that which still is. */
const keepSentences = (
  write: WriteCase,
  sentences: readonly StoredSentence[],
  settings: ProseSettings,
): ShownSentence[] => {
  writeSentences(write, sentences);
  if (listLeftOut(write).length > 0) writeLeftOut(write, standingLeftOut(write, readTimeline(write, settings, [])));
  return showSummary(write, settings);
};

const partition = <T>(all: readonly T[], isFirst: (one: T) => boolean): readonly [T[], T[]] => [
  all.filter(isFirst),
  all.filter((one) => !isFirst(one)),
];

const asLeftOut = (origin: Origin): StoredSentence => ({ text: '', origins: [origin] });

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
  const timelineOfCase = (file: ReadCase, leftOut?: readonly StoredSentence[]): Timeline =>
    readTimeline(file, readSettings(app), leftOut);
  const keep = (write: WriteCase, sentences: readonly StoredSentence[]): ShownSentence[] =>
    keepSentences(write, sentences, readSettings(app));
  return {
    'summary.show': (file) => showSummary(file, readSettings(app)),
    'summary.leftOut': (file) => showLeftOut(file, readSettings(app)),
    'summary.compose': (write) => {
      const sentences = listSentences(write);
      // Who emptied the whole summary and asks for a new one wants all of it.
      if (sentences.length === 0) writeLeftOut(write, []);
      return keep(write, updateSummary(sentences, timelineOfCase(write), newId));
    },
    'summary.putBack': (write, { sentences: ids }) => {
      const [wanted, others] = partition(listLeftOut(write), ({ origins }) => ids.includes(origins[0].id));
      return keep(write, putBack(listSentences(write), wanted, timelineOfCase(write, others), newId));
    },
    'summary.settle': (write, { sentence, choice }) => {
      const sentences = listSentences(write);
      const at = indexOf(sentences, sentence);
      return keep(write, settleSentence(sentences, at, choice, timelineOfCase(write), newId));
    },
    'summary.write': {
      joinsWith: () => '',
      run: (write, { text }, { seen }) => {
        const sentences = listSentences(write);
        const now = sentences.map((sentence) => sentence.text).join(' ');
        // Others may have written in other sentences meanwhile: theirs stay.
        const both = seen === undefined ? text : mergeProse(textAsSeen(write, seen), foldSpace(text), now);
        if (both === null) throw new Refusal('stale', CHANGED_ELSEWHERE);
        const after = reconcileSentences(sentences, both, newId, (words) => removedSentence(write, words));
        writeLeftOut(write, [...listLeftOut(write), ...takenOut(sentences, after).map(asLeftOut)]);
        return keep(write, after);
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
