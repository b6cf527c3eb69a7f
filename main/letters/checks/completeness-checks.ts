import { Decision } from '../../../shared/item.ts';
import { foldSpace, type LetterItem } from '../../../shared/letter.ts';
import { letterResult } from '../letter-result.ts';
import { ANY_CASE, itemName, itemPart, OWN_CASE, type CheckedItem, type LetterCheck, type Spot } from './check.ts';

/** Requests are the same where their words are: case, white space and final marks do not count. */
const requestKey = (heading: string): string =>
  foldSpace(heading)
    .toLowerCase()
    .replace(/[.:;,\s]+$/u, '');

const PARTS: readonly (readonly [keyof LetterItem, string])[] = [
  ['heading', 'the item as requested'],
  ['claimsGuideline', 'the Claims Administrator guideline'],
  ['reviewerGuideline', 'the reviewer guideline'],
  ['rationale', 'the decision rationale'],
];

const repeated = (items: readonly CheckedItem[]): Spot[] =>
  items.flatMap((item) => {
    const first = items.find(({ heading }) => heading !== '' && requestKey(heading) === requestKey(item.heading));
    return first === undefined || first.index >= item.index
      ? []
      : [
          {
            where: itemPart(item, 'heading'),
            quote: item.heading,
            message: `${itemName(item)} is the same request as item ${String(first.index + 1)}.`,
          },
        ];
  });

const SMALL_WORDS = new Set([
  'a',
  'an',
  'the',
  'of',
  'for',
  'to',
  'and',
  'with',
  'in',
  'at',
  'on',
  'times',
  'week',
  'weeks',
  'per',
  'request',
]);
const wordsOf = (request: string): string[] =>
  (requestKey(request).match(/[a-z0-9]+/gu) ?? []).filter((word) => !SMALL_WORDS.has(word));

/**
 * So much of a request's words must stand in an item for the item to decide it: letters word requests in their own way.
 */
const DECIDED = 0.75;

const decides = ({ heading }: CheckedItem, request: string): boolean => {
  const [wanted, there] = [wordsOf(request), new Set(wordsOf(heading))];
  return wanted.length > 0 && wanted.filter((word) => there.has(word)).length / wanted.length >= DECIDED;
};

/** Silent while an item has no words yet: check 14 reports that, and it may be the missing one. */
const undecided = (items: readonly CheckedItem[], disputed: readonly string[]): Spot[] =>
  items.some(({ heading }) => heading.trim() === '')
    ? []
    : disputed
        .filter((request) => !items.some((item) => decides(item, request)))
        .map((request) => ({ where: 'letter', message: `The disputed item "${foldSpace(request)}" is not decided.` }));

export const completenessChecks: readonly LetterCheck[] = [
  {
    number: 13,
    group: 'complete',
    severity: 'block',
    title: 'Every disputed item is decided, once',
    run: ({ checkedItems, context }) => [
      ...(checkedItems.length === 0 ? [{ where: 'letter', message: 'The letter decides no item.' }] : []),
      ...repeated(checkedItems),
      ...undecided(checkedItems, context.disputedItems ?? []),
    ],
  },
  {
    number: 14,
    group: 'complete',
    severity: 'block',
    title: 'Every item has its four parts',
    run: ({ checkedItems }) =>
      checkedItems.flatMap((item) =>
        PARTS.filter(([part]) => item[part].trim() === '').map(([part, words]) => ({
          where: itemPart(item, part),
          message: `${itemName(item)} lacks ${words}.`,
        })),
      ),
  },
  {
    number: 15,
    group: 'complete',
    severity: 'block',
    title: 'Every decision is Upheld or Overturned',
    run: ({ checkedItems }) =>
      checkedItems
        .filter(({ decision }) => !Decision.safeParse(decision).success)
        .map((item) => ({
          where: itemPart(item, 'decision'),
          message:
            item.decision === ''
              ? `${itemName(item)} is not decided.`
              : `"${item.decision}" is neither Upheld nor Overturned.`,
          ...(item.decision === '' ? {} : { quote: item.decision }),
        })),
  },
  {
    number: 16,
    group: 'complete',
    severity: 'block',
    title: 'The result of the letter follows from its items',
    modes: ANY_CASE,
    run: ({ checkedItems, context: { statedResult } }) => {
      const result = letterResult(checkedItems);
      return statedResult === undefined || result === null || result === statedResult
        ? []
        : [{ where: 'letter', message: `The letter is said to be ${statedResult}, but its items make it ${result}.` }];
    },
  },
  {
    number: 17,
    group: 'complete',
    needs: 'records',
    severity: 'block',
    title: 'Documents were reviewed',
    modes: OWN_CASE,
    run: ({ context: { records } }) =>
      records === undefined || records.length > 0
        ? []
        : [{ where: 'letter', message: 'The case file holds no document that could have been reviewed.' }],
  },
  {
    number: 18,
    group: 'complete',
    needs: 'records',
    severity: 'block',
    title: 'The decision does not rest on the utilization review alone',
    modes: OWN_CASE,
    run: ({ context: { records = [] } }) =>
      records.length > 0 && records.every(({ kind }) => kind === 'utilization-review' || kind === 'imr-application')
        ? [{ where: 'letter', message: 'The case file holds nothing but the utilization review and the application.' }]
        : [],
  },
];
