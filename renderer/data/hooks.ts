import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { Input, Output } from '../../shared/contract.ts';
import { CaseId } from '../../shared/ids.ts';
import type { AppError, Reply } from '../../shared/reply.ts';
import { showToast } from '../ui/toast-queue.ts';
import { bridge } from './bridge.ts';
import { askAgain, askWhole } from './client.ts';
import type { CallError } from './client.ts';
import type { MadeFrom } from './edit-keeper.ts';
import { useReadRevision } from './read-revision.ts';
import { beginJob, endJob, useJobOf } from './jobs.ts';
import type { Job } from './jobs.ts';
import type { Answered, CommandMethod, JobMethod, QueryMethod } from './topics.ts';

type Ask = {
  /** False: not asked yet. */
  readonly isEnabled?: boolean;
  /** The answer to the previous input is shown until the new one is there. */
  readonly keepsPrevious?: boolean;
};

export type Answer<T> = {
  /** Undefined until it is there, and while it was refused. */
  readonly data: T | undefined;
  readonly error: CallError | null;
  readonly isPending: boolean;
  /** It is the answer to the previous input. */
  readonly isPrevious: boolean;
  /** The last change that the answer knows of, of the case or of what the vault keeps for all; 0 until it is there. */
  readonly revision: number;
};

/** The answer to a query of the contract, read again whenever `data.changed` names what it rests on. */
export const useQueryOf = <M extends QueryMethod>(
  method: M,
  input: Input<M>,
  { isEnabled = true, keepsPrevious = false }: Ask = {},
): Answer<Output<M>> => {
  const { data, error, isPending, isPlaceholderData } = useQuery<Answered<M>, CallError>({
    queryKey: [method, input],
    queryFn: () => askWhole(method, input),
    enabled: isEnabled,
    ...(keepsPrevious ? { placeholderData: keepPreviousData } : {}),
  });
  return { data: data?.value, error, isPending, isPrevious: isPlaceholderData, revision: data?.revision ?? 0 };
};

const caseOf = (input: unknown): CaseId | null => {
  const found =
    typeof input === 'object' && input !== null && 'caseId' in input ? CaseId.safeParse(input.caseId) : null;
  return found?.success ? found.data : null;
};

const tell = ({ code, message }: AppError): void => {
  if (code === 'locked') void askAgain({ caseId: null, topics: ['vault'] });
  else if (code !== 'cancelled') showToast({ tone: 'block', text: message });
};

export type Command<M extends CommandMethod> = {
  /**
   * Never throws. A refusal is shown as a toast too, unless the caller says that it shows it itself (`isQuiet`).
   * `from`: what the change was made from; the state that is shown around, where it is left out.
   */
  readonly run: (input: Input<M>, from?: MadeFrom) => Promise<Reply<Output<M>>>;
  readonly isRunning: boolean;
};

/** This page, for as long as it is open: what it has changed itself is not another's change. */
const CLIENT = crypto.randomUUID();

/** A command of the contract. What it changed is read again by itself. */
export const useCommand = <M extends CommandMethod>(
  method: M,
  { isQuiet = false }: { readonly isQuiet?: boolean } = {},
): Command<M> => {
  const [running, setRunning] = useState(0);
  const shown = useReadRevision();
  const run = useCallback(
    async (input: Input<M>, from: MadeFrom = { revision: shown }) => {
      const seen = { ...from, client: CLIENT };
      // Sent before anything is drawn: what is drawn now would be waited for.
      const asked = bridge.call(method, input, undefined, seen.revision > 0 ? seen : undefined);
      setRunning((count) => count + 1);
      const reply = await asked;
      setRunning((count) => count - 1);
      // An edit shows by itself that another has changed the same.
      const isShown = isQuiet || (from.edit !== undefined && !reply.ok && reply.error.code === 'stale');
      if (!reply.ok && !isShown) tell(reply.error);
      return reply;
    },
    [method, isQuiet, shown],
  );
  return { run, isRunning: running > 0 };
};

export type JobControl<M extends JobMethod> = {
  /**
   * Runs the job to its end; `title` is what people read while it runs. A refusal is shown as a toast; `cancelled` is
   * not.
   */
  readonly start: (input: Input<M>, title: string) => Promise<Reply<Output<M>>>;
  readonly cancel: () => void;
  /** The running job with its progress, or null. */
  readonly job: Job | null;
};

/**
 * A job of the contract. It goes on when the component that started it is gone, and stands among the running jobs until
 * it ends.
 */
export const useJob = <M extends JobMethod>(method: M): JobControl<M> => {
  const [callId, setCallId] = useState<string | null>(null);
  const job = useJobOf(callId);
  const start = useCallback(
    async (input: Input<M>, title: string) => {
      const id = crypto.randomUUID();
      setCallId(id);
      beginJob({ callId: id, method, caseId: caseOf(input), title, done: 0, total: 0, note: '' });
      const reply = await bridge.call(method, input, id);
      endJob(id);
      if (!reply.ok) tell(reply.error);
      return reply;
    },
    [method],
  );
  const cancel = useCallback(() => {
    if (callId !== null) bridge.cancel(callId);
  }, [callId]);
  return { start, cancel, job };
};
