import { useState } from 'react';
import type { Finding } from '../../../shared/check.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';

type Props = { readonly blocking: readonly Finding[]; readonly onClose: () => void; readonly onExport: (reason: string) => void };

/** Asks for the reason why a letter goes out although checks block it; the reason is recorded with the case. */
export const ExportAnyway = ({ blocking, onClose, onExport }: Props) => {
  const [reason, setReason] = useState('');
  return (
    <Dialog
      isOpen onClose={onClose} role="alertdialog" title={`Export with ${String(blocking.length)} blocking ${blocking.length === 1 ? 'finding' : 'findings'}?`} size="medium"
      footer={<><Button onPress={onClose}>Cancel</Button><Button variant="danger" isDisabled={reason.trim() === ''} onPress={() => onExport(reason.trim())}>Export anyway</Button></>}
    >
      <ul className="blocking-list">{blocking.map((finding) => <li key={`${String(finding.check)} ${finding.where}`}>{finding.message}</li>)}</ul>
      <TextField label="Reason" value={reason} onChange={setReason} rows={3} autoFocus isRequired description="It is kept with the case: which checks were overridden, when, and why." />
    </Dialog>
  );
};
