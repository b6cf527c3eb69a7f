import { useCallback } from 'react';
import type { CaseId } from '../../shared/ids.ts';
import type { FileResult } from '../../shared/record.ts';
import { showToast } from '../ui/toast-queue.ts';
import { bridge } from './bridge.ts';
import { useJob } from './hooks.ts';
import type { JobControl } from './hooks.ts';

const count = (results: readonly FileResult[], status: FileResult['status']): number =>
  results.filter((one) => one.status === status).length;

const summaryOf = (results: readonly FileResult[]): string => {
  const pages = results.reduce((sum, one) => sum + one.pages, 0);
  const parts = [
    `${count(results, 'imported')} of ${results.length} files added, ${pages} ${pages === 1 ? 'page' : 'pages'}`,
    ...(['duplicate', 'failed', 'skipped'] as const).flatMap((status) =>
      count(results, status) > 0 ? [`${count(results, status)} ${status}`] : [],
    ),
  ];
  return `${parts.join('; ')}.`;
};

export type ImportFiles = Pick<JobControl<'record.import'>, 'job' | 'cancel'> & {
  /**
   * Hands the files to the host, imports them, and says how it went; the ledger lines, or null when nothing was
   * imported.
   */
  readonly start: (caseId: CaseId, files: readonly File[]) => Promise<readonly FileResult[] | null>;
};

/** Adds dropped or chosen files to a case. */
export const useImportFiles = (): ImportFiles => {
  const { start: startJob, job, cancel } = useJob('record.import');
  const start = useCallback(
    async (caseId: CaseId, files: readonly File[]) => {
      if (files.length === 0) return null;
      const offered = await bridge.offerFiles(files);
      if (!offered.ok) {
        showToast({ tone: 'block', text: offered.error.message });
        return null;
      }
      const title = files.length === 1 ? `Adding ${files[0]?.name ?? 'a file'}` : `Adding ${files.length} files`;
      const reply = await startJob({ caseId, files: offered.value }, title);
      if (!reply.ok) return null;
      const isWhole = reply.value.files.every(({ status }) => status === 'imported' || status === 'duplicate');
      showToast({ tone: isWhole ? 'safe' : 'warn', text: summaryOf(reply.value.files) });
      return reply.value.files;
    },
    [startJob],
  );
  return { start, job, cancel };
};
