import { useState } from 'react';
import type { CaseFinding } from '../../../shared/check.ts';
import type { FileFormat } from '../../../shared/reviewed.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';

type Props = {
  readonly blocking: readonly CaseFinding[];
  /** The version that a correction follows; null where nothing was issued or nothing has changed. */
  readonly corrects: number | null;
  readonly onClose: () => void;
  readonly onExport: (
    format: FileFormat,
    reasons: { readonly force: string | undefined; readonly correction: string },
  ) => void;
};

const titleOf = ({ blocking, corrects }: Pick<Props, 'blocking' | 'corrects'>): string => {
  if (blocking.length > 0)
    return `Export with ${String(blocking.length)} blocking ${blocking.length === 1 ? 'finding' : 'findings'}?`;
  return `Issue a correction of version ${String(corrects ?? 1)}?`;
};

/**
 * Asks for the reasons that are recorded: why a letter goes out although checks block it, and why a correction is
 * issued.
 */
export const ExportDialog = ({ blocking, corrects, onClose, onExport }: Props) => {
  const [force, setForce] = useState('');
  const [correction, setCorrection] = useState('');
  const isBlocked = blocking.length > 0;
  const isReady = (!isBlocked || force.trim() !== '') && (corrects === null || correction.trim() !== '');
  const write = (format: FileFormat): void =>
    onExport(format, { force: isBlocked ? force.trim() : undefined, correction: correction.trim() });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      role="alertdialog"
      title={titleOf({ blocking, corrects })}
      size="medium"
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button isDisabled={!isReady} onPress={() => write('pdf')}>
            As PDF
          </Button>
          <Button variant={isBlocked ? 'danger' : 'primary'} isDisabled={!isReady} onPress={() => write('docx')}>
            {isBlocked ? 'Export anyway' : 'Issue the correction'}
          </Button>
        </>
      }
    >
      {isBlocked ? (
        <>
          <ul className="blocking-list">
            {blocking.map((finding) => (
              <li key={finding.id}>{finding.message}</li>
            ))}
          </ul>
          <TextField
            label="Reason"
            value={force}
            onChange={setForce}
            rows={3}
            autoFocus
            isRequired
            description="It is kept with each of these findings and stands in the evidence report."
          />
        </>
      ) : null}
      {corrects === null ? null : (
        <TextField
          label="Reason for the correction"
          value={correction}
          onChange={setCorrection}
          rows={2}
          autoFocus={!isBlocked}
          isRequired
          description={`Version ${String(corrects)} stays as it was issued; this becomes version ${String(corrects + 1)}.`}
        />
      )}
    </Dialog>
  );
};
