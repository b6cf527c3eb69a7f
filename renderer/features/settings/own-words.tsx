import { useCommand } from '../../data/hooks.ts';
import { IconButton } from '../../ui/button.tsx';

/** The words that the spelling check takes because the reviewer added them, each to be taken back. */
export const OwnWords = ({ words }: { readonly words: readonly string[] }) => {
  const { run } = useCommand('ownWord.remove');
  return (
    <section className="stack" aria-label="Your words">
      <h3 className="overline">Your words</h3>
      <p className="quiet">
        {words.length === 0
          ? 'The spelling check knows none yet: a finding about a word offers to add it.'
          : 'The spelling check takes them in every letter.'}
      </p>
      <ul>
        {words.map((word) => (
          <li key={word} className="row">
            <span className="spread">{word}</span>
            <IconButton icon="trash" label={`Remove ${word}`} onPress={() => void run({ word })} />
          </li>
        ))}
      </ul>
    </section>
  );
};
