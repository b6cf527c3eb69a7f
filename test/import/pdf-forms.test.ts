import { forkParser } from '../../main/import/fork-parser.ts';
import type { ReaderPool, ReadPage } from '../../main/import/read-page.ts';
import { createReaderPool } from '../../main/import/reader-pool.ts';
import { annotatedPdf, FIRST_OTHER, textAt, textField, tickField } from '../support/files/form-pdf.ts';
import { rawStream } from '../support/files/raw-pdf.ts';
import { formOfFields, pageOfNotes } from '../support/files/too-many.ts';
import { boxesOf, readFile } from '../support/read-file.ts';

let pool: ReaderPool;
beforeAll(() => {
  pool = createReaderPool({ start: forkParser, size: 1 });
});
afterAll(() => pool.close());

const onlyPage = async (bytes: Uint8Array): Promise<ReadPage> => (await readFile(pool, bytes)).read[0]!;
const linesOf = ({ text }: ReadPage): string[] => text.split('\n');

/** A request for authorization with a table of two rows, whose cells hold several lines. */
const REQUEST = annotatedPdf({
  isForm: true,
  content: textAt([
    [60, 740, 'Request for Authorization, made up'],
    [60, 710, 'Name:'],
    [320, 710, 'Date of Injury:'],
    [60, 690, 'Claim Number:'],
    [74, 670, 'New Request'],
    [204, 670, 'Resubmission'],
    [60, 640, 'Diagnosis'],
    [200, 640, 'ICD-Code'],
    [300, 640, 'Service/Good Requested'],
    [480, 640, 'CPT/HCPCS'],
  ]),
  annotations: [
    textField('name', [140, 706, 300, 722], 'Robin Madeup'),
    textField('doi', [410, 706, 540, 722], '07/11/2016'),
    textField('claim', [140, 686, 300, 702], 'MU-4471'),
    tickField('new', [60, 668, 70, 678], true),
    tickField('again', [190, 668, 200, 678], false),
    textField('dx1', [60, 590, 190, 630], 'Lumbar disc displacement with radiculopathy', '/Ff 4096'),
    textField('icd1', [200, 590, 290, 630], 'M51.26'),
    textField('svc1', [300, 590, 470, 630], 'Epidural steroid injection at L4-5, fluoroscopic guidance', '/Ff 4096'),
    textField('cpt1', [480, 590, 560, 630], '62323'),
    textField('dx2', [60, 540, 190, 580], 'Cervicalgia', '/Ff 4096'),
    textField('icd2', [200, 540, 290, 580], 'M54.2'),
    textField('svc2', [300, 540, 470, 580], 'Acupuncture 2 x 3', '/Ff 4096'),
    textField('cpt2', [480, 540, 560, 580], '97810'),
  ],
});

describe('a fillable form', () => {
  it('has its values behind their labels and ticks at their boxes', async () => {
    const lines = linesOf(await onlyPage(REQUEST));
    expect(lines).toContain('Name: Robin Madeup Date of Injury: 07/11/2016');
    expect(lines).toContain('Claim Number: MU-4471');
    expect(lines).toContain('[x] New Request [ ] Resubmission');
  });

  it('has the rows of its table, whose cells are wrapped, one line each', async () => {
    const lines = linesOf(await onlyPage(REQUEST));
    expect(lines).toContain(
      'Lumbar disc displacement with radiculopathy M51.26 Epidural steroid injection at L4-5, fluoroscopic guidance 62323',
    );
    expect(lines).toContain('Cervicalgia M54.2 Acupuncture 2 x 3 97810');
  });

  it('gives each value the place where its field stands', async () => {
    const page = await onlyPage(REQUEST);
    const [value] = boxesOf(page).filter(({ word }) => word === 'MU-4471');
    expect(value!.box[0]).toBeGreaterThanOrEqual(138);
    expect(value!.box[2]).toBeLessThanOrEqual(302);
    expect(value!.box[1]).toBeGreaterThan(85);
  });

  it('draws values and ticks that have no picture', async () => {
    const [blank, filled] = await Promise.all(
      [false, true].map((isOn) =>
        onlyPage(
          annotatedPdf({ isForm: true, content: '', annotations: [tickField('box', [60, 668, 90, 698], isOn)] }),
        ),
      ),
    );
    expect([blank!.text, filled!.text]).toEqual(['[ ]', '[x]']);
    const picture = await pool.picture({
      key: 'ticked',
      load: () =>
        annotatedPdf({ isForm: true, content: '', annotations: [tickField('box', [60, 668, 90, 698], true)] }),
      page: 1,
      width: 306,
    });
    const { default: sharp } = await import('sharp');
    expect((await sharp(picture).stats()).isOpaque).toBe(true);
    expect((await sharp(picture).greyscale().stats()).channels[0]!.min).toBeLessThan(100);
  });

  it('shows what a field draws and what it holds where the two differ, and says so', async () => {
    const page = await onlyPage(
      annotatedPdf({
        isForm: true,
        content: textAt([[60, 700, 'Service:']]),
        others: [
          rawStream(
            'BT /F1 10 Tf 2 4 Td (Massage) Tj ET',
            '/Type/XObject/Subtype/Form/BBox[0 0 160 16]/Resources<</Font<</F1 5 0 R>>>>',
          ),
        ],
        annotations: [textField('svc', [120, 696, 280, 712], 'Acupuncture', `/AP<</N ${FIRST_OTHER} 0 R>>`)],
      }),
    );
    expect(page.text).toBe('Service: [field value: Acupuncture] Massage');
    expect(page.messages).toEqual([expect.stringContaining('something else')]);
  });

  it('has the letters of a comb as one word', async () => {
    const page = await onlyPage(
      annotatedPdf({
        isForm: true,
        content: textAt([[60, 700, 'Claim:']]),
        annotations: [textField('claim', [120, 696, 320, 712], 'ABX90817', '/Ff 16777216/MaxLen 10')],
      }),
    );
    expect(page.text).toBe('Claim: ABX90817');
  });

  it('that was flattened has its comb as one word, too, but not the steps of a scale', async () => {
    const letters = [...'ABX90817'].map((letter, at) => [120 + at * 18, 700, letter] as const);
    const scale = ['0', '1', '2', '3', '4', '5', '6'].map((step, at) => [120 + at * 18, 670, step] as const);
    const page = await onlyPage(
      annotatedPdf({ content: textAt([[60, 700, 'Claim:'], ...letters, [60, 670, 'Pain:'], ...scale]) }),
    );
    expect(linesOf(page)).toEqual(['Claim: ABX90817', 'Pain: 0 1 2 3 4 5 6']);
  });

  it('of five thousand fields is read whole', async () => {
    const page = await onlyPage(formOfFields(5000));
    expect(new Set(page.text.split(/\s+/)).size).toBe(5000);
  }, 30_000);
});

