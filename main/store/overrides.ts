import type { FindingName } from '../../shared/finding-kinds.ts';
import type { ReadCase, WriteCase } from './case-file.ts';
import { put, query } from './statements.ts';

/**
 * The reason for which a finding was overridden, with what it said then. Those of version 0.1.0 have no `name`, and
 * their id is made in another way.
 */
export type Override = {
  readonly id: string;
  readonly name?: FindingName;
  readonly check: number;
  readonly message: string;
  readonly reason: string;
};

/** Overrides are stated about the case like its other facts. */
const FACT = 'overrides';

/** Every override of the case, in the order in which they were made. */
export const listOverrides = (file: ReadCase): Override[] => {
  const value = query<[string], { value: string }>(file, 'SELECT value FROM fact WHERE id = ?').get(FACT)?.value;
  return value === undefined ? [] : (JSON.parse(value) as Override[]);
};

/** Makes the overrides these. */
export const writeOverrides = (file: WriteCase, overrides: readonly Override[]): void =>
  put(file, 'fact', { id: FACT, value: JSON.stringify(overrides) });
