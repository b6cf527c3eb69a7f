import { unzipSync } from 'fflate';

/** Names out of local headers, for an archive whose directory at the end is lost. */
const localNames = (bytes: Uint8Array): string[] => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const names: string[] = [];
  for (
    let at = text.indexOf('PK\u0003\u0004', 0, 'latin1');
    at >= 0 && at + 30 < text.length && names.length < 1000;
    at = text.indexOf('PK\u0003\u0004', at + 4, 'latin1')
  ) {
    names.push(text.toString('latin1', at + 30, at + 30 + text.readUInt16LE(at + 26)));
  }
  return names;
};

/** The names of the entries of a ZIP, nothing inflated; of a damaged one those that can still be found. */
export const zipNames = (bytes: Uint8Array): string[] => {
  const names: string[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        names.push(name);
        return false;
      },
    });
    return names;
  } catch {
    return localNames(bytes);
  }
};
