import type { Entry } from '../../../shared/entry.ts';
import type { EntryId } from '../../../shared/ids.ts';
import { Refusal } from '../../../shared/reply.ts';
import { stated } from '../../../shared/stated.ts';
import { spanHolds } from '../../../shared/span.ts';
import { readDocumentAt } from '../../store/documents.ts';
import { listEntries, readEntry, removeEntry, writeEntry } from '../../store/entries.ts';
import { draftEntry } from '../../reading/draft-entry.ts';
import { readTexts, textOfPage } from '../../store/pages.ts';
import type { ReadCase, WriteCase } from '../../store/case-file.ts';
import { today, type App, type HandlersOf } from '../backend/app.ts';
import { proposeTimeline } from './propose-timeline.ts';

/** Refuses sources whose words do not stand where they say. */
export const checkSources = (file: ReadCase, sources: Entry['sources']): void => {
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

const mergeInto = (write: WriteCase, ids: readonly EntryId[]): void => {
  const [first, ...rest] = ids.map((id) => readEntry(write, id));
  if (first === undefined) return;
  const sources = [first, ...rest].flatMap((entry) => entry.sources);
  const unique = sources.filter(
    (span, at) => sources.findIndex((other) => JSON.stringify(other) === JSON.stringify(span)) === at,
  );
  writeEntry(write, { ...first, state: 'accepted', sources: unique });
  rest.forEach((entry) =>
    entry.origin === 'manual' ? removeEntry(write, entry.id) : writeEntry(write, { ...entry, state: 'rejected' }),
  );
};

/** So many pages before the selected words are looked at for the heading that they stand under. */
const PAGES_BEFORE = 12;

export const timelineService = (app: App): HandlersOf<'timeline'> => ({
  'timeline.list': listEntries,
  'timeline.draft': (file, { span }) => {
    checkSources(file, [span]);
    const document = readDocumentAt(file, span.record, span.page);
    const before = Math.max(document.first - 1, span.page - 1 - PAGES_BEFORE);
    const pages = readTexts(file, span.record, before, span.page - before);
    return draftEntry(span, document, { record: span.record, pages }, listEntries(file), today(app));
  },
  'timeline.propose': async ({ caseId }, call) => ({ added: await proposeTimeline(app, caseId, call) }),
  'timeline.add': (write, { entry }) => {
    checkSources(write, entry.sources);
    const id = app.newId() as EntryId;
    writeEntry(write, { ...entry, id, state: 'accepted', origin: 'manual' });
    return { id };
  },
  'timeline.edit': {
    joinsWith: (_file, { id, state }) => (state === undefined ? id : undefined),
    run: (write, { id, change, state }) => {
      if (change.sources !== undefined) checkSources(write, change.sources);
      writeEntry(write, { ...readEntry(write, id), ...stated(change), ...(state !== undefined && { state }) });
      return {};
    },
  },
  'timeline.decide': (write, { ids, state }) => {
    for (const id of ids) writeEntry(write, { ...readEntry(write, id), state });
    return {};
  },
  'timeline.merge': (write, { ids }) => {
    mergeInto(write, ids);
    return {};
  },
});
