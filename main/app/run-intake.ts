import { basename } from 'node:path';
import type { CaseId, FileToken } from '../../shared/ids.ts';
import type { FileResult, IntakeRow } from '../../shared/record.ts';
import { Refusal } from '../../shared/reply.ts';
import type { ReadCase } from '../store/case-file.ts';
import { logEvent } from '../store/change-case.ts';
import { addToIntake, finishInIntake, readIntake, waitingFiles } from '../store/intake.ts';
import type { App, Call } from './app.ts';
import { importFile } from './import-file.ts';
import { listFiles } from './list-files.ts';
import { proposeTimeline } from './propose-timeline.ts';

/** Files read at the same time: one a core. */
const AT_ONCE = 2;

type Bytes = Map<number, Uint8Array>;

const refuse = (file: ReadCase, name: string, status: 'failed' | 'skipped', message: string): number => {
  const id = addToIntake(file, { name });
  finishInIntake(file, id, { status, kind: 'unknown', pages: 0, pagesFailed: 0, record: null, messages: [message] });
  return id;
};

const registerPath = (file: ReadCase, path: string): number[] => {
  try {
    const files = listFiles(path);
    return files.length > 0 ? files.map((one) => addToIntake(file, one)) : [refuse(file, basename(path), 'skipped', 'This folder holds no files.')];
  } catch (error) {
    if (error instanceof Refusal) return [refuse(file, basename(path), 'failed', error.message)];
    throw error;
  }
};

/** Enters every file behind the tokens in the ledger, before any is read. */
const register = (app: App, file: ReadCase, tokens: readonly FileToken[], bytes: Bytes): number[] => {
  const offers = tokens.map((token) => app.offers.source(token));
  return file.db.transaction(() =>
    offers.flatMap((offer) => {
      if (offer.kind === 'path') return registerPath(file, offer.path);
      const id = addToIntake(file, { name: offer.name, size: offer.bytes.length });
      bytes.set(id, offer.bytes);
      return [id];
    }),
  ).immediate();
};

const isFinal = (state: IntakeRow['state']): state is FileResult['status'] => state !== 'waiting' && state !== 'kept';

const resultOf = ({ name, state, kind, size, sha256, pages, record, messages }: IntakeRow): FileResult[] =>
  isFinal(state) ? [{ name, status: state, kind, size, sha256, pages, record, messages }] : [];

/** Works off what is waiting, two files at a time, in the order given; files that come meanwhile are taken too. */
const workOff = async (app: App, file: ReadCase, bytes: Bytes, call: Call): Promise<void> => {
  const taken = new Set<number>();
  let done = 0;
  const worker = async (): Promise<void> => {
    for (;;) {
      call.signal.throwIfAborted();
      const waiting = waitingFiles(file).filter(({ id }) => !taken.has(id));
      const [next] = waiting;
      if (next === undefined) return;
      taken.add(next.id);
      call.progress(done, done + waiting.length, next.name);
      const held = bytes.get(next.id);
      await importFile(app, file, { ...next, ...(held !== undefined && { bytes: held }) }, call);
      bytes.delete(next.id);
      done += 1;
      app.changed(file.id, ['records', 'pages', 'case', 'cases']);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
};

/** Imports running now, by case: a second one waits for the first, so that no file is read by both. */
const running = new WeakMap<ReadCase, Promise<unknown>>();

const inTurn = async (file: ReadCase, work: () => Promise<void>): Promise<void> => {
  const turn = (running.get(file) ?? Promise.resolve()).then(work);
  running.set(file, turn.catch(() => undefined));
  await turn;
};

const finish = async (app: App, file: ReadCase, ids: readonly number[], call: Call): Promise<FileResult[]> => {
  const results = ids.flatMap((id) => readIntake(file, id) ?? []).flatMap(resultOf);
  const count = (status: FileResult['status']): number => results.filter((one) => one.status === status).length;
  logEvent(file, { method: 'record.import', note: `${count('imported')} imported, ${count('duplicate')} duplicate, ${count('failed')} failed, ${count('skipped')} skipped`, now: app.now() });
  await proposeTimeline(app, file.id, call);
  return results;
};

/** Imports what the tokens stand for, and what an earlier import left, then proposes the timeline anew. */
export const importRecords = async (app: App, caseId: CaseId, tokens: readonly FileToken[], call: Call): Promise<FileResult[]> => {
  const file = app.session.case(caseId);
  const bytes: Bytes = new Map();
  const ids = register(app, file, tokens, bytes);
  tokens.forEach(app.offers.forget);
  await inTurn(file, () => workOff(app, file, bytes, call));
  return finish(app, file, ids, call);
};

/** Goes on where a cancelled or killed import stopped. */
export const resumeIntake = async (app: App, caseId: CaseId, call: Call): Promise<FileResult[]> => {
  const file = app.session.case(caseId);
  const ids = waitingFiles(file).map(({ id }) => id);
  await inTurn(file, () => workOff(app, file, new Map(), call));
  return finish(app, file, ids, call);
};
