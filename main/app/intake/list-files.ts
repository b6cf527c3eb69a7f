import { lstatSync, readdirSync, statSync, type Dirent } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import type { PlainReason } from '../../../shared/reason.ts';
import { cleanName } from '../../import/clean-name.ts';
import { isClutter } from '../../import/clutter.ts';
import { ReasonedRefusal } from './reasoned-refusal.ts';

/**
 * A file to import, or a reason why it is not; `name` is its path below what was given, with `/` between folders, fit
 * to be shown.
 */
export type ListedFile = {
  readonly name: string;
  readonly path: string;
  readonly size: number;
  readonly refusal?: ListRefusal;
};
type ListRefusal = { readonly status: 'failed' | 'skipped'; readonly reason: PlainReason };

const skipped = (reason: PlainReason): ListRefusal => ({ status: 'skipped', reason });
const failed = (reason: PlainReason): ListRefusal => ({ status: 'failed', reason });

/**
 * Why an entry of a folder is not imported. Links are not followed: they may lead out of the folder, or in a circle.
 */
const refusalOf = (entry: Dirent, name: string): ListRefusal | undefined => {
  if (isClutter(name)) return skipped({ code: 'system-file' });
  if (entry.isSymbolicLink()) return skipped({ code: 'link' });
  return entry.isFile() ? undefined : skipped({ code: 'no-regular-file' });
};

const sizeOf = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.size;

const listed = (entry: Dirent, name: string, path: string): ListedFile => {
  const refusal = refusalOf(entry, name);
  if (refusal !== undefined) return { name, path, size: 0, refusal };
  const size = sizeOf(path);
  // Bytes in a name that are no text come as U+FFFD, and then lead to no file.
  return size === undefined && name.includes('\ufffd')
    ? { name, path, size: 0, refusal: failed({ code: 'odd-name' }) }
    : { name, path, size: size ?? 0 };
};

const entriesOf = (folder: string): Dirent[] | null => {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return null;
  }
};

const below = (folder: string, root: string): ListedFile[] => {
  const nameOf = (path: string): string =>
    cleanName([basename(root), ...relative(root, path).split(sep)].filter((part) => part !== '').join('/'));
  const entries = entriesOf(folder);
  if (entries === null)
    return [{ name: nameOf(folder), path: folder, size: 0, refusal: failed({ code: 'locked-folder' }) }];
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? below(path, root) : [listed(entry, nameOf(path), path)];
  });
};

/** The file, or every file in the folder and its folders, by name. Refuses with `not-found` or `unreadable`. */
export const listFiles = (path: string): ListedFile[] => {
  try {
    lstatSync(path);
  } catch {
    throw new ReasonedRefusal('not-found', { code: 'no-such-file', values: { name: cleanName(basename(path)) } });
  }
  try {
    const found = statSync(path);
    if (found.isDirectory()) return below(path, path);
    const name = cleanName(basename(path));
    return [
      found.isFile()
        ? { name, path, size: found.size }
        : { name, path, size: 0, refusal: skipped({ code: 'no-regular-file' }) },
    ];
  } catch {
    throw new ReasonedRefusal('unreadable', { code: 'may-not-be-read', values: { name: cleanName(basename(path)) } });
  }
};
