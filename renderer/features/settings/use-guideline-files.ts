import { useState } from 'react';
import type { GuidelineDifference } from '../../../shared/guideline.ts';
import { useJob } from '../../data/hooks.ts';
import { useOfferFile } from '../../data/offer-file.ts';
import { useSaveFile } from '../../data/save-file.ts';
import { showToast } from '../../ui/toast-queue.ts';

/** A table from a file, compared and not taken yet. */
type ReadFile = { readonly file: string; readonly difference: GuidelineDifference };

export type GuidelineFiles = {
  /** Reads a file and compares it: its rows added to the table, or in its place. */
  readonly compare: (mode: 'add' | 'replace') => Promise<void>;
  readonly give: (format: 'json' | 'csv') => Promise<void>;
  readonly compared: ReadFile | null;
  readonly forget: () => void;
  readonly isRunning: boolean;
};

const rowsInWords = (rows: number): string => (rows === 1 ? '1 edition' : `${String(rows)} editions`);

/** The guideline table from and to files. */
export const useGuidelineFiles = (): GuidelineFiles => {
  const { start: startReading, job: reading } = useJob('guideline.compare');
  const { start: startExport, job: exporting } = useJob('guideline.export');
  const offerFile = useOfferFile();
  const { choose, handOver } = useSaveFile();
  const [compared, setCompared] = useState<ReadFile | null>(null);
  return {
    compared,
    forget: () => setCompared(null),
    isRunning: reading !== null || exporting !== null,
    compare: async (mode) => {
      const file = await offerFile();
      if (file === null) return;
      const reply = await startReading({ file: file.token, mode }, `Reading ${file.name}`);
      if (reply.ok) setCompared({ file: file.name, difference: reply.value });
    },
    give: async (format) => {
      const target = await choose(`guidelines.${format}`);
      if (target === null) return;
      const reply = await startExport({ target, format }, 'Writing the guideline table');
      if (!reply.ok) return;
      await handOver(target, reply.value.name);
      showToast({ tone: 'safe', text: `${rowsInWords(reply.value.rows)} written to ${reply.value.name}.` });
    },
  };
};
