import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseId } from '../../../shared/ids.ts';
import type { App, Call } from '../backend/app.ts';
import type { Offer } from '../backend/backend.ts';
import { createCase } from './create-case.ts';
import { readSampleCase } from './sample-case.ts';
import { importRecords } from '../intake/run-intake.ts';
import { writeFacts } from '../../store/facts.ts';

/**
 * The sample's records, one by one, so that each is known by its own name: those with words, then what has to be
 * recognised or unpacked.
 */
const sampleFiles = (folder: string): Offer[] =>
  ['records', 'more-records'].flatMap((part) =>
    readdirSync(join(folder, part))
      .sort()
      .map((name): Offer => ({ kind: 'path', path: join(folder, part, name) })),
  );

/** Makes the sample case: its facts, its items undecided, and its records, imported as any others are. */
export const openSampleCase = async (app: App, call: Call): Promise<{ caseId: CaseId }> => {
  const folder = join(app.assets.dir, 'sample-case');
  const sample = readSampleCase(folder);
  const file = createCase(app, sample.letter, 'records');
  app.change(file, { method: 'case.create', isFirst: true }, (write) =>
    writeFacts(write, { track: sample.track, recordsComplete: sample.recordsComplete, attested: sample.attested }),
  );
  await importRecords(app, file.id, app.offers.add(sampleFiles(folder)), call);
  return { caseId: file.id };
};
