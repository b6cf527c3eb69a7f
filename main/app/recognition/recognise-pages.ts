import type { CaseId, PageId } from '../../../shared/ids.ts';
import type { Output } from '../../../shared/contract.ts';
import type { ReadPage } from '../../import/read-page.ts';
import { Unreadable } from '../../import/unreadable.ts';
import { findFaxHeader } from '../../reading/find-fax-header.ts';
import { sketchPage } from '../../reading/page-sketch.ts';
import type { ReadCase } from '../../store/case-file.ts';
import { storedOriginal } from '../../store/originals.ts';
import { mergeIndex } from '../../store/pages.ts';
import {
  countRecognition,
  failRecognition,
  finishRecognition,
  nextToRecognise,
  pageToRecognise,
  type WaitingPage,
} from '../../store/recognition.ts';
import { theCase } from '../../store/open-case.ts';
import { isTimelineDue } from '../../store/readings.ts';
import { noteReads } from '../../store/reads.ts';
import { originalOf, passwordOf } from '../../store/records.ts';
import type { App, Call } from '../backend/app.ts';
import { proposeTimeline } from '../timeline/propose-timeline.ts';
import { readRecordAgain } from '../intake/read-record-again.ts';

type Tally = { recognised: number; failed: number };

/** The recognition of one case: what is under way, what comes first, and how fast it goes. */
type Recognition = {
  readonly underWay: Set<PageId>;
  /** Pages that somebody asked for, the last one first, and the one among them that was asked for last. */
  readonly wanted: PageId[];
  looked: PageId | null;
  isPaused: boolean;
  run: Promise<Tally> | null;
  /** Begin and pages of the run under way, for its pace. */
  begun: number;
  done: number;
};

const recognitions = new WeakMap<ReadCase, Recognition>();

const recognitionOf = (file: ReadCase): Recognition => {
  const known = recognitions.get(theCase(file));
  if (known !== undefined) return known;
  const fresh: Recognition = {
    underWay: new Set(),
    wanted: [],
    looked: null,
    isPaused: false,
    run: null,
    begun: 0,
    done: 0,
  };
  recognitions.set(theCase(file), fresh);
  return fresh;
};

const nextPage = (file: ReadCase, { wanted, underWay }: Recognition): WaitingPage | undefined => {
  for (let id = wanted.pop(); id !== undefined; id = wanted.pop()) {
    const page = underWay.has(id) ? undefined : pageToRecognise(file, id);
    if (page !== undefined) return page;
  }
  return nextToRecognise(file, underWay);
};

const keep = (app: App, file: ReadCase, id: PageId, page: ReadPage): void => {
  const seen = { ...page, sketch: sketchPage(page.text), faxHeader: findFaxHeader(page.text) };
  app.write(file, 'ocr.run', (write) => finishRecognition(write, id, seen));
  mergeIndex(file);
};

/** Recognises one page and keeps it; a page that cannot be recognised is listed with the reason. */
const recogniseOne = async (app: App, file: ReadCase, page: WaitingPage, call: Call): Promise<keyof Tally> => {
  try {
    keep(
      app,
      file,
      page.id,
      await app.pool.recognise({
        key: page.sha256,
        load: () => storedOriginal(file, originalOf(file, page.record)),
        password: passwordOf(file, page.record),
        page: page.number,
        signal: call.signal,
      }),
    );
    return 'recognised';
  } catch (error) {
    call.signal.throwIfAborted();
    if (!(error instanceof Unreadable)) throw error;
    const { message } = error;
    app.write(file, 'ocr.run', (write) => failRecognition(write, page.id, message));
    return 'failed';
  }
};

const pace = ({ begun, done }: Recognition, now: number): number | null =>
  done < 2 ? null : (done * 60_000) / Math.max(1, now - begun);

const minutesInWords = (pages: number, perMinute: number): string => {
  const minutes = Math.ceil(pages / perMinute);
  return minutes <= 1 ? 'under a minute left' : `about ${minutes.toLocaleString('en-US')} min left`;
};

const noteOf = (recognition: Recognition, waiting: number): string => {
  const perMinute = pace(recognition, performance.now());
  return [
    'Recognising words',
    ...(perMinute === null ? [] : [`${Math.round(perMinute)} pages a minute`, minutesInWords(waiting, perMinute)]),
  ].join(' · ');
};

