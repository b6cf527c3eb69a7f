import { assertNever } from '../../shared/assert-never.ts';
import type { Finding } from '../../shared/check.ts';
import type { Severity } from '../../shared/check-list.ts';
import { HEADER_LABELS } from '../../shared/letter.ts';
import { isSamePart, type ItemPart, type Part } from '../../shared/part.ts';

/** The rooms of the workspace in which parts of the letter are written. */
export type Room = 'header' | 'reviewer' | 'summary' | 'items' | 'letter';

/** The room in which a part is written. */
export const roomOf = (part: Part): Room => {
  switch (part.kind) {
    case 'header':
    case 'header-value':
      return 'header';
    case 'reviewer':
    case 'reviewer-value':
    case 'credentials':
      return 'reviewer';
    case 'item':
    case 'items':
      return 'items';
    case 'summary':
      return 'summary';
    case 'how-made':
    case 'issues':
    case 'letter':
    case 'report':
      return 'letter';
    default:
      return assertNever(part);
  }
};

const ITEM_PARTS: Readonly<Record<ItemPart['name'], string>> = {
  heading: 'as requested',
  decision: 'decision',
  claimsGuideline: 'claims administrator guideline',
  reviewerGuideline: 'reviewer guideline',
  rationale: 'decision rationale',
};

const REVIEWER_PARTS: Readonly<Record<Extract<Part, { kind: 'reviewer-value' }>['name'], string>> = {
  licensure: 'state of licensure',
  specialty: 'specialty',
  organisation: 'review organisation',
  guidelineLabel: 'guideline label',
};

const ROOM_NAMES: Readonly<Record<Room, string>> = {
  header: 'Case details',
  reviewer: 'Reviewer',
  summary: 'Clinical summary',
  items: 'Items',
  letter: 'Whole letter',
};

/** The heading under which findings of this part stand. */
const groupName = (part: Part): string =>
  part.kind === 'item' ? `Item ${String(part.item + 1)}` : ROOM_NAMES[roomOf(part)];

/** The part within its room, for people: `decision rationale`; empty where the whole room is meant. */
export const partName = (part: Part): string => {
  switch (part.kind) {
    case 'item':
      return ITEM_PARTS[part.name];
    case 'reviewer-value':
      return REVIEWER_PARTS[part.name];
    case 'header-value':
      return HEADER_LABELS[part.name];
    default:
      return '';
  }
};

const WEIGHT: Readonly<Record<Severity, number>> = { block: 0, warn: 1, info: 2 };
export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  block: 'Blocks the export',
  warn: 'To confirm',
  info: 'For your information',
};

const ROOMS: readonly Room[] = ['header', 'reviewer', 'summary', 'items', 'letter'];
const orderOf = (part: Part): number => ROOMS.indexOf(roomOf(part)) * 1000 + (part.kind === 'item' ? part.item : 0);

export type FindingGroup<F extends Finding> = { readonly name: string; readonly findings: readonly F[] };

/**
 * Findings under the place they concern: places with a blocking finding first, then in the order of the letter;
 * blocking ones first in each.
 */
export const groupFindings = <F extends Finding>(findings: readonly F[]): FindingGroup<F>[] => {
  const byName = Map.groupBy(
    [...findings].sort((a, b) => orderOf(a.part) - orderOf(b.part)),
    ({ part }) => groupName(part),
  );
  const groups = [...byName].map(([name, found]) => ({
    name,
    findings: [...found].sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity] || a.check - b.check),
  }));
  const worst = ({ findings: [first] }: FindingGroup<F>): number => (first?.severity === 'block' ? 0 : 1);
  return groups.sort((a, b) => worst(a) - worst(b));
};

/** Findings that say the same of different words stand together; in their order. */
export const bunchFindings = <F extends Finding>(findings: readonly F[]): (readonly [F, ...F[]])[] =>
  [...Map.groupBy(findings, ({ name, part, values }) => JSON.stringify([name, part, values])).values()].flatMap(
    ([first, ...others]) => (first === undefined ? [] : [[first, ...others] as const]),
  );

/** The findings of a part of the letter. */
export const findingsOf = <F extends Finding>(findings: readonly F[], part: Part): F[] =>
  findings.filter((finding) => isSamePart(finding.part, part));
