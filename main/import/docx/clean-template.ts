import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { Unreadable } from '../unreadable.ts';
import { walkXml } from '../xml/walk-xml.ts';

/** All parts of a template together, unpacked, in bytes; and how many it may have. */
const MOST_UNPACKED = 40_000_000;
const MOST_PARTS = 400;

const MAIN = 'word/document.xml';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
/** The parts that a page of text with its letterhead is made of, and their types (ECMA-376, part 1, 11.3). */
const PARTS: readonly (readonly [RegExp, string])[] = [
  [/^word\/document\.xml$/, `${WORD}.document.main+xml`],
  [/^word\/styles\.xml$/, `${WORD}.styles+xml`],
  [/^word\/settings\.xml$/, `${WORD}.settings+xml`],
  [/^word\/fontTable\.xml$/, `${WORD}.fontTable+xml`],
  [/^word\/numbering\.xml$/, `${WORD}.numbering+xml`],
  [/^word\/header\d*\.xml$/, `${WORD}.header+xml`],
  [/^word\/footer\d*\.xml$/, `${WORD}.footer+xml`],
  [/^word\/footnotes\.xml$/, `${WORD}.footnotes+xml`],
  [/^word\/endnotes\.xml$/, `${WORD}.endnotes+xml`],
  [/^word\/theme\/theme\d*\.xml$/, 'application/vnd.openxmlformats-officedocument.theme+xml'],
];
const PICTURES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  bmp: 'image/bmp',
};
const PICTURE = /^word\/media\/[\w.-]+\.(png|jpe?g|gif|bmp)$/i;
const RELATIONS = /^(?:_rels\/\.rels|word\/_rels\/[\w]+\.xml\.rels)$/;
/** Written anew, whatever the file says. */
const OWN = ['[Content_Types].xml'];
/** Emptied in every letter anyhow, so that nobody needs to be told that they are gone. */
const UNTOLD = /^(?:docProps\/|customXml\/|word\/webSettings\.xml$|.*\/$)/;

const typeOf = (name: string): string | undefined => PARTS.find(([pattern]) => pattern.test(name))?.[1];
const isWanted = (name: string): boolean =>
  typeOf(name) !== undefined || PICTURE.test(name) || RELATIONS.test(name) || OWN.includes(name);

const unpack = (bytes: Uint8Array): { readonly parts: Record<string, Uint8Array>; readonly isLess: boolean } => {
  let total = 0;
  let count = 0;
  let isLess = false;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!isWanted(name)) {
          isLess ||= !UNTOLD.test(name);
          return false;
        }
        total += originalSize;
        count += 1;
        if (total > MOST_UNPACKED || count > MOST_PARTS) throw new Unreadable({ code: 'grows-too-large' });
        return true;
      },
    });
    return { parts, isLess };
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable({ code: 'no-template' });
  }
};

type Relation = { readonly id: string; readonly type: string; readonly target: string; readonly isExternal: boolean };

const relationsIn = (xml: string): Relation[] => {
  const found: Relation[] = [];
  walkXml(xml, {
    open: ({ name, attributes: { Id = '', Type = '', Target = '', TargetMode = '' } }) => {
      if (name === 'Relationship')
        found.push({ id: Id, type: Type, target: Target, isExternal: TargetMode === 'External' });
    },
  });
  return found;
};

/** The part that a relation of a part in `folder` leads to; `/word/a.xml` counts from the root. */
const targetOf = (folder: string, target: string): string =>
  target.startsWith('/') ? target.slice(1) : `${folder}${target}`;

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const writeRelations = (relations: readonly Relation[]): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations
    .map(
      ({ id, type, target }) => `<Relationship Id="${escape(id)}" Type="${escape(type)}" Target="${escape(target)}"/>`,
    )
    .join('')}</Relationships>`;

const writeTypes = (names: readonly string[]): string => {
  const pictures = Object.entries(PICTURES).map(
    ([ending, type]) => `<Default Extension="${ending}" ContentType="${type}"/>`,
  );
  const parts = names.flatMap((name) => {
    const type = typeOf(name);
    return type === undefined ? [] : [`<Override PartName="/${name}" ContentType="${type}"/>`];
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${pictures.join('')}${parts.join('')}</Types>`;
};

