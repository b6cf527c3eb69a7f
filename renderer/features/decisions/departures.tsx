import type { CaseId } from '../../../shared/ids.ts';
import type { Item } from '../../../shared/item.ts';
import { usDate } from '../../../shared/partial-date.ts';
import type { SimilarPrecedent } from '../../../shared/precedent.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { Notice } from '../../ui/notice.tsx';

const MOST_NAMED = 3;

/** A determination as one names it: its number and its day. */
const precedentName = ({ precedent: { caseNumber, decisionDate } }: SimilarPrecedent): string =>
  [caseNumber === '' ? 'a letter without a number' : caseNumber, decisionDate === '' ? '' : usDate(decisionDate)]
    .filter((part) => part !== '')
    .join(', ');

/** Warns of the reviewer's own earlier decisions on the same request that went the other way. */
export const Departures = ({ caseId, item }: { readonly caseId: CaseId; readonly item: Item }) => {
  const { data } = useQueryOf('precedent.similar', { caseId, itemId: item.id }, { keepsPrevious: true });
  const departures = data?.departures ?? [];
  const [first] = departures;
  if (first === undefined || item.decision === null) return null;
  const named = departures.slice(0, MOST_NAMED).map(precedentName).join('; ');
  const more = departures.length > MOST_NAMED ? `, and ${String(departures.length - MOST_NAMED)} more` : '';
  return (
    <Notice
      tone="warn"
      title={`You decided ${departures.length === 1 ? 'a request like this' : `${String(departures.length)} requests like this`} the other way.`}
    >
      {first.precedent.decision}: {named}
      {more}. It may differ in its facts; the rationale then says which. They stand below, under Similar decisions.
    </Notice>
  );
};
