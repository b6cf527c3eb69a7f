import { useCallback } from 'react';
import type { CaseId } from '../../../shared/ids.ts';
import { chooseFiles } from '../../data/dropped-files.ts';
import { useJob } from '../../data/hooks.ts';
import { useImportFiles } from '../../data/import-files.ts';
import type { Job } from '../../data/jobs.ts';

export type Intake = {
  readonly addFiles: () => void;
  readonly addFolder: () => void;
  readonly take: (files: readonly File[]) => Promise<void>;
  /** Goes on with what a stopped import left. */
  readonly resume: () => Promise<void>;
  readonly cancel: () => void;
  readonly job: Job | null;
};

/** Adds files to the case; the timeline reads what is new by itself. */
export const useIntake = (caseId: CaseId): Intake => {
  const { start, job, cancel } = useImportFiles();
  const resumed = useJob('intake.resume');
  const take = useCallback(async (files: readonly File[]) => {
    await start(caseId, files);
  }, [caseId, start]);
  const choose = (folder: boolean) => (): void => void chooseFiles({ folder }).then(take);
  return {
    addFiles: choose(false),
    addFolder: choose(true),
    take,
    resume: async () => {
      await resumed.start({ caseId }, 'Going on with the import');
    },
    cancel: job ? cancel : resumed.cancel,
    job: job ?? resumed.job,
  };
};
