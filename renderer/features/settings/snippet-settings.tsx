import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Snippet } from '../../../shared/snippet.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SnippetForm } from './snippet-form.tsx';

const NO_SNIPPETS: readonly Snippet[] = [];
const BLANK: Snippet = { id: '', name: '', text: '', decision: null };

/** The reviewer's own snippets: a list, and the one that is open beside it. */
export const SnippetSettings = () => {
  const { data: snippets = NO_SNIPPETS, isPending } = useQueryOf('snippet.list', {});
  const [chosen, setChosen] = useState<string | null>(null);
  const open = chosen === '' ? BLANK : (snippets.find(({ id }) => id === chosen) ?? snippets[0]);
  if (isPending) return null;
  return (
    <div className="snippets">
      <div className="snippet-side">
        <ul aria-label="Snippets" className="snippet-names">
          {snippets.map(({ id, name, text }) => (
            <li key={id}>
              <AriaButton
                className={`snippet-name ${id === open?.id ? 'current' : ''}`}
                aria-current={id === open?.id}
                onPress={() => setChosen(id)}
              >
                <span className="strong">.{name}</span>
                <span className="small quiet ellipsis">{text.replace(/\s+/gu, ' ')}</span>
              </AriaButton>
            </li>
          ))}
        </ul>
        <Button icon="plus" onPress={() => setChosen('')}>
          New snippet
        </Button>
      </div>
      {open === undefined ? (
        <EmptyState title="No snippet yet">
          Words that you write often, called in a rationale by a full stop and their name. Fields are filled from the
          case; what a case cannot fill stays as a blank, and blocks the export until it is filled.
        </EmptyState>
      ) : (
        <SnippetForm key={open.id} snippet={open} onSaved={setChosen} onGone={() => setChosen(null)} />
      )}
    </div>
  );
};
