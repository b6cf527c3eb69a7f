/**
 * Numbers a sketch holds at most. The likeness of two pages is known to about 1 / sqrt(64), an eighth; see {@link
 * LIKE}.
 */
const SKETCH_SIZE = 64;
/** Words in a shingle: enough that forms of the same print differ by what is filled in. */
const SHINGLE = 3;
/** Pages with fewer shingles say too little to be distinguished. */
const LEAST = 12;
/** Pages at least this alike are shown as possibly the same (Jaccard over shingles). */
const LIKE = 0.7;

/**
 * What the smallest hashes of a page's three-word shingles are, in order: a bottom-k sketch (Broder, 1997). Empty for a
 * page with few words.
 */
export type PageSketch = Uint32Array;

/** FNV-1a over UTF-16 units, then mixed, so that the smallest are a fair sample. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
};

/** The sketch of a page's words: case, punctuation and spacing do not count. */
export const sketchPage = (text: string): PageSketch => {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const hashes = new Set<number>();
  for (let at = 0; at + SHINGLE <= words.length; at += 1) hashes.add(hashOf(words.slice(at, at + SHINGLE).join(' ')));
  return hashes.size < LEAST ? new Uint32Array() : Uint32Array.from(hashes).sort().slice(0, SKETCH_SIZE);
};

/** How alike two pages are, 0 to 1, from the smallest hashes of both together. */
export const likeness = (a: PageSketch, b: PageSketch): number => {
  let [left, right, seen, shared] = [0, 0, 0, 0];
  const size = Math.min(SKETCH_SIZE, Math.max(a.length, b.length));
  while (seen < size && left < a.length && right < b.length) {
    const [one, other] = [a[left] ?? 0, b[right] ?? 0];
    if (one === other) shared += 1;
    if (one <= other) left += 1;
    if (other <= one) right += 1;
    seen += 1;
  }
  return size === 0 ? 0 : shared / Math.max(seen + (seen < size ? Math.max(a.length - left, b.length - right) : 0), 1);
};

export type Twins<T> = { readonly a: T; readonly b: T; readonly likeness: number };

/** A hash on more pages than this is of a printed form, and brings no pair together by itself. */
const COMMON = 40;

/** The pairs of pages that may be the same, the likest first. Time grows with the pages, not with their pairs. */
export const findTwins = <T>(pages: readonly { readonly page: T; readonly sketch: PageSketch }[]): Twins<T>[] => {
  const holders = new Map<number, number[]>();
  pages.forEach(({ sketch }, at) =>
    sketch.forEach((hash) => holders.set(hash, [...(holders.get(hash) ?? []), at].slice(-COMMON - 1))),
  );
  const twins: Twins<T>[] = [];
  pages.forEach(({ page, sketch }, at) => {
    const others = new Set(
      [...sketch].flatMap((hash) => {
        const held = holders.get(hash) ?? [];
        return held.length > COMMON ? [] : held.filter((other) => other > at);
      }),
    );
    others.forEach((other) => {
      const twin = pages[other];
      const alike = twin === undefined ? 0 : likeness(sketch, twin.sketch);
      if (twin !== undefined && alike >= LIKE) twins.push({ a: page, b: twin.page, likeness: alike });
    });
  });
  return twins.sort((one, other) => other.likeness - one.likeness);
};
