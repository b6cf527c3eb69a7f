import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createBackend } from '../../main/app/backend/create-backend.ts';
import type { CaseId } from '../../shared/ids.ts';
import { readCaseState, SOUND } from '../support/case-state.ts';
import { runUntilKilled } from '../support/run-until-killed.ts';
import { seededRandom } from '../support/sample/seeded-random.ts';
import { temporaryFolder } from '../support/temporary.ts';

const DRIVER = join(import.meta.dirname, 'fixtures', 'import-driver.ts');
const ASSETS = join(import.meta.dirname, '..', '..', 'assets');
const PASSPHRASE = 'plainly fictional words';
const KILLS = Number(process.env.IMR_OCR_KILLS ?? 8);

const folder = temporaryFolder();
const files = join(folder, 'files');

const newCase = async (name: string): Promise<{ storeDir: string; caseId: CaseId }> => {
  const storeDir = join(folder, name);
  const backend = await createBackend({ storeDir, assetsDir: ASSETS, parsers: 1, kdfCost: 2 ** 10 });
  await backend.call('vault.create', { passphrase: PASSPHRASE });
  const made = await backend.call('case.create', { letter: {}, origin: 'records' });
  await backend.close();
  if (!made.ok) throw new Error(made.error.message);
  return { storeDir, caseId: (made.value as { caseId: CaseId }).caseId };
};

const run = ({ storeDir, caseId }: { storeDir: string; caseId: CaseId }, after: number | null) =>
  runUntilKilled(DRIVER, [storeDir, caseId, PASSPHRASE, files], after);

it(
  `recognises every page of a fax once, however often it is killed meanwhile (${KILLS} times)`,
  async () => {
    mkdirSync(files);
    cpSync(join(ASSETS, 'sample-case', 'more-records', 'clinic-fax.tif'), join(files, 'clinic-fax.tif'));
    const undisturbed = await newCase('undisturbed');
    const { lasted } = await run(undisturbed, null);
    const expected = readCaseState(undisturbed.storeDir, undisturbed.caseId, PASSPHRASE);
    expect(expected.soundness).toEqual(SOUND);
    expect(expected.contents.pages.map(({ source, needsOcr }) => [source, needsOcr])).toEqual([
      ['ocr', false],
      ['ocr', false],
      ['ocr', false],
    ]);

    const random = seededRandom(11);
    let kills = 0;
    for (let round = 1; kills < KILLS; round += 1) {
      const own = await newCase(`killed-${round}`);
      let ended = false;
      for (let tries = 0; !ended; tries += 1) {
        const after = kills < KILLS && tries < 5 ? Math.floor(random() * lasted) : null;
        ({ ended } = await run(own, after));
        if (!ended) kills += 1;
        expect(readCaseState(own.storeDir, own.caseId, PASSPHRASE).soundness).toEqual(SOUND);
      }
      expect(readCaseState(own.storeDir, own.caseId, PASSPHRASE).contents).toEqual(expected.contents);
    }
    process.stdout.write(
      `killed ${kills} times within ${Math.round(lasted)} ms of import and recognition; ended whole each time\n`,
    );
  },
  120_000 + KILLS * 60_000,
);
