import type { CaseFacts, ItemProposal } from '../../../shared/case.ts';
import type { CaseId } from '../../../shared/ids.ts';
import { foldSpace } from '../../../shared/letter.ts';
import type { Item } from '../../../shared/item.ts';
import { isSameItem } from '../../../shared/same-item.ts';
import { useCommand, useQueryOf } from '../../data/hooks.ts';
import { useSourceLabel } from '../../data/source-label.ts';
import { openSpan } from '../../data/workspace-state.ts';
import { Button } from '../../ui/button.tsx';
import { SourceLink } from '../../ui/source-link.tsx';

/** Proposals of which there is no item yet, however that is worded by now, and that were not set aside. */
const notTaken = (
  proposals: readonly ItemProposal[],
  items: readonly Pick<Item, 'heading'>[],
  setAside: readonly string[] = [],
): ItemProposal[] => {
  const known = [...items.map(({ heading }) => heading), ...setAside].filter((heading) => foldSpace(heading) !== '');
  return proposals.filter(({ heading }) => !known.some((other) => isSameItem(heading, other)));
};

type Props = {
  readonly caseId: CaseId;
  readonly facts: CaseFacts;
  readonly items: readonly Item[];
  readonly onTake: (proposals: readonly ItemProposal[]) => void;
};

/** Disputed items that the file itself names, each with its page, to be taken over or set aside as not in dispute. */
export const FoundItems = ({ caseId, facts: { notDisputed }, items, onTake }: Props) => {
  const { data } = useQueryOf('case.propose', { caseId });
  const { run } = useCommand('case.dispute');
  const sourceLabel = useSourceLabel(caseId);
  const found = notTaken(data?.items ?? [], items, notDisputed);
  const dispute = (headings: readonly string[], isDisputed: boolean): void =>
    void run({ caseId, headings: [...headings], isDisputed });
  if (found.length === 0 && notDisputed.length === 0) return null;
  return (
    <div role="group" aria-label="Items found in the file">
      {found.length > 0 ? (
        <>
          <h3 className="overline row">
            <span className="spread">Found in the file</span>
            {found.length > 1 ? (
              <Button variant="quiet" onPress={() => onTake(found)}>
                Take all {found.length}
              </Button>
            ) : null}
          </h3>
          <ul className="line-list">
            {found.map((proposal) => (
              <li key={`${proposal.heading} ${String(proposal.source.start)}`} className="line-row">
                <span className="spread">
                  {proposal.heading}
                  <span className="found-reason small quiet">
                    {proposal.reason} ·{' '}
                    <SourceLink onPress={() => openSpan(proposal.source)}>{sourceLabel(proposal.source)}</SourceLink>
                  </span>
                </span>
                <Button label={`Take over: ${proposal.heading}`} onPress={() => onTake([proposal])}>
                  Take over
                </Button>
                <Button
                  variant="quiet"
                  label={`Not disputed: ${proposal.heading}`}
                  onPress={() => dispute([proposal.heading], false)}
                >
                  Not disputed
                </Button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {notDisputed.length > 0 ? (
        <p className="small quiet row">
          <span className="spread">
            {notDisputed.length === 1
              ? '1 request of the file is'
              : `${String(notDisputed.length)} requests of the file are`}{' '}
            set aside as not disputed.
          </span>
          <Button variant="quiet" onPress={() => dispute(notDisputed, true)}>
            Take back
          </Button>
        </p>
      ) : null}
    </div>
  );
};
