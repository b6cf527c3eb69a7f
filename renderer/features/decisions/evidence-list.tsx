import type { CaseId } from '../../../shared/ids.ts';
import type { Item } from '../../../shared/item.ts';
import { useCommand } from '../../data/hooks.ts';
import { useSourceLabel } from '../../data/source-label.ts';
import { openSpan } from '../../data/workspace-state.ts';
import { IconButton } from '../../ui/button.tsx';
import { SearchEvidence } from './search-evidence.tsx';
import { SourceLink } from '../../ui/source-link.tsx';
import { EditField } from '../../ui/edit-field.tsx';

type Props = { readonly caseId: CaseId; readonly item: Item };

/** The record words that the decision rests on, each with its page and a note of one's own. */
export const EvidenceList = ({ caseId, item }: Props) => {
  const { id, evidence } = item;
  const { run: note } = useCommand('item.note');
  const { run: uncite } = useCommand('item.uncite');
  const sourceLabel = useSourceLabel(caseId);
  return (
    <div role="group" aria-label="Evidence">
      <h3 className="field-label">Evidence</h3>
      {evidence.length === 0 ? (
        <p className="small quiet">Select words on a page and press E, or 1 to 9 to quote them in an item.</p>
      ) : (
        <ul className="line-list">
          {evidence.map((one, index) => (
            <li
              key={`${one.span.record} ${String(one.span.page)} ${String(one.span.start)}`}
              className="line-row evidence-row"
            >
              <span className="spread">
                <span>“{one.span.quote.replace(/\s+/g, ' ')}”</span>
                <EditField
                  label={`Note on evidence ${String(index + 1)}`}
                  isLabelHidden
                  value={one.note}
                  placeholder="Note"
                  write={(words, from) => note({ caseId, id, span: one.span, note: words }, from)}
                />
              </span>
              <span className="small">
                <SourceLink onPress={() => openSpan(one.span)}>{sourceLabel(one.span)}</SourceLink>
              </span>
              <IconButton
                icon="close"
                label={`Take away evidence ${String(index + 1)}`}
                onPress={() => void uncite({ caseId, id, span: one.span })}
              />
            </li>
          ))}
        </ul>
      )}
      <SearchEvidence caseId={caseId} item={item} />
    </div>
  );
};
