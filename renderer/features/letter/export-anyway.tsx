import { useState } from 'react';
import type { CaseFinding } from '../../../shared/check.ts';
import type { FileFormat } from '../../../shared/reviewed.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';

type Props = { readonly blocking: readonly CaseFinding[]; readonly onClose: () => void; readonly onExport: (format: FileFormat, reason: string) => void };

/** Asks for the reason why a letter goes out although checks block it; the reason is recorded with each of them. */
export const ExportAnyway = ({ blocking, onClose, onExport }: Props) => {
  const [reason, setReason] = useState('');
  const isOpen = reason.trim() === '';
  return (
    <Dialog
      isOpen onClose={onClose} role="alertdialog" title={`Export with ${String(blocking.length)} blocking ${blocking.length === 1 ? 'finding' : 'findings'}?`} size="medium"
      footer={<><Button onPress={onClose}>Cancel</Button><Button isDisabled={isOpen} onPress={() => onExport('pdf', reason.trim())}>As PDF</Button><Button variant="danger" isDisabled={isOpen} onPress={() => onExport('docx', reason.trim())}>Export anyway</Button></>}
    >
      <ul className="blocking-list">{blocking.map((finding) => <li key={finding.id}>{finding.message}</li>)}</ul>
      <TextField label="Reason" value={reason} onChange={setReason} rows={3} autoFocus isRequired description="It is kept with each of these findings and stands in the evidence report." />
    </Dialog>
  );
};
