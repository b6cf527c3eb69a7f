import { forkParser } from '../../main/import/fork-parser.ts';
import type { ReaderPool, ReadPage } from '../../main/import/read-page.ts';
import { createReaderPool } from '../../main/import/reader-pool.ts';
import { annotatedPdf, textAt } from '../support/files/form-pdf.ts';
import { makePdf } from '../support/files/make-pdf.ts';
import { outlinedPdf } from '../support/files/outlined-pdf.ts';
import { onePagePdf, rawStream } from '../support/files/raw-pdf.ts';
import { asJpeg, asScannedPdf, REPORT, reportPicture } from '../support/files/scan-page.ts';
import { pageOfPictures } from '../support/files/too-many.ts';
import { withMap } from '../support/files/wrong-font.ts';
import { readFile } from '../support/read-file.ts';

let pool: ReaderPool;
beforeAll(() => {
  pool = createReaderPool({ start: forkParser, size: 1 });
});
afterAll(() => pool.close());

const onlyPage = async (bytes: Uint8Array): Promise<ReadPage> => (await readFile(pool, bytes)).read[0]!;
let keys = 0;
/** The page as it is after recognition, where it asks for that. */
const wholePage = async (bytes: Uint8Array): Promise<ReadPage> => {
  const page = await onlyPage(bytes);
  return page.needsOcr ? pool.recognise({ key: `page ${(keys += 1)}`, load: () => bytes, page: 1 }) : page;
};

const COLUMN = {
  left: [
    'The employee first noticed',
    'pain in the right wrist while',
    'typing for long hours. Splints',
    'were tried for six weeks but',
    'gave little relief at night.',
  ],
  right: [
    'Electrodiagnostic studies of',
    'April showed a moderate median',
    'neuropathy at the wrist and',
    'surgery was discussed. He',
    'wishes to proceed with it.',
  ],
} as const;

describe('the order of words on a page', () => {
  const rowwise = COLUMN.left.flatMap((text, at) => [
    [60, 700 - at * 14, text] as const,
    [320, 700 - at * 14, COLUMN.right[at]!] as const,
  ]);

  it('is that of its columns of prose, though the file has them row by row', async () => {
    const page = await onlyPage(annotatedPdf({ content: textAt([[60, 740, 'Consultation, made up'], ...rowwise]) }));
    expect(page.text.split('\n')).toEqual(['Consultation, made up', ...COLUMN.left, ...COLUMN.right]);
  });

  it('is that of its columns where their lines stand at different heights', async () => {
    const shifted = [
      ...COLUMN.left.map((text, at) => [60, 700 - at * 14, text] as const),
      ...COLUMN.right.map((text, at) => [320, 693 - at * 15, text] as const),
    ].sort((a, b) => b[1] - a[1]);
    const page = await onlyPage(annotatedPdf({ content: textAt(shifted) }));
    expect(page.text.split('\n')).toEqual([...COLUMN.left, ...COLUMN.right]);
  });

  it('is that of the rows of a table, though the file has it column by column', async () => {
    const table = [
      ['Date', 'Drug', 'Dose', 'Prescriber'],
      ['01/05/2016', 'Naproxen', '500 mg', 'Dr. Alpha'],
      ['02/09/2016', 'Tramadol', '50 mg', 'Dr. Beta'],
      ['03/15/2016', 'Gabapentin', '300 mg', 'Dr. Gamma'],
    ];
    const columns = [0, 1, 2, 3].flatMap((column) =>
      table.map((row, at) => [60 + column * 120, 700 - at * 16, row[column]!] as const),
    );
    const page = await onlyPage(annotatedPdf({ content: textAt(columns) }));
    expect(page.text.split('\n')).toEqual(table.map((row) => row.join(' ')));
  });

  it('is that of lines with a label and a value on either side', async () => {
    const pairs = [
      ['Employee: Robin Madeup', 'Claim number: MU-4471'],
      ['Date of birth: 04/17/1961', 'Date of injury: 07/11/2016'],
      ['Employer: Nowhere Works', 'Adjuster: Pat Example'],
      ['Body part: lumbar spine', 'Phone: none'],
    ];
    const placed = [0, 1].flatMap((side) =>
      pairs.map((pair, at) => [60 + side * 260, 700 - at * 14, pair[side]!] as const),
    );
    const page = await onlyPage(annotatedPdf({ content: textAt(placed) }));
    expect(page.text.split('\n')).toEqual(pairs.map((pair) => pair.join(' ')));
  });

  it('is from the top down where the file has it from the bottom up', async () => {
    const lines = ['First line of the note.', 'Second line of it.', 'Third line of it.'];
    const placed = lines.map((text, at) => [60, 700 - at * 16, text] as const).reverse();
    expect((await onlyPage(annotatedPdf({ content: textAt(placed) }))).text.split('\n')).toEqual(lines);
  });

  it('is that of upright lines on a turned page', async () => {
    const content = ['First line of the note.', 'Second line of it.']
      .map((text, at) => `BT /F1 10 Tf 0 1 -1 0 ${100 + at * 16} 60 Tm (${text}) Tj ET`)
      .reverse()
      .join('\n');
    const page = await onlyPage(annotatedPdf({ content, page: '/MediaBox[0 0 612 792]/Rotate 90' }));
    expect(page).toMatchObject({ width: 792, height: 612 });
    expect(page.text.split('\n')).toEqual(['First line of the note.', 'Second line of it.']);
  });
});

