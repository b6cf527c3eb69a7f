import type { ItemProposal } from '../../shared/case.ts';
import type { PartialDate } from '../../shared/partial-date.ts';
import type { RecordKind } from '../../shared/record.ts';
import { describeRecord } from './describe-record.ts';
import { findRequestedItems, type RequestedItem } from './find-requested-items.ts';
import { spanOf, type RecordText } from './record-text.ts';

type Listed = { readonly item: RequestedItem; readonly source: RecordText; readonly kind: RecordKind };

const REASONS: Partial<Readonly<Record<RecordKind, string>>> = {
  'utilization-review': 'in the utilization review',
  'imr-application': 'Listed as disputed in the application.',
  'request-for-authorization': 'Listed in the request for authorization; no denial of it was found.',
  other: 'Listed as a disputed item.',
};

const reasonOf = ({ item, kind }: Listed): string =>
  kind === 'utilization-review'
    ? `Listed as ${item.outcome ?? 'requested'} ${REASONS[kind] ?? ''}.`
    : (REASONS[kind] ?? '');

const NUMBERS: Readonly<Record<string, string>> = {
  one: '1',
  once: '1',
  two: '2',
  twice: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  twelve: '12',
};

const wordsOf = (heading: string): Set<string> =>
  new Set(
    (heading.toLowerCase().match(/[a-z\d/.#%]+/g) ?? [])
      .map((word) => NUMBERS[word] ?? word.replace(/s$/, ''))
      .filter((word) => !/^(?:the|a|an|of|for|to|and|time|per|x|with|in)$/.test(word)),
  );

/** Two headings for one treatment: most of the words of the shorter one stand in the longer one. */
const isSame = (a: string, b: string): boolean => {
  const [first, second] = [wordsOf(a), wordsOf(b)];
  const common = [...first].filter((word) => second.has(word)).length;
  return common / Math.max(1, Math.min(first.size, second.size)) >= 0.75;
};

const ofKind = (listed: readonly Listed[], kind: RecordKind): Listed[] => listed.filter((one) => one.kind === kind);

const isDisputed = ({ item }: Listed): boolean => item.outcome !== 'certified';

/**
 * The disputed items in the words of the request: what the utilization review denied or modified, then what the
 * application lists beyond it; the request for authorization only where neither lists anything. Each item once.
 */
export const proposeItems = (
  records: readonly RecordText[],
  { latest }: { readonly latest: PartialDate },
): ItemProposal[] => {
  const listed = records.flatMap((source): Listed[] => {
    const { kind } = describeRecord(source, { latest });
    return REASONS[kind] === undefined ? [] : findRequestedItems(source).map((item) => ({ item, source, kind }));
  });
  const certified = listed.filter(({ item }) => item.outcome === 'certified');
  const first = [
    ...ofKind(listed, 'utilization-review').filter(({ item }) => item.outcome !== null),
    ...ofKind(listed, 'imr-application'),
    ...ofKind(listed, 'other'),
  ];
  const chosen = (first.some(isDisputed) ? first : ofKind(listed, 'request-for-authorization'))
    .filter(isDisputed)
    .filter(
      ({ item, kind }) =>
        kind === 'utilization-review' || !certified.some((other) => isSame(other.item.heading, item.heading)),
    );
  const distinct = chosen.filter(
    (one, index) => chosen.findIndex((other) => isSame(other.item.heading, one.item.heading)) === index,
  );
  return distinct.map((one) => ({
    heading: one.item.heading,
    reason: reasonOf(one),
    source: spanOf(one.source, one.item.range),
  }));
};
