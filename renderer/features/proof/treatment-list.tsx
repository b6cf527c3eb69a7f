import { useMemo } from 'react';
import type { CaseId } from '../../../shared/ids.ts';
import { TREATMENT_KIND_NAMES, TreatmentKind } from '../../../shared/treatment.ts';
import type { Treatment } from '../../../shared/treatment.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TreatmentCard } from './treatment-card.tsx';

type Group = { readonly kind: TreatmentKind; readonly treatments: readonly Treatment[] };

const groupsOf = (treatments: readonly Treatment[]): Group[] =>
  TreatmentKind.options
    .map((kind) => ({ kind, treatments: treatments.filter((one) => one.kind === kind) }))
    .filter((group) => group.treatments.length > 0);

/** What was tried, as the accepted facts document it. */
export const TreatmentList = ({ caseId }: { readonly caseId: CaseId }) => {
  const { data: treatments } = useQueryOf('treatment.list', { caseId });
  const groups = useMemo(() => groupsOf(treatments ?? []), [treatments]);
  if (treatments === undefined) return null;
  return (
    <div className="work-tab">
      {groups.map(({ kind, treatments: ofKind }) => (
        <section key={kind} aria-label={TREATMENT_KIND_NAMES[kind]}>
          <h3 className="overline proof-group">{TREATMENT_KIND_NAMES[kind]}</h3>
          <ul className="proof-list">
            {ofKind.map((treatment) => (
              <TreatmentCard key={treatment.id} caseId={caseId} treatment={treatment} />
            ))}
          </ul>
        </section>
      ))}
      {treatments.length === 0 ? (
        <EmptyState icon="clock" title="No treatments yet">
          They are read from the facts that you accept among the visits: drugs with their doses, sessions, injections,
          operations, with response and side effects.
        </EmptyState>
      ) : null}
    </div>
  );
};
