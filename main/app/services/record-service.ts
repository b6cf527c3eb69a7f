import { basename } from 'node:path';
import type { CaseId, FileToken } from '../../../shared/ids.ts';
import type { FileResult } from '../../../shared/record.ts';
import { Refusal } from '../../../shared/reply.ts';
import { stated } from '../../../shared/stated.ts';
import { logEvent } from '../../store/change-case.ts';
import { describeRecordAs, listRecords } from '../../store/records.ts';
import type { App, Call, HandlersOf } from '../app.ts';
import { importFile } from '../import-file.ts';
import { listFiles } from '../list-files.ts';
import { proposeTimeline } from '../propose-timeline.ts';
import type { FileToTake } from '../take-file.ts';

/** Files read at the same time: one a core. */
const AT_ONCE = 2;

type Planned = { readonly file: FileToTake } | { readonly result: FileResult };

const unusable = (name: string, status: FileResult['status'], message: string): Planned => ({
  result: { name, status, kind: 'unknown', size: 0, sha256: null, pages: 0, record: null, messages: [message] },
});

/** Every file behind the tokens; what cannot be opened has its result already. */
const plan = (app: App, tokens: readonly FileToken[]): Planned[] =>
  tokens.flatMap((token): Planned[] => {
    const offer = app.offers.source(token);
    if (offer.kind === 'bytes') return [{ file: { name: offer.name, bytes: offer.bytes } }];
    try {
      const files = listFiles(offer.path);
      return files.length > 0 ? files.map((file) => ({ file })) : [unusable(basename(offer.path), 'skipped', 'This folder holds no files.')];
    } catch (error) {
      if (error instanceof Refusal) return [unusable(basename(offer.path), 'failed', error.message)];
      throw error;
    }
  });

/** Imports what the tokens stand for, two files at a time, and then proposes the timeline anew. */
export const importRecords = async (app: App, caseId: CaseId, tokens: readonly FileToken[], call: Call): Promise<FileResult[]> => {
  const file = app.session.case(caseId);
  const planned = plan(app, tokens);
  const results: FileResult[] = [];
  let next = 0;
  let done = 0;
  const worker = async (): Promise<void> => {
    for (let at = next++; at < planned.length; at = next++) {
      call.signal.throwIfAborted();
      const one = planned[at];
      if (one === undefined) return;
      call.progress(done, planned.length, 'file' in one ? one.file.name : one.result.name);
      results[at] = 'file' in one ? await importFile(app, file, one.file, call) : one.result;
      done += 1;
      app.changed(caseId, ['records', 'pages', 'case', 'cases']);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  tokens.forEach(app.offers.forget);
  const count = (status: FileResult['status']): number => results.filter((one) => one.status === status).length;
  logEvent(file, { method: 'record.import', note: `${count('imported')} imported, ${count('duplicate')} duplicate, ${count('failed')} failed, ${count('skipped')} skipped`, now: app.now() });
  await proposeTimeline(app, caseId, call);
  return results;
};

export const recordService = (app: App): HandlersOf<'record'> => ({
  'record.list': ({ caseId }) => listRecords(app.session.case(caseId)),
  'record.import': async ({ caseId, files }, call) => ({ files: await importRecords(app, caseId, files, call) }),
  'record.update': ({ caseId, recordId, title, kind, provider }) => {
    describeRecordAs(app.session.case(caseId), recordId, stated({ title, kind, provider }));
    app.changed(caseId, ['records']);
    return {};
  },
});
