import type { PageTwins } from '../../../shared/duplicate.ts';
import type { CaseId } from '../../../shared/ids.ts';
import { useQueryOf } from '../../data/hooks.ts';

/** Pages that may have come twice and that nobody has decided about. */
export const useOpenTwins = (caseId: CaseId): readonly PageTwins[] => {
  const { data } = useQueryOf('duplicate.list', { caseId });
  return data?.filter(({ decision }) => decision === 'open') ?? [];
};
