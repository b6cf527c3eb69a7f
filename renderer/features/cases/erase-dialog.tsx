import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { CaseOverview } from '../../../shared/case.ts';
import { useCommand } from '../../data/hooks.ts';
import { showToast } from '../../ui/toast-queue.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { pagesInWords } from './case-words.ts';

type EraseProps = { readonly overview: CaseOverview; readonly onClose: () => void };

const EraseForm = ({ overview, onClose }: EraseProps) => {
  const [typed, setTyped] = useState('');
  const erase = useCommand('case.erase');
  const word = overview.caseNumber || 'erase';
  const submit = async (): Promise<void> => {
    const reply = await erase.run({ caseId: overview.id });
    if (!reply.ok) return;
    showToast({
      tone: 'safe',
      text: `${overview.caseNumber || 'The case'} is erased: its key is destroyed and its file is gone.`,
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
        The key of this case is destroyed and its file deleted: {overview.records} records with{' '}
        {pagesInWords(overview.pages)}, the timeline, the summary and the decisions.
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
    title={`Erase ${rest.overview.caseNumber || 'this case'}?`}
    role="alertdialog"
  >
    <EraseForm {...rest} />
  </Dialog>
);
