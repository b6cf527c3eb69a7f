import { strToU8, zipSync } from 'fflate';
import { identify } from '../../main/import/identify.ts';
import { openFile } from '../../main/import/open-file.ts';
import type { OpenDocument } from '../../main/import/open-document.ts';
import type { OpenCase } from '../support/open-case.ts';
import { openCase, writeFolder } from '../support/open-case.ts';
import { annotatedPdf, FIRST_OTHER, textAt } from '../support/files/form-pdf.ts';
import { makeMail } from '../support/files/make-mail.ts';
import { makeMsg } from '../support/files/make-msg.ts';
import { rawStream } from '../support/files/raw-pdf.ts';
import { asJpeg, reportPicture } from '../support/files/scan-page.ts';
import { formOfFields, pageOfNotes, pageOfPictures } from '../support/files/too-many.ts';
import { join } from 'node:path';

const open = (bytes: Uint8Array): Promise<OpenDocument> => openFile(identify(bytes), bytes, '');
const textOf = async (document: OpenDocument): Promise<string> =>
  (await Promise.all(Array.from({ length: document.pages }, (_, at) => document.read(at + 1))))
    .map(({ text }) => text)
    .join('\f');

const NOTE = Buffer.from('Note of 07/11/2016: pain 7/10.');

let desk: OpenCase;
beforeAll(async () => {
  desk = await openCase();
});
afterAll(() => desk.close());

/** The lines of the ledger after these files were imported into a case of their own. */
const ledgerOf = async (files: Readonly<Record<string, Uint8Array>>) => {
  await desk.newCase();
  const folder = writeFolder(files);
  await desk.take(Object.keys(files).map((name) => join(folder, name)));
  return (await desk.ledger()).files;
};

describe('a letter by mail', () => {
  it('has its head and its body as text', async () => {
    const document = await open(
      makeMail([{ type: 'text/plain; charset=utf-8', body: 'The MRI showed a tear.\r\nNo surgery.' }]),
    );
    expect(document.kind).toBe('eml');
    expect(await textOf(document)).toBe(
      [
        'From: Robin Madeup <robin@example.invalid>',
        'To: Desk <desk@example.invalid>, other@example.invalid',
        'Date: Mon, 11 Jul 2016 10:11:12 -0700',
        'Subject: Records of a made up case',
        'The MRI showed a tear.',
        'No surgery.',
      ].join('\n'),
    );
  });

  it('has the words of its page where it has no plain ones', async () => {
    const html = makeMail([{ type: 'text/html', body: '<p>The MRI showed a <b>tear</b>.</p>' }]);
    expect(await textOf(await open(html))).toMatch(/\nThe MRI showed a tear\.$/);
  });

  it('gives its files as lines of the ledger, and letters in it with theirs', async () => {
    const inner = makeMail([
      { type: 'text/plain', body: 'The inner letter.' },
      { type: 'text/plain', body: NOTE, name: 'inner.txt' },
    ]);
    const files = await ledgerOf({
      'letter.eml': makeMail([
        { type: 'text/plain', body: 'See the files.' },
        { type: 'text/plain', body: Buffer.from('Another note, 08/01/2016.'), name: 'note.txt' },
        { type: 'message/rfc822', body: inner, name: 'forwarded.eml' },
      ]),
    });
    expect(files.map(({ name, state, kind, container }) => [name, state, kind, container === null])).toEqual([
      ['letter.eml', 'imported', 'eml', true],
      ['note.txt', 'imported', 'txt', false],
      ['forwarded.eml', 'imported', 'eml', false],
      ['inner.txt', 'imported', 'txt', false],
    ]);
  });

  it('that was sent within itself is entered once', async () => {
    const letter = makeMail([{ type: 'text/plain', body: 'Again.' }]);
    const files = await ledgerOf({
      'letter.eml': letter,
      'twice.eml': makeMail([
        { type: 'text/plain', body: 'See.' },
        { type: 'message/rfc822', body: letter, name: 'same.eml' },
      ]),
    });
    expect(files.map(({ name, state }) => [name, state])).toEqual([
      ['letter.eml', 'imported'],
      ['twice.eml', 'imported'],
      ['same.eml', 'duplicate'],
    ]);
  });

  it('nested as deep as nobody writes is one line each, to a limit', async () => {
    let letter = makeMail([{ type: 'text/plain', body: 'The innermost.' }]);
    for (let depth = 0; depth < 12; depth += 1)
      letter = makeMail([
        { type: 'text/plain', body: `Depth ${depth}.` },
        { type: 'message/rfc822', body: letter, name: 'in.eml' },
      ]);
    const files = await ledgerOf({ 'deep.eml': letter });
    expect(files.length).toBeLessThan(8);
    expect(files.every(({ state }) => state === 'imported')).toBe(true);
    expect(files.at(-1)!.messages.join()).toMatch(/in\.eml \(\d+ kB\)|in\.eml \(\d+ bytes\)/);
  });

  it('takes in a scanned page that it shows, and names its logo', async () => {
    const jpeg = await asJpeg(await reportPicture(), 70);
    const { default: sharp } = await import('sharp');
    const logo = await sharp({ create: { width: 80, height: 30, channels: 3, background: '#369' } })
      .png()
      .toBuffer();
    const files = await ledgerOf({
      'letter.eml': makeMail(
        [
          { type: 'text/html', body: '<p>Enclosed.</p><img src="cid:scan"><img src="cid:logo">' },
          { type: 'image/jpeg', body: jpeg, name: 'scan.jpg', id: 'scan' },
          { type: 'image/png', body: logo, name: 'logo.png', id: 'logo' },
        ],
        'related',
      ),
    });
    expect(files.map(({ name, state }) => [name, state])).toEqual([
      ['letter.eml', 'imported'],
      ['scan.jpg', 'imported'],
      ['logo.png', 'skipped'],
    ]);
  });
});

