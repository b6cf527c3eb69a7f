import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Backend, Offer } from '../../main/app/backend/backend.ts';
import { createBackend } from '../../main/app/backend/create-backend.ts';
import type { Input, Method, Output } from '../../shared/contract.ts';
import type { CaseId, FileToken } from '../../shared/ids.ts';
import type { FileResult, IntakeRow, IntakeTotals } from '../../shared/record.ts';
import { temporaryFolder } from './temporary.ts';

/** A vault of its own in this process, with what a test of the import asks of it. */
export type OpenCase = {
  /** The case that is worked on. */
  readonly caseId: () => CaseId;
  /** Begins another case and works on it from now on. */
  readonly newCase: () => Promise<void>;
  readonly storeDir: string;
  readonly backend: Backend;
  /** Calls and gives the value; fails the test with the reply's message where it is refused. */
  readonly ask: <M extends Method>(method: M, input: Input<M>) => Promise<Output<M>>;
  readonly take: (paths: readonly string[], password?: string) => Promise<readonly FileResult[]>;
  readonly ledger: () => Promise<{ readonly files: readonly IntakeRow[]; readonly totals: IntakeTotals }>;
  /** The untouched bytes behind a line of the ledger. */
  readonly original: (id: number) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
};

export const openCase = async (storeDir = join(temporaryFolder(), 'vault')): Promise<OpenCase> => {
  const backend = await createBackend({
    storeDir,
    assetsDir: join(import.meta.dirname, '..', '..', 'assets'),
    parsers: 2,
    kdfCost: 2 ** 10,
  });
  const ask: OpenCase['ask'] = async (method, input) => {
    const reply = await backend.call(method, input);
    if (!reply.ok) throw new Error(`${reply.error.code}: ${reply.error.message}`);
    return reply.value as Output<typeof method>;
  };
  await ask('vault.create', { passphrase: 'plainly fictional words' });
  let caseId = '' as CaseId;
  return {
    storeDir,
    backend,
    ask,
    caseId: () => caseId,
    newCase: async () => {
      ({ caseId } = await ask('case.create', { letter: {} as Input<'case.create'>['letter'], origin: 'records' }));
    },
    take: async (paths, password) => {
      const files = await backend.offer(paths.map((path): Offer => ({ kind: 'path', path })));
      return (await ask('record.import', { caseId, files, ...(password !== undefined && { password }) })).files;
    },
    ledger: () => ask('intake.list', { caseId }),
    original: async (id) => {
      const [target] = await backend.offer([{ kind: 'download', name: 'original' }]);
      await ask('intake.original', { caseId, id, target: target as FileToken });
      return (await backend.take(target as FileToken))?.bytes ?? new Uint8Array(0);
    },
    close: () => backend.close(),
  };
};

/** Writes files into a fresh folder and gives its path. */
export const writeFolder = (files: Readonly<Record<string, Uint8Array | string>>): string => {
  const folder = temporaryFolder();
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return folder;
};
