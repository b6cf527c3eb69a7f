import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { seededRandom } from '../support/sample/seeded-random.ts';

const FOLDER = join(import.meta.dirname, '..', 'reading', 'records');
/**
 * Points from the top: a note begins a new page when the last ended below this, and any line that begins above `full`
 * fits.
 */
const LIMITS = { begin: 430, full: 690 } as const;

const notes = (): string[][] =>
  readdirSync(FOLDER)
    .sort()
    .map((name) =>
      readFileSync(join(FOLDER, name), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== ''),
    );

/** The same line with other days in it: no two pages tell of the same visits. */
const redated = (line: string, random: () => number): string => {
  const upTo = (most: number): number => 1 + Math.floor(random() * most);
  return line.replace(
    /\b\d{1,2}\/\d{1,2}\/(\d{2}|\d{4})\b/gu,
    (_, year: string) =>
      `${String(upTo(12)).padStart(2, '0')}/${String(upTo(28)).padStart(2, '0')}/${year.length === 2 ? 12 + upTo(4) : 2012 + upTo(4)}`,
  );
};

/**
 * A text PDF as clinics print them: the tests' fictional visit notes, therapy logs, work slips and reviews one after
 * another, two or three on a page. The same bytes for the same seed.
 */
export const clinicalPdf = (pages: number, seed = 1): Promise<Buffer> =>
  new Promise((resolve) => {
    const random = seededRandom(seed);
    const all = notes();
    const pdf = new PDFDocument({
      size: 'LETTER',
      margin: 60,
      autoFirstPage: false,
      info: { CreationDate: new Date(0) },
    });
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    let note = 0;
    let line = 0;
    for (let page = 1; page <= pages; page += 1) {
      pdf
        .addPage()
        .font('Times-Bold')
        .fontSize(11)
        .text(`Pretend Medical Group, chart of the claimant, page ${page}`)
        .font('Times-Roman')
        .fontSize(10)
        .moveDown(0.5);
      while (pdf.y < (line === 0 ? LIMITS.begin : LIMITS.full)) {
        const lines = all[note % all.length] ?? [];
        pdf.text(redated(lines[line] ?? '', random));
        line += 1;
        if (line < lines.length) continue;
        line = 0;
        note += 1;
        pdf.moveDown();
      }
    }
    pdf.end();
  });
