import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench } from './figure.ts';
import { benchIntakeDates } from './intake-dates.ts';
import { benchIntakeKinds } from './intake-kinds.ts';
import { benchIntakePictures } from './intake-pictures.ts';
import { benchIntakeSize } from './intake-size.ts';
import { benchIntakeText } from './intake-text.ts';
import { benchOcr } from './ocr.ts';

/** The figures of the intake: text, pictures, dates, recognition, size, and what once came out wrong. */
export const benchIntake: Bench = async (say) => {
  const folder = mkdtempSync(join(tmpdir(), 'imr-bench-'));
  try {
    say('a text PDF of 500 pages, read');
    const text = await benchIntakeText(folder);
    say('pages drawn');
    const pictures = await benchIntakePictures(folder);
    say('dates found');
    const dates = benchIntakeDates();
    const recognition = await benchOcr(say);
    const size = await benchIntakeSize(folder, say);
    say('files that once came out wrong');
    return [...text, ...pictures, ...dates, ...recognition, ...size, ...benchIntakeKinds()];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
