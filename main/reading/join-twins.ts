import type { Twins } from './page-sketch.ts';

/** A page by its record and its number in it. */
export type NumberedPage = { readonly record: string; readonly number: number };

/** Pairs that follow one another on both sides, page by page. */
export type TwinRun<T> = readonly [Twins<T>, ...Twins<T>[]];

const follows = <T extends NumberedPage>(before: Twins<T>, after: Twins<T>): boolean =>
  after.a.record === before.a.record &&
  after.b.record === before.b.record &&
  after.a.number === before.a.number + 1 &&
  after.b.number === before.b.number + 1;

const place = <T extends NumberedPage>({ a, b }: Twins<T>): readonly (string | number)[] => [
  a.record,
  b.record,
  b.number - a.number,
  a.number,
];

const byPlace = <T extends NumberedPage>(one: Twins<T>, other: Twins<T>): number => {
  const [left, right] = [place(one), place(other)];
  const at = left.findIndex((value, index) => value !== right[index]);
  return at === -1 ? 0 : (left[at] ?? 0) < (right[at] ?? 0) ? -1 : 1;
};

/** Joins pairs of pages to the runs that came twice: a report faxed again is one finding, not one for every page. */
export const joinTwins = <T extends NumberedPage>(twins: readonly Twins<T>[]): TwinRun<T>[] => {
  const runs: [Twins<T>, ...Twins<T>[]][] = [];
  [...twins].sort(byPlace).forEach((pair) => {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && follows(last, pair)) run.push(pair);
    else runs.push([pair]);
  });
  return runs;
};
