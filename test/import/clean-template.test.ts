import { Document, ExternalHyperlink, Header, Packer, Paragraph, TextRun } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { cleanTemplate } from '../../main/import/docx/clean-template.ts';
import { forkParser } from '../../main/import/fork-parser.ts';
import { createReaderPool } from '../../main/import/reader-pool.ts';
import { Unreadable } from '../../main/import/unreadable.ts';
import { readDocxText } from '../support/read-docx-text.ts';

const cover = (): Promise<Uint8Array> =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph('Made up organisation')] }) },
          children: [
            new Paragraph('Dear {worker}'),
            new Paragraph({
              children: [
                new ExternalHyperlink({ link: 'https://example.invalid/', children: [new TextRun('our page')] }),
              ],
            }),
          ],
        },
      ],
    }),
  );
const PARTS_OF_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const withParts = async (parts: Readonly<Record<string, string>>): Promise<Uint8Array> =>
  zipSync({
    ...unzipSync(await cover()),
    ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
  });
const plain = (body: string): Uint8Array =>
  zipSync({
    'word/document.xml': strToU8(`<w:document ${PARTS_OF_WORD}><w:body>${body}</w:body></w:document>`),
  });
const documentOf = (bytes: Uint8Array): string => strFromU8(unzipSync(bytes)['word/document.xml']!);

describe('a template for a cover page', () => {
  it('keeps its words, its header and its looks', async () => {
    const { bytes } = cleanTemplate(await cover());
    expect(readDocxText(bytes)).toContain('Dear {worker}');
    expect(readDocxText(bytes)).toContain('Made up organisation');
    expect(readDocxText(bytes)).toContain('our page');
    expect(Object.keys(unzipSync(bytes))).toEqual(expect.arrayContaining(['word/styles.xml']));
  });

  it('has nothing that runs, nothing inside, no comments, and leads nowhere', async () => {
    const template = await withParts({
      'word/vbaProject.bin': 'macros',
      'word/comments.xml': `<w:comments ${PARTS_OF_WORD}/>`,
      'word/embeddings/oleObject1.bin': 'a file',
      'word/activeX/activeX1.xml': '<x/>',
      'word/_rels/settings.xml.rels':
        '<Relationships><Relationship Id="rId1" Type="t/attachedTemplate" Target="https://example.invalid/x.dotm" TargetMode="External"/></Relationships>',
    });
    const { bytes, isLess } = cleanTemplate(template);
    expect(isLess).toBe(true);
    const parts = unzipSync(bytes);
    expect(Object.keys(parts).filter((name) => /vba|comments|embeddings|activeX|docProps/.test(name))).toEqual([]);
    const all = Object.values(parts)
      .map((part) => strFromU8(part))
      .join('');
    expect(all).not.toMatch(/TargetMode|example\.invalid|macroEnabled/);
  });

  it('says nothing where nothing was left out', () => {
    expect(cleanTemplate(plain('<w:p><w:r><w:t>Dear {worker}</w:t></w:r></w:p>')).isLess).toBe(false);
  });

  it('has no field that fetches, however its instruction is cut, and keeps the others', () => {
    const field = (...runs: string[]): string =>
      `<w:p>${runs.map((run) => `<w:r><w:instrText>${run}</w:instrText></w:r>`).join('')}<w:r><w:t>shown</w:t></w:r></w:p>`;
    expect(documentOf(cleanTemplate(plain(field('DD', 'EAUTO cmd'))).bytes)).not.toMatch(/DD|EAUTO/);
    const both = documentOf(cleanTemplate(plain(field('INCLUDETEXT "x"') + field('PAGE'))).bytes);
    expect(both).not.toContain('INCLUDETEXT');
    expect(both).toContain('PAGE');
    expect(both).toContain('shown');
  });

  it('has no pointer to what was left out', () => {
    const body =
      '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>kept</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p><w:altChunk r:id="rId9"/>';
    const xml = documentOf(cleanTemplate(plain(body)).bytes);
    expect(xml).toContain('kept');
    expect(xml).not.toMatch(/comment|altChunk|rId9/);
  });

  it('is refused where all its parts together are more than a template has', () => {
    const part = strToU8(`<w:hdr ${PARTS_OF_WORD}>${' '.repeat(9_000_000)}</w:hdr>`);
    const headers = Object.fromEntries(Array.from({ length: 6 }, (_, at) => [`word/header${at}.xml`, part]));
    const template = zipSync({ ...unzipSync(plain('<w:p/>')), ...headers });
    expect(() => cleanTemplate(template)).toThrow(/grows to many times its size/);
  });

  it.each([
    ['a text', strToU8('no file of Word')],
    ['another archive', zipSync({ 'a.txt': strToU8('a') })],
  ])('is refused for %s', (_, bytes) => {
    expect(() => cleanTemplate(bytes)).toThrow(/no Word file/);
  });

  it('with entities of its own is refused', () => {
    const template = zipSync({
      'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><w:document>&b;</w:document>'),
    });
    expect(() => cleanTemplate(template)).toThrow(/XML entities/);
  });

  it('is unpacked in a parser process, which says what it left out', async () => {
    const pool = createReaderPool({ start: forkParser, size: 1 });
    try {
      const { bytes, reasons } = await pool.template(await cover());
      expect(readDocxText(bytes)).toContain('Dear {worker}');
      expect(reasons).toEqual([{ code: 'template-cleaned' }]);
      await expect(pool.template(strToU8('no file of Word'))).rejects.toBeInstanceOf(Unreadable);
    } finally {
      await pool.close();
    }
  }, 30_000);
});