describe('what a page does not show', () => {
  it('in a layer that is switched off is left out, and that is said', async () => {
    const page = await onlyPage(
      annotatedPdf({
        catalog: '/OCProperties<</OCGs[6 0 R 7 0 R]/D<</ON[6 0 R]/OFF[7 0 R]>>>>',
        resources: '/Properties<</A 6 0 R/B 7 0 R>>',
        others: ['<</Type/OCG/Name(final)>>', '<</Type/OCG/Name(draft)>>'],
        content: `/OC /A BDC ${textAt([[60, 700, 'Surgery is recommended.']])} EMC /OC /B BDC ${textAt([[60, 700, 'Surgery is refused.']])} EMC`,
      }),
    );
    expect(page.text).toBe('Surgery is recommended.');
    expect(page.messages).toEqual([expect.stringContaining('switched off')]);
  });

  it('beyond its edge is left out, and that is said', async () => {
    const page = await onlyPage(
      annotatedPdf({
        page: '/MediaBox[0 0 612 792]/CropBox[0 400 612 792]',
        content: textAt([
          [60, 700, 'Within the page.'],
          [60, 200, 'Beyond the page.'],
        ]),
      }),
    );
    expect(page.text).toBe('Within the page.');
    expect(page.messages).toEqual([expect.stringContaining('beyond its edge')]);
  });

  it('under a black bar is left out, and that is said; under a highlight or on a shaded cell it stays', async () => {
    const content = [
      textAt([
        [60, 700, 'Covered words here.'],
        [60, 660, 'Highlighted words here.'],
      ]),
      '0 0 0 rg 58 696 200 14 re f',
      '/M gs 1 1 0 rg 58 656 200 14 re f',
      '0.8 g 58 616 200 14 re f 0 g',
      textAt([[60, 620, 'Words of a cell.']]),
    ].join('\n');
    const page = await onlyPage(
      annotatedPdf({ content, resources: '/ExtGState<</M 6 0 R>>', others: ['<</Type/ExtGState/BM/Multiply>>'] }),
    );
    expect(page.text.split('\n')).toEqual(['Highlighted words here.', 'Words of a cell.']);
    expect(page.messages).toEqual([expect.stringContaining('under a bar')]);
  });

  it('because a rule is drawn through it is marked as struck out; an underline is none', async () => {
    const page = await onlyPage(
      annotatedPdf({
        content: `${textAt([
          [60, 700, 'May return to full duty.'],
          [60, 680, 'Modified duty only.'],
        ])} 0.8 w 60 703.2 m 170 703.2 l S 60 678 m 150 678 l S`,
      }),
    );
    expect(page.text).toBe('[struck out: May return to full duty.]\nModified duty only.');
  });
});

const PROSE =
  'The patient reports persistent pain in the left knee.\nHe has completed eight visits of physical therapy.\nMedications include naproxen and omeprazole.';

describe('a font that maps its letters wrongly', () => {
  it.each([
    ['shifted', (letter: string) => (letter === ' ' ? 32 : letter.charCodeAt(0) + 3)],
    ['half', (letter: string) => (/[a-m]/.test(letter) ? letter.toUpperCase().charCodeAt(0) : letter.charCodeAt(0))],
    [
      'scrambled',
      (letter: string) =>
        /[a-z]/.test(letter) ? 97 + (((letter.charCodeAt(0) - 97) * 7 + 5) % 26) : letter.charCodeAt(0),
    ],
  ])(
    '(%s) gives way to the words of the picture',
    async (_, meaning) => {
      const page = await wholePage(withMap(PROSE, meaning));
      expect(page).toMatchObject({ source: 'ocr', messages: [expect.stringContaining('does not match')] });
      expect(page.text).toContain('persistent pain in the left knee');
    },
    30_000,
  );

  it('is believed where it maps them right, and in another language', async () => {
    expect(await onlyPage(withMap(PROSE, (letter) => letter.charCodeAt(0)))).toMatchObject({
      needsOcr: false,
      text: PROSE,
    });
    const spanish =
      'El paciente refiere dolor persistente en la rodilla izquierda desde el accidente de trabajo.\nToma medicamentos todos los dias y camina con dificultad.';
    expect(await onlyPage(withMap(spanish, (letter) => letter.charCodeAt(0)))).toMatchObject({ needsOcr: false });
  });
});

