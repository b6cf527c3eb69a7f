import { createHash } from 'node:crypto';
import type { CaseId } from '../../shared/ids.ts';
import type { ReadCase } from '../../main/store/case-file.ts';
import { brokenLink } from '../../main/store/change-case.ts';
import { listEntries } from '../../main/store/entries.ts';
import { intakeTotals, listIntake } from '../../main/store/intake.ts';
import { readOriginal } from '../../main/store/originals.ts';
import { listPages, readPage } from '../../main/store/pages.ts';
import { isTimelineDue } from '../../main/store/readings.ts';
import { listRecords, originalOf } from '../../main/store/records.ts';
import { closeCaseFile } from '../../main/store/open-case.ts';
import { databaseOf } from '../../main/store/statements.ts';
import { openVault } from '../../main/store/vault.ts';

const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

const count = (file: ReadCase, sql: string): number => databaseOf(file).prepare<[], { n: number }>(sql).get()?.n ?? NaN;

/** What must hold of a case file whatever happened to it. */
const soundness = (file: ReadCase) => ({
  brokenLink: brokenLink(file),
  integrity: databaseOf(file).pragma('integrity_check', { simple: true }),
  foreignKeys: databaseOf(file).pragma('foreign_key_check'),
  index:
    databaseOf(file).prepare(`INSERT INTO page_search (page_search, rank) VALUES ('integrity-check', 1)`).run()
      .changes >= 0,
});

export const SOUND = { brokenLink: null, integrity: 'ok', foreignKeys: [], index: true };

/** What names a visit in every import of the same files. */
const visitKey = (file: ReadCase, id: string): string | null | undefined =>
  databaseOf(file).prepare<[string], { proposal: string | null }>('SELECT proposal FROM visit WHERE id = ?').get(id)
    ?.proposal;

const contents = (file: ReadCase) => ({
  totals: intakeTotals(file),
  ledger: listIntake(file),
  records: listRecords(file).map((record) => ({
    ...record,
    original: hashOf([...readOriginal(file, originalOf(file, record.id))]),
  })),
  pages: listPages(file).map(({ id, ...page }) => {
    const { text, words, blocks } = readPage(file, id);
    return { ...page, id: null, content: hashOf([text, words, blocks]) };
  }),
  entries: listEntries(file).map((entry) => ({ ...entry, id: null, visit: visitKey(file, entry.visit) })),
  // Nothing half-done is left, shown or not.
  left: count(
    file,
    `SELECT (SELECT count(*) FROM record WHERE is_complete = 0) + (SELECT count(*) FROM original WHERE sha256 IS NULL OR id NOT IN (SELECT original_id FROM intake_file WHERE original_id IS NOT NULL)) AS n`,
  ),
  isTimelineDue: isTimelineDue(file),
});

export type CaseState = { readonly soundness: unknown; readonly contents: ReturnType<typeof contents> };

/**
 * All that a case file holds, without what differs between two imports of the same files (ids of pages, entries and visits).
 */
export const readCaseState = (storeDir: string, caseId: CaseId, passphrase: string): CaseState => {
  const vault = openVault(storeDir, passphrase);
  const { file } = vault.openCase(caseId);
  try {
    return { soundness: soundness(file), contents: contents(file) };
  } finally {
    closeCaseFile(file);
    vault.close();
  }
};
