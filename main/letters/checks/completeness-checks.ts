import { found, type Found } from '../../../shared/finding-kinds.ts';
import { Decision } from '../../../shared/item.ts';
import { foldSpace } from '../../../shared/letter.ts';
import { letterResult } from '../letter-result.ts';
import { ANY_CASE, itemPart, LETTER, otherItem, OWN_CASE, type CheckedItem, type LetterCheck } from './check.ts';

/** Requests are the same where their words are: case, white space and final marks do not count. */
const requestKey = (heading: string): string =>
  foldSpace(heading)
    .toLowerCase()
    .replace(/[.:;,\s]+$/u, '');

const PARTS = ['heading', 'claimsGuideline', 'reviewerGuideline', 'rationale'] as const;

const repeated = (items: readonly CheckedItem[]): Found[] =>
  items.flatMap((item) => {
    const first = items.find(({ heading }) => heading !== '' && requestKey(heading) === requestKey(item.heading));
    return first === undefined || first.index >= item.index
      ? []
      : [found('repeated-item', itemPart(item, 'heading'), { first: otherItem(first) }, item.heading)];
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
const undecided = (items: readonly CheckedItem[], disputed: readonly string[]): Found[] =>
  items.some(({ heading }) => heading.trim() === '')
    ? []
    : disputed
        .filter((request) => !items.some((item) => decides(item, request)))
        .map((request) => found('undecided-request', LETTER, { request: foldSpace(request) }));

export const completenessChecks: readonly LetterCheck[] = [
  {
    name: 'items-decided',
    run: ({ checkedItems, context }) => [
      ...(checkedItems.length === 0 ? [found('no-items', LETTER, {})] : []),
      ...repeated(checkedItems),
      ...undecided(checkedItems, context.disputedItems ?? []),
    ],
  },
  {
    name: 'item-parts',
    run: ({ checkedItems }) =>
      checkedItems.flatMap((item) =>
        PARTS.filter((part) => item[part].trim() === '').map((part) =>
          found('missing-item-part', itemPart(item, part), {}),
        ),
      ),
  },
  {
    name: 'decision-words',
    run: ({ checkedItems }) =>
      checkedItems
        .filter(({ decision }) => !Decision.safeParse(decision).success)
        .map((item) =>
          item.decision === ''
            ? found('missing-decision', itemPart(item, 'decision'), {})
            : found('unknown-decision', itemPart(item, 'decision'), { decision: item.decision }, item.decision),
        ),
  },
  {
    name: 'letter-result',
    modes: ANY_CASE,
    run: ({ checkedItems, context: { statedResult } }) => {
      const result = letterResult(checkedItems);
      return statedResult === undefined || result === null || result === statedResult
        ? []
        : [found('contrary-result', LETTER, { stated: statedResult, result })];
    },
  },
  {
    name: 'documents-reviewed',
    needs: 'records',
    modes: OWN_CASE,
    run: ({ context: { records } }) =>
      records === undefined || records.length > 0 ? [] : [found('no-documents', LETTER, {})],
  },
  {
    name: 'not-review-alone',
    needs: 'records',
    modes: OWN_CASE,
    run: ({ context: { records = [] } }) =>
      records.length > 0 && records.every(({ kind }) => kind === 'utilization-review' || kind === 'imr-application')
        ? [found('review-alone', LETTER, {})]
        : [],
  },
];
