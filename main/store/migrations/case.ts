import type { Migration } from '../migrate.ts';
import { NEGATIVE_SEARCHES } from './negative-searches.ts';
import { ODDITIES } from './oddities.ts';
import { PARTED_WORDS } from './parted-words.ts';
import { SENTENCE_ORIGINS } from './sentence-origins.ts';
import { VISITS } from './visits.ts';

import { DOCUMENTS } from './documents.ts';
import { CASE_MIGRATIONS_TO_4 } from './case-to-4.ts';

/** The schema of a case file: everything of one case. */
export const CASE_MIGRATIONS: readonly Migration[] = [
  ...CASE_MIGRATIONS_TO_4,
  {
    version: 5,
    sql: `
-- What a page held when it was imported, the line of a fax machine on it, and a fingerprint of its picture: pages that came
-- twice without words are found by that.
ALTER TABLE page ADD COLUMN hash TEXT NOT NULL DEFAULT '';
ALTER TABLE page ADD COLUMN fax_header TEXT;
ALTER TABLE page ADD COLUMN look BLOB NOT NULL DEFAULT x'';
-- What the page's text was before the reviewer typed another over it; null where nobody did.
ALTER TABLE page ADD COLUMN seen_text TEXT;
CREATE INDEX page_to_recognise ON page (id) WHERE needs_ocr = 1;

-- Pages that the reviewer settled by eye; the id is the page's. 'confirmed': the words stand, text is null. 'typed': text
-- stands in their place, words holds six numbers a word as JSON.
CREATE TABLE eye_reading (
  id TEXT PRIMARY KEY,
  eye TEXT NOT NULL,
  text TEXT,
  words TEXT
) STRICT;
CREATE TRIGGER eye_reading_typed AFTER INSERT ON eye_reading WHEN new.text IS NOT NULL BEGIN
  UPDATE page SET seen_text = coalesce(seen_text, text), text = new.text WHERE id = CAST(new.id AS INTEGER);
END;
CREATE TRIGGER eye_reading_confirmed AFTER INSERT ON eye_reading WHEN new.text IS NULL BEGIN
  UPDATE page SET text = seen_text, seen_text = NULL WHERE id = CAST(new.id AS INTEGER) AND seen_text IS NOT NULL;
END;
CREATE TRIGGER eye_reading_removed AFTER DELETE ON eye_reading BEGIN
  UPDATE page SET text = seen_text, seen_text = NULL WHERE id = CAST(old.id AS INTEGER) AND seen_text IS NOT NULL;
END;
`,
  },
  {
    version: 6,
    sql: `
-- Where in its archive a file stands: it can be taken out from there again. Null for one that is not to be taken out.
ALTER TABLE intake_file ADD COLUMN entry INTEGER;
-- The password to try while the file waits, and the one that opened a record's file; empty where none is needed.
ALTER TABLE intake_file ADD COLUMN password TEXT NOT NULL DEFAULT '';
ALTER TABLE record ADD COLUMN password TEXT NOT NULL DEFAULT '';
CREATE INDEX intake_file_by_container ON intake_file (container_id);
`,
  },
  {
    version: 7,
    sql: `
-- Why a source outside the MTUS is cited, and the worksheet in which competing recommendations were weighed, as JSON.
ALTER TABLE item ADD COLUMN outside_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE item ADD COLUMN worksheet TEXT;

-- Letters as they were issued, in their parts (JSON) and as the Word file that was handed over. Rows are only ever added.
CREATE TABLE issued_letter (
  version INTEGER PRIMARY KEY,
  form TEXT NOT NULL,
  issued_at TEXT NOT NULL,
  letter TEXT NOT NULL,
  docx BLOB NOT NULL,
  sha256 TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE TRIGGER issued_letter_kept BEFORE UPDATE ON issued_letter BEGIN
  SELECT RAISE (ABORT, 'an issued letter is never changed');
END;
CREATE TRIGGER issued_letter_not_removed BEFORE DELETE ON issued_letter BEGIN
  SELECT RAISE (ABORT, 'an issued letter is never removed');
END;
`,
  },
  {
    version: 8,
    sql: `
-- All of a page but its words and pictures, in the order of its record: lists and sums are read from here alone. From the
-- rows they would take a third of a second in a case of 10,000 pages.
CREATE INDEX page_in_record ON page (record_id, number, kind, source, confidence, width, height, turned, blank, needs_ocr, read_at, messages, fax_header, hash);
CREATE INDEX entry_by_state ON entry (state);
-- The index of the words is put in order between answers (mergeIndex), not by whoever happens to add a page.
INSERT INTO page_search (page_search, rank) VALUES ('automerge', 0);
`,
  },
  {
    version: 9,
    sql: `
-- How often the file was written: with the last change it says where the file stands, for whoever has to tell an old copy.
CREATE TABLE head (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  writes INTEGER NOT NULL
) STRICT;
INSERT INTO head (id, writes) VALUES (1, 0);

-- 1 once a person has changed the row: what the application finds by itself leaves it alone from then on.
ALTER TABLE fact ADD COLUMN touched INTEGER NOT NULL DEFAULT 0;
ALTER TABLE entry ADD COLUMN touched INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sentence ADD COLUMN touched INTEGER NOT NULL DEFAULT 0;
ALTER TABLE item ADD COLUMN touched INTEGER NOT NULL DEFAULT 0;
ALTER TABLE twin ADD COLUMN touched INTEGER NOT NULL DEFAULT 0;
ALTER TABLE eye_reading ADD COLUMN touched INTEGER NOT NULL DEFAULT 0;
ALTER TABLE record ADD COLUMN touched INTEGER NOT NULL DEFAULT 0;
UPDATE entry SET touched = 1 WHERE state <> 'proposed' OR origin = 'manual' OR id IN (
  SELECT patch.value ->> 'id' FROM change, json_each(change.patches) AS patch WHERE patch.value ->> 'table' = 'entry');

-- How often the letter was exported is asked after every change; the log is long.
CREATE INDEX change_export ON change (seq) WHERE method = 'letter.export';

-- Steps from before know nothing of these columns: they are closed.
DELETE FROM undo_step;
`,
  },
  SENTENCE_ORIGINS,
  DOCUMENTS,
  VISITS,
  PARTED_WORDS,
  NEGATIVE_SEARCHES,
  ODDITIES,
];
