import type { Database } from 'better-sqlite3';
import { Refusal } from '../../shared/reply.ts';

/** Numbered SQL; migrations only ever add, and a published one is never changed. */
export type Migration = { readonly version: number; readonly sql: string };

/**
 * Brings the schema to the newest version, all in one transaction, and checks the file's integrity after a change.
 * Refuses with `newer-version` what a later version of the programme wrote.
 */
export const migrate = (db: Database, migrations: readonly Migration[]): void => {
  const current = Number(db.pragma('user_version', { simple: true }));
  const newest = migrations.at(-1)?.version ?? 0;
  if (current > newest) {
    throw new Refusal(
      'newer-version',
      'This file was written by a newer version of IMR Desk; install that version to open it.',
      { version: current },
    );
  }
  const pending = migrations.filter(({ version }) => version > current);
  if (pending.length === 0) return;
  db.transaction(() => {
    pending.forEach(({ sql }) => db.exec(sql));
    db.pragma(`user_version = ${newest}`);
  }).immediate();
  if (current > 0 && db.pragma('quick_check', { simple: true }) !== 'ok') {
    throw new Refusal('damaged', 'This file did not pass its integrity check; restore it from a backup.');
  }
};
