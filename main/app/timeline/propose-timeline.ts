import type { Entry } from '../../../shared/entry.ts';
import type { CaseId, EntryId } from '../../../shared/ids.ts';
import type { ReadCase } from '../../store/case-file.ts';
import { knownProposals, putProposals, removeProposals } from '../../store/entries.ts';
import { isTimelineDue, listReadings, noteJoined, unreadRecords } from '../../store/readings.ts';
import { listRecords } from '../../store/records.ts';
import type { App, Call } from '../backend/app.ts';
import { breathe } from '../backend/breathe.ts';
import { newTurns } from '../backend/in-turn.ts';
import { readRecordAgain } from '../intake/read-record-again.ts';
import type { ProposalDraft } from './reading-tasks.ts';

/** Brings the proposals in line with what was read, a stretch at a time. */
const join = async (app: App, file: ReadCase): Promise<number> => {
  const readings = listReadings(file);
  const { found, gone } = await app.reading.joinDrafts(
    readings.map(({ drafts }) => drafts),
    knownProposals(file),
  );
  let added = 0;
  for (const stretch of found) {
    const drafts = JSON.parse(new TextDecoder().decode(stretch)) as ProposalDraft[];
    added += app.write(file, 'timeline.propose', (write) =>
      putProposals(
        write,
        drafts.map(({ key, entry }) => ({
          key,
          entry: { ...entry, id: app.newId() as EntryId, state: 'proposed', origin: 'proposed' } satisfies Entry,
        })),
      ),
    );
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
    return join(app, file);
  });
};
