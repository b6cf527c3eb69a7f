import { basename } from 'node:path';
import type { CaseId, FileToken } from '../../../shared/ids.ts';
import type { PlainReason } from '../../../shared/reason.ts';
import type { FileResult, IntakeRow } from '../../../shared/record.ts';
import { Refusal } from '../../../shared/reply.ts';
import { cleanName } from '../../import/clean-name.ts';
import { membersOf, retryInIntake } from '../../store/archives.ts';
import type { ReadCase, WriteCase } from '../../store/case-file.ts';
import { theCase } from '../../store/open-case.ts';
import {
  addToIntake,
  discardWaiting,
  finishInIntake,
  nextWaiting,
  readIntake,
  sizeOfWaiting,
  waitingIds,
  type WaitingFile,
} from '../../store/intake.ts';
import { isDiskFull } from '../../store/error-sentences.ts';
import { sweepUnfinished } from '../../store/originals.ts';
import { isTimelineDue } from '../../store/readings.ts';
import type { App, Call } from '../backend/app.ts';
import { breathe } from '../backend/breathe.ts';
import { importFile } from './import-file.ts';
import { newPace } from './import-pace.ts';
import { newImportRun, type ImportRun } from './import-run.ts';
import { newTurns } from '../backend/in-turn.ts';
import { listFiles } from './list-files.ts';
import { reasonIn } from './reasoned-refusal.ts';
import { readRecordAgain } from './read-record-again.ts';
import { proposeTimeline } from '../timeline/propose-timeline.ts';

const NOTHING_KEPT =
  'There is nothing here to be read again: the file is imported, or its bytes were not kept; import it again.';

/** Files read at the same time: one a core. */
const AT_ONCE = 2;

/** The bytes of waiting files that a host gave without a path, by case. They are gone when the case is closed. */
const bytesOf = new WeakMap<ReadCase, Map<number, Uint8Array>>();

const bytesIn = (file: ReadCase): Map<number, Uint8Array> => {
  const held = bytesOf.get(theCase(file)) ?? new Map<number, Uint8Array>();
  bytesOf.set(theCase(file), held);
  return held;
};

const refuse = (write: WriteCase, name: string, status: 'failed' | 'skipped', reason: PlainReason): number => {
  const id = addToIntake(write, { name: cleanName(name) });
  finishInIntake(write, id, { status, kind: 'unknown', pages: 0, pagesFailed: 0, record: null, reasons: [reason] });
  return id;
};

const registerPath = (write: WriteCase, path: string, password: string): number[] => {
  try {
    const files = listFiles(path);
    if (files.length === 0) return [refuse(write, basename(path), 'skipped', { code: 'empty-folder' })];
    return files.map(({ refusal, ...one }) =>
      refusal === undefined
        ? addToIntake(write, { ...one, password })
        : refuse(write, one.name, refusal.status, refusal.reason),
    );
  } catch (error) {
    if (error instanceof Refusal) return [refuse(write, basename(path), 'failed', reasonIn(error))];
    throw error;
  }
};

/** Enters every file behind the tokens in the ledger, before any is read. */
const register = (app: App, file: ReadCase, tokens: readonly FileToken[], password: string): number[] => {
  const offers = tokens.map((token) => app.offers.source(token));
  return app.write(file, 'record.import', (write) =>
    offers.flatMap((offer) => {
      if (offer.kind === 'path') return registerPath(write, offer.path, password);
      const id = addToIntake(write, { name: cleanName(offer.name), size: offer.bytes.length, password });
      bytesIn(file).set(id, offer.bytes);
      return [id];
    }),
  );
};

const isFinal = (state: IntakeRow['state']): state is FileResult['status'] => state !== 'waiting' && state !== 'kept';

const resultOf = ({
  id,
  container,
  name,
  state,
  kind,
  size,
  sha256,
  pages,
  record,
  reasons,
  messages,
}: IntakeRow): FileResult[] =>
  isFinal(state) ? [{ id, container, name, status: state, kind, size, sha256, pages, record, reasons, messages }] : [];

/** The files of the ledger, each archive followed by what came out of it, each file once. */
const withMembers = (file: ReadCase, ids: readonly number[], seen = new Set<number>()): number[] =>
  ids.flatMap((id) => {
    if (seen.has(id)) return [];
    seen.add(id);
    return [id, ...withMembers(file, membersOf(file, id), seen)];
  });

