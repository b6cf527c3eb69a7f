import { statfsSync, statSync } from 'node:fs';
import type { RecordId } from '../../shared/ids.ts';
import { Refusal } from '../../shared/reply.ts';
import type { ReadPage } from '../import/read-page.ts';
import { describeRecord } from '../reading/describe-record.ts';
import { sketchPage } from '../reading/page-sketch.ts';
import type { ReadCase } from '../store/case-file.ts';
import { finishInIntake, finishRecordOfIntake, keepInIntake, type IntakeOutcome, type WaitingFile } from '../store/intake.ts';
import { isDiskFull } from '../store/open-database.ts';
import { beginOriginal, readOriginal } from '../store/originals.ts';
import { addPages, readTexts } from '../store/pages.ts';
import { beginRecord, dropRecord, recordOfOriginal } from '../store/records.ts';
import { today, type App, type Call } from './app.ts';
import { takeFile, type FileToTake } from './take-file.ts';

/** A file of the ledger with its bytes, where the host gave those and no path. */
export type FileInHand = WaitingFile & { readonly bytes?: Uint8Array };
type Kept = { readonly id: number; readonly bytes: Uint8Array };

const DISK_FULL = 'The disk is full; free some space and import this file again.';
const LOST = 'IMR Desk was stopped before this file was copied; give it again.';
const SAME = 'The same file is in the case already; it was not added again.';

const outcome = (rest: Partial<IntakeOutcome> & Pick<IntakeOutcome, 'status'>): IntakeOutcome => ({ kind: 'unknown', pages: 0, pagesFailed: 0, record: null, messages: [], ...rest });

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

const inHand = ({ name, path, bytes }: FileInHand): FileToTake => {
  if (bytes !== undefined) return { name, bytes };
  if (path === null) throw new Refusal('unreadable', LOST);
  return { name, path };
};

const keepOriginal = async (app: App, file: ReadCase, waiting: FileInHand, signal: AbortSignal): Promise<Kept> => {
  if (waiting.originalId !== null) return { id: waiting.originalId, bytes: readOriginal(file, waiting.originalId) };
  const given = inHand(waiting);
  refuseWithoutRoom(app.storeDir, given);
  const copy = beginOriginal(file);
  try {
    const bytes = await takeFile(given, signal, copy);
    const kept = copy.finish();
    keepInIntake(file, waiting.id, kept);
    return { id: kept.id, bytes };
  } catch (error) {
    copy.abandon();
    throw error;
  }
};

const ocrMessages = (pages: number): string[] => (pages === 0 ? [] : [`${pages} ${pages === 1 ? 'page has' : 'pages have'} no text yet and must be recognised (needs OCR).`]);

/** A page that no reader could read; it keeps its place, so that the gap is seen. */
const isLost = (page: ReadPage): boolean => page.source === 'none' && !page.needsOcr && !page.blank && page.messages.length > 0;

const readRecord = async (app: App, file: ReadCase, { id, name }: FileInHand, bytes: Uint8Array, record: RecordId, call: Call): Promise<void> => {
  const count = { stored: 0, lost: 0, needingOcr: 0 };
  const read = await app.pool.read({
    name,
    bytes,
    signal: call.signal,
    onPages: (pages: readonly ReadPage[]) => {
      addPages(file, record, pages.map((page) => ({ ...page, sketch: sketchPage(page.text) })));
      count.stored += pages.length;
      count.lost += pages.filter(isLost).length;
      count.needingOcr += pages.filter(({ needsOcr }) => needsOcr).length;
    },
  });
  call.signal.throwIfAborted();
  if (read.status === 'failed') {
    dropRecord(file, record);
    finishInIntake(file, id, outcome({ status: 'failed', kind: read.kind, messages: read.messages }));
    return;
  }
  const messages = [...read.messages, ...ocrMessages(count.needingOcr)];
  const described = describeRecord({ record, title: name, fileName: name, pages: readTexts(file, record) }, { latest: today(app) });
  finishRecordOfIntake(
    file, id, record,
    { fileKind: read.kind, kind: described.kind, title: described.title, provider: described.provider, date: described.date, messages },
    outcome({ status: 'imported', kind: read.kind, pages: count.stored, pagesFailed: count.lost, record, messages }),
  );
};

/** Records being read now, by original: the same bytes given twice at once are read once. */
const underWay = new WeakMap<ReadCase, Map<number, Promise<unknown>>>();

const readOnce = async (app: App, file: ReadCase, waiting: FileInHand, kept: Kept, call: Call): Promise<void> => {
  const reading = underWay.get(file) ?? new Map<number, Promise<unknown>>();
  underWay.set(file, reading);
  await reading.get(kept.id);
  const same = recordOfOriginal(file, kept.id);
  if (same !== null) {
    finishInIntake(file, waiting.id, outcome({ status: 'duplicate', record: same, messages: [SAME] }));
    return;
  }
  const record = beginRecord(file, kept.id, waiting.name);
  const work = readRecord(app, file, waiting, kept.bytes, record, call);
  reading.set(kept.id, work.catch(() => undefined));
  try {
    await work;
  } catch (error) {
    dropRecord(file, record);
    throw error;
  } finally {
    reading.delete(kept.id);
  }
};

/**
 * Takes one waiting file into the case: keeps the original, reads its pages in a parser process, stores and indexes them,
 * and gives it its final state in the ledger. Cancelling throws and leaves it waiting. A file that fails leaves no page.
 */
export const importFile = async (app: App, file: ReadCase, waiting: FileInHand, call: Call): Promise<void> => {
  try {
    await readOnce(app, file, waiting, await keepOriginal(app, file, waiting, call.signal), call);
  } catch (error) {
    call.signal.throwIfAborted();
    const message = error instanceof Refusal ? error.message : isDiskFull(error) ? DISK_FULL : null;
    if (message === null) throw error;
    finishInIntake(file, waiting.id, outcome({ status: 'failed', messages: [message] }));
  }
};
