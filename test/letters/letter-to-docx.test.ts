import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { compareLetters } from '../../main/letters/compare-letters.ts';
import { composeLetter } from '../../main/letters/compose-letter.ts';
import { readDocxText } from '../support/read-docx-text.ts';
import { docxMetadata } from '../../main/letters/docx/seal-docx.ts';
import { letterToDocx } from '../../main/letters/letter-to-docx.ts';
import { blockText, letterText } from '../../main/letters/letter-text.ts';
import { readLetter } from '../../main/letters/read-letter.ts';
import { foldSpace, type Letter } from '../../shared/letter.ts';
import { describeWith } from '../support/optional.ts';
import { FORMS } from './support/letter-assets.ts';
import { convert, LIBRE_OFFICE, LIBRE_OFFICE_TIME } from './support/libre-office.ts';
import { oddLetter, soundLetter, soundLetter2014, withItem } from './support/sound-letter.ts';
import { validate, VALIDATOR } from './support/validate-docx.ts';

const LETTERS: readonly (readonly [string, () => Letter])[] = [
  ['the 2016 form', soundLetter],
  ['the 2014 form', soundLetter2014],
  ['odd characters and a heading of 5,000', oddLetter],
  [
    'a letter with nothing in it',
    () => ({
      ...soundLetter(),
      header: { ...soundLetter().header, caseNumber: '', dateAssigned: '' },
      summary: '',
      items: [],
    }),
  ],
];

const documentXml = (bytes: Uint8Array): string => strFromU8(unzipSync(bytes)['word/document.xml']!);

describe.each(LETTERS)('the Word file of %s', (_, letter) => {
  const blocks = composeLetter(letter(), FORMS);

  it('reads back as the same letter', async () => {
    expect(await compareLetters(blocks, await letterToDocx(blocks))).toEqual({ same: true });
  });

  it('has nothing in its metadata', async () => {
    expect(docxMetadata(await letterToDocx(blocks))).toEqual({});
  });

  it('is the same at any time', async () => {
    const [one, other] = [await letterToDocx(blocks), await letterToDocx(blocks)];
    expect(documentXml(one)).toBe(documentXml(other));
    expect(Buffer.compare(one, other)).toBe(0);
  });
});

describe('the Word file', () => {
  it('is taken apart again into the letter that it was written from', async () => {
    expect(readLetter(readDocxText(await letterToDocx(composeLetter(soundLetter(), FORMS))), FORMS)).toEqual(
      soundLetter(),
    );
  });

  it('has what an opioid item ends with as a paragraph of its own, and one for each that a rationale has', async () => {
    const letter = withItem(soundLetter(), 1, { rationale: 'One reason.\n\nAnother, therefore it is necessary.' });
    const blocks = composeLetter(letter, FORMS);
    const paragraphsOf = (item: number): string[] =>
      blocks
        .filter(({ part }) => part.kind === 'item' && part.item === item && part.name === 'rationale')
        .map(blockText);
    expect(paragraphsOf(1)).toEqual([expect.stringContaining('One reason.'), 'Another, therefore it is necessary.']);
    expect(paragraphsOf(2)).toEqual([
      expect.stringMatching(/Tramadol 50mg #60 is not medically necessary\.$/u),
      expect.stringMatching(/^This decision addresses the medical necessity of opioids .* regarding weaning\.$/u),
    ]);
    const lines = readDocxText(await letterToDocx(blocks)).split('\n');
    expect(lines.some((line) => line.startsWith('This decision addresses'))).toBe(true);
  });

  it('is refused where one word of it is not that of the letter, naming the place', async () => {
    const blocks = composeLetter(soundLetter(), FORMS);
    const changed = composeLetter(withItem(soundLetter(), 1, { decision: 'Upheld' }), FORMS);
    expect(await compareLetters(changed, await letterToDocx(blocks))).toEqual({
      same: false,
      where: expect.stringMatching(
        /^items\.1\.heading: "left knee: Upheld .*" was read back as "left knee: Overturned /u,
      ) as string,
    });
  });

  it('is refused where words are missing at its end', async () => {
    const blocks = composeLetter(soundLetter(), FORMS);
    expect(await compareLetters(blocks, await letterToDocx(blocks.slice(0, -1)))).toMatchObject({ same: false });
  });

  it.each(['header1.xml', 'footer1.xml', 'footnotes.xml', 'endnotes.xml', 'comments.xml'])(
    'is refused where its %s says a word that is not that of the letter',
    async (name) => {
      const blocks = composeLetter(soundLetter(), FORMS);
      const parts = unzipSync(await letterToDocx(blocks));
      const part = strToU8('<w:hdr><w:p><w:r><w:t xml:space="preserve">Draft </w:t></w:r></w:p></w:hdr>');
      expect(await compareLetters(blocks, zipSync({ ...parts, [`word/${name}`]: part }))).toMatchObject({
        same: false,
        where: expect.stringMatching(/Draft"\.$/u) as string,
      });
    },
  );

  it('finds metadata where there is some', async () => {
    const { Document, Packer } = await import('docx');
    expect(
      docxMetadata(await Packer.toBuffer(new Document({ creator: 'A. Person', sections: [{ children: [] }] }))),
    ).toMatchObject({ creator: 'A. Person' });
  });
});

describeWith([VALIDATOR], 'the OOXML schema', () => {
  it.each(LETTERS)('is kept by %s', async (_, letter) => {
    expect(validate([await letterToDocx(composeLetter(letter(), FORMS))])).toEqual([]);
  });
});

describeWith(LIBRE_OFFICE, 'LibreOffice', () => {
  it(
    'opens the letter and finds all its words',
    async () => {
      const blocks = composeLetter(oddLetter(), FORMS);
      const [converted] = convert([await letterToDocx(blocks)], 'txt:Text (encoded):UTF8');
      const text = Buffer.from(converted!).toString('utf8');
      expect(foldSpace(text.slice(text.indexOf('HOW THE IMR')))).toBe(
        foldSpace(letterText(blocks.filter(({ part }) => part.kind !== 'header'))),
      );
    },
    LIBRE_OFFICE_TIME,
  );
});
