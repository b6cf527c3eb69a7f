import { Toolbar } from 'react-aria-components';
import type { TwinDecision } from '../../../shared/duplicate.ts';
import type { CaseId } from '../../../shared/ids.ts';
import { useActions } from '../../commands/registry.ts';
import type { Action } from '../../commands/registry.ts';
import { useCommand } from '../../data/hooks.ts';
import { compare, endComparing, placeOf, useWorkspace } from '../../data/workspace-state.ts';
import type { WorkspaceState } from '../../data/workspace-state.ts';
import { ActionButton, IconButton } from '../../ui/button.tsx';
import { showToast } from '../../ui/toast-queue.ts';
import { useComparedPair } from './use-differences.ts';
import type { ComparedPair } from './use-differences.ts';

type Comparing = NonNullable<WorkspaceState['comparing']>;

/** What was found to be alike, in a few words. */
const findingOf = ({ a, b, differences }: ComparedPair): string => {
  if (a.text === '' || b.text === '')
    return 'Found by their pictures; without words on both there is nothing to compare but what you see.';
  if (differences === null) return 'Most of their words differ.';
  if (differences.words === 0) return 'Their words are the same.';
  return differences.words === 1
    ? 'One word differs; it is marked.'
    : `${differences.words.toLocaleString('en-US')} words differ; they are marked.`;
};

const SAID: Readonly<Record<Exclude<TwinDecision, 'open'>, string>> = {
  same: 'Noted: the second is a copy of the first.',
  different: 'Noted: the two only look alike.',
};

const Bar = ({ caseId, comparing }: { readonly caseId: CaseId; readonly comparing: Comparing }) => {
  const { twins, pair } = comparing;
  const compared = useComparedPair(caseId, comparing);
  const { run } = useCommand('duplicate.decide');
  const count = twins.pages.length;
  const decide = (decision: Exclude<TwinDecision, 'open'>) => async (): Promise<void> => {
    if (!(await run({ caseId, id: twins.id, decision })).ok) return;
    showToast({ tone: 'safe', text: SAID[decision] });
    endComparing();
  };
  const same: Action = {
    id: 'twins.same',
    label: 'A copy',
    group: 'Reader',
    keywords: 'duplicate same',
    keys: ['Y'],
    pane: 'reader',
    perform: () => void decide('same')(),
  };
  const different: Action = {
    id: 'twins.different',
    label: 'Different',
    group: 'Reader',
    keywords: 'duplicate',
    keys: ['X'],
    pane: 'reader',
    perform: () => void decide('different')(),
  };
  useActions([same, different]);
  return (
    <Toolbar className="twins-bar" aria-label="Possible duplicate">
      <p className="spread">{compared ? findingOf(compared) : ''}</p>
      {count > 1 ? (
        <>
          <IconButton
            icon="left"
            label="Previous pair"
            isDisabled={pair === 0}
            onPress={() => compare(twins, pair - 1)}
          />
          <span className="small quiet">
            {pair + 1} of {count}
          </span>
          <IconButton
            icon="right"
            label="Next pair"
            isDisabled={pair === count - 1}
            onPress={() => compare(twins, pair + 1)}
          />
        </>
      ) : null}
      <ActionButton action={same} />
      <ActionButton action={different} />
      <IconButton icon="close" label="Stop comparing" onPress={endComparing} />
    </Toolbar>
  );
};

/**
 * Over two pages that may be the same: what differs, and what the reviewer says of it. Gone once another record is
 * opened in either reader.
 */
export const TwinsBar = ({ caseId }: { readonly caseId: CaseId }) => {
  const comparing = useWorkspace((state) => state.comparing);
  const isBeside = useWorkspace(
    ({ isSplit, trails, comparing: now }) =>
      isSplit &&
      placeOf(trails.left)?.record === now?.twins.a.record &&
      placeOf(trails.right)?.record === now?.twins.b.record,
  );
  return comparing !== null && isBeside ? <Bar caseId={caseId} comparing={comparing} /> : null;
};
