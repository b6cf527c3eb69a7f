import { zipSync } from 'fflate';

export type ZipEntry = { readonly name: string; readonly bytes: Uint8Array };

/** A ZIP whose entries all carry the given day, so that the same entries give the same bytes. */
export const writeZip = (entries: readonly ZipEntry[], made: string): Uint8Array => {
  const [year = 2016, month = 1, day = 1] = made.split('-').map(Number);
  // A ZIP keeps local time without a zone: built from local parts, it is the same on every machine.
  const mtime = new Date(year, month - 1, day, 12);
  return zipSync(Object.fromEntries(entries.map(({ name, bytes }) => [name, bytes])), { mtime, level: 6 });
};
