import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { UtilityProcess } from 'electron';
import { startUtilityParser } from '../../../main/hosts/electron/utility-parser.ts';
import { createReaderPool } from '../../../main/import/reader-pool.ts';
import type { ReadPage, ReadRequest } from '../../../main/import/read-page.ts';

/** What is tried, and where: the same in Electron itself and over its stand-in. */
export type ProbePlaces = {
  /** The folder of the files to read, see `probe-files.ts`. */
  readonly folder: string;
  readonly parser: string;
  /** A parser that answers with its environment and its heap. */
  readonly echo: string;
  /** A script for a thread that opens an encrypted database and holds the cryptography to published results. */
  readonly thread: string;
  /** The folder of the model for recognition. */
  readonly model: string;
};

export type Probed = {
  readonly thread: unknown;
  readonly environment: { readonly env: readonly string[]; readonly heap: number };
  /** By file: its kind, its pages, and the beginning of their text; or why it was not read. */
  readonly files: Readonly<Record<string, string>>;
  readonly recognised: string;
  readonly unpacked: string;
};

type Fork = (script: string, args?: string[], options?: Electron.ForkOptions) => UtilityProcess;

const askThread = (script: string, folder: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(script, { workerData: join(folder, 'probe.db') });
    thread.once('message', resolve);
    thread.once('error', reject);
  });

const askEcho = (fork: Fork, script: string): Promise<Probed['environment']> =>
  new Promise((resolve) => {
    const echo = startUtilityParser({ fork } as never, script)();
    echo.onMessage((message) => {
      echo.kill();
      resolve(message as Probed['environment']);
    });
    echo.post({});
  });

const FILES = ['page.pdf', 'photo.jpg', 'fax.tif', 'telephone.heic', 'records.zip', 'large.bin'] as const;

/** Tries everything that only the real thing can show of the main process, its threads and its parsers. */
export const probe = async (fork: Fork, { folder, parser, echo, thread, model }: ProbePlaces): Promise<Probed> => {
  const bytesOf = (name: string): Buffer => readFileSync(join(folder, name));
  const pool = createReaderPool({ start: startUtilityParser({ fork } as never, parser), size: 1, model });
  const read = async (name: string): Promise<string> => {
    const pages: ReadPage[] = [];
    const onPages: ReadRequest['onPages'] = (some) => void pages.push(...some);
    const outcome = await pool.read({ name, bytes: bytesOf(name), onPages });
    const words = pages.map(({ text }) => text.slice(0, 40)).join('|');
    return [outcome.status, outcome.kind, outcome.pages, words, ...outcome.reasons.map(({ code }) => code)]
      .join(' ')
      .trim();
  };
  try {
    const files: Record<string, string> = {};
    for (const name of FILES) files[name] = await read(name);
    const recognised = await pool.recognise({ key: 'scan', load: () => bytesOf('scan.pdf'), page: 1 });
    const piece = await pool.unpack({
      key: 'zip',
      load: () => bytesOf('records.zip'),
      entry: 0,
      at: 0,
      most: 1000,
      password: 'sesame',
      signal: new AbortController().signal,
    });
    return {
      thread: await askThread(thread, folder),
      environment: await askEcho(fork, echo),
      files,
      recognised: recognised.text,
      unpacked: Buffer.from(piece.bytes).toString('utf8'),
    };
  } finally {
    await pool.close();
  }
};
