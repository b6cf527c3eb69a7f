import { createServer, type AddressInfo, type Server } from 'node:net';
import { forkParser } from '../../main/import/fork-parser.ts';
import { createReaderPool } from '../../main/import/reader-pool.ts';
import type { ReaderPool } from '../../main/import/read-page.ts';
import { makePdf } from '../support/files/make-pdf.ts';
import { makeZip } from '../support/files/make-zip.ts';
import { readFile } from '../support/read-file.ts';

let pool: ReaderPool;
let server: Server;
let connections = 0;
let place = '';
beforeAll(async () => {
  pool = createReaderPool({ start: forkParser, size: 1 });
  server = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  place = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(async () => {
  await pool.close();
  server.close();
});

const WORD = 'http://schemas.openxmlformats.org';
const docx = (): Uint8Array =>
  makeZip({
    '[Content_Types].xml': `<Types xmlns="${WORD}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${WORD}/package/2006/relationships"><Relationship Id="r1" Type="${WORD}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${WORD}/package/2006/relationships"><Relationship Id="r1" Type="${WORD}/officeDocument/2006/relationships/image" Target="${place}/a.png" TargetMode="External"/><Relationship Id="r2" Type="${WORD}/officeDocument/2006/relationships/attachedTemplate" Target="${place}/t.dotm" TargetMode="External"/></Relationships>`,
    'word/document.xml': `<!DOCTYPE w:document SYSTEM "${place}/word.dtd"><w:document xmlns:w="${WORD}/wordprocessingml/2006/main" xmlns:r="${WORD}/officeDocument/2006/relationships" xmlns:a="${WORD}/drawingml/2006/main"><w:body><w:p><w:r><w:t>The left knee was seen.</w:t><w:drawing><a:blip r:link="r1"/></w:drawing></w:r></w:p></w:body></w:document>`,
  });
const pdf = (): Promise<Buffer> =>
  makePdf([
    (page) => {
      page.text('The left knee was seen.', 72, 72, { link: `${place}/page` });
    },
  ]);
const html = (): string =>
  `<!DOCTYPE html><html><head><link rel="stylesheet" href="${place}/a.css"><script src="${place}/a.js"></script></head><body><p>The left knee was seen.</p><img src="${place}/a.png"><iframe src="${place}/b.html"></iframe><object data="${place}/c"></object></body></html>`;
const rtf = (): string =>
  `{\\rtf1\\ansi The left knee was seen.{\\field{\\*\\fldinst INCLUDEPICTURE "${place}/a.png"}{\\fldrslt}}{\\*\\template ${place}/t.dot}}`;
const mail = (): string =>
  `From: a@example.com\r\nTo: b@example.com\r\nSubject: Knee\r\nDate: Tue, 02 Aug 2016 10:00:00 +0000\r\nContent-Type: text/html\r\n\r\n${html()}`;
const ccda = (): string =>
  `<?xml version="1.0"?><?xml-stylesheet href="${place}/cda.xsl"?><!DOCTYPE ClinicalDocument [<!ENTITY x SYSTEM "${place}/x">]><ClinicalDocument xmlns="urn:hl7-org:v3"><component><structuredBody><component><section><title>Visit</title><text>The left knee was seen. &x;</text></section></component></structuredBody></component></ClinicalDocument>`;

describe('a file that names a place on a network', () => {
  it.each<[string, () => string | Uint8Array | Promise<Uint8Array>]>([
    ['a PDF', pdf],
    ['a Word file', docx],
    ['a web page', html],
    ['an RTF', rtf],
    ['a mail', mail],
    ['a C-CDA', ccda],
  ])('%s, is read or refused, and nobody is called', async (_, make) => {
    const { read } = await readFile(pool, Buffer.from(await make()));
    const text = read.map((page) => page.text).join('\n');
    if (read.length > 0) expect(text).toContain('The left knee was seen.');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(connections).toBe(0);
  });

  it('would be noticed if it were called', async () => {
    await fetch(place).catch(() => undefined);
    expect(connections).toBeGreaterThan(0);
  });
});
