import { z } from 'zod';
import type { Topic } from './topic.ts';

/** Why something was refused. `usage` is a caller's mistake (exit code 2 of `imr`); `internal` is ours. */
export const ErrorCode = z.enum([
  'usage',
  'locked',
  'wrong-passphrase',
  'not-found',
  'exists',
  'invalid',
  'refused',
  'stale',
  'newer-version',
  'damaged',
  'in-use',
  'disk-full',
  'unreadable',
  'cancelled',
  'internal',
]);
export type ErrorCode = z.infer<typeof ErrorCode>;

/** `message` is one sentence for the user that says what to do; it never holds words of a record. */
export const AppError = z.strictObject({
  code: ErrorCode,
  message: z.string(),
  details: z.record(z.string(), z.unknown()),
});
export type AppError = z.infer<typeof AppError>;

/** What an answer of the backend says beside its value, for whoever shows it. */
export type AnswerNotes = {
  /** The case's last change that the answer knows of. */
  readonly revision?: number;
  /** What the answer to a query rests on: it is asked again when one of these changes. */
  readonly restsOn?: readonly Topic[];
};

/** The one reply shape: nothing throws across a boundary. */
export type Reply<T> =
  ({ readonly ok: true; readonly value: T } & AnswerNotes) | { readonly ok: false; readonly error: AppError };

export const succeed = <T>(value: T, notes: AnswerNotes = {}): Reply<T> => ({ ok: true, value, ...notes });
export const fail = (code: ErrorCode, message: string, details: Record<string, unknown> = {}): Reply<never> => ({
  ok: false,
  error: { code, message, details },
});

/** Thrown inside the backend to refuse; the dispatcher turns it into a {@link Reply}. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly details: Record<string, unknown>;
  constructor(code: ErrorCode, message: string, details: Record<string, unknown> = {}) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
  }
}
