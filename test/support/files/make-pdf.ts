import PDFDocument from 'pdfkit';

export type PdfOptions = {
  readonly userPassword?: string;
  readonly ownerPassword?: string;
  /** Letter when left out. */
  readonly size?: readonly [number, number];
};
type Draw = (pdf: PDFKit.PDFDocument) => void;

/** A PDF with one page for each function given, drawn with pdfkit. */
export const makePdf = (pages: readonly Draw[], { size = [612, 792], ...secrets }: PdfOptions = {}): Promise<Buffer> =>
  new Promise((resolve) => {
    const pdf = new PDFDocument({ autoFirstPage: false, size: [...size], margin: 72, pdfVersion: '1.7', ...secrets });
    const pieces: Buffer[] = [];
    pdf.on('data', (piece: Buffer) => pieces.push(piece));
    pdf.on('end', () => {
      resolve(Buffer.concat(pieces));
    });
    for (const draw of pages) {
      pdf.addPage();
      draw(pdf);
    }
    pdf.end();
  });

/** A page of plain text. */
export const textPage =
  (text: string): Draw =>
  (pdf) => {
    pdf.fontSize(12).text(text);
  };
