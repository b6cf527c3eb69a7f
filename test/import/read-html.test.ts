import iconv from 'iconv-lite';
import { readHtml } from '../../main/import/html/read-html.ts';
import { identify } from '../../main/import/identify.ts';
import type { FlowBlock } from '../../shared/page.ts';

const read = (html: string) => readHtml(Buffer.from(html));
const textOf = (html: string): string =>
  read(html)
    .pages.map((page) => page.text)
    .join('\f');
const rowsOf = (html: string): string[][] => {
  const [page] = read(html).pages;
  const table = page!.blocks.find((block): block is Extract<FlowBlock, { kind: 'table' }> => block.kind === 'table');
  return table!.rows.map((row) => row.map((leaf) => page!.text.slice(leaf.start, leaf.end)));
};

describe('HTML', () => {
  it('gives headings, paragraphs, lists and tables as a browser shows them', () => {
    const [page] = read(
      '<html><head><title>no</title></head><body><h2>Plan</h2><p>Continue\n <b>therapy</b>&nbsp;now<br>and rest</p><ul><li>walk<ol start=3 type=a><li>slowly<li>often</ol><li><p>swim</p><p>daily</p></ul><table><tr><th>Drug<th>Dose<tr><td>A<td>5 mg</table>end',
    ).pages;
    expect(page!.text).toBe(
      'Plan\nContinue therapy now\nand rest\n\u2022 walk\nc. slowly\nd. often\n\u2022 swim\ndaily\nDrug\tDose\nA\t5 mg\nend',
    );
    expect(page!.blocks.map((block) => block.kind)).toEqual([
      'heading',
      'paragraph',
      'list-item',
      'list-item',
      'list-item',
      'list-item',
      'list-item',
      'table',
      'paragraph',
    ]);
    expect(page!.blocks[1]).toMatchObject({ leaf: { runs: [{ start: 14, end: 21, bold: true, italic: false }] } });
  });

  it.each([
    ['scripts, styles and comments', '<script>a()</script><style>p{}</style><!-- b --><p>shown', 'shown'],
    [
      'what is hidden',
      '<p hidden>a</p><div style="color:red; display: none">b</div><input type=hidden value=c><p>shown',
      'shown',
    ],
    [
      'templates and fallbacks',
      '<template>a</template><video>b</video><iframe>c</iframe><noscript>shown</noscript>',
      'shown',
    ],
  ])('never shows %s', (_, html, expected) => {
    expect(textOf(html)).toBe(expected);
  });

  it('says that a page shows other documents', () => {
    expect(read('<p>x</p><iframe src="https://example.com/"></iframe>').reasons).toEqual([
      { code: 'pages-inside-not-shown' },
    ]);
  });

  it('shows the fields of a form as they were saved', () => {
    expect(
      textOf(
        '<input type=checkbox checked>TTD <input type=checkbox>P&amp;S <input value="5 days"> <select><option>none<option selected>some</select><textarea>a\n b</textarea>',
      ),
    ).toBe('[x]TTD [ ]P&S 5 days somea\n b');
  });

  it('keeps the lines of preformatted text, and only of that', () => {
    expect(
      textOf('<pre>\nBP   120/80\n  pulse</pre><p>a\n   b</p><div style="white-space:pre-wrap">c\n  d</div>'),
    ).toBe('BP   120/80\n  pulse\na b\nc\n  d');
  });

  it('keeps columns below each other where cells reach over several', () => {
    expect(rowsOf('<table><tr><td rowspan=2>a<td colspan=2>b<td>c<tr><td>d<td>e<td>f</table>')).toEqual([
      ['a', 'b', '', 'c'],
      ['', 'd', 'e', 'f'],
    ]);
  });

  it('takes tables that only lay out the page as running text', () => {
    const [page] = read(
      '<table><tr><td><h1>Clinic</h1></td><td><table><tr><td>k<td>v</table></td></tr></table><table><tr><td>one<tr><td>two</table>',
    ).pages;
    expect(page!.blocks.map((block) => block.kind)).toEqual(['heading', 'table', 'paragraph', 'paragraph']);
    expect(page!.text).toBe('Clinic\nk\tv\none\ntwo');
  });

  it('cuts pages where a style says so', () => {
    expect(
      textOf(
        '<p>one<p style="page-break-before:always">two<br clear=all style="page-break-before:always">three<div style="break-after: page">four</div>five',
      ),
    ).toBe('one\ftwo\fthree\nfour\ffive');
  });

  it.each([
    [
      'windows-1251 by its meta',
      iconv.encode(
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>\u0431\u043e\u043b\u044c',
        'windows-1251',
      ),
      '\u0431\u043e\u043b\u044c',
    ],
    ['Shift JIS by its meta', iconv.encode('<meta charset="Shift_JIS"><p>\u75db\u307f', 'shift_jis'), '\u75db\u307f'],
    ['UTF-8 without a word', Buffer.from('<p>na\u00efve \u2265 5'), 'na\u00efve \u2265 5'],
    [
      'UTF-8 that says it is Latin',
      Buffer.from('<meta charset="iso-8859-1"><p>na\u00efve \u2265 5'),
      'na\u00efve \u2265 5',
    ],
    [
      'windows-1252 that says it is UTF-8',
      Buffer.from('<meta charset="utf-8"><p>\x93pain\x94', 'latin1'),
      '\u201cpain\u201d',
    ],
    [
      'windows-1252 that says it is Latin 1',
      Buffer.from('<meta charset="iso-8859-1"><p>\x93pain\x94', 'latin1'),
      '\u201cpain\u201d',
    ],
    ['UTF-16 by its mark', Buffer.from('\ufeff<p>caf\u00e9', 'utf16le'), 'caf\u00e9'],
  ])('is read from %s', (_, bytes, expected) => {
    expect(readHtml(bytes).pages[0]!.text).toBe(expected);
  });

  it('is read out of a page saved as a single file', () => {
    const html = Buffer.from('<html><body><p>Pain is \x93worse\x94 =3D no</p></body></html>', 'latin1')
      .toString('latin1')
      .replace('\x93', '=93')
      .replace('\x94', '=94');
    const file = Buffer.from(
      `From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--x"\r\n\r\n----x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n----x\r\nContent-Type: text/html; charset="windows-1252"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${html.replace('worse', 'wor=\r\nse')}\r\n----x--\r\n`,
      'latin1',
    );
    expect(identify(file).kind).toBe('html');
    expect(readHtml(file).pages[0]!.text).toBe('Pain is \u201cworse\u201d = no');
  });

  it.each([['div'], ['b'], ['table'], ['span style="font-weight:bold"'], ['font']])(
    'reads a page of 100,000 nested <%s> without being lost in it',
    (tag) => {
      expect(textOf(`<p>before</p>${`<${tag}>`.repeat(100_000)}deep`)).toContain('deep');
    },
  );

  it('builds damaged pages as the standard says', () => {
    expect(
      textOf('<p>a<b>b<i>c</b>d</i><table><tr><td>e<td>f</table></p>g<td>h</td></body>i<unclosed attribute="'),
    ).toBe('abcd\ne\tf\nghi');
  });

  it('shows words whole that may be parted at soft hyphens', () => {
    expect(read('<p>radi&shy;cu&shy;lo&shy;pathy</p>').pages[0]!.text).toBe('radiculopathy');
  });
});
