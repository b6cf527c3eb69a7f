import { useState } from 'react';
import type { FormEvent } from 'react';
import type { CaseId } from '../../../shared/ids.ts';
import type { IntakeRow } from '../../../shared/record.ts';
import { useJob } from '../../data/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast-queue.ts';
import { isLocked } from './ledger-rows.ts';

type Props = { readonly caseId: CaseId; readonly file: IntakeRow; readonly onClose: () => void };

const Form = ({ caseId, file, onClose }: Props) => {
  const [password, setPassword] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const { start, job } = useJob('intake.retry');
  const read = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const reply = await start({ caseId, id: file.id, password }, `Reading ${file.name}`);
    if (!reply.ok) return;
    const locked = reply.value.files.filter(({ status, reasons }) => isLocked({ state: status, reasons }));
    if (locked.length === reply.value.files.length && locked.length > 0)
      return setRefused(locked[0]?.messages[0] ?? null);
    const failed = reply.value.files.filter(({ status }) => status === 'failed');
    showToast(
      failed.length === 0
        ? { tone: 'safe', text: `${file.name} was read.` }
        : { tone: 'warn', text: `${file.name}: ${failed[0]?.messages[0] ?? 'it could not be read'}` },
    );
    return onClose();
  };
  return (
    <form className="stack" onSubmit={(event) => void read(event)}>
      <p className="ledger-name">{file.name}</p>
      <TextField
        label="Password"
        type="password"
        value={password}
        autoFocus
        isRequired
        error={refused}
        description="It is used to open the file and is kept with it in the encrypted case."
        onChange={(next) => {
          setPassword(next);
          setRefused(null);
        }}
      />
      <div className="row dialog-buttons">
        <Button onPress={onClose}>Cancel</Button>
        <Button variant="primary" type="submit" isPending={job !== null} isDisabled={password === ''}>
          Read the file
        </Button>
      </div>
    </form>
  );
};

/** Asks for the password of a file that needs one, and reads it again; null: nothing is asked. */
export const GivePassword = ({ caseId, file, onClose }: Omit<Props, 'file'> & { readonly file: IntakeRow | null }) => (
  <Dialog isOpen={file !== null} onClose={onClose} title="Give the password">
    {file ? <Form key={file.id} caseId={caseId} file={file} onClose={onClose} /> : null}
  </Dialog>
);
