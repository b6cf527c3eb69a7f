import { deflateSync } from 'node:zlib';
import { openPdf } from './open-pdf.ts';

const LINES = 40;
const PAGES = 8;

/** A small PDF of the usual make: packed streams, a standard font, forty lines a page. */
const sampleBytes = (): Uint8Array => {
  const lines = Array.from(
    { length: LINES },
    (_, line) =>
      `BT /F1 10 Tf 1 0 0 1 60 ${740 - line * 16} Tm [(The quick brown fox ${line} jum) -15 (ps over the lazy dog, and again on 01/02/2003.)] TJ ET`,
  ).join('\n');
  const stream = deflateSync(Buffer.from(lines)).toString('latin1');
  const kids = Array.from({ length: PAGES }, (_, page) => `${page + 5} 0 R`).join(' ');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${PAGES}/Kids[${kids}]/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>',
    `<</Filter/FlateDecode/Length ${stream.length}>>stream\n${stream}\nendstream`,
    ...Array.from({ length: PAGES }, () => '<</Type/Page/Parent 2 0 R/Contents 4 0 R>>'),
  ];
  const bodies = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`);
  const header = '%PDF-1.4\n';
  const offsets = bodies.map((_, index) => header.length + bodies.slice(0, index).join('').length);
  const body = header + bodies.join('');
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`;
  return Buffer.from(
    `${body}${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF`,
    'latin1',
  );
};

/**
 * Reads a page of its own again and again, giving way each time, until the time is up or `isWanted` says that there is
 * real work: V8 makes WebAssembly fast only after it has run for a while, and a file should not have to wait for that.
 */
export const warmUp = async (milliseconds: number, isWanted: () => boolean): Promise<void> => {
  const document = await openPdf(sampleBytes(), '');
  const end = performance.now() + milliseconds;
  for (let page = 1; performance.now() < end && isWanted(); page = (page % document.pages) + 1) {
    await document.read(page);
    await new Promise(setImmediate);
  }
  document.close();
};
