import { useCallback, useState } from 'react';
import type { CaseId } from '../../../shared/ids.ts';
import type { FileResult } from '../../../shared/record.ts';
import { chooseFiles } from '../../data/dropped-files.ts';
import { useImportFiles } from '../../data/import-files.ts';
import type { Job } from '../../data/jobs.ts';

export type Intake = {
  readonly addFiles: () => void;
  readonly addFolder: () => void;
  readonly take: (files: readonly File[]) => Promise<void>;
  readonly cancel: () => void;
  readonly job: Job | null;
  /** The lines of the last import, null before the first. */
  readonly results: readonly FileResult[] | null;
};

/** Adds files to the case; the timeline reads what is new by itself. */
export const useIntake = (caseId: CaseId): Intake => {
  const { start, job, cancel } = useImportFiles();
  const [results, setResults] = useState<readonly FileResult[] | null>(null);
  const take = useCallback(async (files: readonly File[]) => {
    const lines = await start(caseId, files);
    if (lines !== null) setResults(lines);
  }, [caseId, start]);
  const choose = (folder: boolean) => (): void => void chooseFiles({ folder }).then(take);
  return { addFiles: choose(false), addFolder: choose(true), take, cancel, job, results };
};
