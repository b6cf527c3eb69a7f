import type { CaseId } from '../../../shared/ids.ts';
import type { Item } from '../../../shared/item.ts';
import { useCommand, useQueryOf } from '../../data/hooks.ts';
import { showTimelineAs } from '../../data/workspace-state.ts';
import { IconButton } from '../../ui/button.tsx';
import { SourceLink } from '../../ui/source-link.tsx';

type Props = { readonly caseId: CaseId; readonly item: Item };

/** The negative searches that the decision rests on; one that pages have outrun says so. */
export const SearchEvidence = ({ caseId, item: { id } }: Props) => {
  const { data: searches = [] } = useQueryOf('absence.list', { caseId });
  const { run: uncite } = useCommand('absence.uncite');
  const own = searches.filter(({ items }) => items.includes(id));
  if (own.length === 0) return null;
  return (
    <ul className="line-list" aria-label="Negative searches">
      {own.map(({ id: search, words, result, now }) => (
        <li key={search} className="line-row evidence-row">
          <span className="spread">
            “{words}” is documented on none of {result.pages} pages.
            {now === null ? null : <span className="small quiet"> Pages have changed since.</span>}
          </span>
          <span className="small">
            <SourceLink onPress={() => showTimelineAs('searches')}>Search</SourceLink>
          </span>
          <IconButton
            icon="close"
            label={`Take away the search for ${words}`}
            onPress={() => void uncite({ caseId, id: search, itemId: id })}
          />
        </li>
      ))}
    </ul>
  );
};
