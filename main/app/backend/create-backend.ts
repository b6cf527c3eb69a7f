import { randomBytes } from 'node:crypto';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { AppEvent } from '../../../shared/app-event.ts';
import { Refusal, fail, succeed } from '../../../shared/reply.ts';
import { forkParser } from '../../import/fork-parser.ts';
import type { StartParser } from '../../import/read-page.ts';
import { createReaderPool } from '../../import/reader-pool.ts';
import { testCrypto } from '../../store/crypto-self-test.ts';
import { refusalOf } from '../../store/error-sentences.ts';
import { changeCase } from '../../store/change-case.ts';
import { isCaseOpen, theCase } from '../../store/open-case.ts';
import { storedOriginal } from '../../store/originals.ts';
import { readPage } from '../../store/pages.ts';
import { isTimelineDue } from '../../store/readings.ts';
import { noteDisputed } from '../timeline/propose-timeline.ts';
import { originalOf, passwordOf, readRecord } from '../../store/records.ts';
import type { ReadCase } from '../../store/case-file.ts';
import type { App, Handlers } from './app.ts';
import { loadAssets } from './assets.ts';
import type { Backend, BackendOptions, PictureRequest } from './backend.ts';
import { newCaseChecks } from '../letter/case-checks.ts';
import { newDispatcher, type Doors } from './dispatcher.ts';
import { newLog } from './log.ts';
import { newNotices } from './notices.ts';
import { newOffers } from './offers.ts';
import { newPrecedentShelf } from '../letter/precedent-shelf.ts';
import { newProposeCase } from '../vault/propose-case.ts';
import { newReading, type Reading } from '../timeline/reading-thread.ts';
import { isRecognitionDue } from '../recognition/recognise-pages.ts';
import { aboutService } from '../vault/about-service.ts';
import { newIdleLock } from '../vault/idle-lock.ts';
import { newSession } from '../vault/session.ts';
import { newSpelling } from '../letter/spelling.ts';
import { caseRow } from '../vault/case-row.ts';
import { readCalendar } from '../vault/read-calendar.ts';
import { caseService } from '../vault/case-service.ts';
import { changeService } from '../vault/change-service.ts';
import { duplicateService } from '../timeline/duplicate-service.ts';
import { fileService } from '../intake/file-service.ts';
import { guidelineService } from '../letter/guideline-service.ts';
import { itemService } from '../letter/item-service.ts';
import { itemWordsService } from '../letter/item-words-service.ts';
import { letterBesideService } from '../letter/letter-beside-service.ts';
import { letterCheckService } from '../letter/letter-check-service.ts';
import { letterService } from '../letter/letter-service.ts';
import { pageService } from '../recognition/page-service.ts';
import { precedentService } from '../letter/precedent-service.ts';
import { documentService } from '../intake/document-service.ts';
import { recordService } from '../intake/record-service.ts';
import { readSettings, settingsService } from '../vault/settings-service.ts';
import { clockService } from '../vault/clock-service.ts';
import { ruleService } from '../letter/rule-service.ts';
import { snippetService } from '../letter/snippet-service.ts';
import { newStillThere } from '../vault/still-there.ts';
import { summaryService } from '../summary/summary-service.ts';
import { templateService } from '../letter/template-service.ts';
import { oddityService } from '../timeline/oddity-service.ts';
import { timelineService } from '../timeline/timeline-service.ts';
import { absenceService } from '../letter/absence-service.ts';
import { treatmentService } from '../timeline/treatment-service.ts';
import { visitService } from '../timeline/visit-service.ts';
import { verifyService } from '../vault/verify-service.ts';
import { vaultService } from '../vault/vault-service.ts';
import { viewService } from '../vault/view-service.ts';

