import { lstatSync, readdirSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { Refusal } from '../../shared/reply.ts';

/** A file to import; `name` is its path below what was given, with `/` between folders. */
export type ListedFile = { readonly name: string; readonly path: string };

/** Files that operating systems leave in folders. */
const CLUTTER = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

const below = (folder: string, root: string): ListedFile[] =>
  readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return below(path, root);
      // Links are not followed: they may lead out of the folder, or in a circle.
      if (!entry.isFile() || CLUTTER.has(entry.name)) return [];
      return [{ name: join(basename(root), relative(root, path)).replaceAll('\\', '/'), path }];
    });

/** The file, or every file in the folder and its folders, by name. Refuses with `not-found` or `unreadable`. */
export const listFiles = (path: string): ListedFile[] => {
  try {
    lstatSync(path);
  } catch {
    throw new Refusal('not-found', `There is no file or folder ${basename(path)}; check its path.`);
  }
  try {
    return statSync(path).isDirectory() ? below(path, path) : [{ name: basename(path), path }];
  } catch {
    throw new Refusal('unreadable', `${basename(path)} cannot be opened; check that you may read it.`);
  }
};