/** Elements that point to what is left out; without them Word opens the page as whole. */
const POINTERS =
  'w:altChunk|w:subDoc|w:control|o:OLEObject|w:commentRangeStart|w:commentRangeEnd|w:commentReference|w:attachedTemplate|w:mailMerge|w:saveThroughXslt';
const POINTING = new RegExp(`<(${POINTERS})(?:\\s[^>]*)?(?:/>|>[\\s\\S]*?</\\1>)`, 'g');
/** Fields that fetch or run something when they are brought up to date. */
const FETCHES = /\b(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|INCLUDE|LINK|DATABASE|MACROBUTTON|HYPERLINK)\b/i;

const fieldsOf = (xml: string): string =>
  [...xml.matchAll(/<w:instrText(?:\s[^>]*)?>([^<]*)<|w:instr="([^"]*)"/g)]
    .map(([, run = '', own = '']) => run + own)
    .join('');

/** Fields without their instruction show what they showed last. */
const emptyFields = (xml: string, isEmptied: (instruction: string) => boolean): string =>
  xml.replace(/(<w:instrText(?:\s[^>]*)?>|w:instr=")([^<"]*)/g, (whole, open: string, own: string) =>
    isEmptied(own) ? open : whole,
  );

/** A part without what it points to outside of the template. */
const cleanXml = (xml: string, kept: ReadonlySet<string>): string => {
  const plain = xml
    .replace(POINTING, '')
    .replace(/\s[\w.]+:(?:id|link|embed|pict|href)="([^"]*)"/g, (whole, id: string) =>
      /\s(?:r|ns\d+):/.test(whole) && !kept.has(id) ? '' : whole,
    );
  const spared = emptyFields(plain, (field) => FETCHES.test(field));
  // A field can be cut into runs, so that none of them looks like one that fetches.
  return FETCHES.test(fieldsOf(spared)) ? emptyFields(spared, () => true) : spared;
};

const relationsOf = (name: string): string => {
  const at = name.lastIndexOf('/') + 1;
  return `${name.slice(0, at)}_rels/${name.slice(at)}.rels`;
};

/**
 * A Word file for a cover page, packed anew with nothing but its text, looks and pictures: no macros, no comments, no
 * files inside, and no relation that leads out of it. `isLess`: something else was in it. Throws {@link Unreadable} for
 * what is no Word file, has entities of its own, or unpacks to more than a template does.
 */
export const cleanTemplate = (bytes: Uint8Array): { readonly bytes: Uint8Array; readonly isLess: boolean } => {
  const { parts, isLess } = unpack(bytes);
  if (parts[MAIN] === undefined) throw new Unreadable({ code: 'no-template' });
  const names = Object.keys(parts).filter((name) => typeOf(name) !== undefined || PICTURE.test(name));
  let isChanged = isLess;
  const relationsFor = (part: string, folder: string): Relation[] => {
    const own = relationsIn(strFromU8(parts[part] ?? new Uint8Array(0)));
    const kept = own.filter(({ target, isExternal }) => !isExternal && names.includes(targetOf(folder, target)));
    isChanged ||= own.some(({ isExternal }) => isExternal);
    return kept;
  };
  const written: Record<string, Uint8Array> = {};
  const put = (name: string, xml: string): void => {
    written[name] = strToU8(xml);
  };
  put('[Content_Types].xml', writeTypes(names));
  put('_rels/.rels', writeRelations(relationsFor('_rels/.rels', '')));
  for (const name of names) {
    const part = parts[name] ?? new Uint8Array(0);
    if (PICTURE.test(name)) {
      written[name] = part;
      continue;
    }
    const relations = relationsFor(relationsOf(name), 'word/');
    const xml = strFromU8(part);
    // Whoever defines entities of his own hides something in them.
    walkXml(xml, {});
    put(name, cleanXml(xml, new Set(relations.map(({ id }) => id))));
    if (relations.length > 0) put(relationsOf(name), writeRelations(relations));
  }
  return { bytes: zipSync(written), isLess: isChanged };
};
