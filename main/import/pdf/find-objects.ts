import type { FoundObject } from './unpack-objects.ts';
import { unpackObjects } from './unpack-objects.ts';

/** Where the object that starts at `from` ends; the data of a stream may hold anything, so it is passed over. */
const endOfObject = (source: string, from: number): number => {
  const end = source.indexOf('endobj', from);
  const stream = source.indexOf('stream', from);
  if (stream < 0 || end < stream) return end < 0 ? source.length : end;
  const afterStream = source.indexOf('endstream', stream + 6);
  return afterStream < 0 ? source.length : afterStream + 'endstream'.length;
};

/**
 * Every object that can be found by its words; of those with one number the last. Packed ones are unpacked, unless they
 * are encrypted.
 */
export const findObjects = (source: string, isEncrypted: boolean): FoundObject[] => {
  const found = new Map<number, FoundObject>();
  const start = /(?<![\d.])(\d{1,9})\s+(\d{1,5})\s+obj\b/g;
  for (let match = start.exec(source); match !== null; match = start.exec(source)) {
    const end = endOfObject(source, start.lastIndex);
    const body = source.slice(start.lastIndex, end);
    const object = {
      number: Number(match[1]),
      generation: Number(match[2]),
      body: /\bstream\b/.test(body) ? body : body.replace(/%%EOF/g, ''),
    };
    for (const one of isEncrypted ? [object] : [object, ...unpackObjects(object)]) found.set(one.number, one);
    start.lastIndex = end;
  }
  return [...found.values()];
};
