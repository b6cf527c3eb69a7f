import type { CaseId } from '../shared/ids.ts';
import { useQueryOf } from './data/hooks.ts';
import { TopBar } from './ui/top-bar.tsx';

export type WorkspaceProps = { readonly caseId: CaseId; readonly onClose: () => void };

/** One case: its records, the reader, and the work on it. */
export const Workspace = ({ caseId, onClose }: WorkspaceProps) => {
  const { data: overview } = useQueryOf('case.show', { caseId });
  return (
    <div className="screen">
      <TopBar title={overview?.caseNumber ?? ''} meta={overview?.subject ?? ''} onBack={onClose} />
      <main />
    </div>
  );
};
