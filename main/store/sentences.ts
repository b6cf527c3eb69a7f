import type { EntryId, SentenceId } from '../../shared/ids.ts';
import type { TextSpan } from '../../shared/span.ts';
import type { Origin, StoredSentence } from '../../shared/summary.ts';
import type { ReadCase, Row, WriteCase } from './case-file.ts';
import type { SeenRevision } from './seen-revision.ts';
import { rowsAsSeen } from './stale-fields.ts';
import { put, query, remove } from './statements.ts';

type SentenceRow = {
  readonly id: SentenceId;
  readonly text: string;
  readonly sources: string;
  readonly entries: string;
  readonly origins: string | null;
};

/** A sentence from before origins were kept: what its entries said then is not known. */
const unknownOrigin = ({ id, text, sources, entries }: SentenceRow): Origin => ({
  id,
  words: text,
  composed: null,
  basis: (JSON.parse(entries) as EntryId[]).map((entry) => ({ entry, said: null })),
  sources: JSON.parse(sources) as TextSpan[],
  kept: [[0, text.length]],
});

const toSentence = (row: SentenceRow): StoredSentence => {
  const [first, ...others] = row.origins === null ? [] : (JSON.parse(row.origins) as Origin[]);
  return { text: row.text, origins: [first ?? unknownOrigin(row), ...others] };
};

const toRow = ({ text, origins }: StoredSentence, position: number): Row => ({
  id: origins[0].id,
  position,
  text,
  sources: JSON.stringify(origins.flatMap(({ sources }) => sources)),
  entries: JSON.stringify([...new Set(origins.flatMap(({ basis }) => basis.map(({ entry }) => entry)))]),
  origins: JSON.stringify(origins),
});

const COLUMNS = 'id, text, sources, entries, origins';

/** The summary's sentences in their order. */
export const listSentences = (file: ReadCase): StoredSentence[] =>
  query<[], SentenceRow>(file, `SELECT ${COLUMNS} FROM sentence WHERE text <> '' ORDER BY position, id`)
    .all()
    .map(toSentence);

/** The sentences that the reviewer took out while their entries are accepted: without words, with their origins. */
export const listLeftOut = (file: ReadCase): StoredSentence[] =>
  query<[], SentenceRow>(file, `SELECT ${COLUMNS} FROM sentence WHERE text = '' ORDER BY position, id`)
    .all()
    .map(toSentence);

/** Makes these the sentences that are left out. */
export const writeLeftOut = (file: WriteCase, leftOut: readonly StoredSentence[]): void => {
  const kept = new Set<string>(leftOut.map(({ origins }) => origins[0].id));
  listLeftOut(file).forEach(({ origins: [{ id }] }) => {
    if (!kept.has(id)) remove(file, 'sentence', id);
  });
  leftOut.forEach(({ origins }) => put(file, 'sentence', toRow({ text: '', origins }, 0)));
};

/** The summary's text as whoever writes had it before them: with their own later changes, without those of others. */
export const textAsSeen = (file: ReadCase, seen: SeenRevision): string => {
  const rows = query<[], Row>(file, 'SELECT * FROM sentence').all();
  return rowsAsSeen(file, 'sentence', rows, seen)
    .filter(({ text }) => text !== '')
    .sort((a, b) => Number(a['position']) - Number(b['position']) || (a.id < b.id ? -1 : 1))
    .map(({ text }) => String(text))
    .join(' ');
};

/** Makes the summary these sentences, in this order. */
export const writeSentences = (file: WriteCase, sentences: readonly StoredSentence[]): void => {
  const kept = new Set<string>(sentences.map(({ origins }) => origins[0].id));
  listSentences(file).forEach(({ origins: [{ id }] }) => {
    if (!kept.has(id)) remove(file, 'sentence', id);
  });
  sentences.forEach((sentence, position) => put(file, 'sentence', toRow(sentence, position)));
};

/** So many changes back a sentence that was cut is found, to be pasted. */
const CHANGES_BACK = 200;

/** The newest sentence of these words that was taken out not long ago. */
export const removedSentence = (file: ReadCase, text: string): StoredSentence | undefined => {
  const row = query<[number, string], { row: string }>(
    file,
    `SELECT patch.value ->> 'before' AS row FROM change, json_each(change.patches) AS patch
       WHERE change.seq > (SELECT max(seq) FROM change) - ? AND patch.value ->> 'table' = 'sentence'
         AND coalesce(patch.value ->> '$.after.text', '') = '' AND patch.value ->> '$.before.text' = ?
       ORDER BY change.seq DESC LIMIT 1`,
  ).get(CHANGES_BACK, text);
  if (row === undefined) return undefined;
  const sentence = JSON.parse(row.row) as Omit<SentenceRow, 'origins'> & Partial<SentenceRow>;
  return toSentence({ ...sentence, origins: sentence.origins ?? null });
};
