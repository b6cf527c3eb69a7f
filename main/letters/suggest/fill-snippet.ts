import type { Letter } from '../../../shared/letter.ts';
import type { FilledSnippet } from '../../../shared/snippet.ts';
import { usDate } from '../../../shared/partial-date.ts';
import { fillFields } from '../fill-fields.ts';
import { parseItemHeading } from '../items/parse-item-heading.ts';
import { personWord } from './suggestions.ts';

/** The fields that a snippet may name, and what the letter knows of them for one of its items. */
export const snippetValues = (
  { header, items, guidelineLabel, organisation, summary }: Letter,
  item: number,
): Record<string, string> => {
  const { heading = '', decision = '' } = items[item] ?? {};
  const request = parseItemHeading(heading, header.decisionDate === '' ? '9999-12-31' : header.decisionDate);
  const known = {
    item: request.request,
    service: request.service,
    bodyPart: request.bodyParts.join(' and '),
    side: request.sides.join(' and '),
    drug: request.drugs.join(' and '),
    strength: request.strengths.join(' and '),
    count: request.quantity === null ? '' : String(request.quantity.amount),
    decision,
    injuryDate: header.dateOfInjury === '' ? '' : usDate(header.dateOfInjury),
    urDate: header.urDenialDate === '' ? '' : usDate(header.urDenialDate),
    organisation,
    guidelineLabel,
    person: personWord(summary),
  };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== ''));
};

/** The snippet with its `{fields}` filled; a field without a value stays as a blank to fill. */
export const fillSnippet = (snippet: string, values: Readonly<Record<string, string>>): FilledSnippet => {
  const text = fillFields(snippet, values);
  return { text, blanks: [...new Set([...text.matchAll(/\{([^{}\n]{1,60})\}/gu)].map(([, name = '']) => name))] };
};
