import {
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageBreak,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { writeZip } from './write-zip.ts';

export type DocxPart =
  | { readonly kind: 'heading' | 'subheading' | 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly lines: readonly string[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'pageBreak' };

export type DocxSettings = { readonly header: string; readonly footer: string; readonly made: string };

const run = (text: string): TextRun => new TextRun({ text, size: 22, font: 'Arial' });

const table = (rows: readonly (readonly string[])[]): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (row) =>
        new TableRow({
          children: row.map((cell) => new TableCell({ children: [new Paragraph({ children: [run(cell)] })] })),
        }),
    ),
  });

const draw = (part: DocxPart): (Paragraph | Table)[] => {
  switch (part.kind) {
    case 'heading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(part.text)] })];
    case 'subheading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_2, children: [run(part.text)] })];
    case 'text':
      return [new Paragraph({ spacing: { after: 120 }, children: [run(part.text)] })];
    case 'list':
      return part.lines.map((line) => new Paragraph({ bullet: { level: 0 }, children: [run(line)] }));
    case 'table':
      return [table(part.rows), new Paragraph({})];
    case 'pageBreak':
      return [new Paragraph({ children: [new PageBreak()] })];
  }
};

/** Packs again with the clock taken out: docx writes the time of day into the properties and the ZIP. */
const withoutClock = (bytes: Uint8Array, made: string): Uint8Array =>
  writeZip(
    Object.entries(unzipSync(bytes)).map(([name, content]) => ({
      name,
      bytes:
        name === 'docProps/core.xml'
          ? strToU8(strFromU8(content).replace(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, `${made}T12:00:00Z`))
          : content,
    })),
    made,
  );

/** A record as DOCX; the same parts give the same bytes. */
export const writeDocx = async (
  { header, footer, made }: DocxSettings,
  parts: readonly DocxPart[],
): Promise<Uint8Array> => {
  const document = new Document({
    creator: 'Sample record writer',
    lastModifiedBy: 'Sample record writer',
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph({ children: [run(header)] })] }) },
        footers: { default: new Footer({ children: [new Paragraph({ children: [run(footer)] })] }) },
        children: parts.flatMap(draw),
      },
    ],
  });
  return withoutClock(new Uint8Array(await Packer.toBuffer(document)), made);
};
