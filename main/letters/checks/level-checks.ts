import { spinalLevelsIn } from '../../../shared/facts/spinal-levels.ts';
import { found, type Found } from '../../../shared/finding-kinds.ts';
import { remember } from '../../../shared/remember.ts';
import { itemPart, type CheckedItem, type CheckedLetter, type LetterCheck } from './check.ts';

/** More headings and rationales than any letter has. */
const TEXTS = 500;
const levelsIn = remember(TEXTS, spinalLevelsIn);

const discsOf = (text: string): string[] => [...new Set(levelsIn(text).flatMap(({ discs }) => discs))];
const regionOf = (disc: string): string => disc.charAt(0);
const wordsOf = (text: string): string => [...new Set(levelsIn(text).map(({ words }) => words))].join(', ');

/** Whether a text names levels of the same region of the spine, and none of those wanted. */
const namesOthers = (wanted: readonly string[], text: string): boolean => {
  const regions = new Set(wanted.map(regionOf));
  const named = discsOf(text).filter((disc) => regions.has(regionOf(disc)));
  return named.length > 0 && !named.some((disc) => wanted.includes(disc));
};

const inRationale = (item: CheckedItem): Found[] => {
  const wanted = discsOf(item.heading);
  if (wanted.length === 0 || !namesOthers(wanted, item.rationale)) return [];
  const values = { wanted: wordsOf(item.heading), named: wordsOf(item.rationale), in: 'rationale' } as const;
  return [found('level-differs', itemPart(item, 'rationale'), values, levelsIn(item.rationale)[0]?.words)];
};

const SERVICE_WORD = /[a-z]{5,}/giu;
const serviceWords = (text: string): Set<string> =>
  new Set(
    (text.toLowerCase().match(SERVICE_WORD) ?? []).filter(
      (word) => !/^(?:under|right|left|level|spine|lumbar|request|times?)/u.test(word),
    ),
  );

/** Of what the application, the denial and the request name: the requests that speak of the same service. */
const sameService = (item: CheckedItem, requests: readonly string[]): string[] => {
  const words = serviceWords(item.request.service);
  return requests.filter((request) => [...serviceWords(request)].some((word) => words.has(word)));
};

const inRequests = (item: CheckedItem, requests: readonly string[]): Found[] => {
  const wanted = discsOf(item.heading);
  if (wanted.length === 0) return [];
  const alike = sameService(item, requests).filter((request) => discsOf(request).length > 0);
  const [first] = alike;
  if (first === undefined || !alike.every((request) => namesOthers(wanted, request))) return [];
  const values = { wanted: wordsOf(item.heading), named: wordsOf(first), in: 'request' } as const;
  return [found('level-differs', itemPart(item, 'heading'), values, levelsIn(item.heading)[0]?.words)];
};

const differingLevels = ({ checkedItems, context: { disputedItems = [] } }: CheckedLetter): Found[] =>
  checkedItems.flatMap((item) => [...inRationale(item), ...inRequests(item, disputedItems)]);

export const levelChecks: readonly LetterCheck[] = [{ name: 'level-agrees', run: differingLevels }];
