import type { Entry } from '../../../shared/entry.ts';
import type { CaseId, EntryId } from '../../../shared/ids.ts';
import { Refusal } from '../../../shared/reply.ts';
import { stated } from '../../../shared/stated.ts';
import { spanHolds } from '../../../shared/span.ts';
import { changeCase } from '../../store/change-case.ts';
import { listEntries, readEntry, removeEntry, writeEntry } from '../../store/entries.ts';
import { textOfPage } from '../../store/pages.ts';
import type { ReadCase, WriteCase } from '../../store/case-file.ts';
import type { App, HandlersOf } from '../backend/app.ts';
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

export const timelineService = (app: App): HandlersOf<'timeline'> => {
  const change = <T>(caseId: CaseId, method: string, work: (write: WriteCase) => T, joinKey?: string): T => {
    const result = changeCase(
      app.session.case(caseId),
      { method, now: app.now(), ...(joinKey !== undefined && { joinKey }) },
      work,
    );
    app.changed(caseId, ['timeline', 'case', 'cases']);
    return result;
  };
  return {
    'timeline.list': ({ caseId }) => listEntries(app.session.case(caseId)),
    'timeline.propose': async ({ caseId }, call) => ({ added: await proposeTimeline(app, caseId, call) }),
    'timeline.add': ({ caseId, entry }) => {
      checkSources(app.session.case(caseId), entry.sources);
      const id = app.newId() as EntryId;
      change(caseId, 'timeline.add', (write) =>
        writeEntry(write, { ...entry, id, state: 'accepted', origin: 'manual' }),
      );
      return { id };
    },
    'timeline.edit': ({ caseId, id, change: edit }) => {
      if (edit.sources !== undefined) checkSources(app.session.case(caseId), edit.sources);
      change(
        caseId,
        'timeline.edit',
        (write) => writeEntry(write, { ...readEntry(write, id), ...stated(edit) }),
        `timeline.edit ${id}`,
      );
      return {};
    },
    'timeline.decide': ({ caseId, ids, state }) => {
      change(caseId, 'timeline.decide', (write) =>
        ids.forEach((id) => writeEntry(write, { ...readEntry(write, id), state })),
      );
      return {};
    },
    'timeline.merge': ({ caseId, ids }) => {
      change(caseId, 'timeline.merge', (write) => mergeInto(write, ids));
      return {};
    },
  };
};
