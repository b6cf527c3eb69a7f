import { stated } from '../../../shared/stated.ts';
import { discardWaiting, intakeTotals, listIntake } from '../../store/intake.ts';
import { readOriginal } from '../../store/originals.ts';
import { describeRecordAs, listRecords, originalOf, readRecord } from '../../store/records.ts';
import type { App, HandlersOf } from '../app.ts';
import { importRecords, resumeIntake } from '../run-intake.ts';
import { writeTarget } from '../write-target.ts';

const GIVEN_UP = 'The import was stopped before this file was read; give it again to add it.';

export const recordService = (app: App): HandlersOf<'record' | 'intake'> => ({
  'record.list': ({ caseId }) => listRecords(app.session.case(caseId)),
  'record.import': async ({ caseId, files }, call) => ({ files: await importRecords(app, caseId, files, call) }),
  'record.update': ({ caseId, recordId, title, kind, provider }) => {
    describeRecordAs(app.session.case(caseId), recordId, stated({ title, kind, provider }));
    app.changed(caseId, ['records']);
    return {};
  },
  'record.original': ({ caseId, recordId, target }) => {
    const file = app.session.case(caseId);
    const { sha256 } = readRecord(file, recordId);
    return { name: writeTarget(app, target, readOriginal(file, originalOf(file, recordId))), sha256 };
  },
  'intake.list': ({ caseId }) => {
    const file = app.session.case(caseId);
    return { files: listIntake(file), totals: intakeTotals(file) };
  },
  'intake.resume': async ({ caseId }, call) => ({ files: await resumeIntake(app, caseId, call) }),
  'intake.discard': ({ caseId }) => {
    discardWaiting(app.session.case(caseId), GIVEN_UP);
    app.changed(caseId, ['records', 'case', 'cases']);
    return {};
  },
});
