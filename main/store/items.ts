import type { ItemId } from '../../shared/ids.ts';
import type { Item } from '../../shared/item.ts';
import { Refusal } from '../../shared/reply.ts';
import type { ReadCase, WriteCase } from './case-file.ts';
import { put, query, remove } from './statements.ts';

type ItemRow = {
  readonly id: ItemId;
  readonly position: number;
  readonly heading: string;
  readonly decision: Item['decision'];
  readonly claims: string;
  readonly reviewer: string;
  readonly rationale: string;
  readonly evidence: string;
  readonly partial: string | null;
  readonly outside_reason: string;
  readonly worksheet: string | null;
  readonly parent: ItemId | null;
};

const toItem = (row: ItemRow): Item => ({
  id: row.id,
  heading: row.heading,
  decision: row.decision,
  claims: JSON.parse(row.claims) as Item['claims'],
  reviewer: JSON.parse(row.reviewer) as Item['reviewer'],
  rationale: row.rationale,
  evidence: JSON.parse(row.evidence) as Item['evidence'],
  partial: row.partial === null ? null : (JSON.parse(row.partial) as Item['partial']),
  outsideReason: row.outside_reason,
  worksheet: row.worksheet === null ? null : (JSON.parse(row.worksheet) as Item['worksheet']),
  parent: row.parent,
});

/** The disputed items in the letter's order. */
export const listItems = (file: ReadCase): Item[] =>
  query<[], ItemRow>(file, 'SELECT * FROM item ORDER BY position, id').all().map(toItem);

/** Refuses with `not-found`. */
export const readItem = (file: ReadCase, id: ItemId): Item => {
  const row = query<[string], ItemRow>(file, 'SELECT * FROM item WHERE id = ?').get(id);
  if (row === undefined) throw new Refusal('not-found', 'This disputed item is no longer there.', { itemId: id });
  return toItem(row);
};

const putItem = (file: WriteCase, item: Item, position: number): void =>
  put(file, 'item', {
    id: item.id,
    position,
    heading: item.heading,
    decision: item.decision,
    claims: JSON.stringify(item.claims),
    reviewer: JSON.stringify(item.reviewer),
    rationale: item.rationale,
    evidence: JSON.stringify(item.evidence),
    partial: item.partial === null ? null : JSON.stringify(item.partial),
    outside_reason: item.outsideReason,
    worksheet: item.worksheet === null ? null : JSON.stringify(item.worksheet),
    parent: item.parent,
  });

/** Makes the items these, in this order. */
export const writeItems = (file: WriteCase, items: readonly Item[]): void => {
  const kept = new Set<string>(items.map(({ id }) => id));
  listItems(file).forEach(({ id }) => {
    if (!kept.has(id)) remove(file, 'item', id);
  });
  items.forEach((item, position) => putItem(file, item, position));
};

/** Writes an item that is there, in its place. */
export const writeItem = (file: WriteCase, item: Item): void =>
  putItem(
    file,
    item,
    listItems(file).findIndex(({ id }) => id === item.id),
  );
