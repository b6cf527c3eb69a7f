import type { Migration } from '../migrate.ts';

/** The schema of `vault.db`: which cases there are, with their wrapped keys, and the settings. */
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
];
