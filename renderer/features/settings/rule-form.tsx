import { useState } from 'react';
import { Form } from 'react-aria-components';
import { CHECK_LIST, CheckName } from '../../../shared/check-list.ts';
import type { ListedRule, RuleKind } from '../../../shared/rule.ts';
import { useCommand } from '../../data/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import type { RadioCard } from '../../ui/radio-cards.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** How a rule of one's own is known: where nobody has read it, it stays a suggestion. */
type Standing = 'read' | 'practice' | 'memory';
const STANDINGS: readonly RadioCard<Standing>[] = [
  { id: 'read', title: 'A rule', note: 'Read where it stands.' },
  { id: 'practice', title: 'A practice', note: 'How it is done here.' },
  { id: 'memory', title: 'A suggestion', note: 'From memory, not looked up.' },
];
const KINDS: Readonly<Record<Standing, RuleKind>> = { read: 'rule', practice: 'practice', memory: 'suggestion' };

const standingOf = ({ kind, certainty }: ListedRule): Standing =>
  certainty === 'memory' ? 'memory' : kind === 'practice' ? 'practice' : 'read';

const CHECKS = [
  { id: '', label: 'No check' },
  ...CheckName.options.map((id) => ({ id, label: `${String(CHECK_LIST[id].number)} · ${CHECK_LIST[id].title}` })),
];

type Props = { readonly rule: ListedRule; readonly onClose: () => void };

/** A rule of the organisation's own. */
export const RuleForm = ({ rule, onClose }: Props) => {
  const [draft, setDraft] = useState(rule);
  const [error, setError] = useState('');
  const { run: save, isRunning } = useCommand('rule.save', { isQuiet: true });
  const { run: remove } = useCommand('rule.remove');
  const set = (part: Partial<ListedRule>): void => setDraft((now) => ({ ...now, ...part }));
  const submit = async (): Promise<void> => {
    if ([draft.title, draft.asks, draft.stands].some((words) => words.trim() === ''))
      return setError('A rule needs a title, what it asks, and where it stands.');
    const { isOwn: _isOwn, ...own } = draft;
    const reply = await save({ rule: own });
    return reply.ok ? onClose() : setError(reply.error.message);
  };
  return (
    <Form
      className="stack settings-section"
      aria-label={rule.id === '' ? 'New rule' : `Rule ${rule.title}`}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className="row">
        <Button variant="quiet" icon="left" onPress={onClose}>
          All rules
        </Button>
        <span className="spread" />
        {rule.id === '' ? null : (
          <Button
            variant="quiet"
            icon="trash"
            onPress={() =>
              void remove({ id: rule.id }).then((reply) => {
                if (reply.ok) onClose();
              })
            }
          >
            Remove
          </Button>
        )}
      </div>
      <TextField label="Title" value={draft.title} onChange={(title) => set({ title })} autoFocus />
      <TextField label="What it asks" value={draft.asks} onChange={(asks) => set({ asks })} rows={3} />
      <div className="guideline-fields">
        <TextField
          label="Where it stands"
          value={draft.stands}
          onChange={(stands) => set({ stands })}
          placeholder="Handbook, section 4"
        />
        <DateField
          label="Since, empty where not looked up"
          value={draft.since ?? ''}
          onChange={(since) => set({ since: since === '' ? null : since })}
        />
      </div>
      <RadioCards
        label="How it is known"
        value={standingOf(draft)}
        cards={STANDINGS}
        onChange={(standing) =>
          set({ kind: KINDS[standing], certainty: standing === 'memory' ? 'memory' : 'confirmed' })
        }
      />
      <Select
        label="The check that it stands behind"
        value={draft.checks[0] ?? ''}
        options={CHECKS}
        onChange={(check) => set({ checks: CheckName.options.filter((name) => name === check) })}
      />
      <TextField label="Note" value={draft.note} onChange={(note) => set({ note })} />
      <TextField label="Source" value={draft.source} onChange={(source) => set({ source })} />
      {error === '' ? null : (
        <Notice tone="block" isLive>
          {error}
        </Notice>
      )}
      <div className="row end">
        <Button onPress={onClose}>Cancel</Button>
        <Button variant="primary" type="submit" isPending={isRunning}>
          Save the rule
        </Button>
      </div>
    </Form>
  );
};
