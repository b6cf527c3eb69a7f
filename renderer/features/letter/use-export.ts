import { useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import type { CaseId } from '../../../shared/ids.ts';
import type { LetterForm } from '../../../shared/letter.ts';
import { flushDrafts } from '../../data/drafts.ts';
import { useJob } from '../../data/hooks.ts';
import { useSaveFile } from '../../data/save-file.ts';

export type Exported = Output<'letter.export'> & { readonly at: string };

const nameOf = (caseNumber: string, form: LetterForm): string => `${caseNumber === '' ? 'determination' : caseNumber}${form === '2014' ? '-2014' : ''}.docx`;

export type Export = {
  readonly exported: Exported | null;
  readonly isRunning: boolean;
  /** Writes the letter; `force` is the reason why blocking findings are overridden. */
  readonly run: (caseNumber: string, form: LetterForm, force?: string) => Promise<boolean>;
};

/** Export: a place is chosen, the file is written, read back and compared, and then shown. */
export const useExport = (caseId: CaseId): Export => {
  const { choose, handOver } = useSaveFile();
  const { start, job } = useJob('letter.export');
  const [exported, setExported] = useState<Exported | null>(null);
  const run = async (caseNumber: string, form: LetterForm, force?: string): Promise<boolean> => {
    await flushDrafts();
    const target = await choose(nameOf(caseNumber, form));
    if (target === null) return false;
    const reply = await start({ caseId, form, target, ...(force === undefined ? {} : { force }) }, 'Writing the letter and reading it back');
    if (!reply.ok) return false;
    setExported({ ...reply.value, at: new Date().toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' }) });
    await handOver(target, reply.value.name);
    return true;
  };
  return { exported, isRunning: job !== null, run };
};