/** What a test or a host may put in place of the world outside. */
export type Ports = {
  readonly startParser?: StartParser;
  readonly now?: () => Date;
  /** Reads records for the timeline; the thread for it where it is left out. */
  readonly reading?: Reading;
  /** The cost of the passphrase's key; tests make it cheap. */
  readonly kdfCost?: number;
};

const newId = (): string =>
  BigInt(`0x${randomBytes(12).toString('hex')}`)
    .toString(36)
    .padStart(19, '0');

const handlersOf = (
  app: App,
  cancelAll: () => void,
  lockAfterJobs: () => void,
  proposeCase = newProposeCase(app),
  shelf = newPrecedentShelf(app),
  checks = newCaseChecks(app, proposeCase, shelf, newSpelling(app)),
): Handlers => ({
  ...vaultService(app, cancelAll, lockAfterJobs),
  ...viewService(app),
  ...aboutService(app),
  ...settingsService(app),
  ...caseService(app, proposeCase, shelf),
  ...recordService(app),
  ...documentService(app),
  ...duplicateService(app),
  ...pageService(app),
  ...timelineService(app),
  ...visitService(),
  ...treatmentService(app),
  ...absenceService(app),
  ...oddityService(app),
  ...summaryService(app),
  ...itemService(app),
  ...itemWordsService(app),
  ...guidelineService(app),
  ...ruleService(app),
  ...clockService(app),
  ...snippetService(app),
  ...templateService(app),
  ...precedentService(app, shelf),
  ...letterService(app, checks, shelf),
  ...letterCheckService(app, checks),
  ...letterBesideService(app, checks),
  ...fileService(app),
  ...changeService(app),
  ...verifyService(app),
});

/** Key facts are chosen anew so long after the last change of what is in dispute: a heading is typed in pieces. */
const CHOOSE_AFTER_MS = 2000;

const pictureOf = async (app: App, { caseId, pageId, width }: PictureRequest): Promise<Uint8Array> => {
  const file = app.session.case(caseId);
  const page = readPage(file, pageId);
  if (page.kind === 'flow') throw new Refusal('not-found', 'This page has no picture; it is shown from its text.');
  const { sha256 } = readRecord(file, page.record);
  return app.pool.picture({
    key: sha256,
    load: () => storedOriginal(file, originalOf(file, page.record)),
    password: passwordOf(file, page.record),
    page: page.number,
    turned: page.turned,
    width: Math.min(4000, Math.max(100, Math.round(width))),
  });
};

