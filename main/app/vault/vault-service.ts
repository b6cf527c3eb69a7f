import { noteReads } from '../../store/reads.ts';
import { createVault, openVault, vaultExists } from '../../store/vault.ts';
import type { App, HandlersOf } from '../backend/app.ts';

/** Making, unlocking and locking the vault. */
export const vaultService = (app: App, cancelAll: () => void): HandlersOf<'vault'> => ({
  'vault.status': () => {
    noteReads(['vault']);
    return { exists: vaultExists(app.storeDir), unlocked: app.session.isUnlocked() };
  },
  'vault.create': ({ passphrase }) => {
    const recoveryKey = createVault(app.storeDir, passphrase, app.kdfCost);
    app.session.begin(openVault(app.storeDir, passphrase));
    app.changed(null, ['vault', 'cases', 'settings']);
    return { recoveryKey };
  },
  'vault.unlock': ({ passphrase }) => {
    app.session.begin(openVault(app.storeDir, passphrase));
    app.changed(null, ['vault', 'cases', 'settings']);
    return {};
  },
  'vault.lock': () => {
    cancelAll();
    app.session.end();
    app.changed(null, ['vault']);
    return {};
  },
});
