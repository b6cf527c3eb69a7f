import { useMemo } from 'react';
import type { CaseId } from '../../../shared/ids.ts';
import { useActions } from '../../commands/registry.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { useImportOf } from '../../data/jobs.ts';
import { groupRecords } from '../../data/record-groups.ts';
import { ActionButton, IconButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Pane, PaneHeader } from '../../ui/pane.tsx';
import { percentOf } from '../../ui/progress.tsx';
import { useIntakeActions } from './intake-desk.tsx';
import { IntakeNotes } from './intake-notes.tsx';
import { RecognitionProgress } from './recognition-progress.tsx';
import { RecordList } from './record-list.tsx';
import { useRecordActions, useRecordKeys } from './use-record-actions.ts';
import { ToLookAt } from './to-look-at.tsx';

const ReadBar = ({ read, pages }: { readonly read: number; readonly pages: number }) => (
  <div className="read-bar" role="img" aria-label={`${String(read)} of ${String(pages)} pages read`}>
    <span style={{ width: `${String(percentOf(read, pages))}%` }} />
  </div>
);

/** Every record of the case with what decides the next click, and the way in for new ones. */
export const RecordsPane = ({ caseId }: { readonly caseId: CaseId }) => {
  const { data: records, error } = useQueryOf('document.list', { caseId });
  const groups = useMemo(() => groupRecords(records ?? []), [records]);
  const shown = useMemo(() => groups.flatMap((group) => group.records), [groups]);
  const recordActions = useRecordActions(caseId, shown);
  useActions(useRecordKeys(caseId, shown, recordActions));
  const inCase = records?.filter(({ state }) => state !== 'removed');
  const isBusy = useImportOf(caseId) !== null;
  const actions = useIntakeActions(caseId);
  const [addFiles] = actions;
  const pages = inCase?.reduce((sum, record) => sum + record.pages, 0) ?? 0;
  const read = inCase?.reduce((sum, record) => sum + record.pagesRead, 0) ?? 0;

  return (
    <Pane
      id="records"
      label="Records"
      className="records"
      header={
        <PaneHeader>
          <h2 className="strong">Records</h2>
          <span className="small quiet ellipsis">
            {inCase ? `${String(inCase.length)} · ${pages.toLocaleString('en-US')} pages` : ''}
          </span>
          <span className="spread" />
          <span className="small quiet whole">{percentOf(read, pages)} % read</span>
          <Menu label="Add records" trigger={<IconButton icon="plus" label="Add records" />} entries={actions} />
        </PaneHeader>
      }
    >
      <ReadBar read={read} pages={pages} />
      <IntakeNotes caseId={caseId} />
      <RecognitionProgress caseId={caseId} />
      {error ? (
        <EmptyState icon="blocked" title="The records cannot be listed">
          {error.message}
        </EmptyState>
      ) : null}
      {records?.length === 0 && !isBusy ? (
        <EmptyState
          icon="drop"
          title="No records yet"
          actions={addFiles ? <ActionButton action={addFiles} icon="plus" /> : null}
        >
          Drop the case’s files, a folder or a ZIP anywhere in this window.
        </EmptyState>
      ) : null}
      <ToLookAt caseId={caseId} />
      <RecordList groups={groups} actions={recordActions} />
      {addFiles && records && records.length > 0 ? (
        <div className="records-end">
          <ActionButton action={addFiles} variant="quiet" icon="plus" />
        </div>
      ) : null}
    </Pane>
  );
};
