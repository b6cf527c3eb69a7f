import { useState } from 'react';
import type { CaseId } from '../../../shared/ids.ts';
import type { Item } from '../../../shared/item.ts';
import type { SimilarPrecedent } from '../../../shared/precedent.ts';
import { openSettings } from '../../commands/app-view.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { PrecedentList } from '../../ui/precedent-list.tsx';

const NONE: readonly SimilarPrecedent[] = [];
const FEW = 3;
/** Below this, hardly more than a word is shared. */
const ALIKE = 0.2;

const tally = (found: readonly SimilarPrecedent[]): string => {
  const upheld = found.filter(({ precedent }) => precedent.decision === 'Upheld').length;
  return `${String(upheld)} upheld, ${String(found.length - upheld)} overturned`;
};

/** What was decided on requests like this one, the reviewer's own and others', with outcome and rationale. */
export const SimilarDecisions = ({ caseId, item }: { readonly caseId: CaseId; readonly item: Item }) => {
  const [isAll, setAll] = useState(false);
  const { data } = useQueryOf('precedent.similar', { caseId, itemId: item.id }, { keepsPrevious: true });
  const { data: letters } = useQueryOf('precedent.list', {});
  const found = (data?.similar ?? NONE).filter(({ similarity }) => similarity >= ALIKE);
  const isEmpty = letters?.length === 0;
  return (
    <div role="group" aria-label="Similar decisions">
      <h3 className="field-label row">
        <span className="spread">Similar decisions</span>
        {found.length > 0 ? <span>{tally(found)}</span> : null}
      </h3>
      {found.length > 0 ? (
        <PrecedentList label="Similar decisions" found={isAll ? found : found.slice(0, FEW)} />
      ) : null}
      {found.length > FEW && !isAll ? (
        <Button variant="quiet" onPress={() => setAll(true)}>
          {found.length - FEW} more
        </Button>
      ) : null}
      {found.length === 0 ? (
        <p className="small quiet">
          {isEmpty
            ? 'No determination was loaded yet. '
            : 'None of those that were loaded asks for anything like this. '}
          <Button variant="quiet" onPress={() => openSettings('precedents')}>
            Load determinations …
          </Button>
        </p>
      ) : null}
    </div>
  );
};
