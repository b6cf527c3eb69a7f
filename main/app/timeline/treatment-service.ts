import type { PartialDate } from '../../../shared/partial-date.ts';
import { Refusal } from '../../../shared/reply.ts';
import type { TextSpan } from '../../../shared/span.ts';
import type { Treatment } from '../../../shared/treatment.ts';
import { treatmentLedger } from '../../reading/treatments/treatment-ledger.ts';
import { wordTreatment } from '../../reading/treatments/word-treatment.ts';
import type { ReadCase } from '../../store/case-file.ts';
import { treatmentFacts } from '../../store/treatment-facts.ts';
import { today, type App, type HandlersOf } from '../backend/app.ts';
import { citeInRationale } from '../letter/cite-in-rationale.ts';
import { proseStyle } from '../summary/read-summary.ts';
import { readSettings } from '../vault/settings-service.ts';

/** The treatments of a case as its accepted facts document them; `latest` is the last day that a date may mean. */
export const treatmentsOf = (file: ReadCase, latest: PartialDate): Treatment[] =>
  treatmentLedger(treatmentFacts(file), latest);

/** One place for each session that has a note. */
const sessionsOf = (file: ReadCase, { days }: Treatment): TextSpan[] => {
  const notes = treatmentFacts(file).filter(({ visitKind, state }) => visitKind === 'therapy' && state === 'accepted');
  return days.flatMap((day) => notes.find(({ date }) => date === day)?.sources.slice(0, 1) ?? []);
};

/** The ledger of treatments: read from the timeline whenever it is asked for. */
export const treatmentService = (app: App): HandlersOf<'treatment'> => ({
  'treatment.list': (file) => treatmentsOf(file, today(app)),
  'treatment.cite': (write, { id, itemId }) => {
    const treatment = treatmentsOf(write, today(app)).find((one) => one.id === id);
    if (treatment === undefined || treatment.facts.length + treatment.days.length === 0)
      throw new Refusal('not-found', 'No accepted fact speaks of this treatment any more.', { treatment: id });
    const { words, sources } = wordTreatment(
      treatment,
      proseStyle(write, readSettings(app)),
      sessionsOf(write, treatment),
    );
    citeInRationale(write, itemId, { words, sources, note: treatment.name });
    return {};
  },
});
