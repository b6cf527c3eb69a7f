import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LETTER_FONT_FILES, type LetterFonts } from '../../letters/pdf/letter-fonts.ts';

/** The open fonts that the letter's PDF embeds, read where they are first needed. */
export const loadLetterFonts = (assetsDir: string): LetterFonts =>
  Object.fromEntries(
    LETTER_FONT_FILES.map((file) => [file, new Uint8Array(readFileSync(join(assetsDir, 'letter', 'fonts', file)))]),
  ) as LetterFonts;
