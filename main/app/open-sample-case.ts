import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseId } from '../../shared/ids.ts';
import type { App, Call } from './app.ts';
import type { Offer } from './backend.ts';
import { createCase } from './create-case.ts';
import { readSampleCase } from './sample-case.ts';
import { importRecords } from './run-intake.ts';
import { changeCase } from '../store/change-case.ts';
import { writeFacts } from '../store/facts.ts';

/** The sample's records, one by one, so that each is known by its own name. */
const sampleFiles = (folder: string): Offer[] => {
  const records = join(folder, 'records');
  return readdirSync(records).sort().map((name) => ({ kind: 'path', path: join(records, name) }));
};

/** Makes the sample case: its facts, its items undecided, and its records, imported as any others are. */
export const openSampleCase = async (app: App, call: Call): Promise<{ caseId: CaseId }> => {
  const folder = join(app.assets.dir, 'sample-case');
  const sample = readSampleCase(folder);
  const file = createCase(app, sample.letter, 'records');
  changeCase(file, { method: 'case.create', now: app.now(), isFirst: true }, (write) => writeFacts(write, { track: sample.track, recordsComplete: sample.recordsComplete, attested: sample.attested }));
  await importRecords(app, file.id, app.offers.add(sampleFiles(folder)), call);
  return { caseId: file.id };
};
