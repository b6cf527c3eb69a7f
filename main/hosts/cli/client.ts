import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Input, Method, Output } from '../../../shared/contract.ts';
import type { FileToken } from '../../../shared/ids.ts';
import { Refusal } from '../../../shared/reply.ts';
import type { Backend, Offer } from '../../app/backend/backend.ts';
import { connectBackend } from '../../app/backend/connect-backend.ts';
import { prepareFolder } from '../../app/backend/prepare-folder.ts';
import type { Options } from './options.ts';

/** The project's folder: assets, the built page and the benches are found from here. */
export const ROOT = resolve(import.meta.dirname, '..', '..', '..');

/** The backend as the commands use it: an error reply is thrown as a {@link Refusal}. */
export type Client = {
  readonly backend: Backend;
  readonly ask: <M extends Method>(method: M, input: Input<M>) => Promise<Output<M>>;
  readonly offer: (offer: Offer) => Promise<FileToken>;
  /** A place to write to; refuses with `exists` where a file is, unless it may be replaced (`--overwrite`). */
  readonly target: (path: string) => Promise<FileToken>;
  /**
   * Opens the vault with the passphrase given; with `makeVault` makes it where there is none. Returns what was made.
   */
  readonly unlock: (makeVault?: boolean) => Promise<{ readonly recoveryKey: string | null }>;
  readonly close: () => Promise<void>;
};

const NO_PASSPHRASE = 'Give the passphrase in the environment variable IMR_PASSPHRASE or with --passphrase-file FILE.';

const asker =
  (backend: Backend): Client['ask'] =>
  async (method, input) => {
    const callId = randomUUID();
    const stop = (): void => backend.cancel(callId);
    process.once('SIGINT', stop);
    try {
      const reply = await backend.call(method, input, callId);
      if (!reply.ok) throw new Refusal(reply.error.code, reply.error.message, reply.error.details);
      return reply.value as never;
    } finally {
      process.off('SIGINT', stop);
    }
  };

const showProgress = (backend: Backend): void => {
  if (!process.stderr.isTTY) return;
  backend.subscribe((event) => {
    if (event.event === 'job.progress')
      process.stderr.write(
        `\r\u001b[K${event.note.replace(/\p{Cc}/gu, ' ').slice(0, 60)} ${event.done}/${event.total}`,
      );
    if (event.event === 'job.progress' && event.done >= event.total) process.stderr.write('\r\u001b[K');
  });
};

/** Starts the backend for one command. */
export const openClient = async (options: Options, recognisesByItself = false): Promise<Client> => {
  // What is written is its owner's alone, and so is what an earlier version left.
  process.umask(0o077);
  prepareFolder(options.store).forEach((warning) => process.stderr.write(`${warning}\n`));
  const backend = await connectBackend({
    storeDir: options.store,
    assetsDir: join(ROOT, 'assets'),
    recognisesByItself,
    openedBy: recognisesByItself ? 'browser' : 'command-line',
  });
  showProgress(backend);
  const ask = asker(backend);
  const offerOne: Client['offer'] = async (offer) => {
    const [token] = await backend.offer([offer]);
    if (token === undefined) throw new Refusal('internal', 'The backend has stopped; try again.');
    return token;
  };
  return {
    backend,
    ask,
    offer: offerOne,
    target: async (out) => {
      const path = resolve(out);
      if (existsSync(path) && !options.overwrite)
        throw new Refusal('exists', `${out} is there already; give another name, or --overwrite to replace it.`);
      return offerOne({ kind: 'target', path });
    },
    unlock: async (makeVault = false) => {
      const { passphrase } = options;
      if (passphrase === undefined) throw new Refusal('usage', NO_PASSPHRASE);
      const { exists } = await ask('vault.status', {});
      if (!exists && makeVault) return ask('vault.create', { passphrase });
      await ask('vault.unlock', { passphrase });
      for (const notice of await ask('vault.notices', {})) process.stderr.write(`${notice}\n`);
      return { recoveryKey: null };
    },
    close: () => backend.close(),
  };
};
