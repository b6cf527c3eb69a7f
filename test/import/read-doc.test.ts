import { readDoc } from '../../main/import/doc/read-doc.ts';
import { identify } from '../../main/import/identify.ts';
import type { DocOptions, DocParagraph, DocParts } from '../support/files/make-doc.ts';
import { makeDoc } from '../support/files/make-doc.ts';

/** A property of Word 97: its number, then its operand. */
const sprm = (number: number, ...operand: number[]): number[] => [number & 0xff, number >> 8, ...operand];
const BOLD = sprm(0x0835, 1);
const DELETED = sprm(0x0800, 1);
const HIDDEN = sprm(0x083c, 1);
const IN_TABLE = sprm(0x2416, 1);
const ROW_END = [...IN_TABLE, ...sprm(0x2417, 1)];

const line = (...runs: DocParagraph['runs']): DocParagraph => ({ runs });
const cell = (text: string, sprms = IN_TABLE): DocParagraph => ({ runs: [text], mark: '\u0007', sprms });
const rowEnd: DocParagraph = { runs: [], mark: '\u0007', sprms: ROW_END };
const read = (parts: DocParts, options?: DocOptions) => readDoc(makeDoc(parts, options));
const textOf = (parts: DocParts | readonly DocParagraph[], options?: DocOptions): string =>
  read('body' in parts ? parts : { body: parts }, options)
    .pages.map((page) => page.text)
    .join('\f');

