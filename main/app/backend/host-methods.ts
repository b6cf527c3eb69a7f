import type { z } from 'zod';
import { contract } from '../../../shared/contract.ts';
import type { Method, Output, ParsedInput } from '../../../shared/contract.ts';
import { fail, succeed } from '../../../shared/reply.ts';
import type { Reply } from '../../../shared/reply.ts';
import type { Backend } from './backend.ts';

type HostMethod = Extract<Method, `host.${string}`>;

/** What a host answers by itself: dialogs, and where a written file went. */
export type HostAnswers = { readonly [M in HostMethod]: (input: ParsedInput<M>) => Promise<Output<M>> };

const sentenceOf = (error: z.ZodError): string =>
  error.issues.map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`)).join('; ');

const answer = async <M extends HostMethod>(
  method: M,
  input: unknown,
  answers: HostAnswers,
): Promise<Reply<Output<M>>> => {
  const checked = contract[method].input.safeParse(input);
  if (!checked.success) return fail('usage', sentenceOf(checked.error));
  try {
    return succeed(await answers[method](checked.data as ParsedInput<M>));
  } catch {
    return fail('internal', 'This could not be done. Try it again.');
  }
};

const isHostMethod = (method: string): method is HostMethod =>
  Object.hasOwn(contract, method) && contract[method as HostMethod].kind === 'host';

/** The backend as the page sees it: the methods of the host are answered by the host, the others go on. */
export const withHostMethods = (backend: Backend, answers: HostAnswers): Backend => ({
  ...backend,
  call: (method, input, callId, seen) =>
    isHostMethod(method) ? answer(method, input, answers) : backend.call(method, input, callId, seen),
});
