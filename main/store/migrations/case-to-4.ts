import type { Migration } from '../migrate.ts';

/** The first four versions of the schema of a case file: records, pages, drafts, log. */
export const CASE_MIGRATIONS_TO_4: readonly Migration[] = [
  {
    version: 1,
    sql: `
-- What the reviewer states about the case; the value is JSON.
CREATE TABLE fact (
  id TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

-- The untouched files, in chunks of one MiB. A row without a hash is one whose copy was not finished.
CREATE TABLE original (
  id INTEGER PRIMARY KEY,
  sha256 TEXT UNIQUE,
  size INTEGER NOT NULL
) STRICT;

CREATE TABLE original_chunk (
  original_id INTEGER NOT NULL REFERENCES original (id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (original_id, seq)
) STRICT;

-- A record is shown once all its pages are stored (is_complete).
CREATE TABLE record (
  id INTEGER PRIMARY KEY,
  original_id INTEGER NOT NULL REFERENCES original (id),
  file_name TEXT NOT NULL,
  file_kind TEXT NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  provider TEXT NOT NULL,
  date TEXT,
  messages TEXT NOT NULL,
  is_complete INTEGER NOT NULL
) STRICT;

CREATE TABLE page (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  source TEXT NOT NULL,
  confidence REAL,
  width REAL NOT NULL,
  height REAL NOT NULL,
  turned INTEGER NOT NULL,
  blank INTEGER NOT NULL,
  needs_ocr INTEGER NOT NULL,
  read_at TEXT,
  messages TEXT NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (record_id, number)
) STRICT;

-- Words as 32-bit floats, six a word, and the blocks of flow pages as JSON: apart, so that text is read without them.
CREATE TABLE page_layout (
  page_id INTEGER PRIMARY KEY REFERENCES page (id) ON DELETE CASCADE,
  words BLOB NOT NULL,
  blocks TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE page_search USING fts5 (
  text, content = 'page', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 2"
);
INSERT INTO page_search (page_search, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER page_added AFTER INSERT ON page BEGIN
  INSERT INTO page_search (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER page_removed AFTER DELETE ON page BEGIN
  INSERT INTO page_search (page_search, rowid, text) VALUES ('delete', old.id, old.text);
END;
CREATE TRIGGER page_text_changed AFTER UPDATE OF text ON page BEGIN
  INSERT INTO page_search (page_search, rowid, text) VALUES ('delete', old.id, old.text);
  INSERT INTO page_search (rowid, text) VALUES (new.id, new.text);
END;

-- proposal names what an entry was proposed from, so that reading the pages again proposes nothing twice.
CREATE TABLE entry (
  id TEXT PRIMARY KEY,
  state TEXT NOT NULL,
  origin TEXT NOT NULL,
  proposal TEXT,
  date TEXT,
  date_text TEXT NOT NULL,
  date_kind TEXT NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  provider TEXT NOT NULL,
  reason TEXT NOT NULL,
  sources TEXT NOT NULL
) STRICT;
CREATE INDEX entry_by_proposal ON entry (proposal);

CREATE TABLE sentence (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  sources TEXT NOT NULL,
  entries TEXT NOT NULL
) STRICT;

CREATE TABLE item (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  heading TEXT NOT NULL,
  decision TEXT,
  claims TEXT NOT NULL,
  reviewer TEXT NOT NULL,
  rationale TEXT NOT NULL,
  evidence TEXT NOT NULL,
  partial TEXT,
  parent TEXT
) STRICT;

-- Every change with what it replaced; each row carries the hash of the one before. Rows are only ever added.
CREATE TABLE change (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  method TEXT NOT NULL,
  note TEXT NOT NULL,
  patches TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER change_kept BEFORE UPDATE ON change BEGIN
  SELECT RAISE (ABORT, 'the log of changes is only ever added to');
END;
CREATE TRIGGER change_not_removed BEFORE DELETE ON change BEGIN
  SELECT RAISE (ABORT, 'the log of changes is only ever added to');
END;

-- What undo takes back as one step: the changes first_seq to last_seq.
CREATE TABLE undo_step (
  id INTEGER PRIMARY KEY,
  method TEXT NOT NULL,
  join_key TEXT NOT NULL,
  joined_at INTEGER NOT NULL,
  first_seq INTEGER NOT NULL,
  last_seq INTEGER NOT NULL,
  is_undone INTEGER NOT NULL
) STRICT;
`,
  },
  {
    version: 2,
    sql: `
-- The intake ledger: a row for every file that was given, in the order given. 'waiting': not copied yet; 'kept': its
-- original is here and its pages are still to be read; the other states are final.
CREATE TABLE intake_file (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  path TEXT,
  container_id INTEGER REFERENCES intake_file (id),
  original_id INTEGER REFERENCES original (id),
  record_id INTEGER REFERENCES record (id) ON DELETE SET NULL,
  state TEXT NOT NULL,
  kind TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT,
  pages INTEGER NOT NULL,
  pages_failed INTEGER NOT NULL,
  messages TEXT NOT NULL
) STRICT;
CREATE INDEX intake_file_by_state ON intake_file (state);
CREATE INDEX intake_file_by_original ON intake_file (original_id);
CREATE INDEX record_by_original ON record (original_id);
`,
  },
  {
    version: 3,
    sql: `
-- The sketch of a page's words, as 32-bit numbers: pages that came twice are found by it. Empty where there are few words.
ALTER TABLE page ADD COLUMN sketch BLOB NOT NULL DEFAULT x'';

-- What the reviewer decided about pages that may be the same; the id names the first pages of both runs.
CREATE TABLE twin (
  id TEXT PRIMARY KEY,
  decision TEXT NOT NULL
) STRICT;
`,
  },
  {
    version: 4,
    sql: `
-- What was read from a record for the timeline: drafts as JSON, null while they are being read; is_joined once they stand
-- in the timeline. Text that changes makes what was read void: it gets a new id, so that whoever is reading it hears of it.
-- Records from before this table stand in the timeline, and are read again with the next that come.
CREATE TABLE reading (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL UNIQUE REFERENCES record (id) ON DELETE CASCADE,
  drafts TEXT,
  is_joined INTEGER NOT NULL
) STRICT;
CREATE TRIGGER reading_void AFTER UPDATE OF text ON page BEGIN
  UPDATE reading SET id = (SELECT 1 + max(id) FROM reading), drafts = NULL, is_joined = 0 WHERE record_id = old.record_id;
END;
INSERT INTO reading (record_id, drafts, is_joined) SELECT id, NULL, 1 FROM record WHERE is_complete = 1;
`,
  },
];
