import { z } from 'zod';
import { CaseId } from './ids.ts';

/** A method that never writes. Its answer says what it rests on (topics), so that it is asked again when that changes. */
export const query = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  ({ kind: 'query', input, output }) as const;

/**
 * A change of a case: one transaction in which everything is read that it writes by. `undo` names it where people read
 * what was taken back; null: it is no step of undo.
 */
export const command = <I extends z.ZodType<{ caseId: CaseId }>, O extends z.ZodType, U extends string | null>(
  input: I,
  output: O,
  undo: U,
) => ({ kind: 'command', scope: 'case', undo, input, output }) as const;

/** A change of what the vault keeps for all cases: one transaction. */
export const vaultCommand = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  ({ kind: 'command', scope: 'vault', undo: null, input, output }) as const;

/** Acts on the vault or a case as a whole, or on what goes on in the background: opens, makes, erases, holds. */
export const act = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  ({ kind: 'command', scope: 'session', undo: null, input, output }) as const;

/** Long: it reports `job.progress`, can be cancelled, and writes in changes of its own. */
export const job = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  ({ kind: 'job', input, output }) as const;

/** Answered by the host itself. */
export const host = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  ({ kind: 'host', input, output }) as const;

/** The input of a method that takes nothing. */
export const none = z.strictObject({});
/** The output of a method that only does. */
export const done = z.strictObject({});
export const inCase = z.strictObject({ caseId: CaseId });
