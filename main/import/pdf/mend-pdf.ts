import type { FoundObject } from './unpack-objects.ts';
import { findObjects } from './find-objects.ts';

/** Larger files are left to PDFium alone. */
const MOST_BYTES = 120_000_000;

const lastMatch = (source: string, pattern: RegExp): RegExpExecArray | undefined =>
  [...source.matchAll(pattern)].at(-1);
const reference = ({ number, generation }: FoundObject): string => `${number} ${generation} R`;

type Root = { readonly root: string; readonly extra: readonly FoundObject[] };

/** The catalog that the file names or holds. */
const findRoot = (source: string, objects: readonly FoundObject[]): Root | null => {
  const named = Number(lastMatch(source, /\/Root\s+(\d+)\s+\d+\s+R/g)?.[1] ?? -1);
  const catalog =
    objects.find((object) => object.number === named && /\/Pages\b/.test(object.body)) ??
    objects.find((object) => /\/Type\s*\/Catalog\b/.test(object.body));
  return catalog === undefined ? null : { root: reference(catalog), extra: [] };
};

/** A catalog of our own over every page that was found. */
const makeRoot = (objects: readonly FoundObject[]): Root | null => {
  const pages = objects.filter((object) => /\/Type\s*\/Page\b(?!s)/.test(object.body));
  if (pages.length === 0) return null;
  const free = Math.max(...objects.map((object) => object.number)) + 1;
  const tree = {
    number: free,
    generation: 0,
    body: `<</Type/Pages/Count ${pages.length}/Kids[${pages.map(reference).join(' ')}]>>`,
  };
  return {
    root: `${free + 1} 0 R`,
    extra: [tree, { number: free + 1, generation: 0, body: `<</Type/Catalog/Pages ${free} 0 R>>` }],
  };
};

const write = (source: string, found: readonly FoundObject[], { root, extra }: Root): Uint8Array => {
  const pieces: string[] = ['%PDF-1.7\n'];
  let length = pieces.join('').length;
  const rows = [...found, ...extra].map(({ number, generation, body }) => {
    const piece = `${number} ${generation} obj\n${body}\nendobj\n`;
    const row = `${number} 1\n${String(length).padStart(10, '0')} ${String(generation).padStart(5, '0')} n \n`;
    pieces.push(piece);
    length += piece.length;
    return row;
  });
  const encrypt = lastMatch(source, /\/Encrypt\s+\d+\s+\d+\s+R/g)?.[0] ?? '';
  const id = encrypt === '' ? '' : (lastMatch(source, /\/ID\s*\[[^\]]{0,400}\]/g)?.[0] ?? '');
  const size = found.reduce((most, { number }) => Math.max(most, number), 0) + 3;
  pieces.push(
    `xref\n0 1\n0000000000 65535 f \n${rows.join('')}trailer\n<</Size ${size}/Root ${root}${encrypt}${id}>>\nstartxref\n${length}\n%%EOF\n`,
  );
  return Buffer.from(pieces.join(''), 'latin1');
};

/**
 * Writes a damaged PDF anew from the objects that can still be found in it, with a table of its own (ISO 32000-1, 7.5):
 * first under the catalog that it has, then with every page that was found in one row, for where its own tree of pages
 * is broken. Nothing where no page is found.
 */
export function* mendPdf(bytes: Uint8Array): Generator<Uint8Array> {
  if (bytes.length > MOST_BYTES) return;
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const found = findObjects(source, /\/Encrypt\b/.test(source));
  for (const root of [findRoot(source, found), makeRoot(found)]) if (root !== null) yield write(source, found, root);
}
