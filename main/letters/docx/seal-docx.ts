import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const CORE = 'docProps/core.xml';
const EMPTY_CORE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>';
/** The first day that a ZIP entry can carry: it says nothing of when the letter was written. */
const NO_DAY = new Date(1980, 0, 1);

/** The Word file without author, dates, title or revision, each of its entries dated alike: same content, same bytes. */
export const sealDocx = (bytes: Uint8Array): Uint8Array => {
  const parts = unzipSync(bytes);
  return zipSync({ ...parts, [CORE]: strToU8(EMPTY_CORE) }, { mtime: NO_DAY, level: 6 });
};

/** Everything that the metadata of a Word file says, by the name of its element; empty for a sealed one. */
export const docxMetadata = (bytes: Uint8Array): Record<string, string> => {
  const parts = unzipSync(bytes, { filter: ({ name }) => name.startsWith('docProps/') });
  const said = Object.values(parts).flatMap((part) => [...strFromU8(part).matchAll(/<(?:\w+:)?(\w+)[^<>]*>([^<>]+)<\//gu)]);
  return Object.fromEntries(said.map(([, name = '', value = '']) => [name, value] as const));
};
