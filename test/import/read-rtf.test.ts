import type { FlowBlock } from '../../shared/page.ts';
import { readRtf } from '../../main/import/rtf/read-rtf.ts';

const readWhole = (body: string) =>
  readRtf(
    Buffer.from(
      `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset204 Arial Cyr;}{\\f2\\fcharset2 Symbol;}}${body}}`,
      'latin1',
    ),
  );
const read = (body: string) => readWhole(body).pages;
const textOf = (body: string): string =>
  read(body)
    .map((page) => page.text)
    .join('\f');

describe('RTF', () => {
  it.each([
    ['hex bytes in the code page of the document', "caf\\'e9 \\'93x\\'94", 'caf\u00e9 \u201cx\u201d'],
    ['hex bytes in the code page of a font', "{\\f1 \\'e4\\'e0}", '\u0434\u0430'],
    ['symbols of the symbol font', "{\\f2\\'b7}", '\u2022'],
    ['Unicode with its fallback passed over', '5\\u8805?3', '5\u22653'],
    ['Unicode with a longer fallback', '{\\uc3 a\\u8805>= b}', 'a\u2265b'],
    ['Unicode without a fallback', '{\\uc0 \\u8805 5}', '\u22655'],
    ['negative Unicode and surrogates', '\\u-10179?\\u-8704?', '\u{1f600}'],
    ['named characters', '\\ldblquote a\\rdblquote\\~b\\_c\\emdash d', '\u201ca\u201d b-c\u2014d'],
    ['escaped braces and backslashes', '\\{a\\\\b\\}', '{a\\b}'],
    ['binary data passed over', '{\\pict\\bin4 }{}x}after', 'after'],
    ['hidden and deleted text left out', 'a{\\v b}{\\deleted c}d', 'ad'],
    ['unknown groups that may be ignored', 'a{\\*\\whatever b}c', 'ac'],
    ['field results without their codes', '{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt shown}}', 'shown'],
    ['what is cut off', 'a{\\b b', 'ab'],
  ])('reads %s', (_, body, expected) => {
    expect(textOf(body)).toBe(expected);
  });

  it('reads boxes and signs by the font that they are set in', () => {
    expect(
      textOf(
        "{\\fonttbl{\\f5\\fcharset2 Wingdings;}{\\f6\\fcharset2 Wingdings 2;}}{\\f5\\'fe}Yes {\\f5\\'a8}No {\\f6 R}Seen {\\f6\\'a3}Not",
      ),
    ).toBe('[x]Yes [ ]No [x]Seen [ ]Not');
    expect(textOf("{\\f2\\'a3} 90, {\\f2\\'b3} 8, {\\f2\\'b1} 2, 5 {\\f2 m}g, {\\f2\\u-3917?}")).toBe(
      '\u2264 90, \u2265 8, \u00b1 2, 5 \u00b5g, \u2265',
    );
  });

  it('keeps its pictures as files, and says which are not shown', () => {
    const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(3000)]);
    const { enclosed } = readWhole(
      `before{\\*\\shppict{\\pict\\pngblip ${png.toString('hex')}}}{\\nonshppict{\\pict\\wmetafile8 ${'00'.repeat(3000)}}}after`,
    );
    expect(enclosed!.map((bytes) => Buffer.from(bytes).equals(png))).toEqual([true]);
    expect(readWhole(`before{\\pict\\wmetafile8 ${'00'.repeat(3000)}}after`).reasons).toEqual([
      { code: 'picture-inside-not-shown' },
    ]);
  });

  it('parts paragraphs, and pages at page breaks and sections only', () => {
    expect(textOf('one\\par two\\page three\\sect four\\sect\\sbknone five')).toBe('one\ntwo\fthree\ffour\nfive');
  });

  it('puts headers first, notes and footers last', () => {
    expect(textOf('{\\footer foot\\par}{\\header head\\par}body{\\footnote note} goes on\\par')).toBe(
      'head\nbody goes on\nnote\nfoot',
    );
  });

  it('reads tables row by row', () => {
    const [page] = read(
      'before\\par\\trowd\\intbl a\\cell b\\cell\\row\\trowd\\intbl c\\cell\\intbl\\cell\\row\\pard after\\par',
    );
    expect(page!.text).toBe('before\na\tb\nc\t\nafter');
    const table = page!.blocks.find((block): block is Extract<FlowBlock, { kind: 'table' }> => block.kind === 'table');
    expect(table!.rows.map((row) => row.map((leaf) => page!.text.slice(leaf.start, leaf.end)))).toEqual([
      ['a', 'b'],
      ['c', ''],
    ]);
  });

  it('knows headings by their style and bold words by their run', () => {
    const [page] = read('{\\stylesheet{\\s1 heading 2;}}\\pard\\s1 Plan\\par\\pard no {\\b change}\\par');
    expect(page!.blocks[0]).toMatchObject({ kind: 'heading', level: 2 });
    expect(page!.blocks[1]).toMatchObject({
      kind: 'paragraph',
      leaf: { runs: [{ start: 8, end: 14, bold: true, italic: false }] },
    });
  });
});
