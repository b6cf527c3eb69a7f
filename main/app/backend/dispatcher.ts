import type { z } from 'zod';
import type { AppEvent } from '../../../shared/app-event.ts';
import { contract, type Method } from '../../../shared/contract.ts';
import { Refusal, fail, succeed, type Reply } from '../../../shared/reply.ts';
import { isDamage, refusalOf } from '../../store/error-sentences.ts';
import { PARTLY_DAMAGED } from '../../store/open-remembered-case.ts';
import { assertNever } from '../../../shared/assert-never.ts';
import type { Seen } from '../../../shared/bridge.ts';
import type { CaseId } from '../../../shared/ids.ts';
import type { ReadCase, WriteCase } from '../../store/case-file.ts';
import { revisionOf, type Change, type Changed, type Describe } from '../../store/change-case.ts';
import { isCaseOpen } from '../../store/open-case.ts';
import { withReads } from '../../store/reads.ts';
import type { AppMethod, Call, CaseCommand, Handlers } from './app.ts';

/** Progress is let through at most this often. */
const PROGRESS_MS = 100;

const UNEXPECTED =
  'IMR Desk met an error that it did not expect and stopped what was asked. Look at what is there now before you try again.';

export type Dispatcher = {
  /** `seen`: what whoever asks had before them. */
  readonly call: (method: string, input: unknown, callId?: string, seen?: Seen) => Promise<Reply<unknown>>;
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
  /** How often what the vault keeps for all cases was changed since the program began. */
  readonly vaultRevision: () => number;
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

type Asked = { readonly method: AppMethod; readonly input: unknown; readonly call: Call; readonly seen?: Seen };
type InCase = (file: ReadCase, input: unknown, call: Call) => unknown;
type Alone = (input: unknown, call: Call) => unknown;
type Command = CaseCommand<AppMethod>;

const caseOf = (input: unknown, { openCase }: Doors): ReadCase | undefined =>
  typeof input === 'object' && input !== null && 'caseId' in input ? openCase(input.caseId as CaseId) : undefined;

const answerQuery = async (handler: unknown, { input, call }: Asked, doors: Doors): Promise<Reply<unknown>> => {
  const file = caseOf(input, doors);
  // Before the answer: what comes meanwhile is newer than what the answer is said to know.
  const revision = file === undefined ? doors.vaultRevision() : revisionOf(file);
  const { value, restsOn } = await withReads(() =>
    file === undefined ? (handler as Alone)(input, call) : (handler as InCase)(file, input, call),
  );
  return succeed(value, { restsOn, revision });
};

const runCommand = (
  handler: unknown,
  { method, input, seen }: Asked,
  doors: Doors,
  own: OwnRevisions,
): Reply<unknown> => {
  const file = caseOf(input, doors);
  if (file === undefined) throw new Error('a command of a case names it');
  const { run, joinsWith } = (typeof handler === 'function' ? { run: handler } : handler) as Command;
  const later: (() => void)[] = [];
  const shown = seen && { revision: seen.revision, isOwn: own.isOwn(file.id, seen) };
  const { value, revision } = doors.changeCase(
    file,
    { method, ...(shown !== undefined && { seen: shown }) },
    (write, describe) => {
      const joinKey = joinsWith?.(write, input as never);
      // What two pages type is not one step of undo.
      if (joinKey !== undefined) describe({ joinKey: `${method} ${seen?.client ?? ''} ${joinKey}` });
      return run(write, input as never, { describe, seen: shown, afterwards: (work) => void later.push(work) });
    },
  );
  for (const work of later) work();
  return succeed(value, { revision });
};

/** Who made which change: the page, and in it the edit. */
type OwnRevisions = {
  readonly note: (caseId: CaseId, revision: number, seen: Seen) => void;
  /** For an edit its own changes count, so that what else the page has done is not overwritten by it. */
  readonly isOwn: (caseId: CaseId, seen: Seen) => (revision: number) => boolean;
};

const newOwnRevisions = (): OwnRevisions => {
  const makers = new Map<CaseId, Map<number, Pick<Seen, 'client' | 'edit'>>>();
  return {
    note: (caseId, revision, { client, edit }) => {
      const ofCase = makers.get(caseId) ?? new Map<number, Pick<Seen, 'client' | 'edit'>>();
      makers.set(caseId, ofCase.set(revision, { client, edit }));
    },
    isOwn:
      (caseId, { client, edit }) =>
      (revision) => {
        const maker = makers.get(caseId)?.get(revision);
        return maker?.client === client && (edit === undefined || maker.edit === edit);
      },
  };
};

/** Runs what changes a case, and notes at once, before anything else can run, that the page has made these changes. */
const notingOwn = <T>({ input, seen }: Asked, doors: Doors, own: OwnRevisions, run: () => T): T => {
  const file = seen === undefined ? undefined : caseOf(input, doors);
  if (file === undefined || seen === undefined) return run();
  const before = revisionOf(file);
  const result = run();
  // The case is gone where it was erased.
  const after = isCaseOpen(file) ? revisionOf(file) : before;
  for (let revision = before + 1; revision <= after; revision += 1) own.note(file.id, revision, seen);
  return result;
};

const answer = async (handler: unknown, asked: Asked, doors: Doors, own: OwnRevisions): Promise<Reply<unknown>> => {
  const definition = contract[asked.method];
  switch (definition.kind) {
    case 'query':
      return answerQuery(handler, asked, doors);
    case 'command':
      if (definition.scope === 'case')
        return notingOwn(asked, doors, own, () => runCommand(handler, asked, doors, own));
      if (definition.scope === 'vault') {
        const value = doors.changeVault(() => (handler as Alone)(asked.input, asked.call));
        return succeed(value, { revision: doors.vaultRevision() });
      }
      return succeed(await notingOwn(asked, doors, own, () => (handler as Alone)(asked.input, asked.call)));
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
  const own = newOwnRevisions();
  const progressOf = (callId: string): Call['progress'] => {
    let last = 0;
    return (done, total, note) => {
      const now = Date.now();
      if (now - last < PROGRESS_MS && done < total) return;
      last = now;
      doors.emit({ event: 'job.progress', callId, done, total, note });
    };
  };
  const call: Dispatcher['call'] = async (method, input, callId = '', seen) => {
    if (!isAppMethod(method)) return fail('usage', 'There is no such method.', { method: String(method).slice(0, 80) });
    const parsed = contract[method].input.safeParse(input);
    if (!parsed.success)
      return fail('usage', `The input of ${method} is not as it should be: ${inputFault(parsed.error)}.`);
    const controller = new AbortController();
    if (callId !== '') running.set(callId, controller);
    const { signal } = controller;
    try {
      const asked = { method, input: parsed.data, call: { signal, progress: progressOf(callId) } };
      return await answer(handlers[method], { ...asked, ...(seen !== undefined && { seen }) }, doors, own);
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
