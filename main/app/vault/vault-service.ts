import { clockTime } from '../../../shared/clock-time.ts';
import { noteReads } from '../../store/reads.ts';
import { checkSecret, createVault, openVault } from '../../store/vault.ts';
import { vaultExists } from '../../store/vault-file.ts';
import type { App, HandlersOf } from '../backend/app.ts';

const HOUR = 3_600_000;

/** What is to be said where a case was changed later than it is now; nothing of less than an hour. */
const clockNotices = (app: App): string[] => {
  const now = app.now();
  const last = app.session
    .vault()
    .memories.all()
    .reduce((latest, { head }) => (head !== null && head.at > latest ? head.at : latest), '');
  if (last === '' || Date.parse(last) - now.getTime() < HOUR) return [];
  // Both with their day, unless it is the same one.
  const [says, changed] = [clockTime(now.toISOString(), new Date(last)), clockTime(last, now)];
  return [
    `The clock of this computer says ${says}, but a case was changed at ${changed} already; set the clock right, for issued letters and the log of changes carry its time.`,
  ];
};

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
    return [...app.session.vault().notices, ...clockNotices(app)];
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
