import type { CaseId } from '../../../shared/ids.ts';
import type { Output } from '../../../shared/contract.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { useWorkspace } from '../../data/workspace-state.ts';
import type { PagePlace } from '../../data/source-label.ts';

/** What became of the words of a page, followed; undefined until it is there, and while pages are not tinted. */
export const useFates = (caseId: CaseId, place: PagePlace | null): Output<'page.fates'> | undefined => {
  const isTinted = useWorkspace((state) => state.showsFates);
  const { data } = useQueryOf(
    'page.fates',
    { caseId, record: place?.record ?? ('' as PagePlace['record']), page: place?.page ?? 1 },
    { isEnabled: isTinted && place !== null },
  );
  return isTinted ? data : undefined;
};
