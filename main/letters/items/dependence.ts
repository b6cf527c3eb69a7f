import type { ItemHeading } from './parse-item-heading.ts';

/** What can be asked of an item about its parent. */
export type Dependable = {
  readonly request: Pick<ItemHeading, 'prefix' | 'kind'>;
  readonly heading: string;
  readonly rationale: string;
};

const ANCILLARY_HEADING =
  /\b(?:pre-?op(?:erative)?|post-?op(?:erative)?|assistant surgeon|surgical assistant|anesthesi\w+|hospital stay|inpatient stay)\b/iu;
/** The one sentence of a dependent item: it stands or falls with another. */
const DEPENDS =
  /\b(?:as|since|because|given that)\s+(?:the\s+)?(?:primary\s+|requested\s+|associated\s+|proposed\s+)?(?:surg\w+|procedure|injection|operation|arthroscop\w+|intervention|treatment|request)[^.]{0,60}?\b(?:is|are|was|were|has|have)\b[^.]{0,40}\bnecess|\bancillary\s+service|\bdependent (?:up)?on\b|\bassociated (?:surgical )?service/iu;

/** True for an item whose words say that it stands or falls with another one. */
export const saysItDepends = ({ request, heading, rationale }: Dependable): boolean =>
  request.prefix === 'associated-surgical-service' || ANCILLARY_HEADING.test(heading) || DEPENDS.test(rationale);

/** Whether an item can be what others depend on: a procedure. */
const isProcedure = ({ request }: Dependable): boolean => request.kind === 'surgery' || request.kind === 'injection';

/**
 * The number of the item that each item stands or falls with, as its words tell: the procedure last asked for before
 * it.
 */
export const findParents = (items: readonly Dependable[]): (number | null)[] =>
  items.map((item, index) => {
    if (!saysItDepends(item)) return null;
    const before = items.slice(0, index);
    const parent = before.findLastIndex((other) => isProcedure(other) && !saysItDepends(other));
    return parent >= 0 ? parent : null;
  });
