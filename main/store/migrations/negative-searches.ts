import type { Migration } from '../migrate.ts';

/** Searches for what is documented nowhere, kept as evidence. */
export const NEGATIVE_SEARCHES: Migration = {
  version: 14,
  sql: `
-- wordings: JSON; result: what it found, as JSON; texts: names the texts that it was run on; items: ids of the items whose
-- evidence it is, as JSON; position: its place among them, as they were made.
CREATE TABLE negative_search (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  words TEXT NOT NULL,
  wordings TEXT NOT NULL,
  at TEXT NOT NULL,
  result TEXT NOT NULL,
  texts TEXT NOT NULL,
  items TEXT NOT NULL,
  touched INTEGER NOT NULL DEFAULT 0
) STRICT;
`,
};
