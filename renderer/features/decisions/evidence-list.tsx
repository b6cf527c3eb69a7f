import type { CaseId } from '../../../shared/ids.ts';
import type { Evidence } from '../../../shared/item.ts';
import { useSourceLabel } from '../../data/source-label.ts';
import { openSpan } from '../../data/workspace-state.ts';
import { IconButton } from '../../ui/button.tsx';
import { SourceLink } from '../../ui/source-link.tsx';
import { DraftField } from '../../ui/draft-field.tsx';

type Props = {
  readonly caseId: CaseId;
  readonly evidence: readonly Evidence[];
  readonly onChange: (evidence: Evidence[]) => Promise<boolean>;
};

/** The record words that the decision rests on, each with its page and a note of one's own. */
export const EvidenceList = ({ caseId, evidence, onChange }: Props) => {
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
                <DraftField
                  label={`Note on evidence ${String(index + 1)}`}
                  isLabelHidden
                  value={one.note}
                  placeholder="Note"
                  write={(note) => onChange(evidence.map((other) => (other === one ? { ...other, note } : other)))}
                />
              </span>
              <span className="small">
                <SourceLink onPress={() => openSpan(one.span)}>{sourceLabel(one.span)}</SourceLink>
              </span>
              <IconButton
                icon="close"
                label={`Take away evidence ${String(index + 1)}`}
                onPress={() => void onChange(evidence.filter((other) => other !== one))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
