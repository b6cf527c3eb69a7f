import { HEADER_LABELS, type HeaderName, type Letter } from '../../../shared/letter.ts';
import { usDate } from '../../../shared/partial-date.ts';
import { letterResult } from '../letter-result.ts';

const headerValue = (name: HeaderName, value: string): string =>
  name === 'caseNumber' || name === 'priority' || value === '' ? value : usDate(value);

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
    itemCount: String(items.length),
    items: items.map(({ heading, decision }) => `${heading}: ${decision}`).join('; '),
    documentCount: String(documents.length),
    pageCount: String(documents.reduce((sum, { pages }) => sum + pages, 0)),
  };
  return Object.fromEntries(Object.entries({ ...typed, ...known }).filter(([, value]) => value !== ''));
};
