import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench } from './figure.ts';
import { benchIntakePictures } from './intake-pictures.ts';
import { benchIntakeSize } from './intake-size.ts';
import { benchIntakeText } from './intake-text.ts';
import { benchOcr } from './ocr.ts';

/** The figures of the intake: text, pictures, recognition, size. */
export const benchIntake: Bench = async (say) => {
  const folder = mkdtempSync(join(tmpdir(), 'imr-bench-'));
  try {
    say('a text PDF of 500 pages, read');
    const text = await benchIntakeText(folder);
    say('pages drawn');
    const pictures = await benchIntakePictures(folder);
    const recognition = await benchOcr(say);
    return [...text, ...pictures, ...recognition, ...(await benchIntakeSize(folder, say))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
