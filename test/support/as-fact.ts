import type { Entry } from '../../shared/entry.ts';
import type { VisitId } from '../../shared/ids.ts';

/** What makes an entry a key fact of some visit, for tests of what does not look at that. */
export const AS_FACT: Pick<Entry, 'visit' | 'rank' | 'why' | 'isTicked'> = {
  visit: 'v1' as VisitId,
  rank: 'key',
  why: '',
  isTicked: true,
};
