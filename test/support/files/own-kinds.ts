import sharp from 'sharp';
import { annotatedPdf, FIRST_OTHER, textAt, textField } from './form-pdf.ts';
import { makeCcda, makeSection } from './make-ccda.ts';
import { makeMail } from './make-mail.ts';
import { makePdf, textPage } from './make-pdf.ts';
import { makeTiff } from './make-tiff.ts';
import { makeZip } from './make-zip.ts';
import { builtForm, filledForm, staleForm } from './own-forms.ts';
import { faxWithoutResolution, negativeScan, scannedTable } from './own-scans.ts';
import { outlinedPdf } from './outlined-pdf.ts';
import { rawPdf, rawStream } from './raw-pdf.ts';
import { asJpeg, asScannedPdf, pictureOf, REPORT, reportPdf, reportPicture } from './scan-page.ts';
import { withMap } from './wrong-font.ts';

/** A kind of file that once came in wrong: its name in the folder that is given, and how it is made. */
export type OwnKind = { readonly name: string; readonly make: () => Uint8Array | Promise<Uint8Array> };

const remark = (entries: string): Buffer =>
  annotatedPdf({
    content: textAt([
      [60, 700, 'Seen for pain of the left knee.'],
      [60, 680, 'May return to full duty.'],
    ]),
    annotations: [entries],
  });

const filespec = (name: string, at: number): string => `<</Type/Filespec/F(${name})/UF(${name})/EF<</F ${at} 0 R>>>>`;
const PORTFOLIO = (): Buffer =>
  annotatedPdf({
    content: textAt([[60, 700, 'See the enclosed notes.']]),
    catalog: `/Collection<</Type/Collection>>/Names<</EmbeddedFiles<</Names[(a) ${FIRST_OTHER + 1} 0 R]>>>>`,
    others: [
      rawStream('Enclosed in a binder, 08/01/2016.', '/Type/EmbeddedFile'),
      filespec('enclosed.txt', FIRST_OTHER),
    ],
  });
const CLIP = (): Buffer =>
  annotatedPdf({
    content: textAt([[60, 700, 'Operation: see the clip.']]),
    others: [rawStream('Clipped to a page, 08/02/2016.', '/Type/EmbeddedFile'), filespec('clipped.txt', FIRST_OTHER)],
    annotations: [`/Subtype/FileAttachment/Rect[500 700 520 720]/FS ${FIRST_OTHER + 1} 0 R`],
  });

const LAYERS = (): Buffer =>
  annotatedPdf({
    catalog: '/OCProperties<</OCGs[6 0 R 7 0 R]/D<</ON[6 0 R]/OFF[7 0 R]>>>>',
    resources: '/Properties<</A 6 0 R/B 7 0 R>>',
    others: ['<</Type/OCG/Name(final)>>', '<</Type/OCG/Name(draft)>>'],
    content: `/OC /A BDC ${textAt([[60, 700, 'Surgery is recommended.']])} EMC /OC /B BDC ${textAt([[60, 700, 'Surgery is refused.']])} EMC`,
  });

const LEFT = [
  'The employee first noticed',
  'pain in the right wrist while',
  'typing for long hours. Splints',
  'were tried for six weeks but',
];
const RIGHT = [
  'Electrodiagnostic studies of',
  'April showed a moderate median',
  'neuropathy at the wrist and',
  'surgery was discussed. He',
];
const COLUMNS = (): Buffer =>
  annotatedPdf({
    content: textAt(
      LEFT.flatMap((text, at) => [[60, 700 - at * 14, text] as const, [320, 700 - at * 14, RIGHT[at] ?? ''] as const]),
    ),
  });
const TABLE = [
  ['Date', 'Drug', 'Dose', 'Prescriber'],
  ['01/05/2016', 'Naproxen', '500 mg', 'Dr. Alpha'],
  ['02/09/2016', 'Tramadol', '50 mg', 'Dr. Beta'],
] as const;
const COLUMNWISE = (): Buffer =>
  annotatedPdf({
    content: textAt(
      [0, 1, 2, 3].flatMap((column) =>
        TABLE.map((row, at) => [60 + column * 120, 700 - at * 16, row[column] ?? ''] as const),
      ),
    ),
  });

const PROSE =
  'The patient reports persistent pain in the left knee.\nHe has completed eight visits of physical therapy.\nMedications include naproxen and omeprazole.';
const SHIFTED = (): Buffer => withMap(PROSE, (letter) => (letter === ' ' ? 32 : letter.charCodeAt(0) + 3));
const HALF = (): Buffer =>
  withMap(PROSE, (letter) => (/[a-m]/.test(letter) ? letter.toUpperCase().charCodeAt(0) : letter.charCodeAt(0)));
/** Two letters of the font stand for `fi` and `fl` and are said to mean nothing. */
const NO_LIGATURES = (): Buffer =>
  withMap('Signi\u00aecant \u00aendings of the o\u00afce.\nThey were identi\u00aeed by the physician.', (letter) =>
    letter === '\u00ae' || letter === '\u00af' ? 0 : letter.charCodeAt(0),
  );

