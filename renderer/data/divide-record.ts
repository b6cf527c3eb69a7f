import type { CaseId, DocumentId } from '../../shared/ids.ts';
import { showToast } from '../ui/toast-queue.ts';
import { useCommand } from './hooks.ts';
import { useRecordAt } from './source-label.ts';
import { placeOf, useWorkspace, workspaceNow } from './workspace-state.ts';

export type Divide = {
  /** Lets a record begin on the page that the reader in use shows; gives its id, or null where that is refused. */
  readonly divide: () => Promise<DocumentId | null>;
  /** False on a page on which one begins already. */
  readonly canDivide: boolean;
};

/** Divides the record that is shown, at the page that is shown. */
export const useDivide = (caseId: CaseId): Divide => {
  const { run } = useCommand('document.split');
  const place = useWorkspace((state) => placeOf(state.trails[state.side]));
  const page = useWorkspace((state) => state.shown[state.side]);
  const recordAt = useRecordAt(caseId);
  const record = place === null ? undefined : recordAt({ record: place.record, page });
  return {
    canDivide: record !== undefined && record.first !== page,
    divide: async () => {
      const { trails, shown, side } = workspaceNow();
      const now = placeOf(trails[side]);
      if (now === null) return null;
      const reply = await run({ caseId, recordId: now.record, page: shown[side] });
      if (!reply.ok) return null;
      showToast({ tone: 'plain', text: `A record begins on page ${String(shown[side])} now.` });
      return reply.value.id;
    },
  };
};
