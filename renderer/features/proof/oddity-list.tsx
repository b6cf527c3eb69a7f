import { useMemo, useState } from 'react';
import type { CaseId } from '../../../shared/ids.ts';
import { ODDITY_KIND_NAMES, OddityKind } from '../../../shared/oddity.ts';
import type { Oddity } from '../../../shared/oddity.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { OddityCard } from './oddity-card.tsx';

type Group = { readonly kind: OddityKind; readonly oddities: readonly Oddity[] };

const groupsOf = (oddities: readonly Oddity[]): Group[] =>
  OddityKind.options
    .map((kind) => ({ kind, oddities: oddities.filter((one) => one.kind === kind) }))
    .filter((group) => group.oddities.length > 0);

const Groups = ({ caseId, groups }: { readonly caseId: CaseId; readonly groups: readonly Group[] }) =>
  groups.map(({ kind, oddities }) => (
    <section key={kind} aria-label={ODDITY_KIND_NAMES[kind]}>
      <h3 className="overline proof-group">{ODDITY_KIND_NAMES[kind]}</h3>
      <ul className="proof-list">
        {oddities.map((oddity) => (
          <OddityCard key={oddity.id} caseId={caseId} oddity={oddity} />
        ))}
      </ul>
    </section>
  ));

/** What is missing from the file or odd in it, until somebody has looked at it. Nothing of it blocks. */
export const OddityList = ({ caseId }: { readonly caseId: CaseId }) => {
  const { data: all, error } = useQueryOf('oddity.list', { caseId });
  const [showsDismissed, setShowsDismissed] = useState(false);
  const groups = useMemo(() => groupsOf(all?.filter(({ dismissed }) => dismissed === null) ?? []), [all]);
  if (error !== null)
    return (
      <EmptyState icon="blocked" title="The records cannot be compared">
        {error.message}
      </EmptyState>
    );
  if (all === undefined) return <p className="work-tab quiet">Comparing the records …</p>;
  const dismissed = all.filter((one) => one.dismissed !== null);
  return (
    <div className="work-tab">
      <Groups caseId={caseId} groups={groups} />
      {groups.length === 0 ? (
        <EmptyState icon="check" title="Nothing missing or odd">
          The records agree with each other, none that they name is missing, and there is no gap between the visits.
        </EmptyState>
      ) : null}
      {dismissed.length > 0 ? (
        <button
          type="button"
          className="link-button small"
          aria-expanded={showsDismissed}
          onClick={() => setShowsDismissed(!showsDismissed)}
        >
          {dismissed.length} dismissed
        </button>
      ) : null}
      {showsDismissed ? (
        <ul className="proof-list" aria-label="Dismissed">
          {dismissed.map((oddity) => (
            <OddityCard key={oddity.id} caseId={caseId} oddity={oddity} />
          ))}
        </ul>
      ) : null}
    </div>
  );
};
