import { useState } from 'react';
import { Form } from 'react-aria-components';
import { Snippet, SNIPPET_FIELDS } from '../../../shared/snippet.ts';
import { useCommand } from '../../data/hooks.ts';
import { showToast } from '../../ui/toast-queue.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';

type Props = { readonly snippet: Snippet; readonly onSaved: (id: string) => void; readonly onGone: () => void };

const FOR = [
  { id: 'either', label: 'Either decision' },
  { id: 'Upheld', label: 'Upheld only' },
  { id: 'Overturned', label: 'Overturned only' },
] as const;
const FIELDS: ReadonlySet<string> = new Set(SNIPPET_FIELDS);

/** The fields in braces that no case fills. */
const blanksOf = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{([^{}\n]+)\}/gu)].map(([, name = '']) => name))].filter((name) => !FIELDS.has(name));

const problemOf = (draft: Snippet): string => {
  const parsed = Snippet.safeParse(draft);
  if (parsed.success) return '';
  const at = parsed.error.issues[0]?.path[0];
  return at === 'name'
    ? 'The name is small letters, figures and dashes, like pt-not-needed.'
    : 'The snippet has no words yet.';
};

const FieldHints = ({ text, onAdd }: { readonly text: string; readonly onAdd: (field: string) => void }) => {
  const blanks = blanksOf(text);
  return (
    <div role="group" aria-label="Fields" className="stack-tight">
      <p className="small quiet">Fields that the case fills; any other word in braces is a blank to fill by hand.</p>
      <div className="field-hints">
        {SNIPPET_FIELDS.map((field) => (
          <Button
            key={field}
            variant="quiet"
            label={`Add the field ${field}`}
            onPress={() => onAdd(field)}
          >{`{${field}}`}</Button>
        ))}
      </div>
      {blanks.length > 0 ? <p className="small">Blanks to fill by hand: {blanks.join(', ')}</p> : null}
    </div>
  );
};

/** One snippet: its name, its words with fields, and the decision that it is for. */
export const SnippetForm = ({ snippet, onSaved, onGone }: Props) => {
  const [draft, setDraft] = useState(snippet);
  const [error, setError] = useState('');
  const { run: save, isRunning } = useCommand('snippet.save', { isQuiet: true });
  const { run: remove } = useCommand('snippet.remove');
  const set = (part: Partial<Snippet>): void => setDraft((now) => ({ ...now, ...part }));
  const submit = async (): Promise<void> => {
    const problem = problemOf(draft);
    if (problem !== '') return setError(problem);
    const reply = await save({ snippet: draft });
    if (!reply.ok) return setError(reply.error.message);
    setError('');
    showToast({ tone: 'safe', text: `.${reply.value.name} is kept.` });
    return onSaved(reply.value.id);
  };
  const takeAway = async (): Promise<void> => {
    if ((await remove({ id: snippet.id })).ok) onGone();
  };
  return (
    <Form
      className="stack snippet-form"
      aria-label={snippet.id === '' ? 'New snippet' : `Snippet ${snippet.name}`}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className="field-pair">
        <TextField
          label="Name, typed after a full stop"
          value={draft.name}
          onChange={(name) => set({ name: name.toLowerCase().replace(/^\./u, '') })}
          placeholder="pt-not-needed"
          autoFocus={snippet.id === ''}
        />
        <Select
          label="For"
          value={draft.decision ?? 'either'}
          options={FOR}
          onChange={(id) => set({ decision: id === 'either' ? null : id })}
        />
      </div>
      <TextField
        label="Words"
        value={draft.text}
        onChange={(text) => set({ text })}
        rows={8}
        placeholder="The {service} of the {bodyPart} was asked for after {number of visits} visits."
      />
      <FieldHints text={draft.text} onAdd={(field) => set({ text: `${draft.text}{${field}}` })} />
      {error === '' ? null : (
        <Notice tone="block" isLive>
          {error}
        </Notice>
      )}
      <div className="row">
        {snippet.id === '' ? null : (
          <Button variant="quiet" icon="trash" onPress={() => void takeAway()}>
            Remove
          </Button>
        )}
        <span className="spread" />
        <Button variant="primary" type="submit" isPending={isRunning}>
          Keep the snippet
        </Button>
      </div>
    </Form>
  );
};
