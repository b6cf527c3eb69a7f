import { bridge } from './bridge.ts';
import { askAgain, queryClient } from './client.ts';
import { toasts } from '../ui/toast-queue.ts';
import { flushEdits } from './use-edit.ts';

/** Forgets every answer of the open vault; what is left of a case is nowhere in the page. */
export const forgetAnswers = (): void => {
  queryClient.removeQueries({ predicate: ({ queryKey: [method] }) => method !== 'vault.status' });
  toasts.clear();
};

/** Writes what is being typed, then locks the vault; with `afterJobs` only when what runs has ended. */
export const lockVault = async ({ afterJobs = false } = {}): Promise<void> => {
  await flushEdits();
  await bridge.call('vault.lock', { afterJobs });
  await askAgain({ caseId: null, topics: ['vault'] });
};
