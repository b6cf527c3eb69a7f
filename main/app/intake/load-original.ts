import type { ReadCase } from '../../store/case-file.ts';
import { chunksOfOriginal, sizeOfOriginal } from '../../store/originals.ts';
import { breathe } from '../backend/breathe.ts';

/** The original's bytes as they came, read without holding up anything else; refuses with `not-found`. */
export const loadOriginal = async (file: ReadCase, id: number, signal?: AbortSignal): Promise<Uint8Array> => {
  const bytes = new Uint8Array(sizeOfOriginal(file, id));
  let at = 0;
  for (const chunk of chunksOfOriginal(file, id)) {
    signal?.throwIfAborted();
    bytes.set(chunk, at);
    at += chunk.length;
    await breathe();
  }
  return bytes;
};
