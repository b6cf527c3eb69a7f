import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createBackend } from '../../main/app/backend/create-backend.ts';
import type { CaseId } from '../../shared/ids.ts';
import { textPdf } from '../bench/text-pdf.ts';
import { readCaseState, SOUND } from '../support/case-state.ts';
import { runUntilKilled } from '../support/run-until-killed.ts';
import { forgeZip } from '../support/files/forge-zip.ts';
import { seededRandom } from '../support/sample/seeded-random.ts';
import { temporaryFolder } from '../support/temporary.ts';

const DRIVER = join(import.meta.dirname, 'fixtures', 'import-driver.ts');
const ASSETS = join(import.meta.dirname, '..', '..', 'assets');
const PASSPHRASE = 'plainly fictional words';

/**
 * Kills in all; each is at a random moment of an import, and the import is resumed and killed again until nothing
 * waits.
 */
const KILLS = Number(process.env.IMR_KILLS ?? 200);
const SEED = Number(process.env.IMR_SEED ?? 7);

const folder = temporaryFolder();
const files = join(folder, 'files');

/** Of the sample: one file a format, so that an import is short and a kill falls into every part of it. */
const RECORDS = ['chiropractic-notes.docx', 'medication-list.txt', 'pr2-2016-08-30.pdf'];

/**
 * Records of the sample, a text PDF of 24 pages, two of them a second time under other names, and archives: one in the
 * middle with an archive in it, with files that are known, new, protected and no records; and one that was there
 * before.
 */
const writeFiles = async (): Promise<void> => {
  mkdirSync(files);
  for (const name of RECORDS) cpSync(join(ASSETS, 'sample-case', 'records', name), join(files, name));
  writeFileSync(join(files, 'chart.pdf'), await textPdf(24));
  cpSync(join(files, 'chart.pdf'), join(files, 'zz-chart-again.pdf'));
  cpSync(join(files, 'medication-list.txt'), join(files, 'zz-medication-again.txt'));
  const inner = forgeZip([
    { name: 'older.pdf', bytes: await textPdf(6) },
    { name: 'note.txt', bytes: 'Seen on 02/19/2013 for a sore low back.' },
    { name: 'packed.txt', bytes: 'x', method: 12 },
  ]);
  const outer = forgeZip([
    { name: 'first/list.txt', bytes: readFileSync(join(files, 'medication-list.txt')) },
    { name: 'inner.zip', bytes: inner },
    { name: '.DS_Store', bytes: 'x' },
    ...Array.from({ length: 3 }, (_, at) => ({
      name: `notes/${at}.txt`,
      bytes: `Follow-up ${at} on 03/${at + 10}/2013: no pain.`,
    })),
    { name: 'large.txt', bytes: Array.from({ length: 1_000 }, (_, line) => `line ${line} of a long note`).join('\n') },
    { name: 'inner-again.zip', bytes: inner },
  ]);
  writeFileSync(join(files, 'j-earlier.zip'), outer);
  writeFileSync(join(files, 'zz-inner.zip'), inner);
};

const newCase = async (name: string): Promise<{ storeDir: string; caseId: CaseId }> => {
  const storeDir = join(folder, name);
  const backend = await createBackend({ storeDir, assetsDir: ASSETS, parsers: 1, kdfCost: 2 ** 10 });
  await backend.call('vault.create', { passphrase: PASSPHRASE });
  const made = await backend.call('case.create', { letter: {}, origin: 'records' });
  await backend.close();
  if (!made.ok) throw new Error(made.error.message);
  return { storeDir, caseId: (made.value as { caseId: CaseId }).caseId };
};

const runImport = ({ storeDir, caseId }: { storeDir: string; caseId: CaseId }, after: number | null) =>
  runUntilKilled(DRIVER, [storeDir, caseId, PASSPHRASE, files], after);

it(
  `ends in a whole import however often it is killed (${KILLS} times)`,
  async () => {
    await writeFiles();
    const undisturbed = await newCase('undisturbed');
    const { lasted } = await runImport(undisturbed, null);
    const expected = readCaseState(undisturbed.storeDir, undisturbed.caseId, PASSPHRASE);
    expect(expected.soundness).toEqual(SOUND);
    const { totals } = expected.contents;
    expect(expected.contents).toMatchObject({
      totals: { failed: 1, waiting: 0, pagesFailed: 0, pagesStored: expected.contents.pages.length },
      left: 0,
      isTimelineDue: false,
    });
    expect(totals.duplicate).toBeGreaterThanOrEqual(2);
    expect(totals.imported + totals.duplicate + totals.skipped + totals.failed).toBe(totals.given);

    const random = seededRandom(SEED);
    const moments: number[] = [];
    for (let round = 1; moments.length < KILLS; round += 1) {
      const own = await newCase(`killed-${round}`);
      let ended = false;
      let left = lasted;
      for (let kills = 0; !ended; kills += 1) {
        // Now and then it has to be left alone, or it would never end. What was done by then is not done again.
        const after = moments.length < KILLS && kills < 10 ? Math.floor(random() * left) : null;
        ({ ended } = await runImport(own, after));
        if (!ended) moments.push(after ?? 0);
        left = Math.max(left - (after ?? 0), lasted / 10);
        expect(readCaseState(own.storeDir, own.caseId, PASSPHRASE).soundness).toEqual(SOUND);
      }
      const state = readCaseState(own.storeDir, own.caseId, PASSPHRASE);
      expect({ moments, ...state.contents }).toEqual({ moments, ...expected.contents });
    }
    process.stdout.write(
      `killed ${moments.length} times within ${Math.round(lasted)} ms of import; ended whole each time\n`,
    );
  },
  120_000 + KILLS * 20_000,
);
