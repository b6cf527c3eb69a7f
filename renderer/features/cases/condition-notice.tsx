import { useState } from 'react';
import type { CaseCondition } from '../../../shared/case.ts';
import type { CaseId } from '../../../shared/ids.ts';
import { openVerify } from '../../commands/app-view.ts';
import { askAgain } from '../../data/client.ts';
import { useCommand } from '../../data/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { showToast } from '../../ui/toast-queue.ts';

type ConditionProps = { readonly caseId: CaseId; readonly condition: CaseCondition };

/** Asks first: what the vault remembers beyond the file is given up by it. */
const KeepCase = ({ caseId }: { readonly caseId: CaseId }) => {
  const [isAsking, setAsking] = useState(false);
  const { run, isRunning } = useCommand('case.keep');
  const keep = async (): Promise<void> => {
    const reply = await run({ caseId });
    setAsking(false);
    if (reply.ok) showToast({ tone: 'safe', text: 'The case was taken as it stands; its log says so.' });
  };
  return (
    <>
      <Button onPress={() => setAsking(true)}>Keep as it stands</Button>
      <Dialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title="Keep this case as it stands?"
        role="alertdialog"
        footer={
          <>
            <Button onPress={() => setAsking(false)}>Not now</Button>
            <Button variant="primary" isPending={isRunning} onPress={() => void keep()}>
              Keep as it stands
            </Button>
          </>
        }
      >
        <p>
          Do this where the file was put back from a backup on purpose, or where no newer copy is left. Work goes on
          from what the file holds; what was done after it stays lost, and the log of the case records that.
        </p>
      </Dialog>
    </>
  );
};

/** Why a case cannot be worked on, and what can be done; nothing for a sound one. */
export const ConditionNotice = ({ caseId, condition: { state, reason } }: ConditionProps) => {
  if (state === 'sound') return null;
  const isSetBack = state === 'set-back';
  return (
    <Notice
      tone={isSetBack ? 'warn' : 'block'}
      title={isSetBack ? 'This case is set back.' : 'This case is damaged.'}
      actions={
        <>
          {isSetBack ? <KeepCase caseId={caseId} /> : null}
          <Button onPress={() => void askAgain({ caseId, topics: ['cases', 'case'] })}>Look again</Button>
          <Button onPress={() => openVerify(caseId)}>Verify this case</Button>
        </>
      }
    >
      <p>{reason}</p>
    </Notice>
  );
};
