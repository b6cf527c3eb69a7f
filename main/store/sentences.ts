import type { Sentence } from '../../shared/summary.ts';
import type { ReadCase, WriteCase } from './case-file.ts';

type SentenceRow = {
  readonly id: Sentence['id'];
  readonly text: string;
  readonly sources: string;
  readonly entries: string;
};

/** The summary's sentences in their order. */
export const listSentences = (file: ReadCase): Sentence[] =>
  file.db
    .prepare<[], SentenceRow>('SELECT id, text, sources, entries FROM sentence ORDER BY position, id')
    .all()
    .map((row) => ({
      id: row.id,
      text: row.text,
      sources: JSON.parse(row.sources) as Sentence['sources'],
      entries: JSON.parse(row.entries) as Sentence['entries'],
    }));

/** Makes the summary these sentences, in this order. */
export const writeSentences = (file: WriteCase, sentences: readonly Sentence[]): void => {
  const kept = new Set<string>(sentences.map(({ id }) => id));
  listSentences(file).forEach(({ id }) => {
    if (!kept.has(id)) file.remove('sentence', id);
  });
  sentences.forEach(({ id, text, sources, entries }, position) =>
    file.put('sentence', { id, position, text, sources: JSON.stringify(sources), entries: JSON.stringify(entries) }),
  );
};