/** The backend whole: composes the services over a vault folder. Hosts run it in a thread of its own. */
export const createBackend = async (options: BackendOptions & Ports): Promise<Backend> => {
  testCrypto();
  const log = newLog();
  const listeners = new Set<(event: AppEvent) => void>();
  const emit = (event: AppEvent): void => listeners.forEach((listener) => listener(event));
  let isClosing = false;
  const underWay = new Set<string>();
  /**
   * Runs a job in the background, once at a time, and looks again when it has ended well: more may have come meanwhile.
   */
  const inBackground = async (
    file: ReadCase,
    method: 'timeline.propose' | 'ocr.run',
    callId: string,
  ): Promise<void> => {
    if (underWay.has(callId)) return;
    underWay.add(callId);
    const { ok } = await dispatcher.call(method, { caseId: file.id }, callId);
    underWay.delete(callId);
    if (ok) catchUp(file);
  };
  const catchUp = (file: ReadCase): void => {
    if (isClosing || !isCaseOpen(file)) return;
    noteDisputed(app, file);
    if (isTimelineDue(file)) void inBackground(file, 'timeline.propose', `catch up ${file.id}`);
    if (options.recognisesByItself !== false && isRecognitionDue(file))
      void inBackground(file, 'ocr.run', `recognise ${file.id}`);
  };
  const waiting = new WeakMap<ReadCase, NodeJS.Timeout>();
  const chooseAgain = (file: ReadCase): void => {
    noteDisputed(app, file);
    clearTimeout(waiting.get(file));
    waiting.set(file, setTimeout(() => catchUp(file), CHOOSE_AFTER_MS).unref());
  };
  let vaultRevision = 1;
  const now = options.now ?? ((): Date => new Date());
  const notices = newNotices(emit);
  const stillThere = newStillThere(options.storeDir);
  const changeOne: Doors['changeCase'] = (file, change, work) => {
    stillThere.holdCase(file);
    const changed = changeCase(theCase(file), { ...change, now: now() }, work);
    if (changed.topics.length > 0) notices.tell(file.id, [...changed.topics, 'cases'], changed.revision);
    if (changed.topics.some((topic) => topic === 'items' || topic === 'case')) chooseAgain(theCase(file));
    return changed;
  };
  const app: App = {
    storeDir: options.storeDir,
    assets: loadAssets(options.assetsDir),
    session: newSession({
      onOpen: catchUp,
      rowOf: (file, createdAt) => caseRow(file, createdAt, readCalendar(app)),
      now,
      onListChanged: () => notices.tell(null, ['cases']),
      report: log.error,
    }),
    offers: newOffers(newId),
    pool: createReaderPool({
      start: options.startParser ?? (() => forkParser(undefined, { reads: [options.assetsDir] })),
      size: options.parsers ?? Math.max(2, cpus().length),
      model: join(options.assetsDir, 'ocr'),
    }),
    reading: options.reading ?? newReading(),
    now,
    newId,
    emit,
    change: (file, change, work) => changeOne(file, change, work).value,
    write: (file, method, work) => {
      stillThere.holdCase(file);
      const written = changeCase(theCase(file), { method, isBackground: true, now: now() }, work);
      if (written.topics.length > 0) notices.gather(file.id, [...written.topics, 'cases'], written.revision);
      return written.value;
    },
    changeVault: (work) => {
      stillThere.holdVault(app.session.vault());
      const { value, topics } = app.session.vault().change(work);
      vaultRevision += 1;
      notices.tell(null, topics);
      return value;
    },
    changed: notices.tell,
    flush: notices.flush,
    catchUp,
    stopBackground: (caseId) =>
      [`catch up ${caseId}`, `recognise ${caseId}`].forEach((callId) => dispatcher.cancel(callId)),
    report: log.error,
    kdfCost: options.kdfCost,
    openedBy: options.openedBy,
  };
  const dispatcher = newDispatcher(
    handlersOf(
      app,
      () => dispatcher.cancelAll(),
      () => idleLock.lockAfterJobs(),
    ),
    {
      openCase: app.session.case,
      changeCase: changeOne,
      changeVault: app.changeVault,
      vaultRevision: () => vaultRevision,
      emit,
      flush: notices.flush,
      report: log.error,
      noteDamage: app.session.noteDamage,
      settle: app.session.settle,
    },
  );
  const idleLock = newIdleLock({
    minutes: () => (app.session.isUnlocked() ? readSettings(app).lockAfterMinutes : null),
    lock: () => void dispatcher.call('vault.lock', {}),
  });
  return Promise.resolve({
    call: (method, input, callId, from) => idleLock.during(method, () => dispatcher.call(method, input, callId, from)),
    cancel: dispatcher.cancel,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    offer: (offers) => Promise.resolve(app.offers.add(offers)),
    take: (token) => Promise.resolve(app.offers.take(token)),
    picture: async (request) => {
      try {
        return succeed(await pictureOf(app, request));
      } catch (error) {
        if (error instanceof Refusal) return fail(error.code, error.message, error.details);
        log.error('picture', error);
        const { code, message } = refusalOf(error) ?? { code: 'unreadable', message: 'This page could not be drawn.' };
        return fail(code, message);
      }
    },
    close: async () => {
      isClosing = true;
      idleLock.close();
      dispatcher.cancelAll();
      await Promise.all([app.pool.close(), app.reading.close()]);
      app.session.end();
    },
  } satisfies Backend);
};
