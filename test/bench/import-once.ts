import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { connectBackend } from '../../main/app/backend/connect-backend.ts';

/**
 * One import as an application does it, in a process of its own: `node import-once.ts STORE FILE`. While it runs, a
 * question is asked every 20 ms; prints one line of JSON.
 */
const [storeDir = '', path = ''] = process.argv.slice(2);
const EVERY = 20;
const ASSETS = join(import.meta.dirname, '..', '..', 'assets');

/** What an import in a process of its own tells: milliseconds, pages, and how long each answer took meanwhile. */
export type ImportOnce = { readonly took: number; readonly pages: number; readonly answers: readonly number[] };

const backend = await connectBackend({ storeDir, assetsDir: ASSETS, parsers: 2 });
const call = async <T>(method: Parameters<typeof backend.call>[0], input: unknown): Promise<T> => {
  const reply = await backend.call(method, input);
  if (!reply.ok) throw new Error(`${method}: ${reply.error.message}`);
  return reply.value as T;
};

await call('vault.create', { passphrase: randomBytes(12).toString('hex') });
const { caseId } = await call<{ caseId: string }>('case.create', { letter: {}, origin: 'records' });
// A note that is there already is what the reviewer reads meanwhile.
const note = await backend.offer([
  { kind: 'bytes', name: 'note.txt', bytes: Buffer.from('Seen on 02/19/2013 for a sore low back.') },
]);
await call('record.import', { caseId, files: note });
const [page] = await call<readonly { id: string }[]>('page.list', { caseId });

const questions = [
  ['record.list', { caseId }],
  ['intake.list', { caseId }],
  ['case.show', { caseId }],
  ['page.show', { caseId, pageId: page?.id }],
] as const;
const answers: number[] = [];
let isOver = false;
const ask = async (): Promise<void> => {
  for (let at = 0; !isOver; at += 1) {
    const begun = performance.now();
    const [method, input] = questions[at % questions.length] ?? questions[0];
    await call(method, input);
    answers.push(performance.now() - begun);
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, EVERY - (performance.now() - begun))));
  }
};

const files = await backend.offer([{ kind: 'path', path }]);
const begun = performance.now();
const asking = ask();
const { files: read } = await call<{ files: readonly { pages: number }[] }>('record.import', { caseId, files });
const took = performance.now() - begun;
isOver = true;
await asking;
process.stdout.write(
  `${JSON.stringify({ took, pages: read.reduce((sum, file) => sum + file.pages, 0), answers } satisfies ImportOnce)}\n`,
);
await backend.close();
