import { Decision } from '../../../shared/item.ts';
import { foldSpace, type LetterItem } from '../../../shared/letter.ts';
import { letterResult } from '../letter-result.ts';
import { itemPart, type CheckedItem, type LetterCheck, type Spot } from './check.ts';

/** Requests are the same where their words are: case, white space and final marks do not count. */
const requestKey = (heading: string): string => foldSpace(heading).toLowerCase().replace(/[.:;,\s]+$/u, '');

const PARTS: readonly (readonly [keyof LetterItem, string])[] = [
  ['heading', 'the item as requested'],
  ['claimsGuideline', 'the Claims Administrator guideline'],
  ['reviewerGuideline', 'the reviewer guideline'],
  ['rationale', 'the decision rationale'],
];

const name = (item: CheckedItem): string => `Item ${String(item.index + 1)}`;

const repeated = (items: readonly CheckedItem[]): Spot[] =>
  items.flatMap((item) => {
    const first = items.find(({ heading }) => heading !== '' && requestKey(heading) === requestKey(item.heading));
    return first === undefined || first.index >= item.index ? [] : [{ where: itemPart(item, 'heading'), quote: item.heading, message: `${name(item)} is the same request as item ${String(first.index + 1)}.` }];
  });

const undecided = (items: readonly CheckedItem[], disputed: readonly string[]): Spot[] => {
  const decided = new Set(items.map(({ heading }) => requestKey(heading)));
  return disputed.filter((request) => !decided.has(requestKey(request))).map((request) => ({ where: 'letter', message: `The disputed item "${foldSpace(request)}" is not decided.` }));
};

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
    run: ({ checkedItems }) => checkedItems.flatMap((item) => PARTS.filter(([part]) => item[part].trim() === '').map(([part, words]) => ({ where: itemPart(item, part), message: `${name(item)} lacks ${words}.` }))),
  },
  {
    number: 15,
    group: 'complete',
    severity: 'block',
    title: 'Every decision is Upheld or Overturned',
    run: ({ checkedItems }) =>
      checkedItems
        .filter(({ decision }) => !Decision.safeParse(decision).success)
        .map((item) => ({ where: itemPart(item, 'decision'), message: item.decision === '' ? `${name(item)} is not decided.` : `"${item.decision}" is neither Upheld nor Overturned.`, ...(item.decision === '' ? {} : { quote: item.decision }) })),
  },
  {
    number: 16,
    group: 'complete',
    severity: 'block',
    title: 'The result of the letter follows from its items',
    modes: ['case', 'published-case'],
    run: ({ checkedItems, context: { statedResult } }) => {
      const result = letterResult(checkedItems);
      return statedResult === undefined || result === null || result === statedResult ? [] : [{ where: 'letter', message: `The letter is said to be ${statedResult}, but its items make it ${result}.` }];
    },
  },
];