const PASTED = async (): Promise<Buffer> => {
  const jpeg = await asJpeg(await reportPicture(), 85);
  return makePdf([
    (pdf) => {
      pdf.font('Times-Roman').fontSize(11).text('The relevant page of the made up report is pasted below.', 72, 60);
      pdf.image(jpeg, 120, 120, { width: 460 });
    },
  ]);
};
const GARBLED = async (): Promise<Buffer> =>
  asScannedPdf(
    await reportPicture(),
    REPORT.replaceAll('e', 'c').replaceAll('n', 'u').replaceAll('i', 'l').replaceAll('o', '0'),
  );
const SPACED = async (): Promise<Buffer> => asScannedPdf(await reportPicture(), [...REPORT].join(' '));
/** The report in ink of 150 on paper of 205. */
const FAINT = async (): Promise<Buffer> => {
  const { width, height, pixels } = await reportPicture();
  const faint = pixels.map((light) => Math.round(150 + (light / 255) * 55));
  const jpeg = await sharp(faint, { raw: { width, height, channels: 1 } })
    .jpeg({ quality: 80 })
    .toBuffer();
  return makePdf([
    (pdf) => {
      pdf.image(jpeg, 0, 0, { width: 612, height: 792 });
    },
  ]);
};

/** Two pages, of which the second cannot be unpacked. */
const DAMAGED_PAGE = (): Buffer =>
  rawPdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 2/Kids[3 0 R 6 0 R]>>',
    '<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>/MediaBox[0 0 612 792]>>',
    rawStream(textAt([[60, 700, 'The first page is sound.']])),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    '<</Type/Page/Parent 2 0 R/Contents 7 0 R/Resources<</Font<</F1 5 0 R>>>>/MediaBox[0 0 612 792]>>',
    rawStream('no flate stream at all', '/Filter/FlateDecode'),
  ]);

/** Three pages, of which the place of the second is damaged. */
const CHAIN = (): Buffer => {
  const page = (columns: number) => ({
    width: 64,
    height: 48,
    bits: 8 as const,
    data: Uint8Array.from({ length: 64 * 48 }, (_, at) => (at % 64 < columns ? 0 : 255)),
  });
  const bytes = makeTiff([page(8), page(24), page(40)]);
  bytes.writeUInt32LE(0x7fffff, bytes.readUInt32LE(4) + 2 + 9 * 12);
  return bytes;
};

const RTF_PICTURE = async (): Promise<Buffer> => {
  const jpeg = await asJpeg(await reportPicture(), 80);
  return Buffer.from(`{\\rtf1\\ansi Scan:\\par {\\pict\\jpegblip\\picw1700\\pich2200 ${jpeg.toString('hex')}}\\par}`);
};
const RTF_SIGNS = (): Buffer =>
  Buffer.from(
    `{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}{\\f1\\fcharset2 Wingdings;}{\\f2\\fcharset2 Symbol;}}{\\f1\\'fe} Certified {\\f1\\'a8} Denied {\\f1\\'fd} Modified\\par dose {\\f2\\'a3} 40 mg {\\f2\\'b1} 4\\par}`,
  );
