import { z } from 'zod';
import { CaseId } from './ids.ts';

export type MethodKind = 'query' | 'command' | 'job' | 'host';

/** One entry of the contract: what kind of method it is, what it takes, what it answers. */
export const method = <K extends MethodKind, I extends z.ZodType, O extends z.ZodType>(
  kind: K,
  input: I,
  output: O,
) => ({ kind, input, output });

/** The input of a method that takes nothing. */
export const none = z.strictObject({});
/** The output of a method that only does. */
export const done = z.strictObject({});
export const inCase = z.strictObject({ caseId: CaseId });
