import type { ItemProposal } from '../../../shared/case.ts';
import type { CaseId } from '../../../shared/ids.ts';
import { foldSpace } from '../../../shared/letter.ts';
import type { Item } from '../../../shared/item.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { useSourceLabel } from '../../data/source-label.ts';
import { openSpan } from '../../data/workspace-state.ts';
import { Button } from '../../ui/button.tsx';
import { SourceLink } from '../../ui/source-link.tsx';

/** Proposals whose words no item has yet. */
export const notTaken = (proposals: readonly ItemProposal[], items: readonly Item[]): ItemProposal[] => {
  const have = new Set(items.map(({ heading }) => foldSpace(heading).toLowerCase()));
  return proposals.filter(({ heading }) => !have.has(foldSpace(heading).toLowerCase()));
};

type Props = { readonly caseId: CaseId; readonly items: readonly Item[]; readonly onTake: (proposals: readonly ItemProposal[]) => void };

/** Disputed items that the file itself names, to be taken over, each with its page. */
export const FoundItems = ({ caseId, items, onTake }: Props) => {
  const { data } = useQueryOf('case.propose', { caseId });
  const sourceLabel = useSourceLabel(caseId);
  const found = notTaken(data?.items ?? [], items);
  if (found.length === 0) return null;
  return (
    <div role="group" aria-label="Items found in the file">
      <h3 className="overline row"><span className="spread">Found in the file</span>{found.length > 1 ? <Button variant="quiet" onPress={() => onTake(found)}>Take all {found.length}</Button> : null}</h3>
      <ul className="line-list">
        {found.map((proposal) => (
          <li key={`${proposal.heading} ${String(proposal.source.start)}`} className="line-row">
            <span className="spread">{proposal.heading}<span className="found-reason small quiet">{proposal.reason} · <SourceLink onPress={() => openSpan(proposal.source)}>{sourceLabel(proposal.source)}</SourceLink></span></span>
            <Button label={`Take over: ${proposal.heading}`} onPress={() => onTake([proposal])}>Take over</Button>
          </li>
        ))}
      </ul>
    </div>
  );
};
