import { join } from 'node:path';
import { connectBackend } from '../../main/app/connect-backend.ts';
import { forkParser } from '../../main/import/fork-parser.ts';

/**
 * Runs the packed scripts under plain Node, from the archive's own files alone: a vault is made in the packed thread
 * (native library), and a PDF and a photo of the sample case are read by the packed parser (WebAssembly, the model for
 * recognition). Gives sentences and whether they hold.
 */
export const runPacked = async (app: string, storeDir: string): Promise<[sentence: string, isSo: boolean][]> => {
  const scripts = join(app, 'dist', 'main');
  const backend = await connectBackend(
    { storeDir, assetsDir: join(app, 'assets'), parsers: 1 },
    { worker: join(scripts, 'backend-worker.cjs'), startParser: () => forkParser(join(scripts, 'parser-process.cjs')) },
  );
  try {
    const made = await backend.call('vault.create', { passphrase: 'a passphrase of the check' });
    const textOf = async (...path: readonly string[]) => {
      const [file] = await backend.offer([{ kind: 'path', path: join(app, 'assets', 'sample-case', ...path) }]);
      const reply = await backend.call('file.text', { file });
      return { reply, pages: reply.ok ? (reply.value as { pages: { text: string; source: string }[] }).pages : [] };
    };
    const { reply: read, pages } = await textOf('records', 'first-report-5021.pdf');
    const { reply: seen, pages: photo } = await textOf('more-records', 'duty-offer-photo.jpg');
    return [
      [`the packed backend makes a vault${made.ok ? '' : `: ${made.error.message}`}`, made.ok],
      [`the packed parser reads a PDF${read.ok ? '' : `: ${read.error.message}`}`, pages.length > 0 && pages.every(({ text }) => text.length > 100)],
      [`the packed parser recognises a photo${seen.ok ? (seen.value as { messages: string[] }).messages.map((message) => `: ${message}`).join('') : `: ${seen.error.message}`}`, photo.length === 1 && photo.every(({ text, source }) => source === 'ocr' && text.length > 100)],
    ];
  } finally {
    await backend.close();
  }
};
