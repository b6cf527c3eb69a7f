import { strFromU8, unzipSync } from 'fflate';

/** Replaces what the docx package would write of author, dates, title and revision. */
export const EMPTY_CORE = {
  path: 'docProps/core.xml',
  data: '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
} as const;

/**
 * Midnight of 1 January 1980, the first moment that a ZIP entry can carry (APPNOTE 4.4.6): it says nothing of the
 * writing.
 */
const NO_TIME = 0;
const NO_DAY = 0x21;

const END_SIGNATURE = 0x06054b50;
const END_SIZE = 22;

const endAt = (view: DataView): number => {
  for (let at = view.byteLength - END_SIZE; at >= 0; at -= 1) if (view.getUint32(at, true) === END_SIGNATURE) return at;
  throw new Error('The Word file has no end of its directory.');
};

/**
 * The same archive, every entry dated alike: same content, same bytes, whenever it was written (APPNOTE 4.3.7, 4.3.12).
 */
export const sealDocx = (archive: Uint8Array): Uint8Array => {
  const bytes = Uint8Array.from(archive);
  const view = new DataView(bytes.buffer);
  const stamp = (at: number): void => {
    view.setUint16(at, NO_TIME, true);
    view.setUint16(at + 2, NO_DAY, true);
  };
  const end = endAt(view);
  let entry = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    stamp(entry + 12);
    stamp(view.getUint32(entry + 42, true) + 10);
    entry +=
      46 + view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true);
  }
  return bytes;
};

/** Everything that the metadata of a Word file says, by the name of its element; empty for a sealed one. */
export const docxMetadata = (bytes: Uint8Array): Record<string, string> => {
  const parts = unzipSync(bytes, { filter: ({ name }) => name.startsWith('docProps/') });
  const said = Object.values(parts).flatMap((part) => [
    ...strFromU8(part).matchAll(/<(?:\w+:)?(\w+)[^<>]*>([^<>]+)<\//gu),
  ]);
  return Object.fromEntries(said.map(([, name = '', value = '']) => [name, value] as const));
};
