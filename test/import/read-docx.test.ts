import {
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  PageBreak,
  Paragraph,
  SectionType,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import sharp from 'sharp';
import { readDocx } from '../../main/import/docx/read-docx.ts';
import { identify } from '../../main/import/identify.ts';
import { openFile } from '../../main/import/open-file.ts';
import { makeCompoundFile } from '../support/files/make-compound-file.ts';
import { makeDocx } from '../support/files/make-docx.ts';
import { makeZip } from '../support/files/make-zip.ts';

const cell = (text: string): TableCell => new TableCell({ children: [new Paragraph(text)] });
const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"';
const byHand = (body: string): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(`<w:document ${W}><w:body>${body}</w:body></w:document>`),
  });
const textOf = (bytes: Uint8Array): string =>
  readDocx(bytes)
    .pages.map((page) => page.text)
    .join('\f');

describe('DOCX', () => {
  it('gives headers, headings, paragraphs, tables, notes and footers in reading order', async () => {
    const bytes = await makeDocx(
      [
        {
          headers: { default: new Header({ children: [new Paragraph('Harbor Clinic')] }) },
          footers: { default: new Footer({ children: [new Paragraph('Page footer')] }) },
          children: [
            new Paragraph({ text: 'Plan', heading: HeadingLevel.HEADING_2 }),
            new Paragraph({
              children: [
                new TextRun('Continue '),
                new TextRun({ text: 'therapy', bold: true }),
                new FootnoteReferenceRun(1),
              ],
            }),
            new Table({
              rows: [
                new TableRow({ children: [cell('Drug'), cell('Dose')] }),
                new TableRow({ children: [cell('A'), cell('5 mg')] }),
              ],
            }),
          ],
        },
      ],
      { 1: { children: [new Paragraph('As of May.')] } },
    );
    const { pages } = readDocx(bytes);
    expect(pages.map((page) => page.text)).toEqual([
      'Harbor Clinic\nPlan\nContinue therapy[1]\nDrug\tDose\nA\t5 mg\n[1] As of May.\nPage footer',
    ]);
    expect(pages[0]!.blocks.map((block) => block.kind)).toEqual([
      'paragraph',
      'heading',
      'paragraph',
      'table',
      'paragraph',
      'paragraph',
    ]);
    expect(pages[0]!.blocks[2]).toMatchObject({ leaf: { runs: [{ start: 28, end: 35, bold: true, italic: false }] } });
  });

  it('cuts pages at page breaks and new-page sections, not at continuous ones', async () => {
    const bytes = await makeDocx([
      {
        children: [
          new Paragraph('one'),
          new Paragraph({ children: [new PageBreak(), new TextRun('two')] }),
          new Paragraph({ text: 'three', pageBreakBefore: true }),
        ],
      },
      { properties: { type: SectionType.NEXT_PAGE }, children: [new Paragraph('four')] },
      { properties: { type: SectionType.CONTINUOUS }, children: [new Paragraph('five')] },
    ]);
    expect(textOf(bytes)).toBe('one\ftwo\fthree\ffour\nfive');
  });

  it('takes insertions, leaves deletions out and says so', () => {
    const bytes = byHand(
      '<w:p><w:r><w:t xml:space="preserve">left </w:t></w:r><w:del><w:r><w:delText>knee</w:delText></w:r></w:del><w:ins><w:r><w:t>hip</w:t></w:r></w:ins></w:p>',
    );
    expect(textOf(bytes)).toBe('left hip');
    expect(readDocx(bytes).reasons).toEqual([{ code: 'tracked-changes', values: { deletions: 1 } }]);
  });

  it('reads a text box once, after the paragraph that it hangs on', () => {
    const box = '<w:txbxContent><w:p><w:r><w:t>in the box</w:t></w:r></w:p></w:txbxContent>';
    const bytes = byHand(
      `<w:p><w:r><w:t>around</w:t><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${box}</wps:txbx></mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r></w:p>`,
    );
    expect(textOf(bytes)).toBe('around\nin the box');
  });

  it('shows the boxes of a form as ticked or not', () => {
    const box = (inner: string): string =>
      `<w:r><w:fldChar><w:ffData><w:checkBox>${inner}</w:checkBox></w:ffData></w:fldChar></w:r>`;
    expect(
      textOf(
        byHand(
          `<w:p>${box('<w:checked/>')}<w:r><w:t>TTD</w:t></w:r>${box('<w:default w:val="0"/>')}<w:r><w:t>P&amp;S</w:t></w:r></w:p>`,
        ),
      ),
    ).toBe('[x]TTD[ ]P&S');
  });

  it('refuses a damaged document in one sentence', () => {
    expect(() => readDocx(Buffer.from('PK\u0003\u0004 word/document.xml'))).toThrow('damaged');
  });
});

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (...related: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `<Relationships xmlns="${PACKAGE}">${related.map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`).join('')}</Relationships>`;
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (text: string): string => `<w:p>${run(text)}</w:p>`;
const body = (inner: string, root = W): string => `<w:document ${root}><w:body>${inner}</w:body></w:document>`;

describe('DOCX of other writers', () => {
  it('is read with parts under any name, as they refer to each other', () => {
    const bytes = makeZip({
      '_rels/.rels': relations(['r1', 'officeDocument', '/office/main.xml']),
      'office/main.xml': body(`<w:p>${run('see')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`),
      'office/_rels/main.xml.rels': relations(['r1', 'footnotes', 'notes/all.xml'], ['r2', 'header', '../top.xml']),
      'office/notes/all.xml': `<w:footnotes ${W}><w:footnote w:id="0" w:type="separator">${paragraph('none')}</w:footnote><w:footnote w:id="2">${paragraph('below')}</w:footnote></w:footnotes>`,
      'top.xml': `<w:hdr ${W}>${paragraph('above')}</w:hdr>`,
    });
    expect(textOf(bytes)).toBe('above\nsee[1]\n[1] below');
  });

  it('is read without content types, with names of backslashes, of strict OOXML, and without prefixes', () => {
    const strict = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"';
    expect(textOf(makeZip({ 'word\\document.xml': body(paragraph('strict'), strict) }))).toBe('strict');
    const plain =
      '<document xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><body><p><r><t>plain</t></r></p></body></document>';
    expect(textOf(makeZip({ 'word/document.xml': plain }))).toBe('plain');
  });

  it('is read from one flat file', () => {
    const flat = Buffer.from(
      `<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"><pkg:part pkg:name="/_rels/.rels"><pkg:xmlData>${relations(['r1', 'officeDocument', 'word/document.xml'])}</pkg:xmlData></pkg:part><pkg:part pkg:name="/word/document.xml"><pkg:xmlData>${body(paragraph('flat'))}</pkg:xmlData></pkg:part></pkg:package>`,
    );
    expect(identify(flat).kind).toBe('docx');
    expect(textOf(flat)).toBe('flat');
  });

  it('is read from the XML of Word 2003, with notes, headers and changes that stand in the text', () => {
    const spaces =
      'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:aml="http://schemas.microsoft.com/aml/2001/core"';
    const changed = (type: string, inner: string): string =>
      `<aml:annotation w:type="Word.${type}"><aml:content>${inner}</aml:content></aml:annotation>`;
    const inner = `<w:p><w:pPr><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/><wx:t wx:val="1."/></w:listPr></w:pPr>${run('left ')}${changed('Deletion', '<w:r><w:delText>knee</w:delText></w:r>')}${changed('Insertion', run('hip'))}<w:r><w:footnote>${paragraph('below')}</w:footnote></w:r></w:p><w:sectPr><w:hdr w:type="odd">${paragraph('above')}</w:hdr></w:sectPr>`;
    const bytes = Buffer.from(
      `<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument ${spaces}><w:body>${inner}</w:body></w:wordDocument>`,
    );
    expect(identify(bytes).kind).toBe('docx');
    const { pages, reasons } = readDocx(bytes);
    expect(pages.map((page) => page.text)).toEqual(['above\n1. left hip[1]\n[1] below']);
    expect(reasons).toEqual([{ code: 'tracked-changes', values: { deletions: 1 } }]);
  });
});

