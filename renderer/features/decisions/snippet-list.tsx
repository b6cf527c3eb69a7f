import type { Snippet } from '../../../shared/snippet.ts';

/** The id of a choice in the list, for `aria-activedescendant`. */
export const choiceId = (snippet: Snippet): string => `snippet-${snippet.id}`;

type Props = {
  readonly snippets: readonly Snippet[];
  readonly at: number;
  readonly onTake: (snippet: Snippet) => void;
};

/** The snippets that a dot phrase may mean, under the text; the keys stay in the text. */
export const SnippetList = ({ snippets, at, onTake }: Props) =>
  snippets.length === 0 ? null : (
    <ul className="snippet-list" role="listbox" aria-label="Snippets">
      {snippets.map((snippet, index) => (
        <li
          key={snippet.id}
          id={choiceId(snippet)}
          role="option"
          aria-selected={index === at}
          className={`snippet-choice ${index === at ? 'current' : ''}`}
          onMouseDown={(event) => {
            event.preventDefault();
            onTake(snippet);
          }}
        >
          <span className="strong">.{snippet.name}</span>
          <span className="ellipsis spread small quiet">{snippet.text.replace(/\s+/gu, ' ')}</span>
        </li>
      ))}
    </ul>
  );
