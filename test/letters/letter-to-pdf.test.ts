import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeLetter } from '../../main/letters/compose-letter.ts';
import { paginateLetter } from '../../main/letters/layout/paginate-letter.ts';
import { letterToPdf } from '../../main/letters/letter-to-pdf.ts';
import { LETTER_FONT_FILES, type LetterFonts } from '../../main/letters/pdf/letter-fonts.ts';
import { readLetter } from '../../main/letters/read-letter.ts';
import type { Letter } from '../../shared/letter.ts';
import { FORMS } from './support/letter-assets.ts';
import { pdfText } from './support/published.ts';
import { soundLetter, soundLetter2014 } from './support/sound-letter.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'assets/letter/fonts');
const fonts = Object.fromEntries(
  LETTER_FONT_FILES.map((file) => [file, readFileSync(join(FOLDER, file))]),
) as unknown as LetterFonts;
const pdfOf = (letter: Letter): Promise<Uint8Array> => letterToPdf(paginateLetter(composeLetter(letter, FORMS)), fonts);

describe('the PDF of a letter', () => {
  it.each([soundLetter, soundLetter2014])(
    'is taken apart again into the letter that it was written from',
    async (sound) => {
      const letter = readLetter((await pdfText(await pdfOf(sound()))).replace(/-\n/gu, '-'), FORMS);
      expect(letter).toEqual(sound());
    },
  );

  it('shows letters and signs that its main font lacks', async () => {
    const summary = 'Scores of ≥ 5 and ≤ 10, α and β, Łódź, naïve, “quoted” – and √4.';
    expect(await pdfText(await pdfOf({ ...soundLetter(), summary }))).toContain(summary);
  });

  it('is the same at any time', async () => {
    expect(Buffer.compare(await pdfOf(soundLetter()), await pdfOf(soundLetter()))).toBe(0);
  });

  it('says nothing of author, program or time', async () => {
    const raw = Buffer.from(await pdfOf(soundLetter())).toString('latin1');
    expect(raw).not.toMatch(/\/(?:Author|Creator|Producer|CreationDate|ModDate|Title|Metadata)\b|xmp|pdfkit/iu);
  });
});
