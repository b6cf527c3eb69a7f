import { Document, Packer, Paragraph, TextRun } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { readDocxText } from '../support/read-docx-text.ts';
import { docxMetadata } from '../../main/letters/docx/seal-docx.ts';
import type { CaseId, FileToken } from '../../shared/ids.ts';
import { foldSpace } from '../../shared/letter.ts';
import { oddLetter, soundLetter } from '../letters/support/sound-letter.ts';
import { validate, VALIDATOR } from '../letters/support/validate-docx.ts';
import { pdfText } from '../letters/support/published.ts';
import { openBackend, type OpenBackend } from '../support/open-backend.ts';
import { describeWith } from '../support/optional.ts';

let desk: OpenBackend;
let caseId: CaseId;
const note = 'Progress report\nDate of visit: 01/20/2017\nThe injured worker reported low back pain 6/10.';
beforeAll(async () => {
  desk = await openBackend({ now: () => new Date('2017-03-21T12:00:00') });
  caseId = await desk.newCase(soundLetter());
  await desk.ask('record.import', { caseId, files: [await desk.offerText('note.txt', note)] });
});
afterAll(() => desk.close());

const force = 'a test';
const exported = (format: 'docx' | 'pdf', of: CaseId = caseId) =>
  desk.written((target) => desk.ask('letter.export', { caseId: of, format, target, force }));
const beside = (part: 'evidence' | 'documents' | 'cover', format: 'docx' | 'pdf' = 'docx') =>
  desk.written((target) => desk.ask('letter.exportBeside', { caseId, part, format, target }));
const words = async (): Promise<string> =>
  foldSpace(
    (await desk.ask('letter.preview', { caseId })).blocks
      .map(({ runs }) => runs.map(({ text }) => text).join(''))
      .join(' '),
  );

describe('the letter as files', () => {
  it('has the same words as Word file, as PDF, and on its pages', async () => {
    const letter = await words();
    expect(foldSpace(readDocxText((await exported('docx')).bytes))).toBe(letter);
    const bare = (text: string): string => text.replace(/[\u0002\ufffe]/gu, '-').replace(/\s/gu, '');
    expect(bare(await pdfText((await exported('pdf')).bytes))).toBe(bare(letter));
    const { pages } = await desk.ask('letter.pages', { caseId });
    expect(
      bare(pages.flatMap(({ lines }) => lines.map(({ runs }) => runs.map(({ text }) => text).join(''))).join('')),
    ).toBe(bare(letter));
  });

  it('is the same to the byte for the same case, and says nothing of who wrote it or when', async () => {
    const [one, other] = [await exported('docx'), await exported('docx')];
    expect(strFromU8(unzipSync(one.bytes)['word/document.xml']!)).toBe(
      strFromU8(unzipSync(other.bytes)['word/document.xml']!),
    );
    expect(one.answer.sha256).toBe(other.answer.sha256);
    expect(docxMetadata(one.bytes)).toEqual({});
  });

  it('as a PDF is refused in a sentence where its fonts lack a sign, and then nothing is written', async () => {
    const id = await desk.newCase({ ...soundLetter(), summary: 'The 🦴 was sound.' });
    const target: FileToken = await desk.offer({ kind: 'download', name: 'x.pdf' });
    expect(await desk.refusal('letter.export', { caseId: id, format: 'pdf', target, force })).toMatchObject({
      code: 'refused',
      message: expect.stringMatching(/does not read back the same .* Word file/u),
    });
    expect(await desk.backend.take(target)).toBeNull();
    expect(foldSpace(readDocxText((await exported('docx', id)).bytes))).toContain('The 🦴 was sound.');
  });
});

describe('what goes beside the letter', () => {
  it('lists the documents reviewed with kind, provider, dates and pages', async () => {
    expect(await desk.ask('letter.documents', { caseId })).toEqual([
      { kind: 'progress-report', provider: expect.any(String), dates: ['2017-01-20'], pages: 1 },
    ]);
    expect(readDocxText((await beside('documents')).bytes)).toMatch(
      /^DOCUMENTS REVIEWED\n1\. Progress report, .*01\/20\/2017, 1 page\nIn all 1 document, 1 page\.\s*$/u,
    );
  });

  it('tells each sentence with its pages, in a Word file and a PDF, and accounts for every page', async () => {
    const text = readDocxText((await beside('evidence')).bytes);
    expect(text).toContain('EVIDENCE REPORT FOR CM17-0123456');
    expect(text).toMatch(/In all: 1 page = 0 read \+ 1 unread; 0 read by eye; 0 cited\./u);
    expect(foldSpace(await pdfText((await beside('evidence', 'pdf')).bytes))).toContain(
      'EVIDENCE REPORT FOR CM17-0123456',
    );
  });

  it('fills the organisation’s cover page, and names the fields that no case fills', async () => {
    expect(await desk.ask('template.show', {})).toBeNull();
    const target = await desk.offer({ kind: 'download', name: 'cover.docx' });
    expect(await desk.refusal('letter.exportBeside', { caseId, part: 'cover', format: 'docx', target })).toMatchObject({
      code: 'not-found',
    });
    const template = await Packer.toBuffer(
      new Document({
        creator: 'A. Person',
        sections: [
          {
            children: [new Paragraph({ children: [new TextRun('{caseNumber}: {result}. Dear {worker}, {nothing}')] })],
          },
        ],
      }),
    );
    expect(
      await desk.ask('template.save', {
        file: await desk.offer({ kind: 'bytes', name: 'cover.docx', bytes: template }),
      }),
    ).toMatchObject({
      name: 'cover.docx',
      fields: ['caseNumber', 'result', 'worker', 'nothing'],
      messages: [expect.stringContaining('{worker}'), expect.stringContaining('{nothing}')],
    });
    await desk.ask('case.update', { caseId, facts: { coverFields: { worker: 'R. Example' } } });
    const { bytes, answer } = await beside('cover');
    expect(foldSpace(readDocxText(bytes))).toBe('CM17-0123456: Partial. Dear R. Example, {nothing}');
    expect(answer.messages).toEqual(['The template\'s field "{nothing}" does not exist; it was left as it stands.']);
    expect(docxMetadata(bytes)).toEqual({});
    await desk.ask('template.remove', {});
  });

  it('refuses as cover page what is no Word file', async () => {
    expect(
      await desk.refusal('template.save', { file: await desk.offerText('cover.docx', 'plain words') }),
    ).toMatchObject({ code: 'unreadable', message: expect.stringMatching(/no Word file/u) });
  });
});

describeWith([VALIDATOR], 'every Word file that is handed over', () => {
  it('keeps the OOXML schema, whatever the words in it', async () => {
    const id = await desk.newCase(oddLetter());
    const template = await Packer.toBuffer(
      new Document({
        sections: [{ children: [new Paragraph({ children: [new TextRun('{caseNumber} {items} {nothing}')] })] }],
      }),
    );
    await desk.ask('template.save', { file: await desk.offer({ kind: 'bytes', name: 'cover.docx', bytes: template }) });
    const besides = await Promise.all(
      (['evidence', 'documents', 'cover'] as const).map((part) =>
        desk.written((target) => desk.ask('letter.exportBeside', { caseId: id, part, format: 'docx', target })),
      ),
    );
    await desk.ask('template.remove', {});
    expect(
      validate([
        (await exported('docx')).bytes,
        (await exported('docx', id)).bytes,
        ...besides.map(({ bytes }) => bytes),
      ]),
    ).toEqual([]);
  });
});
