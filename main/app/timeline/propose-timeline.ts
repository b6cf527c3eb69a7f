import type { CaseId } from '../../../shared/ids.ts';
import type { VisitContext } from '../../reading/visits/visits-of.ts';
import type { ReadCase } from '../../store/case-file.ts';
import { readFacts } from '../../store/facts.ts';
import { listItems } from '../../store/items.ts';
import { knownProposals, putProposals, removeProposals, type ProposedVisit } from '../../store/proposals.ts';
import { theCase } from '../../store/open-case.ts';
import { forgetJoined, isTimelineDue, listReadings, noteJoined, unreadRecords } from '../../store/readings.ts';
import { listRecords } from '../../store/records.ts';
import type { App, Call } from '../backend/app.ts';
import { breathe } from '../backend/breathe.ts';
import { newTurns } from '../backend/in-turn.ts';
import { misjudgedFiles } from '../intake/case-patient.ts';
import { readRecordAgain } from '../intake/read-record-again.ts';

/** What the choice of key facts rests on beside the records. */
const contextOf = (file: ReadCase): VisitContext => {
  const { dateOfInjury } = readFacts(file).header;
  return {
    items: listItems(file).map(({ heading }) => ({ heading })),
    ...(dateOfInjury !== '' && { dateOfInjury }),
  };
};

/** What the key facts of a case were chosen by when that was last done, or looked at first. */
const chosenBy = new WeakMap<ReadCase, string>();

/** Sees to it that key facts are chosen anew where what is in dispute has changed since. */
export const noteDisputed = (app: App, file: ReadCase): void => {
  const context = JSON.stringify(contextOf(file));
  const before = chosenBy.get(theCase(file));
  chosenBy.set(theCase(file), context);
  if (before !== undefined && before !== context) app.write(file, 'timeline.propose', forgetJoined);
};

/** Brings the proposals in line with what was read, a stretch at a time. */
const join = async (app: App, file: ReadCase): Promise<number> => {
  const readings = listReadings(file);
  const { found, gone } = await app.reading.joinDrafts(
    readings.map(({ drafts }) => drafts),
    knownProposals(file),
    contextOf(file),
  );
  let added = 0;
  for (const stretch of found) {
    const visits = JSON.parse(new TextDecoder().decode(stretch)) as ProposedVisit[];
    added += app.write(file, 'timeline.propose', (write) => putProposals(write, visits, app.newId));
    await breathe();
  }
  app.write(file, 'timeline.propose', (write) => {
    removeProposals(write, gone);
    noteJoined(write, readings);
  });
  return added;
};

const inTurn = newTurns();

/**
 * Brings the timeline's proposals up to date: reads the records that are not read yet, or all of them again where none
 * is left. What was accepted, edited or rejected stays. Returns how many proposals are new.
 */
export const proposeTimeline = (app: App, caseId: CaseId, call: Call): Promise<number> => {
  const file = app.session.case(caseId);
  return inTurn(file, async () => {
    const unread = new Set(unreadRecords(file));
    const records = listRecords(file);
    const due = isTimelineDue(file) ? records.filter(({ id }) => unread.has(id)) : records;
    for (const [at, record] of due.entries()) {
      call.signal.throwIfAborted();
      call.progress(at, due.length, 'Reading dates and events');
      await readRecordAgain(app, file, record.id, call.signal);
    }
    for (const { id } of await misjudgedFiles(app, file, call.signal))
      await readRecordAgain(app, file, id, call.signal);
    return join(app, file);
  });
};
