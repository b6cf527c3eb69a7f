import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { CaseRow } from '../../../shared/case.ts';
import { useCommand } from '../../data/hooks.ts';
import { showToast } from '../../ui/toast-queue.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { pagesInWords } from './case-words.ts';

type EraseProps = {
  readonly row: Pick<CaseRow, 'id' | 'caseNumber' | 'records' | 'pages'>;
  readonly onClose: () => void;
};

const EraseForm = ({ row, onClose }: EraseProps) => {
  const [typed, setTyped] = useState('');
  const erase = useCommand('case.erase');
  const word = row.caseNumber || 'erase';
  const submit = async (): Promise<void> => {
    const reply = await erase.run({ caseId: row.id });
    if (!reply.ok) return;
    showToast({
      tone: 'safe',
      text: `${row.caseNumber || 'The case'} is erased: its key is destroyed and its file is gone.`,
    });
    onClose();
  };
  return (
    <Form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() === word) void submit();
      }}
    >
      <Notice tone="block" title="This cannot be undone.">
        The key of this case is destroyed and its file deleted: {row.records} records with {pagesInWords(row.pages)},
        the timeline, the summary and the decisions.
      </Notice>
      <TextField label={`Type ${word} to erase it`} value={typed} onChange={setTyped} autoFocus />
      <div className="row end">
        <Button onPress={onClose}>Keep the case</Button>
        <Button variant="danger" type="submit" isDisabled={typed.trim() !== word} isPending={erase.isRunning}>
          Erase for good
        </Button>
      </div>
    </Form>
  );
};

/** Asks for the case's number before it destroys the case. */
export const EraseDialog = ({ isOpen, ...rest }: EraseProps & { readonly isOpen: boolean }) => (
  <Dialog
    isOpen={isOpen}
    onClose={rest.onClose}
    title={`Erase ${rest.row.caseNumber || 'this case'}?`}
    role="alertdialog"
  >
    <EraseForm {...rest} />
  </Dialog>
);
