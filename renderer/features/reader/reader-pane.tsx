import type { CaseId } from '../../../shared/ids.ts';
import { useActions } from '../../commands/registry.ts';
import { useWorkspace } from '../../data/workspace-state.ts';
import { FatesBar } from './fates-bar.tsx';
import { ReaderSide } from './reader-side.tsx';
import { ReaderToolbar } from './reader-toolbar.tsx';
import { TwinsBar } from './twins-bar.tsx';
import { useCiteActions } from './use-cite.ts';

/** The centre of the workspace: the pages as they are, one record or two beside each other. */
export const ReaderPane = ({ caseId }: { readonly caseId: CaseId }) => {
  const isSplit = useWorkspace((state) => state.isSplit);
  const actions = useCiteActions(caseId);
  useActions(actions);
  return (
    <section className="pane reader" data-pane="reader" aria-label="Reader" tabIndex={-1}>
      <ReaderToolbar caseId={caseId} />
      <TwinsBar caseId={caseId} />
      <FatesBar caseId={caseId} />
      <div className="reader-sides">
        <ReaderSide caseId={caseId} side="left" actions={actions} isSplit={isSplit} />
        {isSplit ? <ReaderSide caseId={caseId} side="right" actions={actions} isSplit={isSplit} /> : null}
      </div>
    </section>
  );
};