describe('what a DOCX shows beside its text', () => {
  const withRelations = (
    inner: string,
    related: readonly (readonly [string, string, string])[],
    parts: Readonly<Record<string, string>>,
  ): Uint8Array =>
    makeZip({
      'word/document.xml': body(
        inner,
        `${W} xmlns:r="${OFFICE}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"`,
      ),
      'word/_rels/document.xml.rels': relations(...related),
      ...parts,
    });

  it('gives the words of charts and watermarks after their paragraph', () => {
    const chart =
      '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:title><a:p><a:r><a:t>Pain by</a:t></a:r><a:r><a:t> week</a:t></a:r></a:p></c:title><c:cat><c:strCache><c:v>Week 1</c:v></c:strCache></c:cat><c:val><c:numCache><c:v>7</c:v></c:numCache></c:val></c:chartSpace>';
    const bytes = withRelations(
      `<w:p>${run('see')}<w:r><w:drawing><c:chart r:id="r1"/></w:drawing><w:pict><v:textpath string="COPY"/></w:pict></w:r></w:p>`,
      [['r1', 'chart', 'charts/chart1.xml']],
      { 'word/charts/chart1.xml': chart },
    );
    expect(textOf(bytes)).toBe('see\nPain by week\nWeek 1\nCOPY');
  });

  it('gives pictures of the size of a page as pages behind the text, and small ones not', async () => {
    const picture = async (side: number): Promise<string> =>
      (
        await sharp({ create: { width: side, height: side, channels: 3, background: '#ffffff' } })
          .png()
          .toBuffer()
      ).toString('latin1');
    const image = (id: string): string =>
      `<w:p>${run(id)}<w:r><w:drawing><a:blip r:embed="${id}"/></w:drawing></w:r></w:p>`;
    const zip = zipSync({
      ...unzipSync(
        withRelations(
          image('r1') + image('r2'),
          [
            ['r1', 'image', 'media/a.png'],
            ['r2', 'image', 'media/b.png'],
          ],
          {},
        ),
      ),
      'word/media/a.png': Buffer.from(await picture(900), 'latin1'),
      'word/media/b.png': Buffer.from(await picture(80), 'latin1'),
    });
    const document = await openFile(identify(zip), zip, '');
    expect(document.pages).toBe(2);
    expect(await document.read(1)).toMatchObject({ kind: 'flow', text: 'r1\nr2' });
    expect(await document.read(2)).toMatchObject({ kind: 'picture', number: 2, source: 'none' });
    expect((await document.scan(2)).picture.width).toBeGreaterThan(0);
  });

  it('gives documents that are inside as pages behind the text, and says what it cannot show', async () => {
    const inner = Buffer.from(await makeDocx([{ children: [new Paragraph('inner words')] }]));
    const object = (id: string): string =>
      `<w:p>${run(id)}<w:r><w:object><v:imagedata r:id="r9"/><o:OLEObject r:id="${id}"/></w:object></w:r></w:p>`;
    const zip = zipSync({
      ...unzipSync(
        withRelations(
          object('r1') + object('r2') + '<w:altChunk r:id="r3"/>',
          [
            ['r1', 'package', 'embeddings/a.docx'],
            ['r2', 'oleObject', 'embeddings/b.bin'],
            ['r3', 'aFChunk', 'chunk.html'],
          ],
          {},
        ),
      ),
      'word/embeddings/a.docx': inner,
      'word/embeddings/b.bin': makeCompoundFile({ Equation: Buffer.from('x') }),
      'word/chunk.html': strToU8('<html><body><p>from the chunk</p></body></html>'),
    });
    const document = await openFile(identify(zip), zip, '');
    const texts = await Promise.all(
      Array.from({ length: document.pages }, async (_, index) => (await document.read(index + 1)).text),
    );
    expect(texts).toEqual(['r1\nr2', 'inner words', 'from the chunk']);
    expect(document.reasons).toEqual([{ code: 'file-inside-not-shown' }]);
  });

  it('ends where a document holds itself', async () => {
    let zip = Buffer.from(await makeDocx([{ children: [new Paragraph('innermost')] }]));
    for (let depth = 0; depth < 5; depth += 1) {
      zip = Buffer.from(
        zipSync({
          ...unzipSync(
            withRelations(
              `<w:p>${run(`level ${depth}`)}<w:r><w:object><o:OLEObject r:id="r1"/></w:object></w:r></w:p>`,
              [['r1', 'package', 'embeddings/a.docx']],
              {},
            ),
          ),
          'word/embeddings/a.docx': zip,
        }),
      );
    }
    const document = await openFile(identify(zip), zip, '');
    expect(document.pages).toBe(3);
    expect(document.reasons).toEqual([{ code: 'part-not-shown', values: { because: { code: 'nested-too-deep' } } }]);
  });

  it('keeps columns below each other where cells reach over several', () => {
    const cellOf = (text: string, properties = ''): string =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
    expect(
      textOf(
        byHand(
          `<w:tbl><w:tr>${cellOf('a', '<w:gridSpan w:val="2"/>')}${cellOf('b')}</w:tr><w:tr>${cellOf('c')}${cellOf('d')}${cellOf('e')}</w:tr></w:tbl>`,
        ),
      ),
    ).toBe('a\t\tb\nc\td\te');
  });

  it('gives what stands before the break of a document that is cut off', () => {
    const whole = byHand(
      Array.from({ length: 4000 }, (_, index) => paragraph(`paragraph ${index} ${Math.sin(index)}`)).join(''),
    );
    const { pages, reasons } = readDocx(whole.subarray(0, whole.length / 2));
    expect(pages[0]!.text).toContain('paragraph 500 ');
    expect(reasons).toEqual([{ code: 'partly-damaged' }]);
  });
});
