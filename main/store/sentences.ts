import type { Sentence } from '../../shared/summary.ts';
import type { ReadCase, WriteCase } from './case-file.ts';
import { put, query, remove } from './statements.ts';

type SentenceRow = {
  readonly id: Sentence['id'];
  readonly text: string;
  readonly sources: string;
  readonly entries: string;
};

/** The summary's sentences in their order. */
export const listSentences = (file: ReadCase): Sentence[] =>
  query<[], SentenceRow>(file, 'SELECT id, text, sources, entries FROM sentence ORDER BY position, id')
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
    if (!kept.has(id)) remove(file, 'sentence', id);
  });
  sentences.forEach(({ id, text, sources, entries }, position) =>
    put(file, 'sentence', { id, position, text, sources: JSON.stringify(sources), entries: JSON.stringify(entries) }),
  );
};
