import { useState } from 'react';
import type { CaseId } from '../../../shared/ids.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { showLedger } from '../../data/workspace-state.ts';
import { Button } from '../../ui/button.tsx';
import { ImportProgress } from './import-progress.tsx';
import { StopImport } from './stop-import.tsx';
import { useIntake } from './use-intake.ts';

const filesInWords = (count: number): string => `${count.toLocaleString('en-US')} ${count === 1 ? 'file' : 'files'}`;

/** The import that is under way or waits, and what of the ledger wants to be looked at: files that were not taken. */
export const IntakeNotes = ({ caseId }: { readonly caseId: CaseId }) => {
  const intake = useIntake(caseId);
  const { data: ledger } = useQueryOf('intake.list', { caseId });
  const [asksToStop, setAsksToStop] = useState(false);
  const { waiting = 0, failed = 0, skipped = 0 } = ledger?.totals ?? {};
  const isHeld = intake.job === null && waiting > 0;
  return (
    <>
      {intake.job ? (
        <ImportProgress job={intake.job} onPause={intake.pause} onStop={() => setAsksToStop(true)} />
      ) : null}
      {isHeld ? (
        <div className="intake-line" role="group" aria-label="Import">
          <div className="row">
            <span className="spread ellipsis" role="status">
              Import is paused
            </span>
            <Button label="Go on with the import" onPress={() => void intake.resume()}>
              Go on
            </Button>
            <Button variant="quiet" label="Stop the import" onPress={() => setAsksToStop(true)}>
              Stop
            </Button>
          </div>
          <p className="small quiet">
            {filesInWords(waiting)} {waiting === 1 ? 'waits' : 'wait'} to be read
          </p>
        </div>
      ) : null}
      {intake.job === null && failed + skipped > 0 ? (
        <div className="last-import">
          <span className="small spread">{filesInWords(failed + skipped)} not taken</span>
          <Button variant="quiet" onPress={() => showLedger(true)}>
            Show why
          </Button>
        </div>
      ) : null}
      <StopImport isOpen={asksToStop} onClose={() => setAsksToStop(false)} onStop={() => void intake.stop()} />
    </>
  );
};
