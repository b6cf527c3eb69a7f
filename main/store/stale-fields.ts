import { Refusal } from '../../shared/reply.ts';
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

const objectIn = (value: unknown): Readonly<Record<string, unknown>> | null => {
  if (typeof value !== 'string' || !value.startsWith('{')) return null;
  const parsed: unknown = JSON.parse(value);
  return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : null;
};

/** Where rows stand in their list is nobody's field: others move them by adding a row. */
const NO_FIELDS: ReadonlySet<string> = new Set(['touched', 'position', 'proposal']);

/** The fields in which two versions of a row differ: columns, and the parts of those that hold an object. */
const changedFields = (before: Row, after: Row): string[] =>
  Object.keys(after).flatMap((name) => {
    const [old, fresh] = [before[name], after[name]];
    if (NO_FIELDS.has(name) || old === fresh || old === undefined) return [];
    const [oldParts, newParts] = [objectIn(old), objectIn(fresh)];
    if (oldParts === null || newParts === null) return [name];
    return [...new Set([...Object.keys(oldParts), ...Object.keys(newParts)])]
      .filter((key) => JSON.stringify(oldParts[key]) !== JSON.stringify(newParts[key]))
      .map((key) => `${name}.${key}`);
  });

/** The changes of one row after a revision, the oldest first. */
const patchesSince = (file: ReadCase, table: DraftTable, id: string, from: number): Patch[] =>
  queryOf<[number], { patches: string }>(databaseOf(file), 'SELECT patches FROM change WHERE seq > ? ORDER BY seq')
    .all(from)
    .flatMap(({ patches }) => JSON.parse(patches) as Patch[])
    .filter((patch) => patch.table === table && patch.id === id);

/** All that a row says; of a part that is an object what is not empty. */
const fieldsOf = (row: Row): string[] =>
  Object.keys(row).flatMap((name) => {
    const parts = objectIn(row[name]);
    if (NO_FIELDS.has(name) || parts === null) return NO_FIELDS.has(name) ? [] : [name];
    return Object.keys(parts).flatMap((key) => (parts[key] === '' || parts[key] === null ? [] : [`${name}.${key}`]));
  });

const fieldsOfPatch = ({ before, after }: Patch): string[] => {
  if (before !== null && after !== null) return changedFields(before, after);
  const row = before ?? after;
  return row === null ? [] : fieldsOf(row);
};

/** Refuses with `stale` where a field that is to be written was changed by another since the revision `from`. */
export const refuseStale = (file: ReadCase, { table, id, before, after }: Patch, from: number): void => {
  if (before === null || after === null) return;
  const written = new Set(changedFields(before, after));
  const field = patchesSince(file, table, id, from)
    .flatMap(fieldsOfPatch)
    .find((name) => written.has(name));
  if (field !== undefined) throw new Refusal('stale', STALE, { table, id, field });
};
