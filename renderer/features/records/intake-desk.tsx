import type { CaseId } from '../../../shared/ids.ts';
import { useActions } from '../../commands/registry.ts';
import type { Action } from '../../commands/registry.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { ReadRevision } from '../../data/read-revision.ts';
import { useShownPage } from '../../data/shown-page.ts';
import { openByEye, showLedger, useWorkspace } from '../../data/workspace-state.ts';
import { WindowDrop } from '../../ui/window-drop.tsx';
import { Ledger } from './ledger.tsx';
import { RecordDetails } from './record-details.tsx';
import { useIntake } from './use-intake.ts';

const GROUP = 'Records';

/** What can be done about the case's files from wherever one is. */
export const useIntakeActions = (caseId: CaseId): readonly Action[] => {
  const intake = useIntake(caseId);
  const isBusy = intake.job !== null;
  return [
    {
      id: 'records.add-files',
      label: 'Add files',
      group: GROUP,
      keywords: 'import upload',
      isEnabled: !isBusy,
      perform: intake.addFiles,
    },
    {
      id: 'records.add-folder',
      label: 'Add a folder',
      group: GROUP,
      keywords: 'import upload directory',
      isEnabled: !isBusy,
      perform: intake.addFolder,
    },
    {
      id: 'records.ledger',
      label: 'What became of the files',
      group: GROUP,
      keywords: 'import result ledger duplicate failed hash original',
      keys: ['F9'],
      perform: () => showLedger(true),
    },
  ];
};

/** Takes files that are dropped anywhere, and holds what floats above the case about its files. */
export const IntakeDesk = ({ caseId }: { readonly caseId: CaseId }) => {
  const intake = useIntake(caseId);
  const { data: records, revision } = useQueryOf('document.list', { caseId });
  const showsLedger = useWorkspace((state) => state.showsLedger);
  const isByEye = useWorkspace((state) => state.byEye !== null);
  const shown = useShownPage(caseId);
  useActions(useIntakeActions(caseId));
  useActions([
    {
      id: 'records.by-eye',
      label: 'Read by eye',
      group: GROUP,
      keywords: 'OCR doubtful confidence scan type words',
      keys: ['F8'],
      isEnabled: !isByEye,
      perform: () => openByEye(shown?.id ?? null),
    },
  ]);
  return (
    <>
      <Ledger caseId={caseId} isOpen={showsLedger} onClose={() => showLedger(false)} />
      <ReadRevision value={revision}>
        <RecordDetails caseId={caseId} records={records ?? []} />
      </ReadRevision>
      <WindowDrop label="Drop to add to this case" onFiles={(files) => void intake.take(files)} />
    </>
  );
};
