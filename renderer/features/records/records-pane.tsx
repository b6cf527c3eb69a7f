import { useState } from 'react';
import type { CaseId } from '../../../shared/ids.ts';
import { useActions } from '../../commands/registry.ts';
import type { Action } from '../../commands/registry.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { groupRecords } from '../../data/record-groups.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Pane, PaneHeader } from '../../ui/pane.tsx';
import { percentOf } from '../../ui/progress.tsx';
import { WindowDrop } from '../../ui/window-drop.tsx';
import { ImportProgress } from './import-progress.tsx';
import { IntakeNotes } from './intake-notes.tsx';
import { Ledger } from './ledger.tsx';
import { RecordDetails } from './record-details.tsx';
import { RecordList } from './record-list.tsx';
import { Twins } from './twins.tsx';
import { useIntake } from './use-intake.ts';

const GROUP = 'Records';

const ReadBar = ({ read, pages }: { readonly read: number; readonly pages: number }) => (
  <div className="read-bar" role="img" aria-label={`${String(read)} of ${String(pages)} pages read`}><span style={{ width: `${String(percentOf(read, pages))}%` }} /></div>
);

/** Every record of the case with what decides the next click, and the way in for new ones. */
export const RecordsPane = ({ caseId }: { readonly caseId: CaseId }) => {
  const { data: records, error } = useQueryOf('record.list', { caseId });
  const intake = useIntake(caseId);
  const [showsLedger, setShowsLedger] = useState(false);
  const pages = records?.reduce((sum, record) => sum + record.pages, 0) ?? 0;
  const read = records?.reduce((sum, record) => sum + record.pagesRead, 0) ?? 0;
  const isBusy = intake.job !== null;
  const actions: readonly Action[] = [
    { id: 'records.add-files', label: 'Add files', group: GROUP, keywords: 'import upload', isEnabled: !isBusy, perform: intake.addFiles },
    { id: 'records.add-folder', label: 'Add a folder', group: GROUP, keywords: 'import upload directory', isEnabled: !isBusy, perform: intake.addFolder },
    { id: 'records.ledger', label: 'What became of the files', group: GROUP, keywords: 'import result duplicate failed', perform: () => setShowsLedger(true) },
  ];
  useActions(actions);

  return (
    <Pane
      id="records" label="Records" className="records"
      header={
        <PaneHeader>
          <h2 className="strong">Records</h2>
          <span className="small quiet ellipsis">{records ? `${String(records.length)} · ${pages.toLocaleString('en-US')} pages` : ''}</span>
          <span className="spread" />
          <span className="small quiet whole">{percentOf(read, pages)} % read</span>
          <Menu label="Add records" trigger={<IconButton icon="plus" label="Add records" isDisabled={isBusy} />} entries={actions} />
        </PaneHeader>
      }
    >
      <ReadBar read={read} pages={pages} />
      {intake.job ? <ImportProgress job={intake.job} onCancel={intake.cancel} /> : null}
      <IntakeNotes caseId={caseId} intake={intake} onShow={() => setShowsLedger(true)} />
      {error ? <EmptyState icon="blocked" title="The records cannot be listed">{error.message}</EmptyState> : null}
      {records?.length === 0 && !isBusy ? (
        <EmptyState icon="drop" title="No records yet" actions={<Button icon="plus" onPress={intake.addFiles}>Add files</Button>}>Drop the case’s files, a folder or a ZIP anywhere in this window.</EmptyState>
      ) : null}
      <Twins caseId={caseId} />
      <RecordList groups={groupRecords(records ?? [])} />
      {records && records.length > 0 ? <div className="records-end"><Button variant="quiet" icon="plus" onPress={intake.addFiles} isDisabled={isBusy}>Add files</Button></div> : null}
      <RecordDetails caseId={caseId} records={records ?? []} />
      <Ledger caseId={caseId} isOpen={showsLedger} onClose={() => setShowsLedger(false)} />
      <WindowDrop label="Drop to add to this case" onFiles={(files) => void intake.take(files)} />
    </Pane>
  );
};
