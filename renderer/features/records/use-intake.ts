import { useCallback } from 'react';
import type { CaseId } from '../../../shared/ids.ts';
import { bridge } from '../../data/bridge.ts';
import { chooseFiles } from '../../data/dropped-files.ts';
import { useCommand, useJob } from '../../data/hooks.ts';
import { useImportFiles } from '../../data/import-files.ts';
import { useImportOf, whenEnded } from '../../data/jobs.ts';
import type { Job } from '../../data/jobs.ts';

export type Intake = {
  readonly addFiles: () => void;
  readonly addFolder: () => void;
  readonly take: (files: readonly File[]) => Promise<void>;
  /** Goes on with what a paused or broken-off import left. */
  readonly resume: () => Promise<void>;
  /** Holds the import; what is not read yet waits. */
  readonly pause: () => void;
  /** Gives up what is not read yet. */
  readonly stop: () => Promise<void>;
  /** The import that is running, whoever started it. */
  readonly job: Job | null;
};

/** Adds files to the case; the timeline reads what is new by itself. */
export const useIntake = (caseId: CaseId): Intake => {
  const { start } = useImportFiles();
  const { start: startResume } = useJob('intake.resume');
  const { run: discard } = useCommand('intake.discard');
  const job = useImportOf(caseId);
  const take = useCallback(
    async (files: readonly File[]) => {
      await start(caseId, files);
    },
    [caseId, start],
  );
  const choose = (folder: boolean) => (): void => void chooseFiles({ folder }).then(take);
  const pause = (): void => {
    if (job !== null) bridge.cancel(job.callId);
  };
  return {
    addFiles: choose(false),
    addFolder: choose(true),
    take,
    resume: async () => {
      await startResume({ caseId }, 'Going on with the import');
    },
    pause,
    stop: async () => {
      pause();
      if (job !== null) await whenEnded(job.callId);
      await discard({ caseId });
    },
    job,
  };
};
