import { useCallback, useState } from 'react';
import type { CaseId } from '../../../shared/ids.ts';
import type { LetterForm, LetterPage } from '../../../shared/letter.ts';
import { useJob } from '../../data/hooks.ts';
import { flushEdits } from '../../data/use-edit.ts';

const NAMES = { evidence: 'Evidence report', documents: 'Documents reviewed' } as const;
type Printable = keyof typeof NAMES;

/** Puts the evidence report or the list of documents on paper: `pages` are there while they are printed. */
export const usePrintBeside = (
  caseId: CaseId,
  form: LetterForm,
): {
  readonly pages: readonly LetterPage[] | null;
  readonly name: string;
  readonly isRunning: boolean;
  readonly print: (part: Printable) => Promise<void>;
  readonly endPrinting: () => void;
} => {
  const { start, job } = useJob('letter.besidePages');
  const [printed, setPrinted] = useState<{ readonly part: Printable; readonly pages: readonly LetterPage[] }>();
  const endPrinting = useCallback(() => setPrinted(undefined), []);
  const print = async (part: Printable): Promise<void> => {
    await flushEdits();
    const reply = await start({ caseId, part, form }, `Putting together: ${NAMES[part]}`);
    if (reply.ok) setPrinted({ part, pages: reply.value.pages });
  };
  return {
    pages: printed?.pages ?? null,
    name: printed === undefined ? '' : NAMES[printed.part],
    isRunning: job !== null,
    print,
    endPrinting,
  };
};
