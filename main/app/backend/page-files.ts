import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

export type PageFile = { readonly bytes: Buffer<ArrayBuffer>; readonly type: string; readonly cacheControl: string };

const decoded = (path: string): string | null => {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
};

/** The path of the file inside the folder; null for what points out of it or has a type that the page never has. */
const placeOf = (folder: string, path: string): string | null => {
  const asked = decoded(path === '/' ? '/index.html' : path);
  if (asked === null || asked.includes('\0')) return null;
  const place = join(folder, asked);
  return place.startsWith(folder + sep) && Object.hasOwn(TYPES, extname(place)) ? place : null;
};

/**
 * A file of the built page by the path of its address; null where there is none. Files in `assets/` are named after
 * their content and may be kept for good.
 */
export const readPageFile = async (folder: string, path: string): Promise<PageFile | null> => {
  const place = placeOf(folder, path);
  if (place === null) return null;
  const bytes = await readFile(place).catch(() => null);
  const cacheControl = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store';
  return bytes === null ? null : { bytes, type: TYPES[extname(place)] ?? '', cacheControl };
};
