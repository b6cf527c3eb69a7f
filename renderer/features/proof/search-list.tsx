import { useQueryOf } from '../../data/hooks.ts';
import type { CaseId } from '../../../shared/ids.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SearchCard } from './search-card.tsx';
import { SearchForm } from './search-form.tsx';

/** Searches over all pages for what may be documented nowhere, each kept with its day. */
export const SearchList = ({ caseId }: { readonly caseId: CaseId }) => {
  const { data: searches } = useQueryOf('absence.list', { caseId });
  if (searches === undefined) return null;
  return (
    <div className="work-tab">
      <SearchForm caseId={caseId} />
      {searches.length > 0 ? (
        <ul className="proof-list" aria-label="Negative searches">
          {searches.map((search) => (
            <SearchCard key={search.id} caseId={caseId} search={search} />
          ))}
        </ul>
      ) : (
        <EmptyState icon="search" title="Nothing searched yet">
          Before a letter says that something is not documented, look for it here in every page, in all the ways in
          which it is written. The search is kept with its day as evidence.
        </EmptyState>
      )}
    </div>
  );
};
