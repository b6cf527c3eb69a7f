import { Document, Header, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { strFromU8, unzipSync, zipSync, strToU8 } from 'fflate';
import { docxMetadata } from '../../main/letters/docx/seal-docx.ts';
import { readDocxText } from '../support/read-docx-text.ts';
import { foldSpace } from '../../shared/letter.ts';
import { fillTemplate } from '../../main/letters/fill-template.ts';

const paragraph = (...runs: string[]): Paragraph =>
  new Paragraph({ children: runs.map((text, index) => new TextRun({ text, bold: index % 2 === 1 })) });

const template = (children: readonly (Paragraph | Table)[]): Promise<Uint8Array> =>
  Packer.toBuffer(
    new Document({
      creator: 'A. Person',
      title: 'Cover',
      sections: [
        { headers: { default: new Header({ children: [paragraph('Case {caseNumber}')] }) }, children: [...children] },
      ],
    }),
  );

const values = { caseNumber: 'CM17-0123456', worker: 'R. Example & <Sons>', result: 'Partial' };

describe('a cover page from a template', () => {
  it('has its fields filled in text, tables and headers', async () => {
    const table = new Table({
      rows: [new TableRow({ children: [new TableCell({ children: [paragraph('{result}')] })] })],
    });
    const { bytes, messages } = fillTemplate(
      await template([paragraph('Dear {worker}, your case {caseNumber}'), table]),
      values,
    );
    expect(messages).toEqual([]);
    expect(foldSpace(readDocxText(bytes))).toBe(
      'Dear R. Example & <Sons>, your case CM17-0123456 Partial Case CM17-0123456',
    );
  });

  it('fills a field that Word has cut into runs, and keeps the words around it', async () => {
    const { bytes } = fillTemplate(
      await template([paragraph('Before {wor', 'ker} between {res', 'ult', '} after')]),
      values,
    );
    expect(readDocxText(bytes)).toContain('Before R. Example & <Sons> between Partial after\n');
    expect(strFromU8(unzipSync(bytes)['word/document.xml']!)).toContain('R. Example &amp; &lt;Sons&gt;');
  });

  it('leaves a field that does not exist, and names it once', async () => {
    const { bytes, messages } = fillTemplate(
      await template([paragraph('{nothing} and {nothing} and {result}')]),
      values,
    );
    expect(readDocxText(bytes)).toContain('{nothing} and {nothing} and Partial');
    expect(messages).toEqual(['The template\'s field "{nothing}" does not exist; it was left as it stands.']);
  });

  it('fills the words of a paragraph that a text box stands in, and those in the box', async () => {
    const boxed = await template([paragraph('After the box: {result}')]);
    const parts = unzipSync(boxed);
    const xml = strFromU8(parts['word/document.xml']!).replace(
      '<w:p><w:r>',
      '<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p/><w:p><w:r><w:t>In it: {caseNumber}, {no such field}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r><w:r>',
    );
    const { bytes, messages } = fillTemplate(zipSync({ ...parts, 'word/document.xml': strToU8(xml) }), values);
    expect(readDocxText(bytes)).toContain('In it: CM17-0123456, {no such field}');
    expect(readDocxText(bytes)).toContain('After the box: Partial');
    expect(messages).toEqual(['The template\'s field "{no such field}" does not exist; it was left as it stands.']);
  });

  it('knows a field whose name has blanks, and keeps signs that are written by their number', async () => {
    const parts = unzipSync(await template([paragraph('{Name of the worker}’s case')]));
    const xml = strFromU8(parts['word/document.xml']!).replace('’', '&#8217;');
    const { bytes, messages } = fillTemplate(zipSync({ ...parts, 'word/document.xml': strToU8(xml) }), {
      ...values,
      'Name of the worker': 'R. Example',
    });
    expect(readDocxText(bytes)).toContain('R. Example’s case');
    expect(messages).toEqual([]);
  });

  it('has nothing left in its metadata', async () => {
    expect(docxMetadata(fillTemplate(await template([paragraph('{result}')]), values).bytes)).toEqual({});
  });

  it.each([
    ['a text', strToU8('no file of Word')],
    ['another archive', zipSync({ 'a.txt': strToU8('a') })],
  ])('is refused for %s', (_, bytes) => {
    expect(() => fillTemplate(bytes, values)).toThrow(
      'The template is no Word file (DOCX); save it as one and choose it again.',
    );
  });
});
