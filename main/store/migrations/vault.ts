import type { Migration } from '../migrate.ts';

/** The schema of `vault.db`: which cases there are, with their wrapped keys, the settings, and the precedents. */
export const VAULT_MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    sql: `
CREATE TABLE case_key (
  id TEXT PRIMARY KEY,
  wrapped BLOB NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
`,
  },
  {
    version: 2,
    sql: `
-- Determinations that the reviewer loaded, and their decided items. Nothing of it is shipped. case_id: the case of this vault
-- that the letter was issued from; it goes with the case.
CREATE TABLE precedent_letter (
  id TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  case_number TEXT NOT NULL,
  decision_date TEXT NOT NULL,
  is_own INTEGER NOT NULL,
  case_id TEXT,
  loaded_at TEXT NOT NULL
) STRICT;

-- tokens: what an item is found by, as JSON, made in the way of tokens_version.
CREATE TABLE precedent (
  id INTEGER PRIMARY KEY,
  letter_id TEXT NOT NULL REFERENCES precedent_letter (id) ON DELETE CASCADE,
  heading TEXT NOT NULL,
  decision TEXT NOT NULL,
  claims TEXT NOT NULL,
  reviewer TEXT NOT NULL,
  rationale TEXT NOT NULL,
  tokens TEXT NOT NULL,
  tokens_version INTEGER NOT NULL
) STRICT;
CREATE INDEX precedent_by_letter ON precedent (letter_id);

CREATE VIRTUAL TABLE precedent_search USING fts5 (
  heading, reviewer, rationale, content = 'precedent', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 2"
);
INSERT INTO precedent_search (precedent_search, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER precedent_added AFTER INSERT ON precedent BEGIN
  INSERT INTO precedent_search (rowid, heading, reviewer, rationale) VALUES (new.id, new.heading, new.reviewer, new.rationale);
END;
CREATE TRIGGER precedent_removed AFTER DELETE ON precedent BEGIN
  INSERT INTO precedent_search (precedent_search, rowid, heading, reviewer, rationale) VALUES ('delete', old.id, old.heading, old.reviewer, old.rationale);
END;
`,
  },
  {
    version: 3,
    sql: `
-- What the vault remembers of a case, so that the list opens no case file and a file that is older than it was, or is not
-- there, is noticed: what the list shows (JSON), the last change of the chain, the number of writing transactions; whether
-- it can be worked on; and, while the log of the file is written into it, how many frames the log has.
CREATE TABLE case_summary (
  id TEXT PRIMARY KEY REFERENCES case_key (id) ON DELETE CASCADE,
  row TEXT,
  seq INTEGER,
  hash TEXT,
  writes INTEGER,
  at TEXT,
  state TEXT NOT NULL DEFAULT 'sound',
  reason TEXT NOT NULL DEFAULT '',
  folding INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Cases that are being made or erased: what is left of their files is removed when the vault is opened again.
CREATE TABLE leftover (
  id TEXT PRIMARY KEY
) STRICT;
`,
  },
  {
    version: 4,
    sql: `
-- Determinations of other programmes: which, and the outcome in their own words; decision is empty where no word of ours
-- means it.
ALTER TABLE precedent_letter ADD COLUMN programme TEXT NOT NULL DEFAULT '';
ALTER TABLE precedent ADD COLUMN outcome TEXT NOT NULL DEFAULT '';
`,
  },
];
