import { Refusal } from '../../../shared/reply.ts';
import { originalInIntake } from '../../store/archives.ts';
import { intakeTotals, listIntake } from '../../store/intake.ts';
import { listRecords, originalOf, readRecord } from '../../store/records.ts';
import type { App, HandlersOf } from '../backend/app.ts';
import { loadOriginal } from './load-original.ts';
import { discardIntake, importRecords, resumeIntake, retryIntake } from './run-intake.ts';
import { writeTarget } from '../backend/write-target.ts';

export const recordService = (app: App): HandlersOf<'record' | 'intake'> => ({
  'record.list': listRecords,
  'record.import': async ({ caseId, files, password }, call) => ({
    files: await importRecords(app, caseId, files, call, password),
  }),
  'record.original': async ({ caseId, recordId, target }, call) => {
    const file = app.session.case(caseId);
    const { sha256 } = readRecord(file, recordId);
    return {
      name: writeTarget(app, target, await loadOriginal(file, originalOf(file, recordId), call.signal)),
      sha256,
    };
  },
  'intake.list': (file) => ({ files: listIntake(file), totals: intakeTotals(file) }),
  'intake.resume': async ({ caseId }, call) => ({ files: await resumeIntake(app, caseId, call) }),
  'intake.retry': async ({ caseId, ...line }, call) => ({ files: await retryIntake(app, caseId, line, call) }),
  'intake.original': async ({ caseId, id, target }, call) => {
    const file = app.session.case(caseId);
    const kept = originalInIntake(file, id);
    if (kept === undefined)
      throw new Refusal('not-found', 'There is no such line in the ledger; list it to see its lines.');
    if (kept.original === null || kept.sha256 === null)
      throw new Refusal('not-found', 'The bytes of this file were not kept, so they cannot be taken out.');
    return {
      name: writeTarget(app, target, await loadOriginal(file, kept.original, call.signal)),
      sha256: kept.sha256,
    };
  },
  'intake.discard': (write, _input, { afterwards }) => {
    discardIntake(app, write, afterwards);
    return {};
  },
});
