import type { CaseId } from '../../../shared/ids.ts';
import { draftEntry, showTab, useWorkspace } from '../../data/workspace-state.ts';
import { EntryDialog } from './entry-dialog.tsx';

/** The dialog for an entry by hand, from wherever it was asked for. */
export const HandEntry = ({ caseId }: { readonly caseId: CaseId }) => {
  const draft = useWorkspace((state) => state.draft);
  if (draft === null) return null;
  const close = (): void => {
    draftEntry(null);
    showTab('timeline');
  };
  return <EntryDialog caseId={caseId} entry={draft} onClose={close} />;
};
