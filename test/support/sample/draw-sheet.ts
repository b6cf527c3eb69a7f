/** A label with its value, as a box of a form. */
type Field = readonly [label: string, value: string];

/** The pen with which the records are drawn: down the page, a new page where one is full. */
export type Sheet = {
  readonly title: (text: string) => void;
  readonly heading: (text: string) => void;
  readonly text: (text: string) => void;
  readonly small: (text: string) => void;
  readonly list: (lines: readonly string[]) => void;
  /** Boxes of equal width in one row. */
  readonly fields: (row: readonly Field[]) => void;
  /** A labelled box over the whole width. */
  readonly box: (label: string, value: string) => void;
  readonly table: (widths: readonly number[], rows: readonly (readonly string[])[]) => void;
  readonly check: (choices: readonly (readonly [isTicked: boolean, text: string])[]) => void;
  readonly signature: (name: string, line: string) => void;
  readonly gap: (points?: number) => void;
  readonly newPage: () => void;
};

const FONTS = {
  Helvetica: { plain: 'Helvetica', bold: 'Helvetica-Bold', slanted: 'Helvetica-Oblique' },
  Times: { plain: 'Times-Roman', bold: 'Times-Bold', slanted: 'Times-Italic' },
  Courier: { plain: 'Courier', bold: 'Courier-Bold', slanted: 'Courier-Oblique' },
} as const;

/** Makes the pen for a document. */
export const drawSheet = (document: PDFKit.PDFDocument, font: keyof typeof FONTS, size: number): Sheet => {
  const { plain, bold, slanted } = FONTS[font];
  const left = document.page.margins.left;
  const width = document.page.width - left - document.page.margins.right;
  const bottom = document.page.height - document.page.margins.bottom;

  const pen = (face: string, points: number): PDFKit.PDFDocument =>
    document.font(face).fontSize(points).fillColor('#000');
  const ensure = (height: number): void => {
    if (document.y + height > bottom) document.addPage();
  };
  const gap = (points = 6): void => {
    document.y += points;
  };
  const text = (words: string, face: string = plain, points: number = size): void => {
    pen(face, points).text(words, left, document.y, { width, lineGap: 1.5 });
  };

  const cell = ([label, value]: Field, x: number, y: number, wide: number, high: number): void => {
    document.lineWidth(0.5).rect(x, y, wide, high).stroke('#777');
    pen(plain, size - 2.5).text(`${label}:`, x + 3, y + 2.5, { width: wide - 6 });
    pen(plain, size).text(value, x + 3, document.y + 0.5, { width: wide - 6 });
  };
  const cellHeight = ([label, value]: Field, wide: number): number =>
    pen(plain, size - 2.5).heightOfString(`${label}:`, { width: wide - 6 }) +
    pen(plain, size).heightOfString(value, { width: wide - 6 }) +
    6;
  const fields = (row: readonly Field[]): void => {
    const wide = width / row.length;
    const high = Math.max(...row.map((field) => cellHeight(field, wide)));
    ensure(high);
    const y = document.y;
    row.forEach((field, index) => cell(field, left + index * wide, y, wide, high));
    document.y = y + high;
  };

  const tableRow = (widths: readonly number[], row: readonly string[], isHead: boolean): void => {
    const points = size - 1.5;
    const total = widths.reduce((sum, part) => sum + part, 0);
    const wides = widths.map((part) => (part / total) * width);
    const high =
      Math.max(
        ...row.map((words, index) => pen(plain, points).heightOfString(words, { width: (wides[index] ?? 0) - 6 })),
      ) + 6;
    ensure(high);
    const y = document.y;
    let x = left;
    row.forEach((words, index) => {
      const wide = wides[index] ?? 0;
      document.lineWidth(0.5).rect(x, y, wide, high).stroke('#777');
      pen(isHead ? bold : plain, points).text(words, x + 3, y + 3, { width: wide - 6 });
      x += wide;
    });
    document.y = y + high;
  };

  return {
    title: (words) => {
      pen(bold, size + 4).text(words, left, document.y, { width, align: 'center' });
      gap();
    },
    heading: (words) => {
      gap();
      ensure(34);
      text(words, bold, size + 0.5);
      gap(2);
    },
    text: (words) => {
      gap(3);
      text(words);
      gap(4);
    },
    small: (words) => {
      text(words, plain, size - 2);
      gap(4);
    },
    list: (lines) => {
      for (const line of lines) text(`- ${line}`);
      gap(4);
    },
    fields,
    box: (label, value) => fields([[label, value]]),
    table: (widths, rows) => {
      rows.forEach((row, index) => tableRow(widths, row, index === 0));
      gap(8);
    },
    check: (choices) => {
      for (const [isTicked, words] of choices) text(`[${isTicked ? 'X' : ' '}] ${words}`);
      gap(4);
    },
    signature: (name, line) => {
      gap(10);
      ensure(48);
      text(name, slanted, size + 3);
      document
        .lineWidth(0.5)
        .moveTo(left, document.y)
        .lineTo(left + 230, document.y)
        .stroke('#000');
      gap(3);
      text(line, plain, size - 1);
      gap();
    },
    gap,
    newPage: () => void document.addPage(),
  };
};
