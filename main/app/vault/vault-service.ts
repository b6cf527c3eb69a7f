import { noteReads } from '../../store/reads.ts';
import { checkSecret, createVault, openVault } from '../../store/vault.ts';
import { vaultExists } from '../../store/vault-file.ts';
import type { App, HandlersOf } from '../backend/app.ts';

/** Making, unlocking and locking the vault. */
export const vaultService = (
  app: App,
  cancelAll: () => void,
  lockAfterJobs: () => void,
): Omit<HandlersOf<'vault'>, 'vault.verify'> => ({
  'vault.status': () => {
    noteReads(['vault']);
    return { exists: vaultExists(app.storeDir), unlocked: app.session.isUnlocked() };
  },
  'vault.notices': () => {
    noteReads(['vault']);
    return [...app.session.vault().notices];
  },
  'vault.create': ({ passphrase }) => {
    const recoveryKey = createVault(app.storeDir, passphrase, app.kdfCost);
    app.session.begin(openVault(app.storeDir, passphrase, app.openedBy, app.now()));
    app.changed(null, ['vault', 'cases', 'settings']);
    return { recoveryKey };
  },
  'vault.unlock': ({ passphrase }) => {
    // Another page of the same host may have opened it: the passphrase is asked for all the same.
    if (app.session.isUnlocked()) checkSecret(app.storeDir, passphrase);
    else app.session.begin(openVault(app.storeDir, passphrase, app.openedBy, app.now()));
    app.changed(null, ['vault', 'cases', 'settings']);
    return {};
  },
  'vault.lock': ({ afterJobs }) => {
    if (afterJobs === true) lockAfterJobs();
    else {
      cancelAll();
      app.session.end();
      app.changed(null, ['vault']);
    }
    return {};
  },
  // That it was called is all that counts: see idle-lock.ts.
  'vault.touch': () => ({}),
});
