import type { z } from 'zod';

type Path = readonly PropertyKey[];
type Issue = z.ZodError['issues'][number];
/** An object or array of JSON that may be changed in place. */
type Node = Record<PropertyKey, unknown>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

const at = (value: unknown, path: Path): unknown =>
  path.reduce((within, key) => (isNode(within) ? within[key] : undefined), value);

const drop = (value: unknown, path: Path): void => {
  const parent = at(value, path.slice(0, -1));
  const key = path.at(-1);
  if (!isNode(parent) || key === undefined) return;
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
};

/** Takes away what the schema does not know, and puts the fallback, or nothing, where something does not fit it. */
const mend = (value: unknown, issue: Issue, fallback: unknown): void => {
  if (issue.code === 'unrecognized_keys') {
    issue.keys.forEach((key) => drop(value, [...issue.path, key]));
    return;
  }
  const { path } = issue;
  const [parent, key, instead] = [at(value, path.slice(0, -1)), path.at(-1), at(fallback, path)];
  const canStand = instead !== undefined && JSON.stringify(instead) !== JSON.stringify(at(value, path));
  if (isNode(parent) && !Array.isArray(parent) && key !== undefined && canStand) parent[key] = instead;
  else if (isNode(parent) && key !== undefined && Object.hasOwn(parent, key)) drop(value, path);
  // A field that has to be there and has no fallback: what it belongs to does not hold.
  else drop(value, path.slice(0, -1));
};

/** More faults than a value of ours can have: what has as many is not one of ours. */
const MOST_MENDS = 1000;

/**
 * Stored JSON as this version understands it: fields that it does not know are left out, a field that does not fit has
 * its value of `fallback`, an element of a list that does not fit is left out. Never throws; where nothing can be made
 * of it, it is `fallback`.
 */
export const readStored = <T>(schema: z.ZodType<T>, stored: unknown, fallback: T): T => {
  const sound = schema.safeParse(stored);
  if (sound.success) return sound.data;
  if (stored === undefined) return fallback;
  const value: unknown = JSON.parse(JSON.stringify(stored));
  for (let mends = 0; mends < MOST_MENDS; mends += 1) {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    const issue = parsed.error.issues[0];
    if (issue === undefined || (issue.path.length === 0 && issue.code !== 'unrecognized_keys')) return fallback;
    mend(value, issue, fallback);
  }
  return fallback;
};

/** The JSON of a stored text; undefined where it is none. */
export const parseStored = (text: string | null): unknown => {
  try {
    return text === null ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
};

/** `next` with the fields of the stored object that this version does not know: a newer one may need them again. */
export const keepUnknown = <T extends object>(schema: z.ZodObject, stored: unknown, next: T): T =>
  isNode(stored) && !Array.isArray(stored)
    ? {
        ...Object.fromEntries(Object.entries(stored).filter(([key]) => !Object.hasOwn(schema.shape, key))),
        ...next,
      }
    : next;

const rowsOf = (stored: unknown): readonly unknown[] => (Array.isArray(stored) ? stored : []);

const readRow = <T>(schema: z.ZodType<T>, stored: unknown): T | undefined =>
  readStored<T | undefined>(schema.optional(), stored, undefined);

/** The rows of a stored list as this version understands them; those that it cannot understand are left out. */
export const readStoredRows = <T>(schema: z.ZodType<T>, stored: unknown): T[] =>
  rowsOf(stored).flatMap((row) => readRow(schema, row) ?? []);

/**
 * The list to store for the rows `next`: each with what is stored of it and not known here, found by `keyOf`; rows that
 * this version cannot understand stay at the end.
 */
export const keepUnknownRows = <T extends object>(
  schema: z.ZodObject & z.ZodType<T>,
  stored: unknown,
  next: readonly T[],
  keyOf: (row: T) => string,
): unknown[] => {
  const known = rowsOf(stored).map((raw) => ({ raw, row: readRow<T>(schema, raw) }));
  const byKey = new Map(known.flatMap(({ raw, row }) => (row === undefined ? [] : [[keyOf(row), raw] as const])));
  return [
    ...next.map((row) => keepUnknown(schema, byKey.get(keyOf(row)), row)),
    ...known.filter(({ row }) => row === undefined).map(({ raw }) => raw),
  ];
};
