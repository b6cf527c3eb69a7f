import { Document, Footer, Header, Packer, PageNumber, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { composeLetter } from '../../main/letters/compose-letter.ts';
import { blockText } from '../../main/letters/letter-text.ts';
import { letterToDocx } from '../../main/letters/letter-to-docx.ts';
import type { Letter, LetterBlock } from '../../shared/letter.ts';
import { FORMS } from '../letters/support/letter-assets.ts';
import { soundLetter } from '../letters/support/sound-letter.ts';
import { openBackend, type OpenBackend } from '../support/open-backend.ts';

let desk: OpenBackend;
beforeAll(async () => {
  desk = await openBackend();
});
afterAll(() => desk.close());

const read = async (bytes: Uint8Array, name = 'letter.docx'): Promise<Letter> =>
  desk.ask('letter.read', { file: await desk.offer({ kind: 'bytes', name, bytes }) });

const blocks = composeLetter(soundLetter(), FORMS);
const head = blocks.filter(({ part }) => part.kind === 'header');
const rest = blocks.filter(({ part }) => part.kind !== 'header');
const paragraph = (block: LetterBlock): Paragraph => new Paragraph(blockText(block));
const table = (cells: readonly LetterBlock[]): Table =>
  new Table({
    rows: cells.map(
      ({ runs }) =>
        new TableRow({
          children: runs.map(({ text }) => new TableCell({ children: [new Paragraph(text)] })),
        }),
    ),
  });
const numbered = new Footer({
  children: [new Paragraph({ children: [new TextRun('Page '), new TextRun({ children: [PageNumber.CURRENT] })] })],
});
const running = new Header({
  children: [new Paragraph('Final Determination Letter for IMR Case Number: CM17-0123456')],
});

describe('a determination in a Word file', () => {
  it('is read with every part as it is', async () => {
    expect(await read(await letterToDocx(blocks))).toEqual(soundLetter());
  });

  it('is read without the running head and the page numbers', async () => {
    const file = new Document({
      sections: [
        {
          headers: { default: running },
          footers: { default: numbered },
          children: [table(head), ...rest.map(paragraph)],
        },
      ],
    });
    expect(await read(await Packer.toBuffer(file))).toEqual(soundLetter());
  });

  it('is read with a case block that stands in the head of its page', async () => {
    const file = new Document({
      sections: [{ headers: { default: new Header({ children: [table(head)] }) }, children: rest.map(paragraph) }],
    });
    expect(await read(await Packer.toBuffer(file))).toEqual(soundLetter());
  });

  it('is read with lines broken inside a paragraph', async () => {
    const lines = head.flatMap((block, index) => new TextRun({ text: blockText(block), break: index === 0 ? 0 : 1 }));
    const file = new Document({
      sections: [{ children: [new Paragraph({ children: lines }), ...rest.map(paragraph)] }],
    });
    expect(await read(await Packer.toBuffer(file))).toEqual(soundLetter());
  });

  it('is read from a file of Word 2003, which mammoth cannot open', async () => {
    const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const words = blocks.map((block) => `<w:p><w:r><w:t>${escaped(blockText(block))}</w:t></w:r></w:p>`).join('');
    const xml = `<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body>${words}</w:body></w:wordDocument>`;
    expect(await read(new TextEncoder().encode(xml), 'letter.xml')).toEqual(soundLetter());
  });

  it('is taken among the precedents without the page numbers', async () => {
    const file = new Document({
      sections: [{ footers: { default: numbered }, children: [table(head), ...rest.map(paragraph)] }],
    });
    const bytes = await Packer.toBuffer(file);
    await desk.ask('precedent.load', {
      files: [await desk.offer({ kind: 'bytes', name: 'letter.docx', bytes })],
      isOwn: false,
    });
    const found = await desk.ask('precedent.search', { words: 'tapering opioids' });
    expect(found.map(({ precedent }) => precedent.rationale)).toEqual([expect.stringMatching(/regarding weaning\.$/u)]);
  });
});
