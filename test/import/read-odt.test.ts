import { readOdt } from '../../main/import/odt/read-odt.ts';
import { identify } from '../../main/import/identify.ts';
import { makeZip } from '../support/files/make-zip.ts';

const SPACES =
  ['office', 'style', 'text', 'table', 'drawing']
    .map((name) => `xmlns:${name === 'drawing' ? 'draw' : name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
    .join(' ') +
  ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"';
const contentXml = (body: string, styles = ''): string =>
  `<?xml version="1.0"?><office:document-content ${SPACES}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
const stylesXml = (inner: string): string => `<office:document-styles ${SPACES}>${inner}</office:document-styles>`;
const odt = (body: string, styles = '', common = ''): Uint8Array =>
  makeZip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': contentXml(body, styles),
    'styles.xml': stylesXml(common),
  });
const textOf = (bytes: Uint8Array): string =>
  readOdt(bytes)
    .pages.map((page) => page.text)
    .join('\f');
const paragraphStyle = (name: string, properties: string, attributes = ''): string =>
  `<style:style style:name="${name}" style:family="paragraph" ${attributes}><style:paragraph-properties ${properties}/></style:style>`;
const cell = (text: string): string => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`;

describe('ODT', () => {
  it('gives headers, headings, paragraphs, tables, notes, comments and footers in reading order', () => {
    const page =
      '<office:master-styles><style:master-page><style:header><text:p>Harbor Clinic</text:p></style:header><style:footer><text:p>Page footer</text:p></style:footer></style:master-page></office:master-styles>';
    const bytes = odt(
      `<text:h text:outline-level="2">Plan</text:h><text:p>Continue <text:span text:style-name="B">therapy</text:span>
       <text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>As of May.</text:p></text:note-body></text:note> now<office:annotation><dc:creator>X</dc:creator><text:p>Ask</text:p></office:annotation></text:p>
       <table:table><table:table-row>${cell('Drug')}${cell('Dose')}</table:table-row><table:table-row>${cell('A')}${cell('5 mg')}</table:table-row></table:table>`,
      '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>',
      page,
    );
    const { pages } = readOdt(bytes);
    expect(pages.map(({ text }) => text)).toEqual([
      'Harbor Clinic\nPlan\nContinue therapy [1] now\nDrug\tDose\nA\t5 mg\n[1] As of May.\n[Comment] Ask\nPage footer',
    ]);
    expect(pages[0]!.blocks.map((block) => block.kind)).toEqual([
      'paragraph',
      'heading',
      'paragraph',
      'table',
      'paragraph',
      'paragraph',
      'paragraph',
    ]);
    expect(pages[0]!.blocks[2]).toMatchObject({ leaf: { runs: [{ start: 28, end: 35, bold: true, italic: false }] } });
  });

  it('cuts pages where a style says so, and never begins with an empty one', () => {
    const styles =
      paragraphStyle('First', '', 'style:master-page-name="Standard"') +
      paragraphStyle('Before', 'fo:break-before="page"') +
      paragraphStyle('Child', '', 'style:parent-style-name="Before"') +
      paragraphStyle('After', 'fo:break-after="page"');
    const body = ['First:one', 'Before:two', 'Child:three', 'After:four', ':five', 'First:six']
      .map((line) => `<text:p text:style-name="${line.split(':')[0]!}">${line.split(':')[1]!}</text:p>`)
      .join('');
    expect(textOf(odt(body, styles))).toBe('one\ftwo\fthree\nfour\ffive\fsix');
  });

  it('numbers lists as they are shown', () => {
    const level = (depth: number, format: string, shown: number): string =>
      `<text:list-level-style-number text:level="${depth}" style:num-format="${format}" style:num-suffix="." text:display-levels="${shown}"/>`;
    const styles = `<text:list-style style:name="L">${level(1, '1', 1)}${level(2, '1', 2)}${level(3, 'a', 1)}</text:list-style><text:list-style style:name="U"><text:list-level-style-bullet text:level="1" text:bullet-char="x"/></text:list-style>`;
    const item = (text: string, inner = ''): string =>
      `<text:list-item><text:p>${text}</text:p>${inner}</text:list-item>`;
    const list = (attributes: string, ...items: string[]): string =>
      `<text:list ${attributes}>${items.join('')}</text:list>`;
    const body =
      list(
        'text:style-name="L"',
        item('knee', list('', item('left', list('', item('deep'))), item('right'))),
        item('hip'),
      ) +
      list('text:style-name="L" text:continue-numbering="true"', item('back')) +
      list('text:style-name="L"', item('anew')) +
      list('text:style-name="U"', item('dot'));
    expect(textOf(odt(body, styles))).toBe(
      '1. knee\n1.1. left\na. deep\n1.2. right\n2. hip\n3. back\n1. anew\n\u2022 dot',
    );
  });

  it('keeps spaces, tabs and line ends that are meant, and no others', () => {
    expect(textOf(odt('<text:p>  a\n b<text:s text:c="3"/>c<text:tab/>d<text:line-break/>e </text:p>'))).toBe(
      'a b   c\td\ne',
    );
  });

  it('reads text boxes and shapes once, after the paragraph that they hang on', () => {
    const body =
      '<text:p>around <draw:frame><draw:text-box><text:p>in the box</text:p></draw:text-box><svg:title>not shown</svg:title></draw:frame>it<draw:custom-shape><text:p>in the shape</text:p></draw:custom-shape></text:p><text:p>after</text:p>';
    expect(textOf(odt(body))).toBe('around it\nin the box\nin the shape\nafter');
  });

  it('leaves tracked deletions out and says so', () => {
    const { pages, reasons } = readOdt(
      odt(
        '<text:tracked-changes><text:changed-region><text:deletion><text:p>knee</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>left <text:change/>hip</text:p>',
      ),
    );
    expect(pages[0]!.text).toBe('left hip');
    expect(reasons).toEqual([{ code: 'tracked-changes', values: { deletions: 1 } }]);
  });

  it('leaves hidden text out', () => {
    const styles =
      '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>';
    expect(
      textOf(
        odt(
          '<text:p>a<text:span text:style-name="H">b<text:span>c</text:span></text:span>d</text:p><text:section text:display="none"><text:p>e</text:p></text:section><text:p>f</text:p>',
          styles,
        ),
      ),
    ).toBe('ad\nf');
  });

  it('reads tables in cells as lines of the cell, and keeps the place of merged cells', () => {
    const inner = `<table:table><table:table-row>${cell('x')}${cell('y')}</table:table-row></table:table>`;
    expect(
      textOf(
        odt(
          `<table:table><table:table-row><table:table-cell>${inner}</table:table-cell><table:covered-table-cell/>${cell('z')}</table:table-row></table:table>`,
        ),
      ),
    ).toBe('x\ny\t\tz');
  });

  it('is read from one flat file as well', () => {
    const flat = Buffer.from(
      `<?xml version="1.0"?><office:document ${SPACES} office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text><text:p>flat</text:p></office:text></office:body></office:document>`,
    );
    expect(identify(flat).kind).toBe('odt');
    expect(textOf(flat)).toBe('flat');
  });

  it('asks for the password of an encrypted file', () => {
    const bytes = makeZip({
      mimetype: 'application/vnd.oasis.opendocument.text',
      'content.xml': 'x',
      'META-INF/manifest.xml': '<manifest:manifest><manifest:encryption-data/></manifest:manifest>',
    });
    expect(() => readOdt(bytes)).toThrow('password');
  });

  it('is found without a mimetype at its front', () => {
    const bytes = makeZip({
      'content.xml': contentXml('<text:p>x</text:p>'),
      'META-INF/manifest.xml': '<manifest media-type="application/vnd.oasis.opendocument.text"/>',
    });
    expect(identify(bytes).kind).toBe('odt');
  });

  it('gives what stands before the break of a file that is cut off', () => {
    const words = Array.from(
      { length: 4000 },
      (_, index) => `<text:p>paragraph ${index} ${Math.sin(index)}</text:p>`,
    ).join('');
    const whole = odt(words);
    const { pages, reasons } = readOdt(whole.subarray(0, whole.length / 2));
    expect(pages[0]!.text).toContain('paragraph 500 ');
    expect(reasons).toEqual([{ code: 'partly-damaged' }]);
  });
});
