import type { Dating } from './find-encounters.ts';
import { findRequestedItems, type ItemOutcome, type RequestedItem } from './find-requested-items.ts';
import type { Proposal, Reading } from './proposal.ts';
import { joined } from './propose-diagnoses.ts';
import { lowerFirst } from './sentence-case.ts';
import { withArticle } from './statement/noun-phrase.ts';
import { expandAbbreviations } from './statement/expand-abbreviations.ts';

/** The item inside a sentence: `an MRI of the lumbar spine`, `acupuncture 2 times a week for 3 weeks`. */
const nameOf = ({ heading, amount }: RequestedItem): string => {
  const name = withArticle(lowerFirst(expandAbbreviations(heading)));
  return amount === '' ? name : `${name}${name.includes(',') ? ',' : ''} ${amount}`;
};

const named = (items: readonly RequestedItem[]): string => joined(items.map(nameOf));

const SAID: readonly (readonly [ItemOutcome, string])[] = [
  ['denied', 'denied'],
  ['modified', 'modified'],
  ['certified', 'certified'],
];

/** `denied A and certified B`; with three decisions, by commas. */
const said = (parts: readonly string[]): string =>
  parts.length < 3 ? parts.join(' and ') : `${parts.slice(0, -1).join(', ')}, and ${parts.at(-1) ?? ''}`;

const clauses = (items: readonly RequestedItem[]): string[] =>
  SAID.flatMap(([outcome, verb]) => {
    const own = items.filter((item) => item.outcome === outcome);
    return own.length === 0 ? [] : [`${verb} ${named(own)}`];
  });

/** What a utilization review decided on each request, in one statement that cites every item. */
export const proposeReview = (reading: Reading, dating: Dating): Proposal[] => {
  const items = findRequestedItems(reading.source).filter(({ outcome }) => outcome !== null);
  if (items.length === 0) return [];
  return [
    {
      kind: 'utilization-review',
      text: `Utilization review ${said(clauses(items))}.`,
      ranges: items.map(({ range }) => range),
      dating,
      reason: `Determination listed in the utilization review, ${dating.basis}.`,
      section: 'request',
    },
  ];
};

/** What a request for authorization asks for, in one statement that cites every item. */
export const proposeRequest = (reading: Reading, dating: Dating): Proposal[] => {
  const items = findRequestedItems(reading.source);
  if (items.length === 0) return [];
  return [
    {
      kind: 'request',
      text: `Authorization was requested for ${named(items)}.`,
      ranges: items.map(({ range }) => range),
      dating,
      reason: `Treatment listed in the request for authorization, ${dating.basis}.`,
      section: 'request',
    },
  ];
};