describe('a PDF with files in it', () => {
  const file = (name: string): string => `<</Type/Filespec/F(${name})/UF(${name})/EF<</F ${FIRST_OTHER} 0 R>>>>`;

  it('gives those of a portfolio and those clipped to a page', async () => {
    const pdf = annotatedPdf({
      content: textAt([[60, 700, 'See the enclosed notes.']]),
      catalog: `/Collection<</Type/Collection>>/Names<</EmbeddedFiles<</Names[(a) ${FIRST_OTHER + 1} 0 R]>>>>`,
      others: [
        rawStream(NOTE, '/Type/EmbeddedFile'),
        file('portfolio.txt'),
        rawStream('Clipped, 08/02/2016.', '/Type/EmbeddedFile'),
        file('clip.txt').replace(`${FIRST_OTHER} 0 R`, `${FIRST_OTHER + 2} 0 R`),
      ],
      annotations: [`/Subtype/FileAttachment/Rect[500 700 520 720]/FS ${FIRST_OTHER + 3} 0 R`],
    });
    const files = await ledgerOf({ 'binder.pdf': pdf });
    expect(files.map(({ name, state, kind }) => [name, state, kind])).toEqual([
      ['binder.pdf', 'imported', 'pdf'],
      ['portfolio.txt', 'imported', 'txt'],
      ['clip.txt', 'imported', 'txt'],
    ]);
    expect(Buffer.from(await desk.original(files[1]!.id)).equals(NOTE)).toBe(true);
  });
});

describe('a web page with pictures in its addresses', () => {
  it('has them as pages', async () => {
    const jpeg = await asJpeg(await reportPicture(), 70);
    const document = await open(
      Buffer.from(
        `<html><body><p>Scan:</p><img src="data:image/jpeg;base64,${jpeg.toString('base64')}"></body></html>`,
      ),
    );
    expect(document.pages).toBe(2);
    expect(await document.read(2)).toMatchObject({ kind: 'picture', needsOcr: true });
  });
});

const office = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    ...Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])),
  });

