import { useMemo } from 'react';
import type { CaseId } from '../../../shared/ids.ts';
import type { PageContent } from '../../../shared/page.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { useWorkspace } from '../../data/workspace-state.ts';
import type { WorkspaceState } from '../../data/workspace-state.ts';
import { differencesOf } from './differences.ts';
import type { Differences } from './differences.ts';

type Comparing = NonNullable<WorkspaceState['comparing']>;

/** The two pages that are compared with what differs; `null` differences where one has no words, or too many differ. */
export type ComparedPair = {
  readonly a: PageContent;
  readonly b: PageContent;
  readonly differences: Differences | null;
};

/** The pages of the pair in hand, once both are there. */
export const useComparedPair = (caseId: CaseId, { twins, pair }: Comparing): ComparedPair | null => {
  const ids = twins.pages[pair];
  const { data: a } = useQueryOf('page.show', { caseId, pageId: ids?.a ?? twins.a.firstPage });
  const { data: b } = useQueryOf('page.show', { caseId, pageId: ids?.b ?? twins.b.firstPage });
  return useMemo(
    () =>
      a && b ? { a, b, differences: a.text === '' || b.text === '' ? null : differencesOf(a.text, b.text) } : null,
    [a, b],
  );
};

/** Places on a page that its twin does not have, while the two are compared; none otherwise. */
export const useDifferingWords = (caseId: CaseId, page: PageContent): Differences['a'] => {
  const comparing = useWorkspace((state) => state.comparing);
  const ids = comparing?.twins.pages.find(({ a, b }) => a === page.id || b === page.id);
  const isFirst = ids?.a === page.id;
  const other = isFirst ? ids.b : ids?.a;
  const { data: twin } = useQueryOf(
    'page.show',
    { caseId, pageId: other ?? page.id },
    { isEnabled: other !== undefined },
  );
  return useMemo(
    () =>
      other === undefined || !twin || page.text === '' || twin.text === ''
        ? []
        : (differencesOf(page.text, twin.text)?.a ?? []),
    [other, twin, page.text],
  );
};
