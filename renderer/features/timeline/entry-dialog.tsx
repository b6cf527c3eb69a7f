import { useState } from 'react';
import type { CaseId } from '../../../shared/ids.ts';
import type { Entry, EntryDraft } from '../../../shared/entry.ts';
import { useCommand } from '../../data/hooks.ts';
import { useSourceLabel } from '../../data/source-label.ts';
import { openSpan, pointAtEntry } from '../../data/workspace-state.ts';
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

/** Sets an entry right, or writes one by hand. */
export const EntryDialog = ({ caseId, entry, onClose }: Props) => {
  const [draft, setDraft] = useState(() => draftOf(entry));
  const sourceLabel = useSourceLabel(caseId);
  const add = useCommand('timeline.add');
  const edit = useCommand('timeline.edit');
  const decide = useCommand('timeline.decide');
  const isBusy = add.isRunning || edit.isRunning || decide.isRunning;
  const isEmpty = draft.text.trim() === '';

  const saveNew = async (): Promise<boolean> => {
    const reply = await add.run({ caseId, entry: draft });
    if (reply.ok) pointAtEntry(reply.value.id);
    return reply.ok;
  };
  const saveChange = async (id: Entry['id'], isAccepted: boolean): Promise<boolean> => {
    const { reason: _reason, ...change } = draft;
    const reply = await edit.run({ caseId, id, change });
    return reply.ok && (!isAccepted || (await decide.run({ caseId, ids: [id], state: 'accepted' })).ok);
  };
  const save = async (isAccepted: boolean): Promise<void> => {
    const isDone = isSaved(entry) ? await saveChange(entry.id, isAccepted) : await saveNew();
    if (isDone) onClose();
  };
  const canAccept = isSaved(entry) && entry.state !== 'accepted';

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={isSaved(entry) ? 'Edit entry' : 'Add to the timeline'}
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
      <EntryFields draft={draft} onChange={(change) => setDraft({ ...draft, ...change })} />
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
