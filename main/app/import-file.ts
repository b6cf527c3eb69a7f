import { statfsSync, statSync } from 'node:fs';
import type { RecordId } from '../../shared/ids.ts';
import type { FileResult } from '../../shared/record.ts';
import { Refusal } from '../../shared/reply.ts';
import { describeRecord } from '../reading/describe-record.ts';
import type { ReadCase } from '../store/case-file.ts';
import { isDiskFull } from '../store/open-database.ts';
import { beginOriginal, type OriginalWriter } from '../store/originals.ts';
import { addPages, readTexts } from '../store/pages.ts';
import { beginRecord, dropRecord, finishRecord, recordOfOriginal } from '../store/records.ts';
import type { ReadPage } from '../import/read-page.ts';
import { today, type App, type Call } from './app.ts';
import { takeFile, type FileToTake } from './take-file.ts';

type Kept = ReturnType<OriginalWriter['finish']>;

const DISK_FULL = 'The disk is full; free some space and import this file again.';

const result = (name: string, rest: Partial<FileResult> & Pick<FileResult, 'status'>): FileResult => ({
  name, kind: 'unknown', size: 0, sha256: null, pages: 0, record: null, messages: [], ...rest,
});

/** The original, the log of the copy beside it, its pages and their index take about this many times its size. */
const ROOM_FACTOR = 2.5;
const ROOM_SPARE = 1024 * 1024;

const sizeOf = (given: FileToTake): number => {
  if (given.bytes !== undefined) return given.bytes.length;
  // What cannot be asked for its size is refused when it is opened.
  return statSync(given.path, { throwIfNoEntry: false })?.size ?? 0;
};

/** Refuses a file that would fill the disk: what was copied by then could not even be taken away again. */
const refuseWithoutRoom = (storeDir: string, given: FileToTake): void => {
  const { bavail, bsize } = statfsSync(storeDir);
  if (bavail * bsize < sizeOf(given) * ROOM_FACTOR + ROOM_SPARE) throw new Refusal('disk-full', DISK_FULL);
};

const keepOriginal = async (app: App, file: ReadCase, given: FileToTake, signal: AbortSignal): Promise<{ bytes: Uint8Array; kept: Kept }> => {
  refuseWithoutRoom(app.storeDir, given);
  const copy = beginOriginal(file);
  try {
    const bytes = await takeFile(given, signal, copy);
    return { bytes, kept: copy.finish() };
  } catch (error) {
    copy.abandon();
    throw error;
  }
};

const ocrMessages = (pages: number): string[] => (pages === 0 ? [] : [`${pages} ${pages === 1 ? 'page has' : 'pages have'} no text yet and must be recognised (needs OCR).`]);

const readRecord = async (app: App, file: ReadCase, name: string, bytes: Uint8Array, kept: Kept, record: RecordId, call: Call): Promise<FileResult> => {
  let stored = 0;
  let needingOcr = 0;
  const outcome = await app.pool.read({
    name,
    bytes,
    signal: call.signal,
    onPages: (pages: readonly ReadPage[]) => {
      addPages(file, record, pages);
      stored += pages.length;
      needingOcr += pages.filter(({ needsOcr }) => needsOcr).length;
    },
  });
  call.signal.throwIfAborted();
  const facts = { size: kept.size, sha256: kept.sha256, kind: outcome.kind };
  if (outcome.status === 'failed') {
    dropRecord(file, record);
    return result(name, { ...facts, status: 'failed', messages: [...outcome.messages] });
  }
  const messages = [...outcome.messages, ...ocrMessages(needingOcr)];
  const described = describeRecord({ record, title: name, fileName: name, pages: readTexts(file, record) }, { latest: today(app) });
  finishRecord(file, record, { fileKind: outcome.kind, kind: described.kind, title: described.title, provider: described.provider, date: described.date, messages });
  return result(name, { ...facts, status: 'imported', pages: stored, record, messages });
};

/** Records being read now, by original: the same bytes given twice at once are read once. */
const underWay = new WeakMap<ReadCase, Map<number, Promise<unknown>>>();

const readOnce = async (app: App, file: ReadCase, name: string, bytes: Uint8Array, kept: Kept, call: Call): Promise<FileResult> => {
  const reading = underWay.get(file) ?? new Map<number, Promise<unknown>>();
  underWay.set(file, reading);
  await reading.get(kept.id);
  const same = recordOfOriginal(file, kept.id);
  if (same !== null) {
    return result(name, { status: 'duplicate', size: kept.size, sha256: kept.sha256, record: same, messages: ['The same file is in the case already; it was not added again.'] });
  }
  const record = beginRecord(file, kept.id, name);
  const work = readRecord(app, file, name, bytes, kept, record, call);
  reading.set(kept.id, work.catch(() => undefined));
  try {
    return await work;
  } catch (error) {
    dropRecord(file, record);
    throw error;
  } finally {
    reading.delete(kept.id);
  }
};

/**
 * Takes one file into the case: keeps the original, reads its pages in a parser process, stores and indexes them. Its
 * result says what became of it; only cancelling throws. A file that fails leaves nothing behind.
 */
export const importFile = async (app: App, file: ReadCase, given: FileToTake, call: Call): Promise<FileResult> => {
  try {
    const { bytes, kept } = await keepOriginal(app, file, given, call.signal);
    return await readOnce(app, file, given.name, bytes, kept, call);
  } catch (error) {
    call.signal.throwIfAborted();
    if (error instanceof Refusal) return result(given.name, { status: 'failed', messages: [error.message] });
    if (isDiskFull(error)) return result(given.name, { status: 'failed', messages: [DISK_FULL] });
    throw error;
  }
};
