import { statfsSync, statSync } from 'node:fs';
import type { RecordId } from '../../../shared/ids.ts';
import type { Reason } from '../../../shared/reason.ts';
import { Refusal } from '../../../shared/reply.ts';
import type { ReadOutcome, ReadPage } from '../../import/read-page.ts';
import { findFaxHeader } from '../../reading/find-fax-header.ts';
import { sketchPage } from '../../reading/page-sketch.ts';
import { Unreadable } from '../../import/unreadable.ts';
import { addMembers, isOpened } from '../../store/archives.ts';
import type { ReadCase, WriteCase } from '../../store/case-file.ts';
import {
  finishInIntake,
  finishRecordOfIntake,
  keepInIntake,
  type IntakeOutcome,
  type WaitingFile,
} from '../../store/intake.ts';
import { isDiskFull } from '../../store/error-sentences.ts';
import { beginOriginal, sizeOfOriginal, storedOriginal, type OriginalWriter } from '../../store/originals.ts';
import { addPages, mergeIndex, pagesStored } from '../../store/pages.ts';
import { beginRecord, dropRecordPart, readRecord, recordOfOriginal } from '../../store/records.ts';
import type { App } from '../backend/app.ts';
import { breathe } from '../backend/breathe.ts';
import type { ImportRun } from './import-run.ts';
import { openArchive, prepareEnclosed } from './open-archive.ts';
import { tryReadingText } from './read-record.ts';
import { reasonIn, ReasonedRefusal } from './reasoned-refusal.ts';
import { copyFile, refuseTooLarge, type FileCopy } from './take-file.ts';
import { takeMember } from './take-member.ts';

/** A file of the ledger with its bytes, where the host gave those and no path. */
export type FileInHand = WaitingFile & { readonly bytes?: Uint8Array };
type Kept = Pick<WaitingFile, 'id' | 'size'>;
/** One import of one file. */
type Work = ImportRun & { readonly waiting: FileInHand };

const outcome = (rest: Partial<IntakeOutcome> & Pick<IntakeOutcome, 'status'>): IntakeOutcome => ({
  kind: 'unknown',
  pages: 0,
  pagesFailed: 0,
  record: null,
  reasons: [],
  ...rest,
});

/** The original, the log of the copy beside it, its pages and their index take about this many times its size. */
const ROOM_FACTOR = 2.5;
const ROOM_SPARE = 1024 * 1024;

const sizeOf = ({ bytes, path, size }: FileInHand): number => {
  if (bytes !== undefined) return bytes.length;
  // What cannot be asked for its size is refused when it is opened.
  return path === null ? size : (statSync(path, { throwIfNoEntry: false })?.size ?? 0);
};

/**
 * Refuses a file that is too large, or would fill the disk: what was copied by then could not even be taken away again.
 */
const refuseWithoutRoom = (storeDir: string, size: number): void => {
  refuseTooLarge(size);
  const { bavail, bsize } = statfsSync(storeDir);
  if (bavail * bsize < size * ROOM_FACTOR + ROOM_SPARE) throw new ReasonedRefusal('disk-full', { code: 'disk-full' });
};

/** A copy under way: each of its steps is a change of its own, as a large file is copied for long. */
type CopyUnderWay = FileCopy & {
  /** Ends the copy and notes it in the ledger's line, in one. */
  readonly finish: (line: number) => ReturnType<OriginalWriter['finish']>;
  readonly dropPart: () => boolean;
};

const copyInto = (app: App, file: ReadCase): CopyUnderWay => {
  const writing = <T>(work: (write: WriteCase) => T): T => app.write(file, 'record.import', work);
  const copy = writing(beginOriginal);
  return {
    append: (bytes) => writing((write) => copy.append(write, bytes)),
    finish: (line) =>
      writing((write) => {
        const kept = copy.finish(write);
        keepInIntake(write, line, kept);
        return kept;
      }),
    dropPart: () => writing(copy.dropPart),
  };
};

const takeIn = async (work: Work, copy: FileCopy): Promise<void> => {
  const { name, path, bytes, container, entry } = work.waiting;
  if (bytes !== undefined) return copyFile({ name, bytes }, work.call.signal, copy);
  if (path !== null) return copyFile({ name, path }, work.call.signal, copy);
  if (container !== null && entry !== null) return takeMember(work, { ...work.waiting, container, entry }, copy);
  throw new ReasonedRefusal('unreadable', { code: 'never-copied' });
};

/** Works something off part by part; `more` is true while there is more. */
const inParts = async (more: () => boolean): Promise<void> => {
  while (more()) await breathe();
};

const keepOriginal = async (work: Work): Promise<Kept> => {
  const {
    app,
    file,
    waiting,
    call: { signal },
  } = work;
  signal.throwIfAborted();
  if (waiting.originalId !== null) return { id: waiting.originalId, size: sizeOfOriginal(file, waiting.originalId) };
  refuseWithoutRoom(app.storeDir, sizeOf(waiting));
  const copy = copyInto(app, file);
  try {
    await takeIn(work, copy);
    const kept = copy.finish(waiting.id);
    if (kept.isKnown) await inParts(copy.dropPart);
    return kept;
  } catch (error) {
    await inParts(copy.dropPart);
    throw error;
  }
};

/** Pages stored in one go: a few milliseconds. */
const AT_ONCE = 12;

/**
 * Stores pages a few at a time, so that nobody waits for a whole batch; those that an earlier run stored are passed
 * over.
 */
