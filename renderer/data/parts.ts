import type { Finding, Severity } from '../../shared/check.ts';
import { HEADER_LABELS } from '../../shared/letter.ts';
import type { HeaderName } from '../../shared/letter.ts';

/** A finding's place taken apart: the room of the letter, the item's index where it is one, and the part in it. */
export type PartPlace = {
  readonly room: 'header' | 'reviewer' | 'summary' | 'items' | 'letter';
  readonly item: number | null;
  readonly part: string;
};

/**
 * Takes `items.0.rationale`, `header.caseNumber`, `summary` apart; what is not known belongs to the letter as a whole.
 */
export const partPlace = (where: string): PartPlace => {
  const [room = '', second = '', third = ''] = where.split('.');
  if (room === 'items' && /^\d+$/.test(second)) return { room, item: Number(second), part: third };
  if (room === 'header' || room === 'summary') return { room, item: null, part: second };
  if (room === 'reviewer' || room === 'credentials') return { room: 'reviewer', item: null, part: second };
  return { room: 'letter', item: null, part: '' };
};

const ITEM_PARTS: Readonly<Record<string, string>> = {
  heading: 'as requested',
  decision: 'decision',
  claims: 'claims administrator guideline',
  claimsGuideline: 'claims administrator guideline',
  reviewer: 'reviewer guideline',
  reviewerGuideline: 'reviewer guideline',
  rationale: 'decision rationale',
  partial: 'partial request',
};

const REVIEWER_PARTS: Readonly<Record<string, string>> = {
  organisation: 'review organisation',
  guidelineLabel: 'guideline label',
};

const isHeaderName = (part: string): part is HeaderName => Object.hasOwn(HEADER_LABELS, part);

/** The heading under which findings of this place stand. */
export const roomName = ({ room, item }: PartPlace): string => {
  if (room === 'items') return `Item ${(item ?? 0) + 1}`;
  return { header: 'Case details', reviewer: 'Reviewer', summary: 'Clinical summary', letter: 'Whole letter' }[room];
};

/** The part within its room, for people: `decision rationale`; empty where the whole room is meant. */
export const partName = ({ room, part }: PartPlace): string => {
  if (room === 'items') return ITEM_PARTS[part] ?? '';
  if (room === 'reviewer') return REVIEWER_PARTS[part] ?? part;
  return room === 'header' && isHeaderName(part) ? HEADER_LABELS[part] : part;
};

const WEIGHT: Readonly<Record<Severity, number>> = { block: 0, warn: 1, info: 2 };
export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  block: 'Blocks the export',
  warn: 'To confirm',
  info: 'For your information',
};

const ROOMS: readonly PartPlace['room'][] = ['header', 'reviewer', 'summary', 'items', 'letter'];

export type FindingGroup<F extends Finding> = { readonly name: string; readonly findings: readonly F[] };

/**
 * Findings under the place they concern: places with a blocking finding first, then in the order of the letter;
 * blocking ones first in each.
 */
export const groupFindings = <F extends Finding>(findings: readonly F[]): FindingGroup<F>[] => {
  const orderOf = (where: string): number => {
    const place = partPlace(where);
    return ROOMS.indexOf(place.room) * 1000 + (place.item ?? 0);
  };
  const byName = Map.groupBy(
    [...findings].sort((a, b) => orderOf(a.where) - orderOf(b.where)),
    ({ where }) => roomName(partPlace(where)),
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
  [...Map.groupBy(findings, ({ check, message }) => `${String(check)} ${message}`).values()].flatMap(
    ([first, ...others]) => (first === undefined ? [] : [[first, ...others] as const]),
  );

/** The findings of one part of an item; `claimsGuideline` and `claims` name the same part. */
export const findingsOfItem = <F extends Finding>(findings: readonly F[], item: number, part: string): F[] =>
  findings.filter(({ where }) => {
    const place = partPlace(where);
    return place.room === 'items' && place.item === item && (ITEM_PARTS[place.part] ?? '') === (ITEM_PARTS[part] ?? '');
  });
