import { Unreadable } from '../unreadable.ts';
import { decodeXml } from '../xml/decode-xml.ts';
import { unzipParts } from '../xml/unzip-parts.ts';
import { walkXml } from '../xml/walk-xml.ts';

/** A part of a document that another part refers to. */
type Related = { readonly id: string; readonly type: string; readonly part: string };

/**
 * The parts of a Word document, zipped or in one flat file. Names are looked up in any case; none is ever a place on a
 * disk.
 */
export type DocxPackage = {
  readonly names: readonly string[];
  readonly xml: (name: string) => string;
  readonly bytes: (name: string) => Uint8Array | undefined;
  /**
   * What a part refers to, by the last word of its relationship's type; references out of the document are left out.
   */
  readonly relatedTo: (part: string) => readonly Related[];
  readonly main: string;
  readonly isWhole: boolean;
};
type Stored = Pick<DocxPackage, 'names' | 'xml' | 'bytes' | 'isWhole'>;

const WANTED = /\.(xml|rels|png|jpe?g|gif|bmp|tiff?|emf|wmf|bin|docx?|docm|rtf|pdf|x?html?|mht|txt)$/i;
const UNWANTED = /theme|fontTable|webSettings|customXml|docProps|glossary|thumbnail/i;

const fromZip = (bytes: Uint8Array): Stored => {
  const {
    names,
    xml,
    bytes: part,
    isWhole,
  } = unzipParts(bytes, (name) => WANTED.test(name) && !UNWANTED.test(name), 'Word document');
  const plain = (name: string): string =>
    name
      .replaceAll('\\', '/')
      .replace(/^\.?\//, '')
      .toLowerCase();
  const actual = new Map(names.map((name) => [plain(name), name]));
  return {
    names: [...actual.keys()],
    xml: (name) => xml(actual.get(plain(name)) ?? ''),
    bytes: (name) => part(actual.get(plain(name)) ?? ''),
    isWhole,
  };
};

const BINARY = /^<pkg:binaryData[^>]*>([\s\S]*)<\/pkg:binaryData>/;

/** Word's "flat OPC": every part as an element of one file. */
const fromFlat = (xml: string): Stored => {
  const parts = new Map<string, string>();
  for (const piece of xml.split('<pkg:part ').slice(1)) {
    const name = /\bpkg:name="([^"]*)"/.exec(piece.slice(0, 2000))?.[1];
    const start = piece.indexOf('>') + 1;
    if (name !== undefined)
      parts.set(name.replace(/^\//, '').toLowerCase(), piece.slice(start, piece.lastIndexOf('</pkg:part>')).trim());
  }
  const inner = (name: string): string => {
    const part = parts.get(name.toLowerCase()) ?? '';
    return part.startsWith('<pkg:xmlData') ? part.slice(part.indexOf('>') + 1, part.lastIndexOf('</pkg:xmlData>')) : '';
  };
  return {
    names: [...parts.keys()],
    xml: inner,
    bytes: (name) => {
      const coded = BINARY.exec(parts.get(name.toLowerCase()) ?? '')?.[1];
      return coded === undefined ? undefined : Buffer.from(coded, 'base64');
    },
    isWhole: xml.trimEnd().endsWith('>'),
  };
};

/** Word 2003's own XML: one part, with everything in it. */
const SINGLE = 'word/document.xml';
const fromSingle = (xml: string): Stored => ({
  names: [SINGLE],
  xml: (name) => (name === SINGLE ? xml : ''),
  bytes: () => undefined,
  isWhole: true,
});

const resolve = (base: string, target: string): string => {
  const path = target.startsWith('/') ? [] : base.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/').toLowerCase();
};
const relationsOf = (part: string): string => {
  const cut = part.lastIndexOf('/') + 1;
  return `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`;
};

const readRelations = ({ xml, names }: Stored, part: string): Related[] => {
  const found: Related[] = [];
  walkXml(xml(relationsOf(part)), {
    open: ({ name, attributes }) => {
      const target = resolve(part, (attributes['Target'] ?? '').replaceAll('\\', '/'));
      if (name === 'Relationship' && attributes['TargetMode'] !== 'External' && names.includes(target))
        found.push({
          id: attributes['Id'] ?? '',
          type: /[^/]*$/.exec(attributes['Type'] ?? '')?.[0] ?? '',
          part: target,
        });
    },
  });
  return found;
};

const findMain = (stored: Stored): string => {
  const named = readRelations(stored, '').find(({ type }) => type === 'officeDocument')?.part;
  const usual = stored.names.find((part) => /^word\/document\w*\.xml$/.test(part));
  const other = (): string | undefined =>
    stored.names.find(
      (part) =>
        part.endsWith('.xml') && /<(?:\w+:)?document\b[^>]*wordprocessingml/.test(stored.xml(part).slice(0, 20_000)),
    );
  const main = named ?? usual ?? other();
  if (main === undefined) throw new Unreadable({ code: 'damaged', values: { what: 'Word document' } });
  return main;
};

const ZIP = 0x50;
const load = (bytes: Uint8Array): Stored => {
  if (bytes[0] === ZIP) return fromZip(bytes);
  const xml = decodeXml(bytes);
  return /<pkg:package\b/.test(xml.slice(0, 2000)) ? fromFlat(xml) : fromSingle(xml);
};

/**
 * Opens a Word document by what its parts say of each other, whatever its list of content types says. Throws {@link
 * Unreadable} when it has no text part.
 */
export const openDocxPackage = (bytes: Uint8Array): DocxPackage => {
  const stored = load(bytes);
  return { ...stored, main: findMain(stored), relatedTo: (part) => readRelations(stored, part) };
};
