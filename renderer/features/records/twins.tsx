import type { PageTwins, TwinDecision } from '../../../shared/duplicate.ts';
import type { CaseId } from '../../../shared/ids.ts';
import { useCommand, useQueryOf } from '../../data/hooks.ts';
import { useSourceLabel } from '../../data/source-label.ts';
import { compare } from '../../data/workspace-state.ts';
import { Button } from '../../ui/button.tsx';

const pagesOf = ({ from, to }: PageTwins['a']): string => (from === to ? '' : ` to ${String(to)}`);

type RowProps = { readonly twins: PageTwins; readonly nameOf: (run: PageTwins['a']) => string; readonly decide: (decision: TwinDecision) => void };

const Row = ({ twins, nameOf, decide }: RowProps) => (
  <li className="twins">
    <p>{nameOf(twins.a)}<span className="record-second"> looks like {nameOf(twins.b)}</span></p>
    <div className="row">
      <Button label={`Compare ${nameOf(twins.a)} with ${nameOf(twins.b)}`} onPress={() => compare({ record: twins.a.record, page: twins.a.from }, { record: twins.b.record, page: twins.b.from })}>Compare</Button>
      <Button variant="quiet" label={`A copy: ${nameOf(twins.b)}`} onPress={() => decide('same')}>A copy</Button>
      <Button variant="quiet" label={`Different: ${nameOf(twins.b)}`} onPress={() => decide('different')}>Different</Button>
    </div>
  </li>
);

type Props = { readonly caseId: CaseId; readonly twins: readonly PageTwins[] };

/** Pages that may have come twice, until somebody has looked at them. Nothing is dropped by itself. */
export const Twins = ({ caseId, twins }: Props) => {
  const { run } = useCommand('duplicate.decide');
  const sourceLabel = useSourceLabel(caseId);
  const { data: records } = useQueryOf('record.list', { caseId });
  const fileOf = (run: PageTwins['a']): string => records?.find(({ id }) => id === run.record)?.fileName ?? run.title;
  const titleOf = (run: PageTwins['a']): string => `${sourceLabel({ record: run.record, page: run.from })}${pagesOf(run)}`;
  /** Two copies mostly have the same title: then their files tell them apart. */
  const nameIn = ({ a, b }: PageTwins) => (run: PageTwins['a']): string => (titleOf(a) === titleOf(b) ? `${fileOf(run)}, p. ${String(run.from)}${pagesOf(run)}` : titleOf(run));
  return <ul>{twins.map((one) => <Row key={one.id} twins={one} nameOf={nameIn(one)} decide={(decision) => void run({ caseId, id: one.id, decision })} />)}</ul>;
};
