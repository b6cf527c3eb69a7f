import type { GuidelineRow, GuidelineTable, MtusCitation } from './guideline.ts';

/**
 * The days that tell which edition counts for an item. Orders speak of services rendered on or after a day: `first` and
 * `last` hold the day of service of a retrospective item, the decision date of any other. `request` is the day of the
 * request, by which the pair of 2016 alone goes; null where it is not known.
 */
export type EditionDays = {
  readonly basis: 'service' | 'decision';
  readonly first: string;
  readonly last: string;
  readonly request: { readonly basis: 'request' | 'denial'; readonly day: string } | null;
};

/** Why nothing is said of an edition. */
export const UNKNOWNS = [
  'beyond-table',
  'unknown-end',
  'memory',
  'proposal',
  'no-day',
  'no-year',
  'service-date',
  'request-date',
] as const;
type Unknown = (typeof UNKNOWNS)[number];

/** How an edition stands on the days of an item, by which of them it was told, and why nothing can be told. */
export type Standing = {
  readonly state: 'in-force' | 'not-in-force' | 'not-known';
  readonly basis: 'service' | 'decision' | 'request' | 'denial';
  readonly day: string;
  readonly why: Unknown | null;
};

type Known = GuidelineRow & { readonly effectiveFrom: string };
/** Whether a row may be judged by: adopted, not from memory, and its day known. */
const isKnown = (row: GuidelineRow): row is Known =>
  row.status === 'adopted' && row.certainty !== 'memory' && row.effectiveFrom !== null;

const earliest = (days: readonly (string | null | undefined)[]): string | null =>
  days.filter((day): day is string => typeof day === 'string').sort()[0] ?? null;

/** The day on which a later edition begins to apply to services, of those that `isNext` tells. */
const beginOfNext = (row: Known, rows: readonly GuidelineRow[], isNext: (other: Known) => boolean): string | null =>
  earliest(
    rows
      .filter((other): other is Known => isKnown(other) && other.requestsFrom === null && isNext(other))
      .map(({ effectiveFrom }) => effectiveFrom)
      .filter((from) => from > row.effectiveFrom),
  );

/** The day from which the edition does not apply to services any more; null where none is known. */
export const endOf = (row: GuidelineRow, rows: readonly GuidelineRow[]): string | null => {
  if (!isKnown(row)) return row.effectiveTo;
  if (row.requestsTo === null)
    return row.effectiveTo ?? beginOfNext(row, rows, ({ chapter }) => chapter === row.chapter);
  return beginOfNext(row, rows, ({ regulation }) => regulation === row.regulation);
};

/** By the day of the request: whether the edition has begun and still goes on; null where the day is not known. */
const isRequestedInTime = (
  { requestsFrom, requestsTo }: GuidelineRow,
  { request, last }: EditionDays,
): boolean | null => {
  const bound = requestsFrom ?? requestsTo ?? '';
  // The request came before the decision: that alone may tell.
  const day = request?.day ?? (last < bound ? last : null);
  if (day === null) return null;
  return requestsFrom === null ? day < bound : day >= bound;
};

const byService = (row: Known, rows: readonly GuidelineRow[], { first, last }: EditionDays): Standing['state'] => {
  const from = row.requestsFrom === null ? row.effectiveFrom : '';
  const to = endOf(row, rows);
  if (last < from || (to !== null && first >= to)) return 'not-in-force';
  const stop = earliest([to, row.unknownFrom]);
  return first >= from && (stop === null || last < stop) ? 'in-force' : 'not-known';
};

const unjudged = (row: GuidelineRow): Unknown =>
  row.status === 'proposed' ? 'proposal' : row.certainty === 'memory' ? 'memory' : 'no-day';

/** How one edition of the table stands on the days of an item. Nothing is judged after the day up to which it is complete. */
export const standingOf = (row: GuidelineRow, { rows, completeTo }: GuidelineTable, days: EditionDays): Standing => {
  const plain = { basis: days.basis, day: days.last } as const;
  const notKnown = (why: Unknown): Standing => ({ ...plain, state: 'not-known', why });
  if (!isKnown(row)) return notKnown(unjudged(row));
  if (days.last > completeTo) return notKnown('beyond-table');
  const state = byService(row, rows, days);
  if (row.requestsFrom === null && row.requestsTo === null)
    return state === 'not-known'
      ? notKnown(row.unknownFrom !== null && days.last >= row.unknownFrom ? 'unknown-end' : 'service-date')
      : { ...plain, state, why: null };
  if (state === 'not-in-force') return { ...plain, state, why: null };
  const inTime = isRequestedInTime(row, days);
  if (inTime === null) return notKnown('request-date');
  const told = days.request ?? plain;
  if (!inTime) return { basis: told.basis, day: told.day, state: 'not-in-force', why: null };
  return state === 'not-known' ? notKnown('service-date') : { basis: told.basis, day: told.day, state, why: null };
};

/** Whether a row is of the chapter of this name. */
export const isOfChapter = ({ chapter, otherNames }: GuidelineRow, name: string): boolean =>
  chapter === name || otherNames.includes(name);

/**
 * How a cited edition stands on the days of an item; null where the table has no chapter of its name and is complete up
 * to these days.
 */
export const citedStanding = (
  { chapter, year }: Pick<MtusCitation, 'chapter' | 'year'>,
  table: GuidelineTable,
  days: EditionDays,
): Standing | null => {
  const ofChapter = table.rows.filter((row) => isOfChapter(row, chapter));
  const own = ofChapter.filter((row) => String(row.year ?? '') === year).map((row) => standingOf(row, table, days));
  const best =
    own.find(({ state }) => state === 'in-force') ??
    own.find(({ why }) => why !== null && why !== 'memory' && why !== 'proposal') ??
    own.find(({ state }) => state === 'not-known') ??
    own[0];
  if (best !== undefined) return best;
  const plain = { basis: days.basis, day: days.last } as const;
  if (days.last > table.completeTo) return { ...plain, state: 'not-known', why: 'beyond-table' };
  const yearless = ofChapter
    .filter(({ year, status }) => year === null && status === 'adopted')
    .map((row) => standingOf(row, table, days))
    .find(({ state }) => state !== 'not-in-force');
  if (yearless !== undefined) return { ...plain, state: 'not-known', why: yearless.why ?? 'no-year' };
  return ofChapter.length === 0 ? null : { ...plain, state: 'not-in-force', why: null };
};

/** The editions in force on the days of an item, in the order of the table. */
export const editionsInForce = (table: GuidelineTable, days: EditionDays): GuidelineRow[] =>
  table.rows.filter((row) => standingOf(row, table, days).state === 'in-force');

/** What is in force where the cited chapter was: the same chapter, or all that stands in its section. */
export const inItsPlace = (chapter: string, table: GuidelineTable, days: EditionDays): GuidelineRow[] => {
  const inForce = editionsInForce(table, days);
  const same = inForce.filter((row) => isOfChapter(row, chapter));
  const sections = table.rows.filter((row) => isOfChapter(row, chapter)).map(({ regulation }) => regulation);
  return same.length > 0 ? same : inForce.filter(({ regulation }) => sections.includes(regulation));
};