describe('a remark on a page', () => {
  const LETTER = textAt([
    [60, 700, 'The employee was seen for pain of the left knee.'],
    [60, 680, 'The employee may return to full duty.'],
  ]);

  it('typed by somebody stands apart, with author and date', async () => {
    const page = await onlyPage(
      annotatedPdf({
        content: LETTER,
        annotations: [
          "/Subtype/FreeText/Rect[60 690 300 702]/DA(/Helv 9 Tf)/Contents(Authorized by phone.)/T(Pat Example)/M(D:20160712101500-07'00')",
        ],
      }),
    );
    expect(linesOf(page)).toEqual([
      'The employee was seen for pain of the left knee.',
      'The employee may return to full duty.',
      '[Typed remark, by Pat Example, 07/12/2016: Authorized by phone.]',
    ]);
  });

  it.each([
    ['Text', 'Note'],
    ['Highlight', 'Remark on marked text'],
  ])('of kind %s is in the text', async (kind, name) => {
    const page = await onlyPage(
      annotatedPdf({
        content: LETTER,
        annotations: [`/Subtype/${kind}/Rect[60 690 80 710]/Contents(Call the adjuster)`],
      }),
    );
    expect(page.text).toContain(`\n[${name}: Call the adjuster]`);
  });

  it('that is hidden says nothing', async () => {
    const page = await onlyPage(
      annotatedPdf({ content: LETTER, annotations: ['/Subtype/Text/F 2/Rect[60 690 80 710]/Contents(Hidden words)'] }),
    );
    expect(page.text).not.toContain('Hidden words');
  });

  it('stamped has the words of its picture', async () => {
    const page = await onlyPage(
      annotatedPdf({
        content: LETTER,
        others: [
          rawStream(
            'BT /F1 14 Tf 4 6 Td (RECEIVED 07/14/2016) Tj ET',
            '/Type/XObject/Subtype/Form/BBox[0 0 200 24]/Resources<</Font<</F1 5 0 R>>>>',
          ),
        ],
        annotations: [`/Subtype/Stamp/Rect[300 740 500 764]/AP<</N ${FIRST_OTHER} 0 R>>`],
      }),
    );
    expect(page.text).toContain('[Stamp: RECEIVED 07/14/2016]');
  });

  it('by which words are struck out marks them', async () => {
    const page = await onlyPage(
      annotatedPdf({
        content: LETTER,
        annotations: ['/Subtype/StrikeOut/Rect[60 678 240 690]/QuadPoints[60 690 240 690 60 678 240 678]'],
      }),
    );
    expect(page.text).toContain('[struck out: The employee may return to full duty.]');
  });

  it('is one of a hundred thousand, of which the first ten thousand are looked at, and that is said', async () => {
    const page = await onlyPage(pageOfNotes(100_000));
    expect(page.text).toContain('[Note: Note 9999]');
    expect(page.messages).toEqual([expect.stringContaining('more notes')]);
  }, 60_000);
});
