import { openCompoundFile } from '../doc/compound-file.ts';
import { readDrawnText } from './docx-boxes.ts';
import type { DocxPackage } from './docx-package.ts';

/** Gives the words that a reference shows; the files that it shows are kept for later. */
export type Enclosures = {
  readonly refer: (part: string) => (id: string) => string;
  readonly files: () => readonly Uint8Array[];
  readonly unseen: () => number;
};

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
const PACKAGER = '\u0001Ole10Native';

/**
 * A file that was packed into an object: a PDF or a Word document stands there as it is, others behind their names
 * ([MS-OLEDS] 2.3.6).
 */
const unpackObject = (bytes: Uint8Array): Uint8Array | undefined => {
  if (!COMPOUND.every((byte, index) => bytes[index] === byte)) return bytes;
  const { stream } = openCompoundFile(bytes);
  if (stream('WordDocument') !== undefined) return bytes;
  const whole = stream('Package') ?? stream('CONTENTS');
  if (whole !== undefined) return Buffer.from(whole.latin1(0, whole.length), 'latin1');
  const packed = stream(PACKAGER);
  if (packed === undefined) return undefined;
  const text = packed.latin1(6, 4000);
  const afterNames = /^[^\0]*\0[^\0]*\0[\s\S]{4}([\s\S]{4})/.exec(text);
  if (afterNames === null) return undefined;
  const path = Buffer.from(afterNames[1] ?? '', 'latin1').readUInt32LE(0);
  const at = 6 + afterNames[0].length + path;
  return Buffer.from(packed.latin1(at + 4, packed.u32(at)), 'latin1');
};

/**
 * Follows what the text of a document shows: pictures and files become pages behind it, the words of charts and
 * diagrams stand in it.
 */
export const collectEnclosed = (document: DocxPackage): Enclosures => {
  const files = new Map<string, Uint8Array>();
  let unseen = 0;
  const keep = (part: string, bytes: Uint8Array | undefined): void => {
    if (bytes !== undefined) files.set(part, bytes);
    else unseen += 1;
  };
  return {
    refer: (part) => {
      const related = new Map(document.relatedTo(part).map((relation) => [relation.id, relation] as const));
      return (id) => {
        const found = related.get(id);
        if (found === undefined || files.has(found.part)) return '';
        if (/^(chart|chartEx|diagramData)$/.test(found.type)) return readDrawnText(document.xml(found.part));
        const bytes = document.bytes(found.part);
        if (found.type === 'image' || found.type === 'aFChunk') keep(found.part, bytes);
        else if (found.type === 'package' || found.type === 'oleObject')
          keep(found.part, bytes === undefined ? undefined : unpackObject(bytes));
        return '';
      };
    },
    files: () => [...files.values()],
    unseen: () => unseen,
  };
};
