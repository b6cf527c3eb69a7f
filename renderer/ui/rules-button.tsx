import { useState } from 'react';
import type { ListedRule } from '../../shared/rule.ts';
import { useQueryOf } from '../data/hooks.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { RuleCard } from './rule-card.tsx';

type DialogProps = {
  readonly title: string;
  readonly isOf: (rule: ListedRule) => boolean;
  readonly onClose: () => void;
};

const RulesDialog = ({ title, isOf, onClose }: DialogProps) => {
  const { data: rules = [] } = useQueryOf('rule.list', {});
  return (
    <Dialog isOpen onClose={onClose} title={title}>
      <div className="stack">
        {rules.filter(isOf).map((rule) => (
          <RuleCard key={rule.id} rule={rule} />
        ))}
      </div>
    </Dialog>
  );
};

type Props = Omit<DialogProps, 'onClose'> & { readonly label: string };

/** Opens the rules that something stands on. */
export const RulesButton = ({ label, title, isOf }: Props) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="quiet" label={label} onPress={() => setOpen(true)}>
        The rule
      </Button>
      {isOpen ? <RulesDialog title={title} isOf={isOf} onClose={() => setOpen(false)} /> : null}
    </>
  );
};
