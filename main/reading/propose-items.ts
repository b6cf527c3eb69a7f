import type { ItemProposal } from '../../shared/case.ts';
import type { PartialDate } from '../../shared/partial-date.ts';
import type { RecordKind } from '../../shared/record.ts';
import { isSameItem } from '../../shared/same-item.ts';
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
        kind === 'utilization-review' || !certified.some((other) => isSameItem(other.item.heading, item.heading)),
    );
  const distinct = chosen.filter(
    (one, index) => chosen.findIndex((other) => isSameItem(other.item.heading, one.item.heading)) === index,
  );
  return distinct.map((one) => ({
    heading: one.item.heading,
    reason: reasonOf(one),
    source: spanOf(one.source, one.item.range),
  }));
};
