/** Larger files are left to PDFium alone. */
const MOST_BYTES = 120_000_000;

type Found = { readonly number: number; readonly generation: number; readonly body: string };

/** Where the object that starts at `from` ends; the data of a stream may hold anything, so it is passed over. */
const endOfObject = (source: string, from: number): number => {
  const end = source.indexOf('endobj', from);
  const stream = source.indexOf('stream', from);
  if (stream < 0 || end < stream) return end < 0 ? source.length : end;
  const afterStream = source.indexOf('endstream', stream + 6);
  return afterStream < 0 ? source.length : afterStream + 'endstream'.length;
};

/** Every object that can be found by its words; of those with one number the last. */
const findObjects = (source: string): Found[] => {
  const found = new Map<number, Found>();
  const start = /(?<![\d.])(\d{1,9})\s+(\d{1,5})\s+obj\b/g;
  for (let match = start.exec(source); match !== null; match = start.exec(source)) {
    const end = endOfObject(source, start.lastIndex);
    const number = Number(match[1]);
    const body = source.slice(start.lastIndex, end);
    found.set(number, { number, generation: Number(match[2]), body: /\bstream\b/.test(body) ? body : body.replace(/%%EOF/g, '') });
    start.lastIndex = end;
  }
  return [...found.values()];
};

const lastMatch = (source: string, pattern: RegExp): RegExpExecArray | undefined => [...source.matchAll(pattern)].at(-1);
const reference = ({ number, generation }: Found): string => `${number} ${generation} R`;

/** The catalog that the file names or holds; where there is none, one of its own over every page found. */
const findRoot = (source: string, objects: readonly Found[]): { readonly root: string; readonly extra: readonly Found[] } | null => {
  const named = Number(lastMatch(source, /\/Root\s+(\d+)\s+\d+\s+R/g)?.[1] ?? -1);
  const catalog = objects.find((object) => object.number === named && /\/Pages\b/.test(object.body)) ?? objects.find((object) => /\/Type\s*\/Catalog\b/.test(object.body));
  if (catalog !== undefined) return { root: reference(catalog), extra: [] };
  const pages = objects.filter((object) => /\/Type\s*\/Page\b(?!s)/.test(object.body));
  if (pages.length === 0) return null;
  const free = Math.max(...objects.map((object) => object.number)) + 1;
  const tree = { number: free, generation: 0, body: `<</Type/Pages/Count ${pages.length}/Kids[${pages.map(reference).join(' ')}]>>` };
  return { root: `${free + 1} 0 R`, extra: [tree, { number: free + 1, generation: 0, body: `<</Type/Catalog/Pages ${free} 0 R>>` }] };
};

/**
 * Writes a damaged PDF anew from the objects that can still be found in it, with a table of its own (ISO 32000-1, 7.5).
 * Null when there is no page to be found. Objects packed into streams are not searched.
 */
export const mendPdf = (bytes: Uint8Array): Uint8Array | null => {
  if (bytes.length > MOST_BYTES) return null;
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const found = findObjects(source);
  const root = findRoot(source, found);
  if (root === null) return null;
  const pieces: string[] = ['%PDF-1.7\n'];
  let length = pieces.join('').length;
  const rows = [...found, ...root.extra].map(({ number, generation, body }) => {
    const piece = `${number} ${generation} obj\n${body}\nendobj\n`;
    const row = `${number} 1\n${String(length).padStart(10, '0')} ${String(generation).padStart(5, '0')} n \n`;
    pieces.push(piece);
    length += piece.length;
    return row;
  });
  const encrypt = lastMatch(source, /\/Encrypt\s+\d+\s+\d+\s+R/g)?.[0] ?? '';
  const id = encrypt === '' ? '' : (lastMatch(source, /\/ID\s*\[[^\]]{0,400}\]/g)?.[0] ?? '');
  const size = Math.max(...found.map((object) => object.number)) + 3;
  pieces.push(`xref\n0 1\n0000000000 65535 f \n${rows.join('')}trailer\n<</Size ${size}/Root ${root.root}${encrypt}${id}>>\nstartxref\n${length}\n%%EOF\n`);
  return Buffer.from(pieces.join(''), 'latin1');
};
