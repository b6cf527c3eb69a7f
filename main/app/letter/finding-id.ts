import { createHash } from 'node:crypto';
import { CHECK_LIST } from '../../../shared/check-list.ts';
import { FINDING_KINDS, OtherItem, type FindingValue, type Found } from '../../../shared/finding-kinds.ts';
import type { Item } from '../../../shared/item.ts';
import { partPath, type Part } from '../../../shared/part.ts';
import type { Override } from '../../store/overrides.ts';
import { wordFinding } from '../../letters/word-finding.ts';

type Items = readonly Pick<Item, 'id'>[];

const hash = (identity: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 20);

/** An item by its own id, wherever it stands. */
const idAt = (items: Items, at: number): string => items[at]?.id ?? String(at);

const placeOf = (part: Part, items: Items): readonly string[] => {
  switch (part.kind) {
    case 'item':
      return [part.kind, idAt(items, part.item), part.name];
    case 'header-value':
    case 'reviewer-value':
      return [part.kind, part.name];
    default:
      return [part.kind];
  }
};

const settled = (value: FindingValue, items: Items): unknown => {
  const other = OtherItem.safeParse(value);
  return other.success ? idAt(items, other.data.item) : value;
};

const valuesOf = ({ name, values }: Found, items: Items): readonly (readonly [string, unknown])[] =>
  Object.entries<FindingValue>(values)
    .filter(([key]) => !FINDING_KINDS[name].passing.includes(key))
    .map(([key, value]) => [key, settled(value, items)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));

/**
 * The id of a finding in a case: its name, its part, the words it is about, and the values that tell it from others of
 * its name. How it is worded, where its item stands, and what passes with the days are no part of it.
 */
export const findingId = (found: Found, items: Items): string =>
  hash([
    found.name,
    placeOf(found.part, items),
    found.quote ?? '',
    valuesOf(found, items),
    (found.places ?? []).map(({ record, page }) => `${record} ${String(page)}`),
  ]);

/** The id that version 0.1.0 gave the finding: made of check, part, words and sentence. */
const idOf010 = (found: Found, items: Items): string => {
  const { part, quote = '' } = found;
  const place = part.kind === 'item' ? `${idAt(items, part.item)}.${part.name}` : partPath(part);
  return hash([CHECK_LIST[FINDING_KINDS[found.name].check].number, place, quote, wordFinding(found)]);
};

/** Whether the override is that of the finding; one without a name was made by version 0.1.0. */
export const isOverrideOf = ({ name, id }: Override, finding: Found, items: Items): boolean =>
  name === undefined ? id === idOf010(finding, items) : id === findingId(finding, items);
