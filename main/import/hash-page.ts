import { createHash } from 'node:crypto';
import type { ReadPage } from './read-page.ts';

/** What a page holds, without what was found out about it. */
export type HeldPage = Pick<ReadPage, 'kind' | 'width' | 'height' | 'text' | 'words' | 'blocks'>;

const bytesOf = ({ buffer, byteOffset, byteLength }: Float32Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

/**
 * SHA-256, in hex, of what a page holds: kind, size, text, word boxes, blocks, and, where a picture was drawn for it,
 * its pixels. The same page of the same file gives the same hash; its number does not count.
 */
export const hashPage = ({ kind, width, height, text, words, blocks }: HeldPage, pixels?: Uint8Array): string => {
  const hash = createHash('sha256')
    .update(`${kind} ${width} ${height} ${text.length} ${words.length}\n${text}`)
    .update(bytesOf(words));
  if (blocks.length > 0) hash.update(JSON.stringify(blocks));
  if (pixels !== undefined) hash.update(pixels);
  return hash.digest('hex');
};
