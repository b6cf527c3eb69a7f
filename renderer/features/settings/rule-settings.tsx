import { useState } from 'react';
import { CHECK_LIST } from '../../../shared/check-list.ts';
import type { ListedRule } from '../../../shared/rule.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { RuleCard } from '../../ui/rule-card.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { RuleForm } from './rule-form.tsx';

const NO_RULES: readonly ListedRule[] = [];
const BLANK: ListedRule = {
  id: '',
  title: '',
  kind: 'practice',
  asks: '',
  stands: '',
  certainty: 'confirmed',
  since: null,
  until: null,
  note: '',
  source: '',
  checks: [],
  isOwn: true,
};

const holdsAll = (words: string, { title, asks, stands, note, checks }: ListedRule): boolean => {
  const hay = [title, asks, stands, note, ...checks.map((name) => `check ${String(CHECK_LIST[name].number)}`)]
    .join(' ')
    .toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => hay.includes(word));
};

/** The rules that letters are held to: those that came along, to be read, and the organisation's own. */
export const RuleSettings = () => {
  const { data: rules = NO_RULES } = useQueryOf('rule.list', {});
  const [words, setWords] = useState('');
  const [editing, setEditing] = useState<ListedRule | null>(null);
  if (editing !== null) return <RuleForm key={editing.id} rule={editing} onClose={() => setEditing(null)} />;
  const shown = rules
    .filter((rule) => holdsAll(words.trim(), rule))
    .sort((a, b) => Number(b.isOwn) - Number(a.isOwn) || a.title.localeCompare(b.title));
  return (
    <div className="stack settings-section">
      <div className="row">
        <TextField
          label="Find a rule"
          isLabelHidden
          type="search"
          value={words}
          onChange={setWords}
          placeholder="Find a rule by its words, its section, or “check 23”"
          className="spread"
        />
        <Button icon="plus" onPress={() => setEditing(BLANK)}>
          Add a rule
        </Button>
      </div>
      {shown.length === 0 ? <EmptyState icon="search" title="No rule has these words" /> : null}
      {shown.map((rule) => (
        <RuleCard key={rule.id} rule={rule}>
          {rule.isOwn ? (
            <div>
              <Button label={`Edit ${rule.title}`} onPress={() => setEditing(rule)}>
                Edit
              </Button>
            </div>
          ) : null}
        </RuleCard>
      ))}
    </div>
  );
};
