import type { CaseId, RecordId } from '../../../shared/ids.ts';
import { useJob } from '../../data/hooks.ts';
import { useSaveFile } from '../../data/save-file.ts';
import { showToast } from '../../ui/toast-queue.ts';

/** An original by the record that was made of it, or by its line of the ledger. */
type OriginalOf = { readonly record: RecordId } | { readonly line: number };

/** Takes an untouched original out again, byte for byte. */
export const useSaveOriginal = (
  caseId: CaseId,
): { readonly save: (of: OriginalOf, fileName: string) => Promise<void>; readonly isSaving: boolean } => {
  const { choose, handOver } = useSaveFile();
  const { start: writeRecord, job } = useJob('record.original');
  const { start: writeLine } = useJob('intake.original');
  const save = async (of: OriginalOf, fileName: string): Promise<void> => {
    const target = await choose(fileName.split('/').at(-1) ?? fileName);
    if (target === null) return;
    const title = `Writing ${fileName}`;
    const reply =
      'line' in of
        ? await writeLine({ caseId, id: of.line, target }, title)
        : await writeRecord({ caseId, recordId: of.record, target }, title);
    if (!reply.ok) return;
    await handOver(target, reply.value.name);
    showToast({ tone: 'safe', text: `${reply.value.name} was written, byte for byte as it came.` });
  };
  return { save, isSaving: job !== null };
};
