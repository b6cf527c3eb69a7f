import { useState } from 'react';
import { Form } from 'react-aria-components';
import { askAgain } from '../../data/client.ts';
import { useCommand } from '../../data/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { UnlockFrame } from './unlock-frame.tsx';

/** Opens the vault; a wrong passphrase is said at the field. */
export const UnlockScreen = () => {
  const [passphrase, setPassphrase] = useState('');
  const [error, setError] = useState<string | null>(null);
  const unlock = useCommand('vault.unlock', { isQuiet: true });

  const submit = async (): Promise<void> => {
    const reply = await unlock.run({ passphrase });
    if (reply.ok) {
      await askAgain({ caseId: null, topics: ['vault'] });
      return;
    }
    setError(
      reply.error.code === 'wrong-passphrase'
        ? 'This is not the passphrase. Check Caps Lock, or use the recovery key.'
        : reply.error.message,
    );
    setPassphrase('');
  };
  const change = (typed: string): void => {
    setPassphrase(typed);
    if (typed !== '') setError(null);
  };

  return (
    <UnlockFrame title="Unlock IMR Desk">
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
          onChange={change}
          error={error}
          autoFocus
          autoComplete="current-password"
        />
        <Button variant="primary" type="submit" isPending={unlock.isRunning} isDisabled={passphrase === ''}>
          {unlock.isRunning ? 'Opening' : 'Unlock'}
        </Button>
      </Form>
      <p className="unlock-foot">Forgotten? The recovery key opens it too.</p>
    </UnlockFrame>
  );
};
