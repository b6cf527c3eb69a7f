import type { z } from 'zod';
import { contract, type AppEvent, type Method } from '../../../shared/contract.ts';
import { Refusal, fail, succeed, type Reply } from '../../../shared/reply.ts';
import { refusalOf } from '../../store/error-sentences.ts';
import type { AppMethod, Call, Handlers } from './app.ts';

/** Progress is let through at most this often. */
const PROGRESS_MS = 100;

const UNEXPECTED =
  'IMR Desk met an error that it did not expect and stopped what was asked. Look at what is there now before you try again.';

export type Dispatcher = {
  readonly call: (method: string, input: unknown, callId?: string) => Promise<Reply<unknown>>;
  readonly cancel: (callId: string) => void;
  readonly cancelAll: () => void;
};

const isAppMethod = (method: string): method is AppMethod =>
  Object.hasOwn(contract, method) && contract[method as Method].kind !== 'host';

/** Names the field and what is wrong with it; values are left out, as they may be words of a record. */
const inputFault = (error: z.ZodError): string =>
  error.issues
    .map((issue) =>
      issue.code === 'unrecognized_keys'
        ? `${[...issue.path, ''].join('.')}${issue.keys.join(', ')} is not known here`
        : `${issue.path.join('.') || 'input'}: ${issue.message}`,
    )
    .join('; ');

const replyTo = (error: unknown, signal: AbortSignal, report: (error: unknown) => void): Reply<never> => {
  if (signal.aborted) return fail('cancelled', 'This was cancelled; what was finished by then is kept.');
  const refusal = error instanceof Refusal ? error : refusalOf(error);
  if (refusal !== null) return fail(refusal.code, refusal.message, refusal.details);
  report(error);
  return fail('internal', UNEXPECTED);
};

/** Checks every call against the contract and turns every outcome into a reply. `report` gets unexpected errors. */
export const newDispatcher = (
  handlers: Handlers,
  emit: (event: AppEvent) => void,
  report: (method: string, error: unknown) => void,
): Dispatcher => {
  const running = new Map<string, AbortController>();
  const progressOf = (callId: string): Call['progress'] => {
    let last = 0;
    return (done, total, note) => {
      const now = Date.now();
      if (now - last < PROGRESS_MS && done < total) return;
      last = now;
      emit({ event: 'job.progress', callId, done, total, note });
    };
  };
  const call = async (method: string, input: unknown, callId = ''): Promise<Reply<unknown>> => {
    if (!isAppMethod(method)) return fail('usage', 'There is no such method.', { method: String(method).slice(0, 80) });
    const parsed = contract[method].input.safeParse(input);
    if (!parsed.success)
      return fail('usage', `The input of ${method} is not as it should be: ${inputFault(parsed.error)}.`);
    const controller = new AbortController();
    if (callId !== '') running.set(callId, controller);
    try {
      const handler = handlers[method] as (input: unknown, call: Call) => unknown;
      return succeed(await handler(parsed.data, { signal: controller.signal, progress: progressOf(callId) }));
    } catch (error) {
      return replyTo(error, controller.signal, (unexpected) => report(method, unexpected));
    } finally {
      if (running.get(callId) === controller) running.delete(callId);
    }
  };
  return {
    call,
    cancel: (callId) => running.get(callId)?.abort(),
    cancelAll: () => running.forEach((controller) => controller.abort()),
  };
};