/** Takes away what was left behind. On a full disk it stays until there is room: the case can be read all the same. */
const sweep = async (app: App, file: ReadCase): Promise<void> => {
  try {
    while (app.write(file, 'intake.sweep', sweepUnfinished)) await breathe();
  } catch (error) {
    if (!isDiskFull(error)) throw error;
  }
};

const take = async (run: ImportRun, waiting: WaitingFile): Promise<void> => {
  const { file, pace } = run;
  const bytes = bytesIn(file).get(waiting.id);
  pace.begin(waiting);
  await run.begin(waiting.id, importFile(run, { ...waiting, ...(bytes !== undefined && { bytes }) }));
  pace.finish(waiting);
  bytesIn(file).delete(waiting.id);
};

/** Works off what is waiting, two files at a time, in the order given; files that come meanwhile are taken too. */
const workOff = async (app: App, file: ReadCase, call: Call): Promise<void> => {
  await sweep(app, file);
  let finished = { files: 0, bytes: 0 };
  const total = (): { files: number; bytes: number } => {
    const { files, bytes } = sizeOfWaiting(file);
    return { files: files + finished.files, bytes: bytes + finished.bytes };
  };
  const run = newImportRun({ app, file, call, pace: newPace(total, call.progress) });
  let last = 0;
  const worker = async (): Promise<void> => {
    for (let next = nextWaiting(file, last); next !== undefined; next = nextWaiting(file, last)) {
      call.signal.throwIfAborted();
      last = next.id;
      await take(run, next);
      finished = { files: finished.files + 1, bytes: finished.bytes + next.size };
    }
  };
  // Both have to end before anything else is done with the case, whatever ends one of them.
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, worker));
  run.end();
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
};

/** Imports of one case run one after the other, so that no file is read by two. */
const inTurn = newTurns<ReadCase>();

/** Works off the ledger and then proposes the timeline anew; stopped, it leaves the timeline to the background. */
const importWaiting = async (app: App, file: ReadCase, ids: readonly number[], call: Call): Promise<FileResult[]> => {
  try {
    await inTurn(file, () => workOff(app, file, call));
    if (isTimelineDue(file)) await proposeTimeline(app, file.id, call);
  } finally {
    app.catchUp(file);
  }
  return withMembers(file, ids)
    .flatMap((id) => readIntake(file, id) ?? [])
    .flatMap(resultOf);
};

/** Imports what the tokens stand for, and what an earlier import left, then proposes the timeline anew. */
export const importRecords = async (
  app: App,
  caseId: CaseId,
  tokens: readonly FileToken[],
  call: Call,
  password = '',
): Promise<FileResult[]> => {
  const file = app.session.case(caseId);
  const ids = register(app, file, tokens, password);
  tokens.forEach(app.offers.forget);
  return importWaiting(app, file, ids, call);
};

/** Goes on where a cancelled or killed import stopped. */
export const resumeIntake = (app: App, caseId: CaseId, call: Call): Promise<FileResult[]> => {
  const file = app.session.case(caseId);
  return importWaiting(app, file, waitingIds(file), call);
};

/**
 * Reads a file of the ledger again that was not imported, or those of an archive, with a password where one is given, or
 * the dates and events of one that was imported without them; refuses with `refused` where nothing of it was kept.
 */
export const retryIntake = async (
  app: App,
  caseId: CaseId,
  { id, password }: { readonly id: number; readonly password: string },
  call: Call,
): Promise<FileResult[]> => {
  const file = app.session.case(caseId);
  const line = readIntake(file, id);
  if (line !== undefined && line.record !== null && line.reasons.some(({ code }) => code === 'timeline-unread')) {
    await readRecordAgain(app, file, line.record, call.signal);
    return importWaiting(app, file, [id], call);
  }
  const ids = app.write(file, 'intake.retry', (write) => retryInIntake(write, id, password));
  if (ids.length === 0) throw new Refusal('refused', NOTHING_KEPT);
  app.flush();
  return importWaiting(app, file, ids, call);
};

/** Gives up what is waiting; what was copied of it is taken away once that is kept. */
export const discardIntake = (app: App, write: WriteCase, afterwards: (work: () => void) => void): void => {
  const file = theCase(write);
  discardWaiting(write, { code: 'import-stopped' });
  afterwards(() => {
    bytesIn(file).clear();
    inTurn(file, () => sweep(app, file)).catch((error: unknown) => app.report('intake.discard', error));
  });
};
