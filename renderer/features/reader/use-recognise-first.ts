import { useEffect } from 'react';
import type { CaseId } from '../../../shared/ids.ts';
import type { PageRow } from '../../../shared/page.ts';
import { useCommand } from '../../data/hooks.ts';
import { useSettled } from '../../ui/use-settled.ts';

const STAYS_MS = 500;

/** Asks that the page in the middle of the view is recognised before all others, once it has stayed there. */
export const useRecogniseFirst = (caseId: CaseId, row: PageRow | undefined): void => {
  const { run } = useCommand('ocr.first', { isQuiet: true });
  const stayed = useSettled(row?.needsOcr === true ? row.id : null, STAYS_MS);
  useEffect(() => {
    if (stayed !== null) void run({ caseId, pageId: stayed });
  }, [run, caseId, stayed]);
};