const DOCX_SIGNS = (): Uint8Array =>
  makeZip({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
      <w:p><w:r><w:t xml:space="preserve">Flexion </w:t></w:r><w:r><w:sym w:font="Symbol" w:char="F0A3"/></w:r><w:r><w:t xml:space="preserve"> 80 degrees, </w:t></w:r><w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r><w:r><w:t xml:space="preserve"> 6 of 10</w:t></w:r></w:p>
      <w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r><w:r><w:t xml:space="preserve"> Certified </w:t></w:r><w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r><w:r><w:t xml:space="preserve"> Denied</w:t></w:r></w:p></w:body></w:document>`,
  });

const CDA_ROWS = (): Buffer =>
  Buffer.from(
    makeCcda(
      '<title>Results, made up</title>',
      `<structuredBody>${makeSection('Results', '<table><tbody><tr><td rowspan="2">01/05/2016</td><td>Sodium</td><td>140</td></tr><tr><td>Potassium</td><td>4.1</td></tr></tbody></table>')}</structuredBody>`,
    ),
  );
const CDA_DENIED = (): Buffer =>
  Buffer.from(
    makeCcda(
      '<title>Problems, made up</title>',
      `<structuredBody>${makeSection('Problems', '', '<entry><observation negationInd="true"><code displayName="Problem"/><value displayName="Asthma"/></observation></entry>')}</structuredBody>`,
    ),
  );

const HYPHENS = (): Buffer =>
  annotatedPdf({
    content: textAt([
      [60, 700, 'The electrodiagnostic study showed a neuro-'],
      [60, 686, 'pathy of the median nerve.'],
    ]),
  });

const PDF_LETTER = (): Promise<Buffer> => makePdf([textPage('Progress report of Robin Madeup, 06/14/2016.')]);
const MAIL_FILES = async (): Promise<Buffer> =>
  makeMail([
    { type: 'text/html', body: '<p>The study of <b>04/04/2016</b> is enclosed.</p>' },
    { type: 'application/pdf', body: await PDF_LETTER(), name: 'report.pdf' },
  ]);
const MAIL_RELATED = async (): Promise<Buffer> =>
  makeMail(
    [
      { type: 'text/html', body: '<p>See the scan. <img src="cid:scan"></p>' },
      { type: 'image/jpeg', body: await asJpeg(await pictureOf(await reportPdf()), 60), name: 'scan.jpg', id: 'scan' },
      { type: 'text/plain', body: 'Operated on 03/03/2016, made up.', name: 'operation.txt' },
    ],
    'related',
  );

/** A file of our own of each kind that came in wrong, by what is peculiar to it. */
export const OWN_KINDS = {
  'form with drawn values': { name: 'form-drawn.pdf', make: () => filledForm(true) },
  'form without drawings': { name: 'form-plain.pdf', make: () => filledForm(false) },
  'form that draws something else': { name: 'form-stale.pdf', make: staleForm },
  'comb of letters': {
    name: 'comb.pdf',
    make: () =>
      annotatedPdf({
        isForm: true,
        content: textAt([[60, 700, 'Claim:']]),
        annotations: [textField('claim', [120, 696, 320, 712], 'ABX90817', '/Ff 16777216/MaxLen 10')],
      }),
  },
  'typed remark': {
    name: 'typed-remark.pdf',
    make: () => remark('/Subtype/FreeText/Rect[60 640 300 656]/DA(/Helv 9 Tf)/Contents(Raised to forty.)'),
  },
  'sticky note': {
    name: 'sticky.pdf',
    make: () => remark('/Subtype/Text/Rect[300 690 320 710]/Contents(Agreed by telephone)'),
  },
  'struck out line': {
    name: 'struck.pdf',
    make: () => remark('/Subtype/StrikeOut/Rect[60 678 200 690]/QuadPoints[60 690 200 690 60 678 200 678]'),
  },
  'form that is built when opened': { name: 'xfa.pdf', make: builtForm },
  portfolio: { name: 'portfolio.pdf', make: PORTFOLIO },
  'file clipped to a page': { name: 'clip.pdf', make: CLIP },
  'layer that is switched off': { name: 'layers.pdf', make: LAYERS },
  'columns row by row': { name: 'columns.pdf', make: COLUMNS },
  'table column by column': { name: 'table.pdf', make: COLUMNWISE },
  'outlines under a number': { name: 'outlines.pdf', make: outlinedPdf },
  'scan pasted on a page': { name: 'pasted.pdf', make: PASTED },
  'font that is shifted': { name: 'shifted.pdf', make: SHIFTED },
  'font that is half right': { name: 'half.pdf', make: HALF },
  'ligatures that mean nothing': { name: 'ligatures.pdf', make: NO_LIGATURES },
  'hidden layer that is garbled': { name: 'garbled.pdf', make: GARBLED },
  'hidden layer of spaced letters': { name: 'spaced.pdf', make: SPACED },
  'faint scan': { name: 'faint.pdf', make: FAINT },
  'scan of a table with a black head': { name: 'scanned-table.tif', make: scannedTable },
  'negative scan': { name: 'negative.png', make: negativeScan },
  'fax without its resolution': { name: 'fax-nores.tif', make: faxWithoutResolution },
  'damaged page': { name: 'damaged-page.pdf', make: DAMAGED_PAGE },
  'TIFF with a broken chain': { name: 'chain.tif', make: CHAIN },
  'mail in base64': {
    name: 'base64.eml',
    make: () => makeMail([{ type: 'text/plain', body: 'Torn on 04/04/2016, made up.' }]),
  },
  'mail with a file': { name: 'with-file.eml', make: MAIL_FILES },
  'mail with a picture in its words': { name: 'related.eml', make: MAIL_RELATED },
  'picture in RTF': { name: 'picture.rtf', make: RTF_PICTURE },
  'signs in RTF': { name: 'signs.rtf', make: RTF_SIGNS },
  'signs in Word': { name: 'signs.docx', make: DOCX_SIGNS },
  'cell over several rows': { name: 'rows.xml', make: CDA_ROWS },
  'negated entry': { name: 'denied.xml', make: CDA_DENIED },
  'words parted at line ends': { name: 'hyphens.pdf', make: HYPHENS },
  'second day of a span': {
    name: 'spans.txt',
    make: () => Buffer.from('Off work 03/01/16-03/29/16; therapy 5/2-5/27/16.\n'),
  },
} as const satisfies Readonly<Record<string, OwnKind>>;

export type OwnKindName = keyof typeof OWN_KINDS;
