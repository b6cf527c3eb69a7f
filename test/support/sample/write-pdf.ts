import PDFDocument from 'pdfkit';
import { drawSheet, type Sheet } from './draw-sheet.ts';
import { withSeededCrypto } from './seeded-random.ts';

/** What stands around the text of a record: `{page}` and `{pages}` are filled in. */
export type PdfSettings = {
  readonly font: 'Helvetica' | 'Times' | 'Courier';
  readonly size?: number;
  readonly header?: string;
  readonly footer?: string;
  /** The line that a fax machine prints over the top of every page. */
  readonly fax?: string;
  /** Encrypted with an empty user password and copying forbidden, as review offices send files. */
  readonly locked?: boolean;
  /** Day on which the file was made, `YYYY-MM-DD`. */
  readonly made: string;
};

const MARGINS = { top: 66, bottom: 58, left: 56, right: 56 };

const fill = (line: string, page: number, pages: number): string =>
  line.replace('{page}', String(page)).replace('{pages}', String(pages));

const stampPages = (document: PDFKit.PDFDocument, { header, footer, fax }: PdfSettings): void => {
  const { start, count } = document.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    document.switchToPage(start + index);
    // The stamps stand in the margins, where pdfkit would otherwise begin a new page.
    document.page.margins = { top: 0, bottom: 0, left: 0, right: 0 };
    const stamp = (line: string | undefined, font: string, size: number, x: number, y: number): void => {
      if (line !== undefined)
        document
          .font(font)
          .fontSize(size)
          .fillColor('#333')
          .text(fill(line, index + 1, count), x, y, { lineBreak: false });
    };
    stamp(fax, 'Courier', 8, 30, 10);
    stamp(header, 'Helvetica', 8, MARGINS.left, 34);
    stamp(footer, 'Helvetica', 7.5, MARGINS.left, 752);
  }
};

const options = (settings: PdfSettings): PDFKit.PDFDocumentOptions => ({
  size: 'LETTER',
  margins: MARGINS,
  bufferPages: true,
  // Deflate differs between builds of zlib; without it the file has the same bytes everywhere.
  compress: false,
  info: {
    Producer: 'Sample record writer',
    Creator: 'Sample record writer',
    CreationDate: new Date(`${settings.made}T12:00:00Z`),
  },
  ...(settings.locked === true
    ? ({
        pdfVersion: '1.7ext3',
        ownerPassword: 'sample-owner',
        userPassword: '',
        permissions: { printing: 'highResolution', copying: false },
      } as const)
    : {}),
});

const collect = (document: PDFKit.PDFDocument): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    document.on('error', reject);
    document.end();
  });

/** A record as a PDF with a text layer; the same settings and drawing give the same bytes. */
export const writePdf = (settings: PdfSettings, draw: (sheet: Sheet) => void): Promise<Uint8Array> =>
  withSeededCrypto(5021, async () => {
    const document = new PDFDocument(options(settings));
    draw(drawSheet(document, settings.font, settings.size ?? 10));
    stampPages(document, settings);
    return collect(document);
  });
