import type { CaseId, RecordId } from '../../../shared/ids.ts';
import { useJob } from '../../data/hooks.ts';
import { useSaveFile } from '../../data/save-file.ts';
import { showToast } from '../../ui/toast-queue.ts';

/** Takes the untouched original of a record out again, byte for byte. */
export const useSaveOriginal = (caseId: CaseId): { readonly save: (record: RecordId, fileName: string) => Promise<void>; readonly isSaving: boolean } => {
  const { choose, handOver } = useSaveFile();
  const { start, job } = useJob('record.original');
  const save = async (recordId: RecordId, fileName: string): Promise<void> => {
    const target = await choose(fileName.split('/').at(-1) ?? fileName);
    if (target === null) return;
    const reply = await start({ caseId, recordId, target }, `Writing ${fileName}`);
    if (!reply.ok) return;
    await handOver(target, reply.value.name);
    showToast({ tone: 'safe', text: `${reply.value.name} was written, byte for byte as it came.` });
  };
  return { save, isSaving: job !== null };
};
