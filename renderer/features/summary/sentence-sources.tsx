import type { CaseId } from '../../../shared/ids.ts';
import type { TextSpan } from '../../../shared/span.ts';
import type { Sentence } from '../../../shared/summary.ts';
import { useCommand } from '../../data/hooks.ts';
import { useSourceLabel } from '../../data/source-label.ts';
import { openSpan } from '../../data/workspace-state.ts';
import { IconButton } from '../../ui/button.tsx';
import { SourceLink } from '../../ui/source-link.tsx';

type Props = { readonly caseId: CaseId; readonly sentence: Sentence; readonly number: number };

/** The words that the sentence at the cursor rests on; each can be opened or taken away. */
export const SentenceSources = ({ caseId, sentence, number }: Props) => {
  const { run } = useCommand('summary.uncite');
  const sourceLabel = useSourceLabel(caseId);
  const without = (gone: TextSpan): void => void run({ caseId, sentence: sentence.id, source: gone });
  return (
    <div role="group" className="sentence-sources" aria-label={`Sources of sentence ${String(number)}`}>
      <h3 className="overline">Sentence {number} rests on</h3>
      {sentence.sources.length === 0 ? (
        <p className="small quiet">Nothing yet. Select words on a page and press S.</p>
      ) : (
        <ul className="line-list">
          {sentence.sources.map((source) => (
            <li key={`${source.record} ${String(source.page)} ${String(source.start)}`} className="line-row">
              <span className="spread small">
                “{source.quote.replace(/\s+/g, ' ')}”{' '}
                <SourceLink onPress={() => openSpan(source)}>{sourceLabel(source)}</SourceLink>
              </span>
              <IconButton
                icon="close"
                label={`Take away the source ${sourceLabel(source)}`}
                onPress={() => without(source)}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