describe('DOC of Word 97 to 2003', () => {
  it('gives headers, headings, paragraphs, tables, notes, comments and footers in reading order', () => {
    const { pages } = read({
      body: [
        { runs: ['Plan'], style: 1 },
        line('Continue ', { text: 'therapy', sprms: BOLD }, '\u0002 now'),
        cell('Drug'),
        cell('Dose'),
        rowEnd,
        cell('A'),
        cell('5 mg'),
        rowEnd,
        line('end'),
      ],
      styles: [
        { builtIn: 0, name: 'Normal' },
        { builtIn: 2, name: 'Heading of ours', base: 0 },
      ],
      footnotes: [[line('\u0002As of May.')]],
      headers: [[], [], [], [], [], [], [], [line('Harbor Clinic')], [], [line('Page footer')], [], []],
      comments: [[line('\u0005Ask')]],
    });
    expect(pages.map((page) => page.text)).toEqual([
      'Harbor Clinic\nPlan\nContinue therapy[1] now\nDrug\tDose\nA\t5 mg\nend\n[1] As of May.\n[Comment] Ask\nPage footer',
    ]);
    expect(pages[0]!.blocks.map((block) => block.kind)).toEqual([
      'paragraph',
      'heading',
      'paragraph',
      'table',
      'paragraph',
      'paragraph',
      'paragraph',
      'paragraph',
    ]);
    expect(pages[0]!.blocks[1]).toMatchObject({ level: 2 });
    expect(pages[0]!.blocks[2]).toMatchObject({ leaf: { runs: [{ start: 28, end: 35, bold: true, italic: false }] } });
  });

  it('leaves tracked deletions out and says so, and hidden text as well', () => {
    const { pages, reasons } = read({
      body: [line('left ', { text: 'knee', sprms: DELETED }, 'hip', { text: ' secret', sprms: HIDDEN })],
    });
    expect(pages[0]!.text).toBe('left hip');
    expect(reasons).toEqual([{ code: 'tracked-changes', values: { deletions: 1 } }]);
  });

  it('takes no other property for a deletion', () => {
    expect(
      textOf([
        line({
          text: 'kept',
          sprms: [...sprm(0x2a00 + 0x40, 1), ...sprm(0x4a60, 1, 0), ...sprm(0x0801, 1), ...sprm(0x0800, 0)],
        }),
      ]),
    ).toBe('kept');
  });

  it('follows what a run says of its style', () => {
    const styles = [
      { builtIn: 0, name: 'Normal' },
      { builtIn: 100, name: 'Strong', base: 0, character: BOLD },
    ];
    const [page] = read({
      body: [
        {
          runs: ['bold ', { text: 'not', sprms: sprm(0x0835, 0x81) }, { text: ' yes', sprms: sprm(0x0835, 0x80) }],
          style: 1,
        },
      ],
      styles,
    }).pages;
    expect(page!.blocks[0]).toMatchObject({
      leaf: {
        runs: [
          { start: 0, end: 5, bold: true },
          { start: 8, end: 12, bold: true },
        ],
      },
    });
  });

  it('cuts pages at page breaks and new-page sections, not at continuous ones, and never begins with an empty one', () => {
    const body = [
      { runs: ['one'], sprms: sprm(0x2407, 1) },
      line('a\fb'),
      { runs: ['two'], sprms: sprm(0x2407, 1) },
      { runs: [], mark: '\f' },
      line('three'),
      { runs: [], mark: '\f' },
      line('four'),
    ];
    expect(textOf({ body, sections: [2, 2, 0] })).toBe('one\na\fb\ftwo\fthree\nfour');
  });

  it('numbers lists as they are shown', () => {
    const item = (text: string, depth: number): DocParagraph => ({
      runs: [text],
      sprms: [...sprm(0x260a, depth), ...sprm(0x460b, 1, 0)],
    });
    const lists = [
      { format: 0, text: '\u0000.', start: 1 },
      { format: 4, text: '(\u0000.\u0001)', start: 1 },
      { format: 23, text: '\uf0b7', start: 1 },
    ];
    expect(
      textOf({ body: [item('knee', 0), item('left', 1), item('right', 1), item('hip', 0), item('dot', 2)], lists }),
    ).toBe('1. knee\n(1.a) left\n(1.b) right\n2. hip\n\u2022 dot');
  });

  it('shows the results of fields, not their codes', () => {
    expect(
      textOf([
        line(
          'see \u0013 HYPERLINK "http://example.com/" \u0014the page\u0015 and \u0013 IF \u0013 X \u0014no\u0015 = 1 \u0014yes\u0015.',
        ),
      ]),
    ).toBe('see the page and yes.');
  });

  it('reads text boxes after the paragraph that they hang on', () => {
    expect(
      textOf({ body: [line('one'), line('two\u0008 with box'), line('three')], boxes: [[line('in the box')]] }),
    ).toBe('one\ntwo with box\nin the box\nthree');
  });

  it('reads tables in cells as lines of the cell', () => {
    const inner = (...flags: number[][]): number[] => [...IN_TABLE, ...sprm(0x6649, 2, 0, 0, 0), ...flags.flat()];
    const body = [
      { runs: ['x'], sprms: inner(sprm(0x244b, 1)) },
      { runs: ['y'], sprms: inner(sprm(0x244b, 1)) },
      { runs: [], sprms: inner(sprm(0x244c, 1), sprm(0x244b, 1)) },
      cell('after'),
      cell('z'),
      rowEnd,
    ];
    expect(textOf(body)).toBe('x\ty\nafter\tz');
  });

  it('reads symbols, tabs, line ends and hyphens', () => {
    expect(textOf([line({ text: '(', sprms: sprm(0x6a09, 0, 0, 0xb7, 0xf0) }, ' a\tb\u000bc\u001ed\u001fe')])).toBe(
      '\u2022 a\tb\nc-de',
    );
  });

  it('reads text kept in one byte a character', () => {
    expect(textOf([line('caf\u00e9 \u0093x\u0094')], { isNarrow: true })).toBe('caf\u00e9 \u201cx\u201d');
  });

  it.each([['by its flag', 0x0100]])('asks for the password of an encrypted document, known %s', (_, flags) => {
    expect(() => read({ body: [line('x')] }, { flags })).toThrow('password');
  });

  it('is found in any case of the names of its streams', () => {
    const bytes = makeDoc({ body: [line('here')] });
    const lower = Buffer.from(
      bytes
        .toString('latin1')
        .replace(
          Buffer.from('WordDocument', 'utf16le').toString('latin1'),
          Buffer.from('worddocument', 'utf16le').toString('latin1'),
        ),
      'latin1',
    );
    expect(identify(lower).kind).toBe('doc');
    expect(readDoc(lower).pages[0]!.text).toBe('here');
  });
});

