import type { CaseId } from '../../shared/ids.ts';
import type { PageRow } from '../../shared/page.ts';
import { useQueryOf } from './hooks.ts';
import { placeOf, useWorkspace } from './workspace-state.ts';

/** The page that stands in the middle of the reader in use. */
export const useShownPage = (caseId: CaseId): PageRow | undefined => {
  const place = useWorkspace((state) => placeOf(state.trails[state.side]));
  const number = useWorkspace((state) => state.shown[state.side]);
  const { data: pages } = useQueryOf('page.list', place === null ? { caseId } : { caseId, recordId: place.record }, {
    isEnabled: place !== null,
  });
  return place === null ? undefined : pages?.[number - 1];
};
