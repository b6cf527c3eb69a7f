import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

/** How long LibreOffice may take for all of them together, in milliseconds. */
const LONGEST = 300_000;

/**
 * The text of each document as LibreOffice writes it, all in one run, into the given folder; undefined where it refuses
 * the document. Words outside the body (headers, notes, boxes) it leaves out; deleted and hidden ones it writes.
 */
export const convertToText = (paths: readonly string[], folder: string): (string | undefined)[] => {
  const [given, made] = [join(folder, 'given'), join(folder, 'made')];
  mkdirSync(given, { recursive: true });
  const copies = paths.map((path, index) => {
    const copy = join(given, `${index}${extname(path)}`);
    copyFileSync(path, copy);
    return copy;
  });
  spawnSync(
    'soffice',
    [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      'txt:Text (encoded):UTF8',
      '--outdir',
      made,
      ...copies,
    ],
    { stdio: 'ignore', timeout: LONGEST },
  );
  return paths.map((_, index) => {
    const text = join(made, `${index}.txt`);
    return existsSync(text) ? readFileSync(text, 'utf8') : undefined;
  });
};
