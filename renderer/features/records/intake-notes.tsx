import type { CaseId } from '../../../shared/ids.ts';
import { useCommand, useQueryOf } from '../../data/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Intake } from './use-intake.ts';

const filesInWords = (count: number): string => `${String(count)} ${count === 1 ? 'file' : 'files'}`;

type Props = { readonly caseId: CaseId; readonly intake: Intake; readonly onShow: () => void };

/** What the ledger wants looked at: an import that was stopped, and files that were not taken. */
export const IntakeNotes = ({ caseId, intake, onShow }: Props) => {
  const { data: ledger } = useQueryOf('intake.list', { caseId });
  const { run: discard } = useCommand('intake.discard');
  if (!ledger || intake.job !== null) return null;
  const { waiting, failed, skipped } = ledger.totals;
  return (
    <>
      {waiting > 0 ? (
        <div className="intake-note">
          <Notice tone="warn" title={`${filesInWords(waiting)} of a stopped import ${waiting === 1 ? 'waits' : 'wait'}.`} actions={<><Button onPress={() => void intake.resume()}>Go on</Button><Button onPress={() => void discard({ caseId })}>Give up</Button></>} />
        </div>
      ) : null}
      {failed + skipped > 0 ? (
        <div className="last-import">
          <span className="small spread">{filesInWords(failed + skipped)} not taken</span>
          <Button variant="quiet" onPress={onShow}>Show why</Button>
        </div>
      ) : null}
    </>
  );
};
