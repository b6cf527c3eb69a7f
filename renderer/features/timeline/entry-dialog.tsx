import { useState } from 'react';
import type { Input } from '../../../shared/contract.ts';
import { VisitId, type CaseId } from '../../../shared/ids.ts';
import type { Entry, EntryDraft } from '../../../shared/entry.ts';
import { usDate } from '../../../shared/partial-date.ts';
import { useCommand } from '../../data/hooks.ts';
import { useReadRevision } from '../../data/read-revision.ts';
import { useSourceLabel } from '../../data/source-label.ts';
import type { Conflict } from '../../data/use-edit.ts';
import { readVisitsAgain, useVisit } from '../../data/visits.ts';
import { openSpan, openVisit } from '../../data/workspace-state.ts';
import { ConflictNotice } from '../../ui/conflict-notice.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SourceLink } from '../../ui/source-link.tsx';
import { EntryFields } from './entry-fields.tsx';

type Props = {
  readonly caseId: CaseId;
  /** An entry that is there, or what is known of one that is being written by hand. */
  readonly entry: Entry | EntryDraft;
  readonly onClose: () => void;
};

const isSaved = (entry: Entry | EntryDraft): entry is Entry => 'id' in entry;

const draftOf = ({ date, dateText, dateKind, kind, text, provider, reason, sources }: EntryDraft): EntryDraft => ({
  date,
  dateText,
  dateKind,
  kind,
  text,
  provider,
  reason,
  sources,
});

const isSameValue = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What was changed of the entry here, and nothing of the rest: that may have been changed elsewhere meanwhile. */
const changeIn = (before: EntryDraft, after: EntryDraft): Input<'timeline.edit'>['change'] => {
  const { reason: _reason, ...values } = after;
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => !isSameValue(value, before[name as keyof EntryDraft])),
  );
};

const inWords = ({ date, text, provider }: EntryDraft): string =>
  [date === null ? 'no date' : usDate(date), text, provider].filter((part) => part !== '').join(', ');

/** The visit of a fact that has none yet; it is not asked for. */
const NOWHERE = VisitId.parse('nowhere');

/** Sets a fact right, or writes one by hand. */
export const EntryDialog = ({ caseId, entry, onClose }: Props) => {
  const { visit, revision: readNow } = useVisit(caseId, isSaved(entry) ? entry.visit : NOWHERE, isSaved(entry));
  const read = useReadRevision();
  const revision = isSaved(entry) ? readNow : read;
  // What stood there when the dialog was opened, or when the other's version was seen.
  const [opened, setOpened] = useState({ draft: draftOf(entry), revision });
  const [draft, setDraft] = useState(opened.draft);
  const [isStale, setStale] = useState(false);
  const sourceLabel = useSourceLabel(caseId);
  const add = useCommand('timeline.add');
  const edit = useCommand('timeline.edit');
  const isBusy = add.isRunning || edit.isRunning;
  const isEmpty = draft.text.trim() === '';
  const now = isSaved(entry) ? visit?.facts.find(({ id }) => id === entry.id) : undefined;

  const saveNew = async (): Promise<boolean> => {
    const reply = await add.run({ caseId, entry: draft });
    if (reply.ok) openVisit(reply.value.visit);
    return reply.ok;
  };
  const saveChange = async ({ id, visit: of }: Entry, isAccepted: boolean, from: number): Promise<boolean> => {
    const state = isAccepted ? { state: 'accepted' as const } : {};
    const change = changeIn(opened.draft, draft);
    const reply = await edit.run({ caseId, id, change, ...state }, { revision: from, edit: `entry ${id}` });
    setStale(!reply.ok && reply.error.code === 'stale');
    if (reply.ok) await readVisitsAgain(caseId, [of], reply.revision ?? 0);
    return reply.ok;
  };
  const save = async (isAccepted: boolean, from = opened.revision): Promise<void> => {
    const isDone = isSaved(entry) ? await saveChange(entry, isAccepted, from) : await saveNew();
    if (isDone) onClose();
  };
  const canAccept = isSaved(entry) && entry.state !== 'accepted';
  const conflict: Conflict<EntryDraft> | null =
    isStale && now !== undefined
      ? {
          mine: draft,
          theirs: now,
          keepMine: () => void save(canAccept, revision),
          takeTheirs: () => {
            setOpened({ draft: draftOf(now), revision });
            setDraft(draftOf(now));
            setStale(false);
          },
        }
      : null;

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={isSaved(entry) ? 'Edit fact' : 'Add to the timeline'}
      size="medium"
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          {canAccept ? (
            <Button onPress={() => void save(false)} isDisabled={isEmpty || isBusy}>
              Save
            </Button>
          ) : null}
          <Button variant="primary" onPress={() => void save(canAccept)} isDisabled={isEmpty || isBusy}>
            {canAccept ? 'Save and accept' : isSaved(entry) ? 'Save' : 'Add to timeline'}
          </Button>
        </>
      }
    >
      <ConflictNotice conflict={conflict} inWords={inWords} />
      <EntryFields draft={draft} isNew={!isSaved(entry)} onChange={(change) => setDraft({ ...draft, ...change })} />
      {draft.sources.length > 0 ? (
        <div role="group" aria-label="Sources" className="entry-sources">
          <h3 className="overline">Sources</h3>
          <ul>
            {draft.sources.map((source) => (
              <li key={`${source.record} ${String(source.page)} ${String(source.start)}`} className="small">
                “{source.quote.replace(/\s+/g, ' ')}”{' '}
                <SourceLink onPress={() => openSpan(source)}>{sourceLabel(source)}</SourceLink>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </Dialog>
  );
};