/** Says how far it is, and reads the record anew once its last page is recognised. */
const afterPage = async (
  app: App,
  file: ReadCase,
  { id, record }: WaitingPage,
  recognition: Recognition,
  call: Call,
): Promise<void> => {
  recognition.done += 1;
  const { waiting } = countRecognition(file);
  call.progress(recognition.done, recognition.done + waiting, noteOf(recognition, waiting));
  if (countRecognition(file, record).waiting === 0) await readRecordAgain(app, file, record, call.signal);
  // Whoever looks at the page sees its words at once.
  if (recognition.looked === id) app.flush();
};

/** Works off the pages that wait, as many at a time as there are recognisers, until none waits or it is paused. */
const workOff = async (app: App, file: ReadCase, recognition: Recognition, call: Call): Promise<Tally> => {
  const tally: Tally = { recognised: 0, failed: 0 };
  Object.assign(recognition, { begun: performance.now(), done: 0 });
  // Whoever watches hears that it has begun.
  if (countRecognition(file).waiting > 0) app.changed(file.id, ['background']);
  const worker = async (): Promise<void> => {
    for (
      let page = nextPage(file, recognition);
      page !== undefined && !recognition.isPaused;
      page = nextPage(file, recognition)
    ) {
      call.signal.throwIfAborted();
      recognition.underWay.add(page.id);
      try {
        tally[await recogniseOne(app, file, page, call)] += 1;
      } finally {
        recognition.underWay.delete(page.id);
      }
      await afterPage(app, file, page, recognition, call);
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: app.pool.recognisers }, worker));
  app.changed(file.id, ['background']);
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return tally;
};

/** One run a case; who asks meanwhile waits for it. */
const runOnce = (app: App, file: ReadCase, call: Call): Promise<Tally> => {
  const recognition = recognitionOf(file);
  recognition.run ??= workOff(app, file, recognition, call).finally(() => {
    recognition.run = null;
  });
  return recognition.run;
};

const settled = async (run: Promise<Tally>): Promise<Tally> => run.catch(() => ({ recognised: 0, failed: 0 }));

/**
 * Recognises all pages that wait and then brings the timeline up to date. A run under way is waited for, and taken over
 * where it is cancelled by whoever began it. Every page is kept as it comes, so that a stop at any point costs only
 * those under way. Paused, it ends at once.
 */
export const recognisePages = async (app: App, caseId: CaseId, call: Call): Promise<Tally> => {
  const file = app.session.case(caseId);
  const recognition = recognitionOf(file);
  const before = countRecognition(file).waiting;
  const running = recognition.run;
  const joined = running === null ? { recognised: 0, failed: 0 } : await settled(running);
  call.signal.throwIfAborted();
  const own = await runOnce(app, file, call);
  if (before > 0 && isTimelineDue(file)) await proposeTimeline(app, caseId, call);
  return { recognised: joined.recognised + own.recognised, failed: joined.failed + own.failed };
};

/** Asks for a page before all others. */
export const recogniseFirst = (app: App, caseId: CaseId, id: PageId): void => {
  const recognition = recognitionOf(app.session.case(caseId));
  const at = recognition.wanted.indexOf(id);
  if (at >= 0) recognition.wanted.splice(at, 1);
  recognition.wanted.push(id);
  recognition.looked = id;
};

/** Holds the recognition in the background or lets it go on. */
export const pauseRecognition = (app: App, caseId: CaseId, isPaused: boolean): void => {
  const file = app.session.case(caseId);
  recognitionOf(file).isPaused = isPaused;
  if (!isPaused) app.catchUp(file);
  app.changed(caseId, ['background']);
};

/** Whether pages wait and nobody holds them back. */
export const isRecognitionDue = (file: ReadCase): boolean =>
  !recognitionOf(file).isPaused && countRecognition(file).waiting > 0;

export const recognitionStatus = (file: ReadCase): Output<'ocr.status'> => {
  noteReads(['background']);
  const recognition = recognitionOf(file);
  const state = recognition.isPaused ? 'paused' : recognition.run === null ? 'idle' : 'running';
  return {
    ...countRecognition(file),
    state,
    pagesAMinute: recognition.run === null ? null : pace(recognition, performance.now()),
  };
};
