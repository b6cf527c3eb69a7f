import type { Migration } from '../migrate.ts';

/** Where the words of each sentence come from, and that of the sentences which stand already, as far as the log tells. */
export const SENTENCE_ORIGINS: Migration = {
  version: 10,
  sql: `
-- Where the words of a sentence come from, as JSON: the words composed, what each entry said then, the sources, and which
-- characters are still their own. Null where that is not known.
ALTER TABLE sentence ADD COLUMN origins TEXT;

-- For the sentences that stand already the log of changes knows it: the words as a composition first put them there, and
-- each entry as the last change before left it, or the next one found it, or as it is where none touched it.
CREATE TEMP TABLE logged AS
  SELECT change.seq, change.method, patch.value ->> 'table' AS kind, patch.value ->> 'id' AS id,
    patch.value -> 'before' AS before, patch.value -> 'after' AS after
  FROM change, json_each(change.patches) AS patch WHERE patch.value ->> 'table' IN ('sentence', 'entry');
CREATE INDEX temp.logged_by_id ON logged (kind, id, seq);
CREATE TEMP TABLE composed AS
  SELECT sentence.id, max(logged.seq) AS seq, logged.after ->> 'text' AS text
  FROM sentence JOIN logged ON logged.kind = 'sentence' AND logged.id = sentence.id
  WHERE logged.method = 'summary.compose' AND logged.before = 'null' AND logged.after ->> 'entries' = sentence.entries
    AND sentence.entries <> '[]'
  GROUP BY sentence.id;
UPDATE sentence SET origins = (
  SELECT json_array(json_object(
    'id', sentence.id, 'words', composed.text, 'composed', composed.text, 'sources', json(sentence.sources),
    'kept', json_array(json_array(0, length(sentence.text))),
    'basis', (
      SELECT json_group_array(json_object('entry', one.value, 'said', (
        SELECT CASE WHEN said.row IS NULL THEN NULL ELSE json_object(
          'date', said.row ->> 'date', 'text', said.row ->> 'text', 'sources', json(said.row ->> 'sources')) END
        FROM (SELECT coalesce(
          (SELECT after FROM logged WHERE kind = 'entry' AND id = one.value AND seq < composed.seq AND after <> 'null'
            ORDER BY seq DESC LIMIT 1),
          (SELECT before FROM logged WHERE kind = 'entry' AND id = one.value AND seq > composed.seq AND before <> 'null'
            ORDER BY seq LIMIT 1),
          (SELECT json_object('date', date, 'text', text, 'sources', sources) FROM entry WHERE id = one.value)
        ) AS row) AS said)))
      FROM json_each(sentence.entries) AS one)))
  FROM composed WHERE composed.id = sentence.id)
WHERE id IN (SELECT id FROM composed);
DROP TABLE composed;
DROP TABLE logged;
`,
};
