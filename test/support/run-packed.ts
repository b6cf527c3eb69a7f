import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connectBackend } from '../../main/app/backend/connect-backend.ts';
import { forkParser } from '../../main/import/fork-parser.ts';
import { makeHeic } from './files/make-heic.ts';

/** A script that runs another where Node's diagnostic report, which ends some builds of Electron, cannot be asked for. */
const withoutReport = (path: string, script: string): void =>
  writeFileSync(
    path,
    `process.report.getReport = () => { throw new Error('the report was asked for'); };\nrequire(${JSON.stringify(script)});\n`,
  );

/**
 * Runs the packed scripts under plain Node, from the archive's own files alone: a vault is made in the packed thread
 * (native library), and a PDF and a photo of the sample case and a HEIC photo are read by the packed parser
 * (WebAssembly, the model for recognition), and none asks for the diagnostic report. Gives sentences and whether they hold.
 */
export const runPacked = async (app: string, storeDir: string): Promise<[sentence: string, isSo: boolean][]> => {
  const scripts = join(app, 'dist', 'main');
  const sample = join(app, 'assets', 'sample-case');
  withoutReport(join(app, 'backend.cjs'), join(scripts, 'backend-worker.cjs'));
  withoutReport(join(app, 'parser.cjs'), join(scripts, 'parser-process.cjs'));
  const backend = await connectBackend(
    { storeDir, assetsDir: join(app, 'assets'), parsers: 1 },
    { worker: join(app, 'backend.cjs'), startParser: () => forkParser(join(app, 'parser.cjs'), { isBound: false }) },
  );
  try {
    const made = await backend.call('vault.create', { passphrase: 'a passphrase of the check' });
    const textOf = async (path: string) => {
      const [file] = await backend.offer([{ kind: 'path', path }]);
      const reply = await backend.call('file.text', { file });
      return { reply, pages: reply.ok ? (reply.value as { pages: { text: string; source: string }[] }).pages : [] };
    };
    const { reply: read, pages } = await textOf(join(sample, 'records', 'first-report-5021.pdf'));
    const { reply: seen, pages: photo } = await textOf(join(sample, 'more-records', 'duty-offer-photo.jpg'));
    const heic = join(app, 'photo.heic');
    writeFileSync(heic, makeHeic({ width: 64, height: 64, light: (x) => x * 4 }));
    const { reply: opened, pages: telephone } = await textOf(heic);
    return [
      [`the packed backend makes a vault${made.ok ? '' : `: ${made.error.message}`}`, made.ok],
      [
        `the packed parser reads a PDF${read.ok ? '' : `: ${read.error.message}`}`,
        pages.length > 0 && pages.every(({ text }) => text.length > 100),
      ],
      [
        `the packed parser recognises a photo${seen.ok ? (seen.value as { messages: string[] }).messages.map((message) => `: ${message}`).join('') : `: ${seen.error.message}`}`,
        photo.length === 1 && photo.every(({ text, source }) => source === 'ocr' && text.length > 100),
      ],
      [`the packed parser opens a HEIC photo${opened.ok ? '' : `: ${opened.error.message}`}`, telephone.length === 1],
    ];
  } finally {
    await backend.close();
  }
};