describe('DOC of Word 6 and 95', () => {
  it('gives paragraphs, tables, notes and headers', () => {
    const table = [24, 1];
    const body = [
      line('Continue ', { text: 'therapy', sprms: [85, 1] }, '\u0002'),
      cell('a', table),
      cell('b', table),
      { runs: [], mark: '\u0007', sprms: [24, 1, 25, 1] },
      line('end'),
    ];
    const { pages } = read(
      { body, footnotes: [[line('\u0002As of May.')]], headers: [[line('Harbor Clinic')]] },
      { version: 6 },
    );
    expect(pages[0]!.text).toBe('Harbor Clinic\nContinue therapy[1]\na\tb\nend\n[1] As of May.');
    expect(pages[0]!.blocks[1]).toMatchObject({ leaf: { runs: [{ start: 23, end: 30, bold: true, italic: false }] } });
  });

  it('reads letters in the code page of their font, or of the language', () => {
    const body = [
      line({ text: '\u00e4\u00e0', sprms: [93, 1, 0] }, ' \u00e9'),
      line({ text: '\u00b7', sprms: [93, 2, 0] }),
    ];
    expect(textOf(body, { version: 6, charsets: [0, 204, 2] })).toBe('\u0434\u0430 \u00e9\n\u2022');
    expect(textOf([line('\u00e4\u00e0')], { version: 6, language: 0x419 })).toBe('\u0434\u0430');
  });

  it('leaves tracked deletions out', () => {
    expect(textOf([line('left ', { text: 'knee', sprms: [65, 1] }, 'hip')], { version: 6 })).toBe('left hip');
  });

  it('numbers lists and shows bullets', () => {
    const numbering = [
      12,
      52,
      0,
      0,
      1,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      1,
      0,
      ...Array<number>(8).fill(0),
      46,
      ...Array<number>(31).fill(0),
    ].slice(0, 54);
    const item = (text: string, level: number): DocParagraph => ({ runs: [text], sprms: [13, level] });
    const short = [12, 21, ...numbering.slice(2, 23)];
    const numbered = (text: string): DocParagraph => ({ runs: [text], sprms: [13, 10, ...short] });
    expect(
      textOf([numbered('knee'), numbered('hip'), line('rest'), numbered('anew'), item('dot', 11)], { version: 6 }),
    ).toBe('1. knee\n2. hip\nrest\n1. anew\n\u2022 dot');
  });
});

describe('a damaged DOC', () => {
  const words = Array.from({ length: 400 }, (_, index) => line(`paragraph ${index} of the whole`));

  it.each([0.6, 0.8, 0.95])('that is cut off after %d of its length gives what is left, and says so', (part) => {
    const whole = makeDoc({ body: words });
    const { pages, reasons } = readDoc(whole.subarray(0, Math.floor(whole.length * part)));
    expect(pages[0]!.text).toContain('paragraph 100 of the whole');
    expect(reasons).toEqual([{ code: 'partly-damaged' }]);
  });

  it('of which nothing is left is refused in one sentence', () => {
    expect(() => readDoc(makeDoc({ body: words }).subarray(0, 600))).toThrow('damaged');
  });

  it('whose chains go round in circles ends', () => {
    const bytes = makeDoc({ body: words });
    const table = bytes.length - 512;
    for (let index = 0; index < 40; index += 1) bytes.writeUInt32LE(index === 39 ? 0 : index + 1, table + index * 4);
    expect(() => readDoc(bytes)).not.toThrow(RangeError);
  });

  it('that claims more text than it has is read as far as it goes, or refused', () => {
    const bytes = makeDoc({ body: words });
    bytes.writeUInt32LE(0x7fff_ffff, 512 + 0x4c);
    const { reasons } = readDoc(bytes);
    expect(reasons).toEqual([{ code: 'partly-damaged' }]);
  });
});
