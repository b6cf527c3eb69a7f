import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeLetter } from '../../main/letters/compose-letter.ts';
import { breakLines } from '../../main/letters/layout/break-lines.ts';
import { PAGE, TEXT_WIDTH } from '../../main/letters/layout/letter-layout.ts';
import { paginateLetter } from '../../main/letters/layout/paginate-letter.ts';
import { letterToDocx } from '../../main/letters/letter-to-docx.ts';
import { letterText } from '../../main/letters/letter-text.ts';
import { readLetter } from '../../main/letters/read-letter.ts';
import { foldSpace, type Letter, type LetterPage } from '../../shared/letter.ts';
import { describeWith, SHARED, wantShared } from '../support/optional.ts';
import { FORMS } from './support/letter-assets.ts';
import { convert, LIBRE_OFFICE, LIBRE_OFFICE_TIME } from './support/libre-office.ts';
import { pdfText, PUBLISHED, publishedNames, publishedText } from './support/published.ts';
import { soundLetter, soundLetter2014, withItem } from './support/sound-letter.ts';

const pagesOf = (letter: Letter): LetterPage[] => paginateLetter(composeLetter(letter, FORMS));
const lineText = (line: LetterPage['lines'][number]): string => line.runs.map(({ text }) => text).join('');
const long = (sentences: number): string =>
  'The worker reported low back pain after a follow-up visit and/or x-ray. '.repeat(sentences);

describe('breaking lines', () => {
  const lines = (text: string): string[] =>
    breakLines([{ text, face: 'serif' }], 100, 12).map((line) => line.map((stretch) => stretch.text).join(''));

  it.each([
    ['after a blank', 'several words that fill more', ['several words that', 'fill more']],
    ['after a hyphen', 'a well-known-and-long-word', ['a well-known-and-', 'long-word']],
    ['inside a date', 'the visit of 10-30-2016', ['the visit of 10-30-', '2016']],
    [
      'never after a slash, but before the word with it',
      'all the words are and/or else',
      ['all the words are', 'and/or else'],
    ],
    ['inside a word that is longer than a line', 'abcdefghijklmnopqrstuvwxyz', ['abcdefghijklmnopqr', 'stuvwxyz']],
    ['nowhere in nothing', '', ['']],
  ])('%s', (_, text, expected) => {
    expect(lines(text)).toEqual(expected);
  });
});

describe('the pages of a letter', () => {
  it.each([soundLetter, soundLetter2014])('hold every word of the letter in order', (sound) => {
    const letter = withItem(sound(), 0, { rationale: long(90) });
    const words = pagesOf(letter)
      .flatMap(({ lines }) => lines.filter(({ style }) => style !== 'case-block').map(lineText))
      .join(' ');
    const body = composeLetter(letter, FORMS).filter(({ style }) => style !== 'case-block');
    expect(foldSpace(words).replace(/- /gu, '-')).toBe(foldSpace(letterText(body)).replace(/- /gu, '-'));
  });

  it('keep every line inside the margins', () => {
    for (const { lines } of pagesOf({ ...soundLetter(), summary: long(60) })) {
      for (const { top, left } of lines) {
        expect(top).toBeGreaterThanOrEqual(PAGE.margin);
        expect(top + 12).toBeLessThanOrEqual(PAGE.height - PAGE.margin);
        expect(left).toBeLessThan(PAGE.margin + TEXT_WIDTH);
      }
    }
  });

  it('never end with a heading, and never part one line of a paragraph from the rest', () => {
    for (let sentences = 20; sentences < 60; sentences += 1) {
      const pages = pagesOf({ ...soundLetter(), summary: long(sentences) });
      for (const { lines } of pages.slice(0, -1))
        expect(['heading', 'item-heading']).not.toContain(lines.at(-1)?.style);
    }
  });
});

/** The words of each page, without blanks: what a page holds, however its text is laid out. */
const wordsByPage = (pages: readonly LetterPage[]): string[] =>
  pages.map(({ lines }) =>
    lines
      .filter(({ style }) => style !== 'case-block')
      .map(lineText)
      .join('')
      .replace(/\s/gu, ''),
  );

const pdfPages = async (bytes: Uint8Array): Promise<string[]> => {
  const text = (await pdfText(bytes, '\f')).split('\f');
  return text.map((page) => page.slice(Math.max(0, page.indexOf('HOW THE IMR'))).replace(/\s/gu, ''));
};

describeWith(
  [...LIBRE_OFFICE, ...PUBLISHED, wantShared('golden/determination-2014.txt')],
  'the pages that LibreOffice makes',
  () => {
    it(
      'are those of the preview, for the golden letter and the published ones',
      async () => {
        const golden = readLetter(readFileSync(join(SHARED, 'golden/determination-2014.txt'), 'utf8'), FORMS);
        const letters = [
          golden,
          ...(await Promise.all(publishedNames().map(async (name) => readLetter(await publishedText(name), FORMS)))),
        ];
        const files = await Promise.all(letters.map((letter) => letterToDocx(composeLetter(letter, FORMS))));
        const pages = await Promise.all(convert(files, 'pdf').map(pdfPages));
        expect(letters.map((letter) => wordsByPage(pagesOf(letter)))).toEqual(pages);
      },
      LIBRE_OFFICE_TIME,
    );
  },
);

describeWith(LIBRE_OFFICE, 'the pages that LibreOffice makes of made-up letters', () => {
  it(
    'are those of the preview, wherever paragraphs meet the end of a page',
    async () => {
      const letters = Array.from({ length: 20 }, (_, index) =>
        withItem({ ...(index % 4 === 0 ? soundLetter2014() : soundLetter()), summary: long(14 + index) }, 0, {
          rationale: long(3 + ((index * 7) % 50)),
          heading: long(1 + (index % 4)),
        }),
      );
      const files = await Promise.all(letters.map((letter) => letterToDocx(composeLetter(letter, FORMS))));
      const pages = await Promise.all(convert(files, 'pdf').map(pdfPages));
      expect(letters.map((letter) => wordsByPage(pagesOf(letter)))).toEqual(pages);
    },
    LIBRE_OFFICE_TIME,
  );
});
