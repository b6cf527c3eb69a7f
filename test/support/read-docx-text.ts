import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** Every part of a Word file that can hold words of the letter, the letter itself first. */
const TEXT_PART = /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$/u;

type Reading = { text: string; isText: boolean; skipping: number };

const BREAKS: Readonly<Record<string, string>> = { 'w:tab': '\t', 'w:br': '\n', 'w:cr': '\n', 'w:noBreakHyphen': '-' };
/** The same words once more for older readers, or no longer part of the text. */
const SKIPPED = new Set(['mc:Fallback', 'w:del', 'w:instrText']);

const textOfPart = (xml: string): string => {
  const reading: Reading = { text: '', isText: false, skipping: 0 };
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    if (SKIPPED.has(name)) reading.skipping += 1;
    if (name === 'w:t') reading.isText = true;
    else if (reading.skipping === 0) reading.text += BREAKS[name] ?? '';
  });
  parser.on('text', (words) => {
    if (reading.isText && reading.skipping === 0) reading.text += words;
  });
  parser.on('closetag', ({ name }) => {
    if (SKIPPED.has(name)) reading.skipping -= 1;
    if (name === 'w:t') reading.isText = false;
    if (name === 'w:p') reading.text += '\n';
  });
  parser.write(xml).close();
  return reading.text;
};

/** All words of a Word file, of headers, footers and notes too, a line to a paragraph; throws where it is no sound Word file. */
export const readDocxText = (bytes: Uint8Array): string => {
  const parts = unzipSync(bytes, { filter: ({ name }) => TEXT_PART.test(name) });
  const names = Object.keys(parts).sort(
    (a, b) => Number(b.includes('document')) - Number(a.includes('document')) || (a < b ? -1 : 1),
  );
  if (!names.includes('word/document.xml')) throw new Error('The file holds no Word document.');
  return names.map((name) => textOfPart(strFromU8(parts[name] ?? new Uint8Array()))).join('');
};
