import { HEADER_LABELS, type HeaderName, type Letter } from '../../../shared/letter.ts';
import { usDate } from '../../../shared/partial-date.ts';
import type { LetterResult } from '../checks/check.ts';
import { letterResult } from '../letter-result.ts';

/** The words of a cover page (domain, section 1). */
const OUTCOMES: Readonly<Record<LetterResult, string>> = {
  Upheld: 'UPHOLD',
  Overturned: 'OVERTURN',
  Partial: 'PARTIAL OVERTURN',
};

const headerValue = (name: HeaderName, value: string): string =>
  name === 'caseNumber' || name === 'priority' || value === '' ? value : usDate(value);

/** The result of the whole letter as cover pages word it; empty while an item is undecided. */
const outcomeOf = (items: Letter['items']): string => {
  const result = letterResult(items);
  return result === null ? '' : OUTCOMES[result];
};

/**
 * What the case knows of a cover page's fields; a field without a value is left out, so that the page shows what is
 * missing.
 */
export const coverValues = (
  { header, organisation, items }: Letter,
  documents: readonly { readonly pages: number }[],
  typed: Readonly<Record<string, string>>,
): Record<string, string> => {
  const known = {
    ...Object.fromEntries(
      (Object.keys(HEADER_LABELS) as HeaderName[]).map((name) => [name, headerValue(name, header[name])]),
    ),
    organisation,
    result: letterResult(items) ?? '',
    outcome: outcomeOf(items),
    itemCount: String(items.length),
    items: items.map(({ heading, decision }) => `${heading}: ${decision}`).join('; '),
    documentCount: String(documents.length),
    pageCount: String(documents.reduce((sum, { pages }) => sum + pages, 0)),
  };
  return Object.fromEntries(Object.entries({ ...typed, ...known }).filter(([, value]) => value !== ''));
};
