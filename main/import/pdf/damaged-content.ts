import { inflateSync } from 'node:zlib';
import type { FoundObject } from './unpack-objects.ts';
import { findObjects } from './find-objects.ts';
import type { Pdfium } from './pdfium.ts';

/** Bytes of a stream that may be nothing but what encryption adds to an empty one. */
const NOTHING = 48;

const referencesIn = (body: string): number[] => {
  const [, list = ''] = /\/Contents\s*(\[[^\]]*\]|\d+\s+\d+\s+R)/.exec(body) ?? [];
  return [...list.matchAll(/(\d+)\s+\d+\s+R/g)].map(([, number]) => Number(number));
};

/** Whether a stream holds something and its packing is broken. */
const isBroken = ({ body }: FoundObject, isEncrypted: boolean): boolean => {
  const [whole, dictionary] = /^([\s\S]*?)\bstream\r?\n/.exec(body) ?? [];
  if (whole === undefined || dictionary === undefined) return false;
  const data = body.slice(whole.length).replace(/\r?\nendstream\s*$|endstream\s*$/, '');
  if (data.trim() === '') return false;
  if (isEncrypted) return data.length > NOTHING;
  if (!/\/Filter\b/.test(dictionary)) return false;
  if (!/\/Filter\s*\[?\s*\/(FlateDecode|Fl)\s*\]?/.test(dictionary)) return data.length > NOTHING;
  try {
    inflateSync(Buffer.from(data, 'latin1'), { maxOutputLength: 50_000_000 });
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE';
  }
};

/**
 * Looks in the bytes of a PDF itself for what a page is made of, where PDFium finds nothing on it: whether that cannot be
 * unpacked. The objects of the file are found once, with the first page that needs it.
 */
export const findDamage = (
  pdfium: Pdfium,
  { address, size }: { readonly address: number; readonly size: number },
): ((page: number) => boolean) => {
  let objects: ReadonlyMap<number, FoundObject> | null = null;
  let isEncrypted = false;
  const load = (): ReadonlyMap<number, FoundObject> => {
    const source = Buffer.from(pdfium.HEAPU8.buffer, address, size).toString('latin1');
    isEncrypted = /\/Encrypt\b/.test(source);
    return new Map(findObjects(source, isEncrypted).map((object) => [object.number, object]));
  };
  return (page) => {
    objects ??= load();
    const own = objects.get(pdfium._EPDFPage_GetObjectNumber(page));
    if (own === undefined) return false;
    const known = objects;
    return referencesIn(own.body).some((number) => {
      const stream = known.get(number);
      // A page that names a content which is not there has lost it.
      return stream === undefined || isBroken(stream, isEncrypted);
    });
  };
};
