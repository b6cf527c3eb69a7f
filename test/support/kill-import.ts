import { isDeepStrictEqual } from 'node:util';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createBackend } from '../../main/app/backend/create-backend.ts';
import type { CaseId } from '../../shared/ids.ts';
import { textPdf } from '../bench/text-pdf.ts';
import { readCaseState, SOUND, type CaseState } from './case-state.ts';
import { runUntilKilled } from './run-until-killed.ts';
import { forgeZip } from './files/forge-zip.ts';
import { seededRandom } from './sample/seeded-random.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const DRIVER = join(ROOT, 'test', 'flow', 'fixtures', 'import-driver.ts');
const ASSETS = join(ROOT, 'assets');
const PASSPHRASE = 'plainly fictional words';

/** Of the sample: one file a format, so that an import is short and a kill falls into every part of it. */
const RECORDS = ['chiropractic-notes.docx', 'medication-list.txt', 'pr2-2016-08-30.pdf'];

/**
 * Records of the sample, a text PDF of 24 pages, two of them a second time under other names, and archives: one in the
 * middle with an archive in it, with files that are known, new, protected and no records; and one that was there
 * before.
 */
const writeFiles = async (files: string): Promise<void> => {
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

const newCase = async (storeDir: string): Promise<{ storeDir: string; caseId: CaseId }> => {
  const backend = await createBackend({ storeDir, assetsDir: ASSETS, parsers: 1, kdfCost: 2 ** 10 });
  await backend.call('vault.create', { passphrase: PASSPHRASE });
  const made = await backend.call('case.create', { letter: {}, origin: 'records' });
  await backend.close();
  if (!made.ok) throw new Error(made.error.message);
  return { storeDir, caseId: (made.value as { caseId: CaseId }).caseId };
};

/** Whether a case is sound, and what it holds when its import has come to its end. */
type Ended = { readonly isSound: boolean; readonly contents: CaseState['contents'] };

export type KilledImports = {
  readonly undisturbed: Ended;
  /** Milliseconds that the import takes undisturbed. */
  readonly lasted: number;
  /** When each kill fell, in milliseconds from the beginning of its import. */
  readonly moments: readonly number[];
  /** The imports as they ended; `isSound` only if the case was so after each of its kills. */
  readonly ended: readonly Ended[];
};

/**
 * Kills `kills` times, each at a random moment of an import, and resumes that import and kills it again until nothing
 * waits.
 */
export const killImports = async (folder: string, kills: number, seed: number): Promise<KilledImports> => {
  const files = join(folder, 'files');
  await writeFiles(files);
  const run = ({ storeDir, caseId }: { storeDir: string; caseId: CaseId }, after: number | null) =>
    runUntilKilled(DRIVER, [storeDir, caseId, PASSPHRASE, files], after);
  const stateOf = ({ storeDir, caseId }: { storeDir: string; caseId: CaseId }): Ended => {
    const { soundness, contents } = readCaseState(storeDir, caseId, PASSPHRASE);
    return { isSound: isDeepStrictEqual(soundness, SOUND), contents };
  };
  const whole = await newCase(join(folder, 'undisturbed'));
  const { lasted } = await run(whole, null);
  const random = seededRandom(seed);
  const moments: number[] = [];
  const endings: Ended[] = [];
  for (let round = 1; moments.length < kills; round += 1) {
    const own = await newCase(join(folder, `killed-${String(round)}`));
    let [ended, isSound, left] = [false, true, lasted];
    for (let times = 0; !ended; times += 1) {
      // Now and then it has to be left alone, or it would never end. What was done by then is not done again.
      const after = moments.length < kills && times < 10 ? Math.floor(random() * left) : null;
      ({ ended } = await run(own, after));
      if (!ended) moments.push(after ?? 0);
      left = Math.max(left - (after ?? 0), lasted / 10);
      isSound &&= stateOf(own).isSound;
    }
    endings.push({ ...stateOf(own), isSound });
  }
  return { undisturbed: stateOf(whole), lasted, moments, ended: endings };
};