const storePages = async (
  { app, file, waiting, call, pace }: Work,
  record: RecordId,
  pages: readonly ReadPage[],
  promised: number,
): Promise<void> => {
  const stored = pagesStored(file, record);
  const fresh = pages.filter(({ number }) => number > stored);
  for (let at = 0; at < fresh.length; at += AT_ONCE) {
    call.signal.throwIfAborted();
    const some = fresh.slice(at, at + AT_ONCE);
    const ready = some.map((page) => ({ ...page, sketch: sketchPage(page.text), faxHeader: findFaxHeader(page.text) }));
    app.write(file, 'record.import', (write) => addPages(write, record, ready));
    pace.pages(waiting, stored + at + some.length, promised, some.length);
    await breathe();
    mergeIndex(file);
    await breathe();
  }
};

const failedOutcome = ({ kind, pages, reasons }: ReadOutcome): IntakeOutcome =>
  outcome({ status: 'failed', kind, pages, pagesFailed: pages, reasons });

const dropRecord = ({ app, file, waiting }: Pick<Work, 'app' | 'file' | 'waiting'>): Promise<void> =>
  inParts(() => app.write(file, 'record.import', (write) => dropRecordPart(write, String(waiting.id) as RecordId)));

const finish = ({ app, file, waiting }: Pick<Work, 'app' | 'file' | 'waiting'>, end: IntakeOutcome): void =>
  app.write(file, 'record.import', (write) => finishInIntake(write, waiting.id, end));

const giveUp = async (work: Work, why: IntakeOutcome): Promise<void> => {
  finish(work, why);
  await dropRecord(work);
};

/** Reads the file with its password only where it needs one, so that none is kept without need. */
const readWhole = async (
  work: Work,
  original: number,
  id: RecordId,
): Promise<ReadOutcome & { readonly password: string }> => {
  const {
    app,
    file,
    waiting: { name, password },
    call,
  } = work;
  const readWith = (own: string): Promise<ReadOutcome> =>
    app.pool.read({
      name,
      bytes: storedOriginal(file, original),
      password: own,
      signal: call.signal,
      onPages: (pages, promised) => storePages(work, id, pages, promised),
    });
  const read = await readWith('');
  if (password === '' || read.status === 'read' || !read.reasons.some(({ code }) => code === 'needs-password'))
    return { ...read, password: '' };
  return { ...(await readWith(password)), password };
};

const importRecord = async (work: Work, kept: Kept, id: RecordId): Promise<void> => {
  const { app, file, waiting, call } = work;
  const read = await readWhole(work, kept.id, id);
  call.signal.throwIfAborted();
  if (read.status === 'failed') return giveUp(work, failedOutcome(read));
  if (read.entries !== undefined) {
    await dropRecord(work);
    return openArchive(work, { ...waiting, size: kept.size, entries: read.entries, reasons: read.reasons });
  }
  if (pagesStored(file, id) !== read.pages)
    return giveUp(work, failedOutcome({ ...read, reasons: [{ code: 'pages-missing' }] }));
  const { documents, drafts, isUnread } = await tryReadingText(app, file, { id, fileName: waiting.name }, call.signal);
  call.signal.throwIfAborted();
  const { members, reasons: refused } = await prepareEnclosed(work, {
    ...waiting,
    size: kept.size,
    entries: read.enclosed ?? [],
    reasons: [],
  });
  const unread: readonly Reason[] = isUnread ? [{ code: 'timeline-unread' }] : [];
  const reasons = [...read.reasons, ...refused, ...unread];
  app.write(file, 'record.import', (write) => {
    addMembers(write, waiting.id, members);
    finishRecordOfIntake(
      write,
      waiting.id,
      {
        id,
        drafts,
        facts: {
          fileKind: read.kind,
          documents,
          reasons,
          password: read.password,
        },
      },
      outcome({ status: 'imported', kind: read.kind, pages: read.pages, record: id, reasons }),
    );
  });
};

const readOnce = async (work: Work, kept: Kept): Promise<void> => {
  const { app, file, waiting } = work;
  const record = recordOfOriginal(file, kept.id);
  if (record !== null)
    finish(
      work,
      outcome({
        status: 'duplicate',
        kind: readRecord(file, record).fileKind,
        record,
        reasons: [{ code: 'same-file' }],
      }),
    );
  else if (isOpened(file, kept.id))
    finish(work, outcome({ status: 'duplicate', kind: 'zip', reasons: [{ code: 'same-archive' }] }));
  else {
    const id = app.write(file, 'record.import', (write) => beginRecord(write, kept.id, waiting.name, waiting.id));
    await importRecord(work, kept, id);
  }
};

const reasonOf = (app: App, error: unknown): Reason => {
  if (error instanceof Unreadable) return error.reason;
  if (error instanceof Refusal) return reasonIn(error);
  if (isDiskFull(error)) return { code: 'disk-full' };
  app.report('import', error);
  return { code: 'internal-error' };
};

/**
 * Takes one waiting file into the case: keeps the original, reads its pages in a parser process, stores and indexes
 * them, and gives it its final state in the ledger. Cancelling throws and leaves it waiting, with the pages that are
 * stored by then: the next run goes on behind them. A file that fails leaves no page, and costs nothing but itself.
 */
export const importFile = async (run: ImportRun, waiting: FileInHand): Promise<void> => {
  const work = { ...run, waiting };
  try {
    // The turn to read is taken before the next file may be kept: of two that are the same, the first is read.
    const { reading } = await run.keep('keep', async () => {
      const kept = await keepOriginal(work);
      return { reading: run.read(kept.id, () => readOnce(work, kept)) };
    });
    await reading;
  } catch (error) {
    run.call.signal.throwIfAborted();
    await giveUp(work, outcome({ status: 'failed', reasons: [reasonOf(run.app, error)] }));
  }
};
