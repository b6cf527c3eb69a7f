import { join } from 'node:path';
import { connectBackend } from '../../main/app/connect-backend.ts';
import { forkParser } from '../../main/import/fork-parser.ts';

/**
 * Runs the packed scripts under plain Node, from the archive's own files alone: a vault is made in the packed thread
 * (native library), and a PDF of the sample case is read by the packed parser (WebAssembly). Gives sentences and whether they hold.
 */
export const runPacked = async (app: string, storeDir: string): Promise<[sentence: string, isSo: boolean][]> => {
  const scripts = join(app, 'dist', 'main');
  const backend = await connectBackend(
    { storeDir, assetsDir: join(app, 'assets'), parsers: 1 },
    { worker: join(scripts, 'backend-worker.cjs'), startParser: () => forkParser(join(scripts, 'parser-process.cjs')) },
  );
  try {
    const made = await backend.call('vault.create', { passphrase: 'a passphrase of the check' });
    const [file] = await backend.offer([{ kind: 'path', path: join(app, 'assets', 'sample-case', 'records', 'first-report-5021.pdf') }]);
    const read = await backend.call('file.text', { file });
    const pages = read.ok ? (read.value as { pages: { text: string }[] }).pages : [];
    return [
      [`the packed backend makes a vault${made.ok ? '' : `: ${made.error.message}`}`, made.ok],
      [`the packed parser reads a PDF${read.ok ? '' : `: ${read.error.message}`}`, pages.length > 0 && pages.every(({ text }) => text.length > 100)],
    ];
  } finally {
    await backend.close();
  }
};
