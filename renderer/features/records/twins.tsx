import { useState } from 'react';
import type { PageTwins } from '../../../shared/duplicate.ts';
import type { CaseId } from '../../../shared/ids.ts';
import { useCommand } from '../../data/hooks.ts';
import { useRecordAt, useSourceLabel } from '../../data/source-label.ts';
import { compare, useWorkspace } from '../../data/workspace-state.ts';
import { Button } from '../../ui/button.tsx';

type Run = PageTwins['a'];

const pagesOf = ({ from, to }: Run): string => (from === to ? '' : ` to ${String(to)}`);

/** Names both runs of a pair. Two copies mostly have the same title: then their files tell them apart. */
const useTwinNames = (caseId: CaseId): ((twins: PageTwins) => readonly [a: string, b: string]) => {
  const sourceLabel = useSourceLabel(caseId);
  const recordAt = useRecordAt(caseId);
  const fileOf = (run: Run): string => recordAt({ record: run.record, page: run.from })?.fileName ?? run.title;
  const titleOf = (run: Run): string => `${sourceLabel({ record: run.record, page: run.from })}${pagesOf(run)}`;
  const fileAndPage = (run: Run): string => `${fileOf(run)}, p. ${String(run.from)}${pagesOf(run)}`;
  return ({ a, b }) => (titleOf(a) === titleOf(b) ? [fileAndPage(a), fileAndPage(b)] : [titleOf(a), titleOf(b)]);
};

type RowProps = {
  readonly twins: PageTwins;
  readonly names: readonly [a: string, b: string];
  readonly isCurrent: boolean;
};

const Row = ({ twins, names: [a, b], isCurrent }: RowProps) => (
  <button
    type="button"
    className="record-row"
    aria-current={isCurrent ? 'page' : undefined}
    onClick={() => compare(twins)}
  >
    <span className="record-words">
      <span className="record-title ellipsis">{a}</span>
      <span className="record-second ellipsis">
        {twins.decision === 'same'
          ? 'is copied in'
          : twins.decision === 'different'
            ? 'only looks like'
            : 'may be the same as'}{' '}
        {b}
      </span>
    </span>
    <span className="record-counts">
      <span
        className="record-pages"
        aria-label={`${String(twins.pages.length)} ${twins.pages.length === 1 ? 'page' : 'pages'}`}
        role="img"
      >
        {twins.pages.length}
      </span>
    </span>
  </button>
);

/** So many possible duplicates are listed at once; the records stay in sight. */
const AT_ONCE = 3;

type Props = { readonly caseId: CaseId; readonly twins: readonly PageTwins[] };

/**
 * Pages that may have come twice: each opens both beside each other, where it is decided. What was decided stays, and
 * can be asked again.
 */
export const Twins = ({ caseId, twins }: Props) => {
  const [showsAll, setShowsAll] = useState(false);
  const [showsDecided, setShowsDecided] = useState(false);
  const namesOf = useTwinNames(caseId);
  const { run } = useCommand('duplicate.decide');
  const current = useWorkspace(({ comparing }) => comparing?.twins.id ?? null);
  const open = twins.filter(({ decision }) => decision === 'open');
  const decided = twins.filter(({ decision }) => decision !== 'open');
  return (
    <>
      <ul aria-label="Possible duplicates">
        {open.slice(0, showsAll ? open.length : AT_ONCE).map((one) => (
          <li key={one.id}>
            <Row twins={one} names={namesOf(one)} isCurrent={one.id === current} />
          </li>
        ))}
      </ul>
      {open.length > AT_ONCE ? (
        <div className="twins-decided">
          <Button variant="quiet" onPress={() => setShowsAll(!showsAll)}>
            {showsAll ? 'Show fewer' : `${String(open.length - AT_ONCE)} more possible duplicates`}
          </Button>
        </div>
      ) : null}
      {decided.length > 0 ? (
        <div className="twins-decided">
          <Button variant="quiet" onPress={() => setShowsDecided(!showsDecided)}>
            {showsDecided
              ? 'Hide what was decided'
              : `${String(decided.length)} ${decided.length === 1 ? 'duplicate' : 'duplicates'} decided`}
          </Button>
        </div>
      ) : null}
      {showsDecided ? (
        <ul aria-label="Decided duplicates">
          {decided.map((one) => (
            <li key={one.id} className="twins-row">
              <Row twins={one} names={namesOf(one)} isCurrent={one.id === current} />
              <Button
                variant="quiet"
                label={`Ask again: ${namesOf(one).join(', ')}`}
                onPress={() => void run({ caseId, id: one.id, decision: 'open' })}
              >
                Ask again
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
};
