import PDFDocument from 'pdfkit';

/** Words of straight strokes, drawn and not typed, over a typed number. */
export const outlinedPdf = (): Promise<Buffer> =>
  new Promise((resolve) => {
    const pdf = new PDFDocument({ size: [612, 792], margin: 0 });
    const pieces: Buffer[] = [];
    pdf.on('data', (piece: Buffer) => pieces.push(piece));
    pdf.on('end', () => resolve(Buffer.concat(pieces)));
    const strokes: Readonly<Record<string, readonly (readonly [number, number, number, number])[]>> = {
      H: [
        [0, 0, 1.6, 12],
        [7, 0, 1.6, 12],
        [0, 5, 8, 1.6],
      ],
      I: [[2, 0, 1.6, 12]],
      L: [
        [0, 0, 1.6, 12],
        [0, 10.4, 7, 1.6],
      ],
      T: [
        [3, 0, 1.6, 12],
        [0, 0, 8, 1.6],
      ],
      E: [
        [0, 0, 1.6, 12],
        [0, 0, 7, 1.6],
        [0, 5, 6, 1.6],
        [0, 10.4, 7, 1.6],
      ],
      F: [
        [0, 0, 1.6, 12],
        [0, 0, 7, 1.6],
        [0, 5, 6, 1.6],
      ],
    };
    const words = ['HILL LIFT TILE', 'FILE THE TITLE', 'LITTLE FEET HELL', 'THE HILL FELL', 'LIFT THE FILE'];
    words.forEach((line, row) => {
      [...line].forEach((letter, at) => {
        const parts = strokes[letter] ?? [];
        if (parts.length === 0) return;
        for (const [x, y, width, height] of parts) pdf.rect(80 + at * 12 + x, 100 + row * 26 + y, width, height);
        pdf.fill('#000');
      });
    });
    pdf.font('Helvetica').fontSize(9).text('FICT-000417', 480, 760, { lineBreak: false });
    pdf.end();
  });
