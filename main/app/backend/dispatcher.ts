import type { z } from 'zod';
import type { AppEvent } from '../../../shared/app-event.ts';
import { contract, type Method } from '../../../shared/contract.ts';
import { Refusal, fail, succeed, type Reply } from '../../../shared/reply.ts';
import { isDamage, refusalOf } from '../../store/error-sentences.ts';
import { PARTLY_DAMAGED } from '../../store/open-remembered-case.ts';
import { assertNever } from '../../../shared/assert-never.ts';
import type { CaseId } from '../../../shared/ids.ts';
import type { ReadCase, WriteCase } from '../../store/case-file.ts';
import { revisionOf, type Change, type Changed, type Describe } from '../../store/change-case.ts';
import { withReads } from '../../store/reads.ts';
import type { AppMethod, Call, CaseCommand, Handlers } from './app.ts';

/** Progress is let through at most this often. */
const PROGRESS_MS = 100;

const UNEXPECTED =
  'IMR Desk met an error that it did not expect and stopped what was asked. Look at what is there now before you try again.';

export type Dispatcher = {
  /** `from`: the revision that whoever asks had before them. */
  readonly call: (method: string, input: unknown, callId?: string, from?: number) => Promise<Reply<unknown>>;
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

/** What the dispatcher opens for a handler: the case that is asked about, and the one transaction of a command. */
export type Doors = {
  /** Refuses with `locked`, `not-found`, `damaged` or `newer-version`. */
  readonly openCase: (caseId: CaseId) => ReadCase;
  readonly changeCase: <T>(
    file: ReadCase,
    change: Omit<Change, 'now' | 'isBackground'>,
    work: (write: WriteCase, describe: Describe) => T,
  ) => Changed<T>;
  readonly changeVault: <T>(work: () => T) => T;
  readonly emit: (event: AppEvent) => void;
  /** Tells now what the background has touched. */
  readonly flush: () => void;
  /** Remembers that damage was met while the case was read. */
  readonly noteDamage: (caseId: CaseId, reason: string) => void;
  /** Lets the vault remember what was written, before whoever asked is answered. */
  readonly settle: () => void;
  /** Gets unexpected errors. */
  readonly report: (method: string, error: unknown) => void;
};

type Asked = { readonly method: AppMethod; readonly input: unknown; readonly call: Call; readonly from?: number };
type InCase = (file: ReadCase, input: unknown, call: Call) => unknown;
type Alone = (input: unknown, call: Call) => unknown;
type Command = CaseCommand<AppMethod>;

const caseOf = (input: unknown, { openCase }: Doors): ReadCase | undefined =>
  typeof input === 'object' && input !== null && 'caseId' in input ? openCase(input.caseId as CaseId) : undefined;

const answerQuery = async (handler: unknown, { input, call }: Asked, doors: Doors): Promise<Reply<unknown>> => {
  const file = caseOf(input, doors);
  // Before the answer: what comes meanwhile is newer than what the answer is said to know.
  const revision = file && revisionOf(file);
  const { value, restsOn } = await withReads(() =>
    file === undefined ? (handler as Alone)(input, call) : (handler as InCase)(file, input, call),
  );
  return succeed(value, { restsOn, ...(revision !== undefined && { revision }) });
};

const runCommand = (handler: unknown, { method, input, from }: Asked, doors: Doors): Reply<unknown> => {
  const file = caseOf(input, doors);
  if (file === undefined) throw new Error('a command of a case names it');
  const { run, joinsWith } = (typeof handler === 'function' ? { run: handler } : handler) as Command;
  const later: (() => void)[] = [];
  const { value, revision } = doors.changeCase(
    file,
    { method, ...(from !== undefined && { from }) },
    (write, describe) => {
      const joinKey = joinsWith?.(write, input as never);
      if (joinKey !== undefined) describe({ joinKey: `${method} ${joinKey}` });
      return run(write, input as never, { describe, from, afterwards: (work) => void later.push(work) });
    },
  );
  for (const work of later) work();
  return succeed(value, { revision });
};

const answer = async (handler: unknown, asked: Asked, doors: Doors): Promise<Reply<unknown>> => {
  const definition = contract[asked.method];
  switch (definition.kind) {
    case 'query':
      return answerQuery(handler, asked, doors);
    case 'command':
      if (definition.scope === 'case') return runCommand(handler, asked, doors);
      if (definition.scope === 'vault')
        return succeed(doors.changeVault(() => (handler as Alone)(asked.input, asked.call)));
      return succeed(await (handler as Alone)(asked.input, asked.call));
    case 'job':
      return succeed(await (handler as Alone)(asked.input, asked.call));
    default:
      return assertNever(definition);
  }
};

/** A page of a case that cannot be read: the case is damaged from then on, and not only for whoever asked. */
const noteDamage = (error: unknown, input: unknown, { noteDamage: note }: Doors): void => {
  if (isDamage(error) && typeof input === 'object' && input !== null && 'caseId' in input)
    note(input.caseId as CaseId, PARTLY_DAMAGED.reason);
};

/** Checks every call against the contract, opens what it is about, and turns every outcome into a reply. */
export const newDispatcher = (handlers: Handlers, doors: Doors): Dispatcher => {
  const running = new Map<string, AbortController>();
  const progressOf = (callId: string): Call['progress'] => {
    let last = 0;
    return (done, total, note) => {
      const now = Date.now();
      if (now - last < PROGRESS_MS && done < total) return;
      last = now;
      doors.emit({ event: 'job.progress', callId, done, total, note });
    };
  };
  const call: Dispatcher['call'] = async (method, input, callId = '', from) => {
    if (!isAppMethod(method)) return fail('usage', 'There is no such method.', { method: String(method).slice(0, 80) });
    const parsed = contract[method].input.safeParse(input);
    if (!parsed.success)
      return fail('usage', `The input of ${method} is not as it should be: ${inputFault(parsed.error)}.`);
    const controller = new AbortController();
    if (callId !== '') running.set(callId, controller);
    const { signal } = controller;
    try {
      const asked = { method, input: parsed.data, call: { signal, progress: progressOf(callId) } };
      return await answer(handlers[method], { ...asked, ...(from !== undefined && { from }) }, doors);
    } catch (error) {
      noteDamage(error, parsed.data, doors);
      return replyTo(error, signal, (unexpected) => doors.report(method, unexpected));
    } finally {
      doors.settle();
      if (running.get(callId) === controller) running.delete(callId);
      if (contract[method].kind === 'job') doors.flush();
    }
  };
  return {
    call,
    cancel: (callId) => running.get(callId)?.abort(),
    cancelAll: () => running.forEach((controller) => controller.abort()),
  };
};
