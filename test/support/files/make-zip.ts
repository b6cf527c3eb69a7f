import { strToU8, zipSync } from 'fflate';

/** A ZIP of the given texts by name. */
export const makeZip = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
