import type { Migration } from '../migrate.ts';

/** Visits with their facts: each entry that stands already becomes a fact of a visit of its date, provider and file. */
export const VISITS: Migration = {
  version: 12,
  sql: `
-- One encounter or event. proposal names what it was proposed from; again: where the same visit stands once more, as JSON;
-- position: its place among those of one date, by file, page and words.
CREATE TABLE visit (
  id TEXT PRIMARY KEY,
  proposal TEXT,
  date TEXT,
  date_text TEXT NOT NULL,
  date_kind TEXT NOT NULL,
  provider TEXT NOT NULL,
  specialty TEXT NOT NULL,
  kind TEXT NOT NULL,
  again TEXT NOT NULL,
  position INTEGER NOT NULL,
  touched INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX visit_by_proposal ON visit (proposal);

-- An entry is a fact of a visit; its date and provider are those of the visit. ticked: accepting the visit takes it;
-- position: its place on the card, by merit.
ALTER TABLE entry ADD COLUMN visit TEXT NOT NULL DEFAULT '';
ALTER TABLE entry ADD COLUMN rank TEXT NOT NULL DEFAULT 'key';
ALTER TABLE entry ADD COLUMN why TEXT NOT NULL DEFAULT '';
ALTER TABLE entry ADD COLUMN ticked INTEGER NOT NULL DEFAULT 1;
ALTER TABLE entry ADD COLUMN position INTEGER NOT NULL DEFAULT 0;

CREATE TEMP TABLE placed AS
  SELECT id, coalesce(date, '') AS date, date_text, date_kind, provider, kind, coalesce(sources ->> '$[0].record', '') AS file,
    coalesce((sources ->> '$[0].record') * 10000000000 + (sources ->> '$[0].page') * 100000
      + min(sources ->> '$[0].start', 99999), 0) AS position
  FROM entry;
CREATE INDEX temp.placed_by_id ON placed (id);
CREATE TEMP TABLE grouped AS
  SELECT lower(hex(randomblob(12))) AS id, date, date_text, date_kind, provider, file, min(position) AS position,
    CASE WHEN count(DISTINCT kind) > 1 THEN 'visit' ELSE CASE kind
      WHEN 'imaging' THEN 'study' WHEN 'medication' THEN 'visit' WHEN 'diagnosis' THEN 'visit' ELSE kind END END AS kind
  FROM placed GROUP BY date, provider, file;
CREATE INDEX temp.grouped_by_words ON grouped (date, provider, file);
INSERT INTO visit (id, proposal, date, date_text, date_kind, provider, specialty, kind, again, position)
  SELECT id, NULL, nullif(date, ''), date_text, date_kind, provider, '', kind, '[]', position FROM grouped;
UPDATE entry SET ticked = state <> 'rejected', visit = (
  SELECT grouped.id FROM placed JOIN grouped USING (date, provider, file) WHERE placed.id = entry.id);
DROP TABLE grouped;
DROP TABLE placed;

-- What a list of visits counts is read from here alone.
CREATE INDEX entry_in_visit ON entry (visit, state, ticked, rank, kind);
CREATE INDEX entry_open ON entry (id) WHERE state = 'proposed' AND ticked = 1;

-- The pages that each fact cites, for whoever shows a page.
CREATE TABLE entry_place (
  record INTEGER NOT NULL,
  page INTEGER NOT NULL,
  entry TEXT NOT NULL,
  PRIMARY KEY (record, page, entry)
) WITHOUT ROWID, STRICT;
CREATE INDEX entry_place_of ON entry_place (entry);
INSERT OR IGNORE INTO entry_place (record, page, entry)
  SELECT source.value ->> 'record', source.value ->> 'page', entry.id FROM entry, json_each(entry.sources) AS source;
CREATE TRIGGER entry_placed AFTER INSERT ON entry BEGIN
  DELETE FROM entry_place WHERE entry = new.id;
  INSERT OR IGNORE INTO entry_place (record, page, entry)
    SELECT source.value ->> 'record', source.value ->> 'page', new.id FROM json_each(new.sources) AS source;
END;
CREATE TRIGGER entry_displaced AFTER DELETE ON entry BEGIN
  DELETE FROM entry_place WHERE entry = old.id;
END;

-- Steps from before know nothing of visits: they are closed.
DELETE FROM undo_step;
`,
};
