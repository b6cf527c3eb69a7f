import { strFromU8, unzipSync } from 'fflate';

/** Parts of a Word file that hold words beside the text, all of which mammoth's raw text leaves out. */
const BESIDE = /^word\/(?:header|footer|footnotes|endnotes|comments)\d*\.xml$/u;
const WORDS = /<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/gu;

const wordsBeside = (bytes: Uint8Array): string[] =>
  Object.values(unzipSync(bytes, { filter: ({ name }) => BESIDE.test(name) })).flatMap((part) =>
    [...strFromU8(part).matchAll(WORDS)].map(([, words = '']) => words),
  );

/**
 * All words of a Word file as mammoth finds them, a reader that had no part in writing it; after them the words of
 * headers, footers and notes, which mammoth leaves out. Rejects where it is no sound Word file.
 */
export const readDocxBack = async (bytes: Uint8Array): Promise<string> => {
  // Loaded with the first letter: starting the application does not wait for it.
  const { default: mammoth } = await import('mammoth');
  const { value } = await mammoth.extractRawText({
    buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  });
  return [value, ...wordsBeside(bytes)].join('\n');
};