describe('an Excel workbook', () => {
  it('has its sheets as pages, days as dates, and says what is hidden', async () => {
    const document = await open(
      office({
        'xl/workbook.xml':
          '<workbook xmlns:r="r"><sheets><sheet name="Visits" r:id="r1"/><sheet name="Secret" state="hidden" r:id="r2"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="x/worksheet" Target="worksheets/sheet2.xml"/></Relationships>',
        'xl/sharedStrings.xml': '<sst><si><t>Date</t></si><si><r><t>Pain </t></r><r><t>score</t></r></si></sst>',
        'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
        'xl/worksheets/sheet1.xml':
          '<worksheet><sheetData><row><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row><row><c r="A2" s="1"><v>42562</v></c><c r="C2"><v>0.30000000000000004</v></c></row></sheetData></worksheet>',
        'xl/worksheets/sheet2.xml': '<worksheet><sheetData><row><c r="A1"><v>1</v></c></row></sheetData></worksheet>',
      }),
    );
    expect(document.kind).toBe('xlsx');
    expect(await textOf(document)).toBe('Visits\nDate\tPain score\n07/11/2016\t0.3');
    expect(document.reasons).toEqual([{ code: 'hidden-sheets' }]);
  });
});

describe('a PowerPoint presentation', () => {
  it('has its slides as pages in their order, with what is noted to them', async () => {
    const slide = (text: string): string =>
      `<p:sld xmlns:p="p" xmlns:a="a"><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:sld>`;
    const document = await open(
      office({
        'ppt/presentation.xml':
          '<p:presentation xmlns:p="p" xmlns:r="r"><p:sldIdLst><p:sldId id="257" r:id="r2"/><p:sldId id="256" r:id="r1"/></p:sldIdLst></p:presentation>',
        'ppt/_rels/presentation.xml.rels':
          '<Relationships><Relationship Id="r1" Type="x/slide" Target="slides/slide1.xml"/><Relationship Id="r2" Type="x/slide" Target="slides/slide2.xml"/></Relationships>',
        'ppt/slides/slide1.xml': slide('Second'),
        'ppt/slides/slide2.xml': slide('First'),
        'ppt/slides/_rels/slide2.xml.rels':
          '<Relationships><Relationship Id="n" Type="x/notesSlide" Target="../notesSlides/notesSlide1.xml"/></Relationships>',
        'ppt/notesSlides/notesSlide1.xml': slide('Noted'),
      }),
    );
    expect(await textOf(document)).toBe('First\nNoted\fSecond');
  });
});

describe('a letter of Outlook', () => {
  it('has its head and its body as text, and its files as lines of the ledger', async () => {
    const letter = makeMsg('The MRI showed a tear.\r\nNo surgery.', { 'note.txt': Buffer.from('Note of 07/13/2016.') });
    const document = await open(letter);
    expect(document.kind).toBe('msg');
    const text = await textOf(document);
    expect(text).toContain('From: Robin Madeup <robin@example.invalid>\nTo: Desk <desk@example.invalid>');
    expect(text).toContain('Subject: Records of a made up case\nThe MRI showed a tear.\nNo surgery.');
    const files = await ledgerOf({ 'letter.msg': letter });
    expect(files.map(({ name, state }) => [name, state])).toEqual([
      ['letter.msg', 'imported'],
      ['note.txt', 'imported'],
    ]);
  });

  it('that is damaged is refused with a sentence', async () => {
    const letter = Uint8Array.from(makeMsg('Text.'));
    letter.fill(0, 600);
    await expect(open(letter)).rejects.toThrow(/damaged|not known|not read/);
  });
});

describe('a page that holds more than anybody puts on one', () => {
  it('is one line of the ledger with its page, and costs no other', async () => {
    const files = await ledgerOf({
      'fields.pdf': formOfFields(5000),
      'notes.pdf': pageOfNotes(100_000),
      'pictures.pdf': pageOfPictures(10_000),
      'note.txt': NOTE,
    });
    expect(files.map(({ name, state, pages, pagesFailed }) => [name, state, pages, pagesFailed])).toEqual([
      ['fields.pdf', 'imported', 1, 0],
      ['notes.pdf', 'imported', 1, 0],
      ['pictures.pdf', 'imported', 1, 0],
      ['note.txt', 'imported', 1, 0],
    ]);
  }, 60_000);
});
