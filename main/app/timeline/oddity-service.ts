import type { FoundOddity } from '../../../shared/oddity.ts';
import { Refusal } from '../../../shared/reply.ts';
import type { OddContext } from '../../reading/odd/odd-document.ts';
import type { ReadCase } from '../../store/case-file.ts';
import { documentsInCase } from '../../store/documents.ts';
import { readFacts } from '../../store/facts.ts';
import { documentsVersion } from '../../store/find-mentions.ts';
import { dismissedOddities, dismissOddity, reopenOddity } from '../../store/oddities.ts';
import { theCase } from '../../store/open-case.ts';
import { readingsVersion } from '../../store/readings.ts';
import { listRecords } from '../../store/records.ts';
import { listVisits } from '../../store/visits.ts';
import { today, type App, type HandlersOf } from '../backend/app.ts';
import { textSlices } from './record-texts.ts';

type Answer = { readonly version: string; readonly found: Promise<readonly FoundOddity[]> };

const contextOf = (app: App, file: ReadCase): OddContext => {
  const { header } = readFacts(file);
  const visits = listVisits(file).filter(({ state, kind }) => state !== 'rejected' && kind !== 'event');
  return {
    latest: today(app),
    dateOfInjury: header.dateOfInjury,
    decisionDate: header.decisionDate,
    visitDays: [...new Set(visits.flatMap(({ date }) => date ?? []))],
  };
};

function* textsOf(file: ReadCase): ReturnType<typeof textSlices> {
  for (const record of listRecords(file)) yield* textSlices(file, record);
}

/** What is found in a case, once for as long as its texts, documents, visits and dates are the same. */
const newFinder = (app: App): ((file: ReadCase) => Promise<readonly FoundOddity[]>) => {
  const answers = new WeakMap<ReadCase, Answer>();
  return (file) => {
    const context = contextOf(app, file);
    const documents = documentsInCase(file)
      .filter(({ patient }) => patient === 'worker')
      .map(({ id, file: record, first, last, kind, title, date, provider }) => ({
        ...{ id, file: record, first, last, kind, title, date, provider },
      }));
    const version = JSON.stringify([readingsVersion(file), documentsVersion(file), documents, context]);
    const before = answers.get(theCase(file));
    if (before?.version === version) return before.found;
    const found = app.reading.findOddities(textsOf(file), documents, context);
    answers.set(theCase(file), { version, found });
    found.catch(() => answers.delete(theCase(file)));
    return found;
  };
};

/** What is missing from the file or odd in it, each dismissed with a reason where it is looked at and in order. */
export const oddityService = (app: App): HandlersOf<'oddity'> => {
  const find = newFinder(app);
  return {
    'oddity.list': async (file) => {
      const dismissed = dismissedOddities(file);
      return (await find(file)).map((one) => ({
        ...one,
        places: [...one.places],
        dismissed: dismissed.get(one.id) ?? null,
      }));
    },
    'oddity.dismiss': (write, { id, reason }) => {
      if (reason.trim() === '') throw new Refusal('invalid', 'Say why this is in order.');
      dismissOddity(write, id, reason.trim());
      return {};
    },
    'oddity.reopen': (write, { id }) => {
      reopenOddity(write, id);
      return {};
    },
  };
};
