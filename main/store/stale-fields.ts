import type { SeenRevision } from './seen-revision.ts';
import { mergeProse } from '../../shared/merge-prose.ts';
import { Refusal } from '../../shared/reply.ts';
import { parseStored } from '../../shared/stored-json.ts';
import type { DraftTable, ReadCase, Row } from './case-file.ts';
import { databaseOf, queryOf } from './statements.ts';

/** What a change did to one row; null: there was none, or there is none any more. */
export type Patch = {
  readonly table: DraftTable;
  readonly id: string;
  readonly before: Row | null;
  readonly after: Row | null;
};

const STALE = 'This was changed elsewhere meanwhile; look at what stands there now.';

/** The parts of a column that change each by itself: the fields of an object, the members of a list; null: it is one. */
const partsIn = (value: unknown): ReadonlyMap<string, string> | null => {
  const parsed = typeof value === 'string' && /^[[{]/u.test(value) ? parseStored(value) : null;
  if (typeof parsed !== 'object' || parsed === null) return null;
  if (!Array.isArray(parsed))
    return new Map(Object.entries(parsed).map(([name, part]) => [name, JSON.stringify(part)] as const));
  return new Map(parsed.map((member: unknown) => [JSON.stringify(member), 'in the list'] as const));
};

/** Where rows stand in their list is nobody's field: others move them by adding a row. */
const NO_FIELDS: ReadonlySet<string> = new Set(['touched', 'position', 'proposal']);

/** The fields in which two versions of a row differ: columns, and the parts of those that have any. */
const changedFields = (before: Row, after: Row): string[] =>
  Object.keys(after).flatMap((name) => {
    const [old, fresh] = [before[name], after[name]];
    if (NO_FIELDS.has(name) || old === fresh || old === undefined) return [];
    const [oldParts, newParts] = [partsIn(old), partsIn(fresh)];
    if (oldParts === null || newParts === null) return [name];
    const parts = [...new Set([...oldParts.keys(), ...newParts.keys()])]
      .filter((key) => oldParts.get(key) !== newParts.get(key))
      .map((key) => `${name}.${key}`);
    return parts.length > 0 ? parts : [name];
  });

const columnOf = (field: string): string => field.split('.', 1).join('');

/** True where a field, or the column that it is a part of, is among those that others have changed. */
const isAmong = (field: string, others: ReadonlySet<string>): boolean =>
  others.has(field) || others.has(columnOf(field)) || [...others].some((other) => columnOf(other) === field);

type LaterPatch = Patch & { readonly isOwn: boolean };

/** What was changed after a revision where `words` stand in the log, the oldest first. */
const patchesWith = (file: ReadCase, words: string, { revision, isOwn }: SeenRevision): LaterPatch[] =>
  queryOf<[number, string], { seq: number; patches: string }>(
    databaseOf(file),
    'SELECT seq, patches FROM change WHERE seq > ? AND instr(patches, ?) > 0 ORDER BY seq',
  )
    .all(revision, words)
    .flatMap(({ seq, patches }) => (JSON.parse(patches) as Patch[]).map((patch) => ({ ...patch, isOwn: isOwn(seq) })));

/** What was changed in one row after a revision, the oldest first. */
const patchesSince = (file: ReadCase, { table, id }: Patch, seen: SeenRevision): LaterPatch[] =>
  patchesWith(file, id, seen).filter((patch) => patch.table === table && patch.id === id);

const EMPTY_PARTS: ReadonlySet<string> = new Set(['""', 'null', '[]', '{}']);

/** All that a row says; of a column with parts what is not empty. */
const fieldsOf = (row: Row): string[] =>
  Object.keys(row).flatMap((name) => {
    if (NO_FIELDS.has(name)) return [];
    const parts = partsIn(row[name]);
    if (parts === null) return [name];
    return [...parts].flatMap(([key, part]) => (EMPTY_PARTS.has(part) ? [] : [`${name}.${key}`]));
  });

const fieldsOfPatch = ({ before, after }: Patch): string[] => {
  if (before !== null && after !== null) return changedFields(before, after);
  const row = before ?? after;
  return row === null ? [] : fieldsOf(row);
};

/** Prose in which two may write at once, as long as they do not write in the same sentence. */
const isProse = (table: DraftTable, field: string): boolean => table === 'item' && field === 'rationale';

/** The text that was last seen or written by whoever writes now; null where that cannot be told from the changes. */
const textInHand = (later: readonly LaterPatch[], field: string): string | null =>
  later.reduce<string | null | undefined>((inHand, { before, after, isOwn }) => {
    const [old, fresh] = [before?.[field], after?.[field]];
    if (inHand === null || typeof old !== 'string' || typeof fresh !== 'string') return null;
    if (inHand === undefined) return isOwn ? fresh : old;
    return isOwn ? mergeProse(old, inHand, fresh) : inHand;
  }, undefined) ?? null;

/** A text with the change of it that is to be written and those of others; null where they are of the same sentence. */
const bothChanges = ({ before, after }: Patch, field: string, later: readonly LaterPatch[]): string | null => {
  const [base, theirs, mine] = [textInHand(later, field), before?.[field], after?.[field]];
  if (base === null || typeof theirs !== 'string' || typeof mine !== 'string') return null;
  return mergeProse(base, mine, theirs);
};

/**
 * The row to write when others have changed it since it was seen: their fields stay, prose holds the changes of both.
 * Refuses with `stale` where a field that is to be written was changed by another, or a row that is to be removed.
 */
export const settleStale = (file: ReadCase, patch: Patch, seen: SeenRevision): Row | null => {
  const { table, id, before, after } = patch;
  if (before === null) return after;
  const later = patchesSince(file, patch, seen);
  const others = new Set(later.filter(({ isOwn }) => !isOwn).flatMap(fieldsOfPatch));
  if (after === null) {
    if (others.size > 0) throw new Refusal('stale', STALE, { table, id });
    return null;
  }
  const merged: Record<string, string> = {};
  for (const field of changedFields(before, after).filter((name) => isAmong(name, others))) {
    const both = isProse(table, field) ? bothChanges(patch, field, later) : null;
    if (both === null) throw new Refusal('stale', STALE, { table, id, field });
    merged[field] = both;
  }
  return { ...after, ...merged };
};

/** The rows of a draft as they stood before whoever was shown `seen`: with what they changed, without what others did. */
export const rowsAsSeen = (file: ReadCase, table: DraftTable, rows: readonly Row[], seen: SeenRevision): Row[] => {
  const shown = new Map(rows.map((row) => [row.id, row]));
  const others = patchesWith(file, `"${table}"`, seen).filter((patch) => patch.table === table && !patch.isOwn);
  for (const { id, before, after } of others.toReversed()) {
    const row = shown.get(id);
    if (before === null) shown.delete(id);
    else if (row === undefined) shown.set(id, before);
    else if (after !== null)
      shown.set(id, {
        ...row,
        ...Object.fromEntries(Object.entries(before).filter(([name]) => row[name] === after[name])),
      });
  }
  return [...shown.values()];
};
