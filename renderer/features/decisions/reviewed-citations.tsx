import type { Statement } from '../../../shared/guideline.ts';
import type { CaseId, ItemId } from '../../../shared/ids.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { useSourceLabel } from '../../data/source-label.ts';
import { openSpan } from '../../data/workspace-state.ts';
import { Button } from '../../ui/button.tsx';
import { SourceLink } from '../../ui/source-link.tsx';
import { isCited, withCitation } from './statement-parts.ts';

type Props = {
  readonly caseId: CaseId;
  readonly itemId: ItemId;
  readonly statement: Statement;
  readonly onTake: (statement: Statement) => void;
};

/** The guidelines that the utilization review names, in its words, to be taken into the claims administrator's statement. */
export const ReviewedCitations = ({ caseId, itemId, statement, onTake }: Props) => {
  const { data } = useQueryOf('item.citations', { caseId, id: itemId }, { keepsPrevious: true });
  const sourceLabel = useSourceLabel(caseId);
  const open = (data ?? []).filter((citation) => !isCited(statement, citation));
  if (open.length === 0) return null;
  return (
    <ul className="line-list" aria-label="Cited by the utilization review">
      {open.map((citation) => (
        <li key={citation.words} className="line-row">
          <span className="spread">
            {citation.words}
            <span className="found-reason small quiet">
              Cited in <SourceLink onPress={() => openSpan(citation.source)}>{sourceLabel(citation.source)}</SourceLink>
            </span>
          </span>
          <Button label={`Cite: ${citation.words}`} onPress={() => onTake(withCitation(statement, citation))}>
            Cite
          </Button>
        </li>
      ))}
    </ul>
  );
};
