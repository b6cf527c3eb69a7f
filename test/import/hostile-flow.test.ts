import { zipSync } from 'fflate';
import { readDocx } from '../../main/import/docx/read-docx.ts';
import { readXlsx } from '../../main/import/sheets/read-xlsx.ts';
import { readOdt } from '../../main/import/odt/read-odt.ts';
import { makeZip } from '../support/files/make-zip.ts';

const BILLION_LAUGHS = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, index) => `<!ENTITY ${String.fromCharCode(98 + index)} "${`&${String.fromCharCode(97 + index)};`.repeat(10)}">`).join('')}]>`;
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const ODF =
  'xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0"';
const docx = (xml: string): Uint8Array => makeZip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': xml });
const odt = (xml: string): Uint8Array =>
  makeZip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': xml });
const wordBody = (inner: string): string => `<w:document ${W}><w:body>${inner}</w:body></w:document>`;
const openBody = (inner: string): string =>
  `<o:document-content ${ODF}><o:body><o:text>${inner}</o:text></o:body></o:document-content>`;

describe('a document made to break its reader', () => {
  it.each([
    ['DOCX', () => readDocx(docx(`${BILLION_LAUGHS}${wordBody('<w:p><w:r><w:t>&j;</w:t></w:r></w:p>')}`))],
    ['ODT', () => readOdt(odt(`${BILLION_LAUGHS}${openBody('<t:p>&j;</t:p>')}`))],
  ])('by entities is refused in a sentence: %s', (_, read) => {
    expect(read).toThrow(/XML entities/);
  });

  it.each([
    ['DOCX', () => readDocx(docx(wordBody('<w:tbl><w:tr><w:tc>'.repeat(100_000))))],
    ['ODT', () => readOdt(odt(openBody('<t:span>'.repeat(100_000))))],
  ])('by nesting is refused in a sentence: %s', (_, read) => {
    expect(read).toThrow(/nested too deep/);
  });

  it.each([
    [
      'DOCX',
      (part: Uint8Array) =>
        readDocx(zipSync({ '[Content_Types].xml': Buffer.from('<Types/>'), 'word/document.xml': part })),
    ],
    [
      'ODT',
      (part: Uint8Array) =>
        readOdt(zipSync({ mimetype: Buffer.from('application/vnd.oasis.opendocument.text'), 'content.xml': part })),
    ],
  ])('by unpacking to much more than it is, is refused before it is unpacked: %s', (_, read) => {
    const part = Buffer.alloc(24_000_000, ' ');
    expect(() => read(part)).toThrow(/grows to many times its size/);
  });

  it('by one long string that every cell of a workbook shows is refused in a sentence, before memory is full', () => {
    const cells = Array.from({ length: 2000 }, (_, row) => `<row><c r="A${row + 1}" t="s"><v>0</v></c></row>`).join('');
    const workbook = makeZip({
      'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="S" r:id="a"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="a" Type="t/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      'xl/sharedStrings.xml': `<sst><si><t>${'made to fill memory '.repeat(50_000)}</t></si></sst>`,
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${cells}</sheetData></worksheet>`,
    });
    expect(() => readXlsx(workbook)).toThrow(/grows to many times its size/);
  });

  it('by a size that it does not say costs no more than the size that it says', () => {
    const bytes = Buffer.from(docx(wordBody(`<w:p><w:r><w:t>${'x'.repeat(500_000)}</w:t></w:r></w:p>`)));
    const entry = bytes.lastIndexOf('word/document.xml') - 46;
    bytes.writeUInt32LE(64, entry + 24);
    const { pages, reasons } = readDocx(bytes);
    expect(pages.map((page) => page.text).join('').length).toBeLessThan(100);
    expect(reasons).toEqual([{ code: 'partly-damaged' }]);
  });

  it('by styles that build on each other in a circle is read all the same', () => {
    const styles = `<w:styles ${W}><w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>`;
    const bytes = makeZip({
      '[Content_Types].xml': '<Types/>',
      'word/styles.xml': styles,
      'word/document.xml': wordBody('<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>here</w:t></w:r></w:p>'),
    });
    expect(readDocx(bytes).pages[0]!.text).toBe('here');
  });

  it('by parts with names outside the document is read without them', () => {
    const bytes = makeZip({
      '../../etc/word/header1.xml': `<w:hdr ${W}><w:p><w:r><w:t>outside</w:t></w:r></w:p></w:hdr>`,
      'word/document.xml': wordBody('<w:p><w:r><w:t>inside</w:t></w:r></w:p>'),
    });
    expect(readDocx(bytes).pages.map((page) => page.text)).toEqual(['inside']);
  });
});
