import { Button as AriaButton } from 'react-aria-components';
import type { CaseId } from '../../../shared/ids.ts';
import type { TextSpan } from '../../../shared/span.ts';
import type { Sentence } from '../../../shared/summary.ts';
import { useCommand } from '../../data/hooks.ts';
import { citeWords, pointAtSentence } from '../../data/workspace-state.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { showToast } from '../../ui/toast-queue.ts';

type Props = { readonly caseId: CaseId; readonly words: TextSpan; readonly sentences: readonly Sentence[] };

/** Asks which sentence the selected words support. */
export const ChooseSentence = ({ caseId, words, sentences }: Props) => {
  const { run } = useCommand('summary.cite');
  const choose = async (sentence: Sentence, number: number): Promise<void> => {
    const reply = await run({ caseId, sentence: sentence.id, source: words });
    if (!reply.ok) return;
    pointAtSentence(sentence.id);
    citeWords(null);
    showToast({ tone: 'safe', text: `Cited in sentence ${String(number)} of the summary.` });
  };
  return (
    <div role="group" className="choose-sentence" aria-label="Choose a sentence">
      <Notice
        tone="info"
        title="Which sentence rests on these words?"
        isLive
        actions={<Button onPress={() => citeWords(null)}>Cancel</Button>}
      >
        “{words.quote.replace(/\s+/g, ' ')}”
      </Notice>
      <ol>
        {sentences.map((sentence, index) => (
          <li key={sentence.id}>
            <AriaButton
              className="sentence-choice serif"
              autoFocus={index === 0}
              onPress={() => void choose(sentence, index + 1)}
            >
              {sentence.text}
            </AriaButton>
          </li>
        ))}
      </ol>
      {sentences.length === 0 ? (
        <p className="quiet">The summary has no sentence yet. Write one first, then cite again.</p>
      ) : null}
    </div>
  );
};
