import type { Migration } from '../migrate.ts';

/**
 * The text with the words whole that are parted: at the end of a line, or by a soft hyphen. A mark that the index takes
 * for an accent (U+0301), and drops, stands for each character between the parts, so that every offset stays what it is
 * in the page's text. Empty where nothing is parted.
 */
const WHOLE = `CASE WHEN instr(text, '-' || char(10)) = 0 AND instr(text, char(8208, 10)) = 0 AND instr(text, char(173)) = 0 THEN ''
  ELSE replace(replace(replace(text, '-' || char(10), char(769, 769)), char(8208, 10), char(769, 769)), char(173), char(769)) END`;

/** Words that are parted are found whole, and in their parts as before; the index of older files is made anew. */
export const PARTED_WORDS: Migration = {
  version: 13,
  sql: `
ALTER TABLE page ADD COLUMN whole TEXT NOT NULL GENERATED ALWAYS AS (${WHOLE}) VIRTUAL;
DROP TRIGGER page_added;
DROP TRIGGER page_removed;
DROP TRIGGER page_text_changed;
DROP TABLE page_search;
CREATE VIRTUAL TABLE page_search USING fts5 (
  text, whole, content = 'page', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 2"
);
INSERT INTO page_search (page_search, rank) VALUES ('secure-delete', 1);
INSERT INTO page_search (page_search, rank) VALUES ('automerge', 0);
INSERT INTO page_search (page_search) VALUES ('rebuild');
CREATE TRIGGER page_added AFTER INSERT ON page BEGIN
  INSERT INTO page_search (rowid, text, whole) VALUES (new.id, new.text, new.whole);
END;
CREATE TRIGGER page_removed AFTER DELETE ON page BEGIN
  INSERT INTO page_search (page_search, rowid, text, whole) VALUES ('delete', old.id, old.text, old.whole);
END;
CREATE TRIGGER page_text_changed AFTER UPDATE OF text ON page BEGIN
  INSERT INTO page_search (page_search, rowid, text, whole) VALUES ('delete', old.id, old.text, old.whole);
  INSERT INTO page_search (rowid, text, whole) VALUES (new.id, new.text, new.whole);
END;
`,
};
