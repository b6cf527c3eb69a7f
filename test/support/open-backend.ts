import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Backend, Offer } from '../../main/app/backend/backend.ts';
import { createBackend, type Ports } from '../../main/app/backend/create-backend.ts';
import type { Input, Method, Output } from '../../shared/contract.ts';
import type { CaseId, FileToken } from '../../shared/ids.ts';
import { Letter } from '../../shared/letter.ts';
import type { AppError } from '../../shared/reply.ts';

export const ASSETS = join(import.meta.dirname, '..', '..', 'assets');

/** A backend in this process, over a vault of its own that is gone after {@link OpenBackend.close}. */
export type OpenBackend = {
  readonly backend: Backend;
  readonly storeDir: string;
  /** A refusal fails the test with its message. */
  readonly ask: <M extends Method>(method: M, input: Input<M>) => Promise<Output<M>>;
  /** The refusal that a call answers; an answer fails the test. */
  readonly refusal: (method: Method, input: unknown) => Promise<AppError>;
  readonly offer: (offer: Offer) => Promise<FileToken>;
  /** A text as a file of this name. */
  readonly offerText: (name: string, text: string) => Promise<FileToken>;
  /** Runs `write` with a place to write to, and gives what was written there. */
  readonly written: <T>(
    write: (target: FileToken) => Promise<T>,
  ) => Promise<{ readonly bytes: Uint8Array; readonly answer: T }>;
  readonly newCase: (
    letter: Input<'case.create'>['letter'],
    origin?: 'records' | 'published-letter',
  ) => Promise<CaseId>;
  readonly close: () => Promise<void>;
};

export const openBackend = async (ports: Ports & { readonly assetsDir?: string } = {}): Promise<OpenBackend> => {
  const storeDir = mkdtempSync(join(tmpdir(), 'imr-backend-'));
  const backend = await createBackend({ storeDir, assetsDir: ASSETS, parsers: 2, kdfCost: 1024, ...ports });
  const ask: OpenBackend['ask'] = async (method, input) => {
    const reply = await backend.call(method, input);
    if (!reply.ok) throw new Error(`${method}: ${reply.error.code}: ${reply.error.message}`);
    return reply.value as never;
  };
  const offer = async (one: Offer): Promise<FileToken> => (await backend.offer([one]))[0]!;
  await ask('vault.create', { passphrase: 'a passphrase for tests' });
  return {
    backend,
    storeDir,
    ask,
    offer,
    refusal: async (method, input) => {
      const reply = await backend.call(method, input);
      if (reply.ok) throw new Error(`${method} was not refused`);
      return reply.error;
    },
    offerText: (name, text) => offer({ kind: 'bytes', name, bytes: new TextEncoder().encode(text) }),
    written: async (write) => {
      const target = await offer({ kind: 'download', name: 'written' });
      const answer = await write(target);
      const taken = await backend.take(target);
      if (taken === null) throw new Error('nothing was written');
      return { bytes: taken.bytes, answer };
    },
    newCase: async (letter, origin = 'records') =>
      (await ask('case.create', { letter: Letter.parse(letter), origin })).caseId,
    close: async () => {
      await backend.close();
      rmSync(storeDir, { recursive: true });
    },
  };
};
