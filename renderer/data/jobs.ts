import { create } from 'zustand';
import type { CaseId } from '../../shared/ids.ts';
import type { JobMethod } from './topics.ts';

/** A running job. It outlives the screen that started it; whoever shows jobs finds it here. */
export type Job = {
  readonly callId: string;
  readonly method: JobMethod;
  readonly caseId: CaseId | null;
  /** What it does, for people: `Reading 14 files`. */
  readonly title: string;
  readonly done: number;
  /** 0 while unknown. */
  readonly total: number;
  readonly note: string;
};

type Jobs = { readonly jobs: readonly Job[] };

const store = create<Jobs>(() => ({ jobs: [] }));

/** The running job with this call id, or null. */
export const useJobOf = (callId: string | null): Job | null =>
  store((state) => state.jobs.find((job) => job.callId === callId) ?? null);

const IMPORTS: readonly JobMethod[] = ['record.import', 'intake.resume', 'intake.retry'];
const importsInto =
  (caseId: CaseId | null) =>
  (job: Job): boolean =>
    caseId !== null && job.caseId === caseId && IMPORTS.includes(job.method);

/** The import into this case that is running, whoever started it, or null. */
export const useImportOf = (caseId: CaseId): Job | null =>
  store((state) => state.jobs.find(importsInto(caseId)) ?? null);

/** The oldest running job but for imports into this case: its own screen shows those. */
export const useOtherJob = (caseId: CaseId | null): Job | null =>
  store((state) => state.jobs.find((job) => !importsInto(caseId)(job)) ?? null);

export const beginJob = (job: Job): void => store.setState(({ jobs }) => ({ jobs: [...jobs, job] }));
export const endJob = (callId: string): void =>
  store.setState(({ jobs }) => ({ jobs: jobs.filter((job) => job.callId !== callId) }));

/** Resolves when the job has ended. */
export const whenEnded = (callId: string): Promise<void> =>
  new Promise((resolve) => {
    const look = ({ jobs }: Jobs): boolean => jobs.every((job) => job.callId !== callId);
    if (look(store.getState())) return resolve();
    const stop = store.subscribe((state) => {
      if (!look(state)) return;
      stop();
      resolve();
    });
  });

export const noteProgress = ({ callId, done, total, note }: Pick<Job, 'callId' | 'done' | 'total' | 'note'>): void =>
  store.setState(({ jobs }) => ({
    jobs: jobs.map((job) => (job.callId === callId ? { ...job, done, total, note } : job)),
  }));
