import { useState } from 'react';
import { Form } from 'react-aria-components';
import { askAgain } from '../../data/client.ts';
import { useCommand } from '../../data/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { RecoveryKey } from './recovery-key.tsx';
import { strengthOf } from './strength.ts';
import { UnlockFrame } from './unlock-frame.tsx';

const StrengthHint = ({ passphrase }: { readonly passphrase: string }) => {
  const { steps, word } = strengthOf(passphrase);
  return (
    <span className="strength" role="status">
      <span className="strength-steps" aria-hidden="true">
        {[1, 2, 3, 4].map((step) => (
          <span key={step} className={`strength-step ${step <= steps ? 'on' : ''}`} />
        ))}
      </span>
      {passphrase === '' ? 'At least 8 characters; four words are good.' : `Passphrase: ${word}`}
    </span>
  );
};

export type FirstRunProps = {
  /** The vault is about to be there: keep this screen, the recovery key has not been seen. */
  readonly onBegin: () => void;
  readonly onEnd: () => void;
};

/** Makes the vault: a passphrase typed twice, then the recovery key, once. */
export const FirstRun = ({ onBegin, onEnd }: FirstRunProps) => {
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [error, setError] = useState<{ readonly at: 'first' | 'second'; readonly text: string } | null>(null);
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null);
  const create = useCommand('vault.create', { isQuiet: true });

  const submit = async (): Promise<void> => {
    if (passphrase.length < 8) return setError({ at: 'first', text: 'Use at least 8 characters.' });
    if (passphrase !== again) return setError({ at: 'second', text: 'The two are not the same. Type it again.' });
    onBegin();
    const reply = await create.run({ passphrase });
    if (reply.ok) return setRecoveryKey(reply.value.recoveryKey);
    setError({ at: 'first', text: reply.error.message });
    onEnd();
    return undefined;
  };
  const finish = (): void => {
    void askAgain({ caseId: null, topics: ['vault'] }).then(onEnd);
  };

  if (recoveryKey !== null) return <RecoveryKey recoveryKey={recoveryKey} onDone={finish} />;
  return (
    <UnlockFrame title="Set a passphrase">
      <p className="quiet">It encrypts everything that IMR Desk keeps on this computer. Nobody can reset it.</p>
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextField
          label="Passphrase"
          type="password"
          value={passphrase}
          onChange={(typed) => {
            setPassphrase(typed);
            setError(null);
          }}
          autoFocus
          autoComplete="new-password"
          error={error?.at === 'first' ? error.text : null}
          description={<StrengthHint passphrase={passphrase} />}
        />
        <TextField
          label="Passphrase again"
          type="password"
          value={again}
          onChange={(typed) => {
            setAgain(typed);
            setError(null);
          }}
          autoComplete="new-password"
          error={error?.at === 'second' ? error.text : null}
        />
        <Button
          variant="primary"
          type="submit"
          isPending={create.isRunning}
          isDisabled={passphrase === '' || again === ''}
        >
          {create.isRunning ? 'Making the vault' : 'Create the vault'}
        </Button>
      </Form>
    </UnlockFrame>
  );
};
