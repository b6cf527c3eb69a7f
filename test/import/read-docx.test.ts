import { Footer, FootnoteReferenceRun, Header, HeadingLevel, PageBreak, Paragraph, SectionType, Table, TableCell, TableRow, TextRun } from 'docx';
import { strToU8, zipSync } from 'fflate';
import { readDocx } from '../../main/import/docx/read-docx.ts';
import { makeDocx } from '../support/files/make-docx.ts';

const cell = (text: string): TableCell => new TableCell({ children: [new Paragraph(text)] });
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"';
const byHand = (body: string): Uint8Array =>
  zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8(`<w:document ${W}><w:body>${body}</w:body></w:document>`) });
const textOf = (bytes: Uint8Array): string => readDocx(bytes).pages.map((page) => page.text).join('\f');

describe('DOCX', () => {
  it('gives headers, headings, paragraphs, tables, notes and footers in reading order', async () => {
    const bytes = await makeDocx(
      [{
        headers: { default: new Header({ children: [new Paragraph('Harbor Clinic')] }) },
        footers: { default: new Footer({ children: [new Paragraph('Page footer')] }) },
        children: [
          new Paragraph({ text: 'Plan', heading: HeadingLevel.HEADING_2 }),
          new Paragraph({ children: [new TextRun('Continue '), new TextRun({ text: 'therapy', bold: true }), new FootnoteReferenceRun(1)] }),
          new Table({ rows: [new TableRow({ children: [cell('Drug'), cell('Dose')] }), new TableRow({ children: [cell('A'), cell('5 mg')] })] }),
        ],
      }],
      { 1: { children: [new Paragraph('As of May.')] } },
    );
    const { pages } = readDocx(bytes);
    expect(pages.map((page) => page.text)).toEqual(['Harbor Clinic\nPlan\nContinue therapy[1]\nDrug\tDose\nA\t5 mg\n[1] As of May.\nPage footer']);
    expect(pages[0]!.blocks.map((block) => block.kind)).toEqual(['paragraph', 'heading', 'paragraph', 'table', 'paragraph', 'paragraph']);
    expect(pages[0]!.blocks[2]).toMatchObject({ leaf: { runs: [{ start: 28, end: 35, bold: true, italic: false }] } });
  });

  it('cuts pages at page breaks and new-page sections, not at continuous ones', async () => {
    const bytes = await makeDocx([
      { children: [new Paragraph('one'), new Paragraph({ children: [new PageBreak(), new TextRun('two')] }), new Paragraph({ text: 'three', pageBreakBefore: true })] },
      { properties: { type: SectionType.NEXT_PAGE }, children: [new Paragraph('four')] },
      { properties: { type: SectionType.CONTINUOUS }, children: [new Paragraph('five')] },
    ]);
    expect(textOf(bytes)).toBe('one\ftwo\fthree\ffour\nfive');
  });

  it('takes insertions, leaves deletions out and says so', () => {
    const bytes = byHand('<w:p><w:r><w:t xml:space="preserve">left </w:t></w:r><w:del><w:r><w:delText>knee</w:delText></w:r></w:del><w:ins><w:r><w:t>hip</w:t></w:r></w:ins></w:p>');
    expect(textOf(bytes)).toBe('left hip');
    expect(readDocx(bytes).messages).toEqual([expect.stringContaining('tracked changes')]);
  });

  it('reads a text box once, after the paragraph that it hangs on', () => {
    const box = '<w:txbxContent><w:p><w:r><w:t>in the box</w:t></w:r></w:p></w:txbxContent>';
    const bytes = byHand(`<w:p><w:r><w:t>around</w:t><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${box}</wps:txbx></mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r></w:p>`);
    expect(textOf(bytes)).toBe('around\nin the box');
  });

  it('shows the boxes of a form as ticked or not', () => {
    const box = (inner: string): string => `<w:r><w:fldChar><w:ffData><w:checkBox>${inner}</w:checkBox></w:ffData></w:fldChar></w:r>`;
    expect(textOf(byHand(`<w:p>${box('<w:checked/>')}<w:r><w:t>TTD</w:t></w:r>${box('<w:default w:val="0"/>')}<w:r><w:t>P&amp;S</w:t></w:r></w:p>`))).toBe('\u2612TTD\u2610P&S');
  });

  it('refuses a damaged document in one sentence', () => {
    expect(() => readDocx(Buffer.from('PK\u0003\u0004 word/document.xml'))).toThrow('damaged');
  });
});
