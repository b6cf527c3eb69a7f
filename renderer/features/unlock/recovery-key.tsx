import { useState } from 'react';
import { showToast } from '../../ui/toast-queue.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { UnlockFrame } from './unlock-frame.tsx';

const copy = async (recoveryKey: string): Promise<void> => {
  try {
    await navigator.clipboard.writeText(recoveryKey);
    showToast({ tone: 'plain', text: 'Copied. Paste it where only you can read it, then clear the clipboard.' });
  } catch {
    showToast({
      tone: 'warn',
      text: 'The clipboard could not be used. Select the key and copy it, or print this page.',
    });
  }
};

/** Shows the recovery key, this once; goes on only when it is said to be kept. */
export const RecoveryKey = ({ recoveryKey, onDone }: { readonly recoveryKey: string; readonly onDone: () => void }) => {
  const [isKept, setKept] = useState(false);
  return (
    <UnlockFrame title="Keep this recovery key">
      <p className="quiet">It opens the vault if the passphrase is forgotten. It is shown only now and kept nowhere.</p>
      <div className="recovery-key" role="group" aria-label="Recovery key">
        {recoveryKey.split('-').map((part, index) => (
          <span key={`${String(index)} ${part}`} className="recovery-part">
            {part}
          </span>
        ))}
      </div>
      <div className="row">
        <Button icon="copy" onPress={() => void copy(recoveryKey)}>
          Copy
        </Button>
        <Button icon="print" onPress={() => window.print()}>
          Print
        </Button>
      </div>
      <Checkbox label="I have kept the recovery key apart from this computer" isOn={isKept} onChange={setKept} />
      <Button variant="primary" isDisabled={!isKept} onPress={onDone}>
        Start
      </Button>
    </UnlockFrame>
  );
};