describe('a scan', () => {
  it('with a badly recognised layer is recognised anew, and that is said', async () => {
    const garbled = REPORT.replaceAll('e', 'c').replaceAll('n', 'u').replaceAll('i', 'l').replaceAll('o', '0');
    const page = await wholePage(await asScannedPdf(await reportPicture(), garbled));
    expect(page).toMatchObject({ source: 'ocr', messages: [expect.stringContaining('does not match')] });
  }, 30_000);

  it('pasted on a typed page is read as a part of it', async () => {
    const jpeg = await asJpeg(await reportPicture(), 85);
    const page = await wholePage(
      await makePdf([
        (pdf) => {
          pdf.font('Times-Roman').fontSize(11).text('The relevant page of the made up report is pasted below.', 72, 60);
          pdf.image(jpeg, 120, 120, { width: 460 });
        },
      ]),
    );
    expect(page.source).toBe('mixed');
    expect(page.text).toMatch(/^The relevant page of the made up report is pasted below\.\n/);
    expect(page.text).toContain('straight leg raising was negative');
  }, 30_000);

  it('of ten thousand tiny pictures is recognised, and its text is kept', async () => {
    const page = await onlyPage(pageOfPictures(10_000));
    expect(page.text).toBe('Typed above the dots.');
  }, 30_000);
});

describe('a page that seems to be blank', () => {
  it.each([
    [150, 205],
    [210, 255],
  ])('is not, where its ink is %i on paper of %i', async (ink, paper) => {
    const page = await onlyPage(
      await makePdf([
        (pdf) => {
          const shade = (light: number): string => `#${light.toString(16).repeat(3)}`;
          pdf.rect(0, 0, 612, 792).fill(shade(paper));
          pdf.font('Times-Roman').fontSize(11).fillColor(shade(ink));
          // Outlines, so that nothing but the picture tells of them.
          pdf.lineWidth(0.8).strokeColor(shade(ink));
          for (let line = 0; line < 4; line += 1)
            for (let x = 80; x < 500; x += 9) pdf.circle(x, 100 + line * 20, 3).stroke();
        },
      ]),
    );
    expect(page).toMatchObject({ blank: false, needsOcr: true });
  });

  it('is said to be damaged where its content cannot be unpacked', async () => {
    const page = await onlyPage(
      onePagePdf({
        page: '/MediaBox[0 0 612 792]',
        content: rawStream('no flate stream at all', '/Filter/FlateDecode'),
      }),
    );
    expect(page).toMatchObject({ blank: false, needsOcr: false, messages: [expect.stringContaining('damaged')] });
  });

  it('is said to be damaged where its picture cannot be decoded', async () => {
    const page = await onlyPage(
      onePagePdf({
        page: '/MediaBox[0 0 612 792]',
        content: rawStream('q 612 0 0 792 0 0 cm /X Do Q'),
        others: [
          rawStream(
            'no jpeg',
            '/Type/XObject/Subtype/Image/Width 100/Height 100/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode',
          ),
        ],
      }),
    );
    expect(page).toMatchObject({ blank: false, needsOcr: false, messages: [expect.stringContaining('damaged')] });
  });

  it('is, where nothing is on it', async () => {
    expect(await onlyPage(onePagePdf({ page: '/MediaBox[0 0 612 792]', content: rawStream('q Q') }))).toMatchObject({
      blank: true,
    });
  });
});

describe('letters drawn as outlines under a typed number', () => {
  it('are recognised, and the number is kept', async () => {
    const picture = await reportPicture();
    expect(picture.width).toBeGreaterThan(0);
    const page = await wholePage(await outlinedPdf());
    expect(page.source).toBe('mixed');
    expect(page.text).toContain('FICT-000417');
    expect(page.text).toMatch(/HILL|LIFT|TILE/);
  }, 30_000);
});
