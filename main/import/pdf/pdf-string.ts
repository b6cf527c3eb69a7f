import type { Pdfium } from './pdfium.ts';
import { withMemory } from './pdfium.ts';

/** Bytes of the longest string that is taken out of a file. */
const LONGEST = 4_000_000;

/**
 * A string that PDFium writes as UTF-16 with a zero at its end; `write` gives the bytes that it takes, and writes them
 * where there is room.
 */
export const pdfString = (pdfium: Pdfium, write: (buffer: number, size: number) => number): string => {
  const size = write(0, 0);
  if (size <= 2 || size > LONGEST) return '';
  return withMemory(pdfium, size, (address) => {
    write(address, size);
    return Buffer.from(pdfium.HEAPU8.subarray(address, address + size - 2)).toString('utf16le');
  });
};

/** Runs `use` with a text of one byte a character, ended by a zero, in PDFium's memory. */
export const withKey = <T>(pdfium: Pdfium, key: string, use: (address: number) => T): T =>
  withMemory(pdfium, key.length + 1, (address) => {
    pdfium.HEAPU8.set(Buffer.from(`${key}\0`, 'latin1'), address);
    return use(address);
  });

/** Runs `use` with a text as PDFium takes it, UTF-16 ended by a zero. */
export const withWide = <T>(pdfium: Pdfium, text: string, use: (address: number) => T): T =>
  withMemory(pdfium, text.length * 2 + 2, (address) => {
    pdfium.HEAPU8.set(Buffer.from(`${text}\0`, 'utf16le'), address);
    return use(address);
  });
