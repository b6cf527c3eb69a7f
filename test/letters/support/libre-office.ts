import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wantProgram, type Want } from '../../support/optional.ts';

/** What tests against LibreOffice want. */
export const LIBRE_OFFICE: readonly Want[] = [wantProgram('soffice')];
/** How long such a test may take, in milliseconds: the program starts slowly where others run. */
export const LIBRE_OFFICE_TIME = 300_000;

/** Runs `work` with a folder that is gone afterwards. */
export const inFolder = <T>(work: (folder: string) => T): T => {
  const folder = mkdtempSync(join(tmpdir(), 'imr-letter-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** The Word files converted by LibreOffice in one run, to `pdf` or another of its filters, in the order given. */
export const convert = (files: readonly Uint8Array[], filter: string): Uint8Array[] =>
  inFolder((folder) => {
    const paths = files.map((_, index) => join(folder, `letter-${String(index)}.docx`));
    for (const [index, path] of paths.entries()) writeFileSync(path, files[index] ?? new Uint8Array());
    spawnSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        filter,
        '--outdir',
        folder,
        ...paths,
      ],
      { stdio: 'ignore' },
    );
    return paths.map((path) => readFileSync(path.replace(/docx$/u, filter.split(':')[0] ?? filter)));
  });
