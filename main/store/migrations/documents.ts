import type { Migration } from '../migrate.ts';

/** What makes void what was read from a file for the timeline, so that it is read again. */
const VOID = (file: string): string =>
  `UPDATE reading SET id = (SELECT 1 + max(id) FROM reading), drafts = NULL, is_joined = 0 WHERE record_id = ${file};`;

/** The documents of each file, and one for each of those that were taken as one until then. */
export const DOCUMENTS: Migration = {
  version: 11,
  sql: `
-- A document of a file begins on page \`first\` and ends before the next one: the pages of a file always add up. Where a
-- person joined two, the row of the second stays as 'joined', so that no later reading divides them again. What a record
-- itself says of kind, title, provider and date is no longer read.
CREATE TABLE document (
  id TEXT PRIMARY KEY,
  file INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  first INTEGER NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  date TEXT,
  provider TEXT NOT NULL,
  patient TEXT NOT NULL,
  state TEXT NOT NULL,
  reason TEXT NOT NULL,
  is_sure INTEGER NOT NULL,
  touched INTEGER NOT NULL DEFAULT 0,
  UNIQUE (file, first)
) STRICT;
CREATE INDEX document_removed ON document (file, first) WHERE state = 'removed';

-- Files from before this are one document each and are divided only when somebody asks for it; one whose words are still
-- to be recognised is read like a new one.
INSERT INTO document (id, file, first, kind, title, date, provider, patient, state, reason, is_sure, touched)
  SELECT CAST(id AS TEXT), id, 1, kind, title, date, provider, 'worker', 'confirmed', 'One document.', 1,
    touched = 1 OR NOT EXISTS (SELECT 1 FROM page WHERE record_id = record.id AND needs_ocr = 1)
  FROM record WHERE is_complete = 1;

-- The timeline is read document by document: a change of what it is read by makes the reading void. Rows are replaced
-- whole, so that the row before is looked at.
CREATE TRIGGER document_changed BEFORE INSERT ON document WHEN NOT EXISTS (
  SELECT 1 FROM document WHERE id = new.id AND kind = new.kind AND date IS new.date AND provider = new.provider
    AND (state = 'joined') = (new.state = 'joined')
    AND (state = 'removed' OR (state = 'proposed' AND patient = 'other'))
      = (new.state = 'removed' OR (new.state = 'proposed' AND new.patient = 'other')))
BEGIN
  ${VOID('new.file')}
END;
CREATE TRIGGER document_dropped AFTER DELETE ON document BEGIN
  ${VOID('old.file')}
END;

-- Steps from before change rows that say nothing any more: they are closed.
DELETE FROM undo_step;
`,
};
