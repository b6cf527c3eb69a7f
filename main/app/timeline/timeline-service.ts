import type { Entry, EntryDraft } from '../../../shared/entry.ts';
import type { EntryId, VisitId } from '../../../shared/ids.ts';
import { Refusal } from '../../../shared/reply.ts';
import { stated } from '../../../shared/stated.ts';
import { spanHolds } from '../../../shared/span.ts';
import { readDocumentAt } from '../../store/documents.ts';
import {
  entriesIn,
  entriesOfVisits,
  entriesOnPage,
  listEntries,
  readEntry,
  removeEntry,
  writeEntry,
} from '../../store/entries.ts';
import { draftEntry } from '../../reading/draft-entry.ts';
import { readTexts, textOfPage } from '../../store/pages.ts';
import { readVisit, removeEmptied, visitState } from '../../store/visits.ts';
import type { ReadCase, WriteCase } from '../../store/case-file.ts';
import { today, type App, type HandlersOf } from '../backend/app.ts';
import { newVisit, underHead, visitFor } from './place-fact.ts';
import { proposeTimeline } from './propose-timeline.ts';

/** Refuses sources whose words do not stand where they say. */
export const checkSources = (file: ReadCase, sources: readonly Entry['sources'][number][]): void => {
  const wrong = sources.find((span) => {
    const text = textOfPage(file, span.record, span.page);
    return text === null || !spanHolds(span, text);
  });
  if (wrong !== undefined)
    throw new Refusal('invalid', 'The words of a source do not stand on its page; select them again.', {
      record: wrong.record,
      page: wrong.page,
    });
};

/** A fact that is decided by itself, whatever becomes of its visit. */
const decided = (fact: Entry, state: Entry['state']): Entry => ({
  ...fact,
  state,
  isTicked: state === 'accepted' || (state === 'proposed' && fact.rank === 'key'),
});

const mergeInto = (write: WriteCase, ids: readonly EntryId[]): void => {
  const [first, ...rest] = ids.map((id) => readEntry(write, id));
  if (first === undefined) return;
  const sources = [first, ...rest].flatMap((entry) => entry.sources);
  const unique = sources.filter(
    (span, at) => sources.findIndex((other) => JSON.stringify(other) === JSON.stringify(span)) === at,
  );
  writeEntry(write, { ...first, state: 'accepted', isTicked: true, sources: unique });
  rest.forEach((entry) =>
    entry.origin === 'manual' ? removeEntry(write, entry.id) : writeEntry(write, decided(entry, 'rejected')),
  );
  removeEmptied(
    write,
    rest.map(({ visit }) => visit),
  );
};

/** A fact that is ticked or not: of a visit that waits it is marked, of one that is accepted it is taken. */
const ticked = (fact: Entry, isTicked: boolean, isVisitAccepted: boolean): Entry => {
  if (isTicked) return { ...fact, isTicked, state: isVisitAccepted ? 'accepted' : 'proposed' };
  return { ...fact, isTicked, state: fact.rank === 'key' ? 'set-aside' : 'proposed' };
};

const tick = (write: WriteCase, ids: readonly EntryId[], isTicked: boolean): void => {
  for (const id of ids) {
    const fact = readEntry(write, id);
    const isVisitAccepted = visitState(entriesOfVisits(write, [fact.visit])) === 'accepted';
    writeEntry(write, ticked(fact, isTicked, isVisitAccepted));
  }
};

const moveTo = (write: WriteCase, ids: readonly EntryId[], to: VisitId | null, newId: () => VisitId): VisitId => {
  const [first, ...others] = ids.map((id) => readEntry(write, id));
  if (first === undefined) throw new Refusal('invalid', 'No fact was named.');
  const visit = to === null ? newVisit(write, first, newId()) : readVisit(write, to);
  for (const fact of [first, ...others]) writeEntry(write, underHead(fact, visit));
  removeEmptied(
    write,
    [first, ...others].map((fact) => fact.visit),
  );
  return visit.id;
};

/** An entry with what was changed of it; with another date or provider it goes over to the visit of these. */
const changed = (
  write: WriteCase,
  { before, change, newId }: { before: Entry; change: Partial<EntryDraft>; newId: () => VisitId },
): Entry => {
  const entry: Entry = { ...before, ...change };
  if (entry.date === before.date && entry.provider === before.provider) return entry;
  const { id } = visitFor(write, entry, newId);
  return { ...entry, visit: id };
};

/** So many pages before the selected words are looked at for the heading that they stand under. */
const PAGES_BEFORE = 12;

export const timelineService = (app: App): HandlersOf<'timeline'> => {
  const newVisitId = (): VisitId => app.newId() as VisitId;
  return {
    'timeline.list': (file, { state }) => (state === undefined ? listEntries(file) : entriesIn(file, state)),
    'timeline.cited': (file, { record, page }) => entriesOnPage(file, record, page),
    'timeline.draft': (file, { span }) => {
      checkSources(file, [span]);
      const document = readDocumentAt(file, span.record, span.page);
      const before = Math.max(document.first - 1, span.page - 1 - PAGES_BEFORE);
      const pages = readTexts(file, span.record, before, span.page - before);
      const near = entriesOnPage(file, span.record, span.page);
      return draftEntry(span, document, { record: span.record, pages }, near, today(app));
    },
    'timeline.propose': async ({ caseId }, call) => ({ added: await proposeTimeline(app, caseId, call) }),
    'timeline.add': (write, { entry }) => {
      checkSources(write, entry.sources);
      const id = app.newId() as EntryId;
      const visit = visitFor(write, entry, newVisitId);
      writeEntry(write, {
        ...{ ...entry, id, visit: visit.id, state: 'accepted', origin: 'manual' },
        ...{ rank: 'key', why: '', isTicked: true },
      });
      return { id, visit: visit.id };
    },
    'timeline.edit': {
      joinsWith: (_file, { id, state }) => (state === undefined ? id : undefined),
      run: (write, { id, change, state }) => {
        if (change.sources !== undefined) checkSources(write, change.sources);
        const before = readEntry(write, id);
        const entry = changed(write, { before, change: stated(change), newId: newVisitId });
        writeEntry(write, state === undefined ? entry : decided(entry, state));
        removeEmptied(write, [before.visit]);
        return {};
      },
    },
    'timeline.decide': (write, { ids, state }) => {
      for (const id of ids) writeEntry(write, decided(readEntry(write, id), state));
      return {};
    },
    'timeline.tick': (write, { ids, isTicked }) => {
      tick(write, ids, isTicked);
      return {};
    },
    'timeline.move': (write, { ids, to }) => ({ visit: moveTo(write, ids, to, newVisitId) }),
    'timeline.merge': (write, { ids }) => {
      mergeInto(write, ids);
      return {};
    },
  };
};
