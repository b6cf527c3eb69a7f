import { createHash } from 'node:crypto';
import type { Entry, EntryDraft } from '../../shared/entry.ts';
import type { CaseId, EntryId } from '../../shared/ids.ts';
import { describeRecord } from '../reading/describe-record.ts';
import { joinProposals } from '../reading/join-proposals.ts';
import { proposeEntries } from '../reading/propose-entries.ts';
import { replaceProposals } from '../store/entries.ts';
import { readFacts } from '../store/facts.ts';
import { readTexts } from '../store/pages.ts';
import { listRecords } from '../store/records.ts';
import { today, type App, type Call } from './app.ts';

/** Names a proposal by what it rests on: the same words of the same record for the same kind are the same proposal. */
const keyOf = (draft: EntryDraft): string => {
  const first = draft.sources[0];
  return createHash('sha256').update(JSON.stringify([draft.kind, draft.date, first?.record, first?.page, first?.start, first?.end])).digest('hex').slice(0, 32);
};

/** Reads every record of the case and brings the proposals up to date. Returns how many are new. */
export const proposeTimeline = async (app: App, caseId: CaseId, call: Call): Promise<number> => {
  const file = app.session.case(caseId);
  const records = listRecords(file);
  const context = { latest: today(app), ...(readFacts(file).header.dateOfInjury !== '' && { dateOfInjury: readFacts(file).header.dateOfInjury }) };
  const drafts: EntryDraft[] = [];
  for (const [at, record] of records.entries()) {
    call.signal.throwIfAborted();
    call.progress(at, records.length, 'Reading dates and events');
    const text = { record: record.id, title: record.fileName, fileName: record.fileName, pages: readTexts(file, record.id) };
    drafts.push(...proposeEntries(text, describeRecord(text, context), context));
    await new Promise((resolve) => setImmediate(resolve));
  }
  const proposals = joinProposals(drafts).map((draft) => ({ key: keyOf(draft), entry: { ...draft, id: app.newId() as EntryId, state: 'proposed', origin: 'proposed' } satisfies Entry }));
  const added = replaceProposals(file, proposals);
  app.changed(caseId, ['timeline', 'case', 'cases']);
  return added;
};
