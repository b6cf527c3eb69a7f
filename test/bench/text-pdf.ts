import PDFDocument from 'pdfkit';
import { seededRandom } from '../support/sample/seeded-random.ts';

const WORDS =
  `patient reports pain lumbar spine radiating left lower extremity examination reveals tenderness paravertebral musculature range motion
flexion extension degrees strength sensation intact reflexes symmetric gait normal medication ibuprofen naproxen cyclobenzaprine tablets daily therapy
visits completed improvement function work status modified duty lifting restriction follow weeks request authorization acupuncture sessions imaging`.split(
    /\s+/u,
  );

/** A text PDF of the kind that clinics print: about 380 words a page, the same bytes for the same seed. */
export const textPdf = (pages: number, seed = 1): Promise<Buffer> =>
  new Promise((resolve) => {
    const random = seededRandom(seed);
    const word = (): string => WORDS[Math.floor(random() * WORDS.length)] ?? '';
    const pdf = new PDFDocument({
      size: 'LETTER',
      margin: 72,
      autoFirstPage: false,
      info: { CreationDate: new Date(0) },
    });
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    for (let page = 1; page <= pages; page += 1) {
      pdf
        .addPage()
        .font('Helvetica')
        .fontSize(10)
        .text(`Progress report ${page}. Date of exam: 0${1 + (page % 9)}/1${page % 9}/2016.`);
      for (let paragraph = 0; paragraph < 5; paragraph += 1) {
        pdf.moveDown().text(`${Array.from({ length: 75 }, word).join(' ')}.`);
      }
    }
    pdf.end();
  });

/** The words that a page of {@link textPdf} may hold. */
export const textPdfWords = WORDS;
