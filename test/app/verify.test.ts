import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openVault } from '../../main/store/vault.ts';
import { createBackend } from '../../main/app/backend/create-backend.ts';
import { databaseOf } from '../../main/store/statements.ts';
import type { CaseVerification } from '../../shared/verification.ts';
import type { CaseId } from '../../shared/ids.ts';
import { unzipSync } from 'fflate';
import { soundLetter } from '../letters/support/sound-letter.ts';
import { ASSETS, openBackend, type OpenBackend } from '../support/open-backend.ts';
import { temporaryFolder } from '../support/temporary.ts';

const PASSPHRASE = 'a passphrase for tests';

let original: OpenBackend;
let caseId: CaseId;
beforeAll(async () => {
  original = await openBackend({ kdfCost: 1024 });
  caseId = await original.newCase(soundLetter(), 'published-letter');
  await original.ask('record.import', { caseId, files: [await original.offerText('note.txt', 'Seen on 05/24/2016.')] });
  await original.written((target) => original.ask('letter.export', { caseId, target, force: 'a test', issue: {} }));
  await original.backend.close();
});
afterAll(() => rmSync(original.storeDir, { recursive: true }));

/** A case with a record, an issued letter and a few changes, altered behind the program's back, and then verified. */
const verifyAfter = async (sql: readonly string[]): Promise<{ found: CaseVerification; reopened: unknown }> => {
  const storeDir = join(temporaryFolder(), 'vault');
  cpSync(original.storeDir, storeDir, { recursive: true });
  const vault = openVault(storeDir, PASSPHRASE);
  const db = databaseOf(vault.openCase(caseId).file);
  sql.forEach((statement) => db.exec(statement));
  db.close();
  vault.close();
  const backend = await createBackend({ storeDir, assetsDir: ASSETS, parsers: 1, kdfCost: 1024 });
  await backend.call('vault.unlock', { passphrase: PASSPHRASE });
  const reply = await backend.call('case.verify', { caseId });
  const reopened = await backend.call('case.update', { caseId, facts: { organisation: 'X' } });
  await backend.close();
  if (!reply.ok) throw new Error(reply.error.message);
  return { found: reply.value as CaseVerification, reopened };
};

const unsound = ({ parts }: CaseVerification): string[] =>
  parts.filter(({ isSound }) => !isSound).map(({ part, said }) => `${part}: ${said}`);

describe('verifying a case', () => {
  it('finds a sound one sound, and says what it looked at', async () => {
    const { found } = await verifyAfter([]);
    expect(unsound(found)).toEqual([]);
    expect(found.isSound).toBe(true);
    expect(found.parts.map(({ part }) => part)).toEqual(['file', 'chain', 'originals', 'letters', 'pages']);
    expect(found.parts.map(({ said }) => said)).toEqual([
      expect.stringMatching(/^All \d+ pages of the file can be read and belong together\.$/),
      expect.stringMatching(/^\d+ changes follow one another to the last, change \d+ of .*, as the vault remembers\.$/),
      '1 original is byte for byte as imported (0.0 MB).',
      '1 issued letter is byte for byte as issued.',
      'The pages add up with the ledger: 1 file given; 1 page promised = 1 stored + 0 that could not be read.',
    ]);
  });

  it.each<[string, string[], RegExp]>([
    [
      'a change that was altered',
      ['DROP TRIGGER change_kept', `UPDATE change SET note = 'another' WHERE seq = 1`],
      /^chain: Change 1 does not follow from the one before it: the log was altered\.$/,
    ],
    [
      'a log that was emptied',
      ['DROP TRIGGER change_not_removed', 'DELETE FROM change'],
      /^chain: The log ends at no change, and the vault remembers change \d+ of /,
    ],
    [
      'a log that was cut off',
      ['DROP TRIGGER change_not_removed', 'DELETE FROM change WHERE seq > 1'],
      /^chain: The log ends at change 1 of .*, and the vault remembers change \d+ of /,
    ],
    [
      'an original that was altered',
      [`UPDATE original_chunk SET bytes = x'00'`],
      /^originals: 1 original is no longer as it was imported \(number 1\)\.$/,
    ],
    [
      'an issued letter that was altered',
      ['DROP TRIGGER issued_letter_kept', `UPDATE issued_letter SET docx = x'00'`],
      /^letters: An issued letter is no longer as it was issued \(version 1\)\.$/,
    ],
    [
      'a page that is gone',
      ['DELETE FROM page'],
      /^pages: The pages do not add up with the ledger: .*1 page promised = 0 stored/,
    ],
  ])('names %s', async (_, sql, expected) => {
    const { found } = await verifyAfter(sql);
    expect(found.isSound).toBe(false);
    expect(unsound(found)).toEqual([expect.stringMatching(expected)]);
  });

  it('lets nothing be changed any more where the log was altered', async () => {
    const { reopened } = await verifyAfter(['DROP TRIGGER change_kept', `UPDATE change SET at = '' WHERE seq = 2`]);
    expect(reopened).toMatchObject({ ok: false, error: { code: 'refused' } });
  });
});

it('the evidence report carries what was found', async () => {
  const open = await openBackend();
  const own = await open.newCase(soundLetter(), 'published-letter');
  const { bytes } = await open.written((target) =>
    open.ask('letter.exportBeside', { caseId: own, part: 'evidence', format: 'docx', target }),
  );
  const text = new TextDecoder().decode(unzipSync(bytes)['word/document.xml']).replaceAll(/<[^>]+>/g, ' ');
  expect(text).toMatch(/VERIFICATION OF THE CASE FILE/);
  expect(text).toMatch(/Sound:\s+All \d+ pages of the file can be read/);
  await open.close();
});
