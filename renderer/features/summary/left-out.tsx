import type { CaseId, SentenceId } from '../../../shared/ids.ts';
import { useChangeSummary } from '../../data/change-summary.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { Button } from '../../ui/button.tsx';

/** The sentences that the reviewer took out while their entries are accepted: no update brings them back, a button does. */
export const LeftOutSentences = ({ caseId }: { readonly caseId: CaseId }) => {
  const { data: leftOut } = useQueryOf('summary.leftOut', { caseId });
  const { change } = useChangeSummary(caseId, 'summary.putBack');
  if (leftOut === undefined || leftOut.length === 0) return null;
  const putBack = (sentences: readonly SentenceId[]): void => void change({ sentences: [...sentences] });
  return (
    <details className="left-out">
      <summary>
        {leftOut.length === 1 ? 'One accepted entry is' : `${String(leftOut.length)} accepted entries are`} left out of
        the summary
      </summary>
      <ul>
        {leftOut.map(({ id, text }) => (
          <li key={id}>
            <span className="serif">{text}</span>
            <Button variant="quiet" label={`Put back: ${text}`} onPress={() => putBack([id])}>
              Put back
            </Button>
          </li>
        ))}
      </ul>
      {leftOut.length > 1 ? (
        <Button variant="quiet" onPress={() => putBack(leftOut.map(({ id }) => id))}>
          Put all back
        </Button>
      ) : null}
    </details>
  );
};
