import type { Figure } from '../../main/hosts/cli/commands/bench-commands.ts';

export type { Figure };

/** A bench measures a few figures and says on the way what it is doing. */
export type Bench = (say: (line: string) => void) => Promise<Figure[]>;

/** The value below which `share` of the sorted values lie, 0 to 1. */
export const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN;

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** A figure that was only to be printed. */
export const printed = (name: string, value: number, unit: string): Figure => ({
  name,
  value,
  unit,
  goal: 'printed',
  holds: null,
  reason: 'no goal: printed for comparison',
});

/** A ratio that should be at least, or at most, its goal. */
export const ratio = (
  name: string,
  value: number,
  goal: { readonly least: number } | { readonly most: number },
): Figure =>
  'least' in goal
    ? { name, value, unit: 'x', goal: `>= ${goal.least}`, holds: value >= goal.least }
    : { name, value, unit: 'x', goal: `<= ${goal.most}`, holds: value <= goal.most };

/** Milliseconds that should stay below their goal. */
export const below = (name: string, value: number, goal: number): Figure => ({
  name,
  value,
  unit: 'ms',
  goal: `< ${String(goal)}`,
  holds: value < goal,
});

export const notMeasured = (name: string, goal: string, reason: string): Figure => ({
  name,
  value: null,
  unit: '',
  goal,
  holds: null,
  reason,
});

/** Milliseconds that `work` takes. */
export const timed = async (work: () => unknown): Promise<number> => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};
