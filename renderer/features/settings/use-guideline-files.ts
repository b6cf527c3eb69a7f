import { useState } from 'react';
import { useJob } from '../../data/hooks.ts';
import { useOfferFile } from '../../data/offer-file.ts';
import { useSaveFile } from '../../data/save-file.ts';
import { showToast } from '../../ui/toast-queue.ts';

export type GuidelineFiles = {
  /** Adds the rows of a file to the table, or puts them in its place. */
  readonly take: (mode: 'add' | 'replace') => Promise<void>;
  readonly give: (format: 'json' | 'csv') => Promise<void>;
  /** A sentence for each row of the last file that was not taken. */
  readonly messages: readonly string[];
  readonly isRunning: boolean;
};

const rowsInWords = (rows: number): string => (rows === 1 ? '1 edition' : `${String(rows)} editions`);

/** The guideline table from and to files. */
export const useGuidelineFiles = (): GuidelineFiles => {
  const { start: startImport, job: importing } = useJob('guideline.import');
  const { start: startExport, job: exporting } = useJob('guideline.export');
  const offerFile = useOfferFile();
  const { choose, handOver } = useSaveFile();
  const [messages, setMessages] = useState<readonly string[]>([]);
  return {
    messages,
    isRunning: importing !== null || exporting !== null,
    take: async (mode) => {
      const file = await offerFile();
      if (file === null) return;
      const reply = await startImport({ file: file.token, mode }, `Reading ${file.name}`);
      if (!reply.ok) return;
      setMessages(reply.value.messages);
      showToast({
        tone: reply.value.messages.length > 0 ? 'warn' : 'safe',
        text: `${rowsInWords(reply.value.rows)} taken from ${file.name}.`,
      });
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
