import type { Migration } from '../migrate.ts';

/** What was dismissed of what is missing or odd. */
export const ODDITIES: Migration = {
  version: 15,
  sql: `
-- id names what was found, which is found again each time; reason: why it was dismissed.
CREATE TABLE oddity (
  id TEXT PRIMARY KEY,
  reason TEXT NOT NULL,
  touched INTEGER NOT NULL DEFAULT 0
) STRICT;
`,
};
