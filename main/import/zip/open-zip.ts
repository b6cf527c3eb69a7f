import type { Reason } from '../../../shared/reason.ts';
import type * as Library from '@zip.js/zip.js';
import type { Entry, FileEntry } from '@zip.js/zip.js';
import { cleanPath } from '../clean-name.ts';
import { MOST_FILES } from '../limits.ts';
import { Unreadable } from '../unreadable.ts';
import type { ArchiveEntry } from './archive-entry.ts';
import { judgeEntry } from './judge-entry.ts';
import { mendZip } from './mend-zip.ts';
import { decodeNames } from './name-encoding.ts';
import { newUnpacker, type Piece } from './unpack-entry.ts';

/** An archive that has been opened in a parser process. */
export type OpenArchive = {
  readonly reasons: readonly Reason[];
  /** In the order of the archive; their `index` says where in it they stand. */
  readonly entries: readonly ArchiveEntry[];
  /**
   * The bytes of an entry from `at` on, at most `most`; throws {@link Unreadable} where it cannot be taken out whole.
   */
  readonly unpack: (index: number, at: number, most: number, password: string) => Promise<Piece>;
};

/** Only an archive needs it, and most parser processes never see one. */
const loadLibrary = async (): Promise<typeof Library> => {
  const library = await import('@zip.js/zip.js');
  library.configure({ useWebWorkers: false });
  return library;
};

type Directory = { readonly entries: readonly Entry[]; readonly reasons: readonly Reason[] };

const readDirectory = async ({ ZipReader, Uint8ArrayReader }: typeof Library, bytes: Uint8Array): Promise<Entry[]> => {
  const reader = new ZipReader(new Uint8ArrayReader(bytes), { strictness: 'tolerant', filenameValidation: 'tolerant' });
  const entries: Entry[] = [];
  for await (const entry of reader.getEntriesGenerator()) {
    entries.push(entry);
    if (entries.length > MOST_FILES) throw new Unreadable({ code: 'too-many-files', values: { most: MOST_FILES } });
  }
  return entries;
};

/**
 * A list of contents that does not begin with the first file belongs to something else: to an archive inside this one,
 * which was cut off behind it.
 */
const isWhole = (entries: readonly Entry[]): boolean => entries.some(({ offset }) => offset <= 4);

const isEmptyArchive = (bytes: Uint8Array): boolean => bytes[2] === 5 && bytes[3] === 6;

const findDirectory = async (library: typeof Library, bytes: Uint8Array): Promise<Directory> => {
  try {
    const entries = await readDirectory(library, bytes);
    if (isWhole(entries) || isEmptyArchive(bytes)) return { entries, reasons: [] };
  } catch (error) {
    if (error instanceof Unreadable) throw error;
  }
  const mended = mendZip(bytes, MOST_FILES + 1);
  if (mended === null) throw new Unreadable({ code: 'damaged', values: { what: 'archive' } });
  return { entries: await readDirectory(library, mended), reasons: [{ code: 'contents-searched' }] };
};

const isTold = ({ bitFlag, extraFieldUnicodePath, filename }: Entry): boolean =>
  (bitFlag?.languageEncodingFlag === true || extraFieldUnicodePath?.valid === true) && !filename.includes('\ufffd');

const namesOf = (entries: readonly Entry[]): string[] => {
  const guessed = decodeNames(entries.filter((entry) => !isTold(entry)).map(({ rawFilename }) => rawFilename))[
    Symbol.iterator
  ]();
  return entries.map((entry) => (isTold(entry) ? entry.filename : (guessed.next().value ?? entry.filename)));
};

/** Every folder that something lies in. */
const filledFolders = (paths: readonly string[]): ReadonlySet<string> => {
  const filled = new Set<string>();
  for (const path of paths) {
    for (let at = path.lastIndexOf('/'); at > 0 && !filled.has(path.slice(0, at)); at = path.lastIndexOf('/', at - 1))
      filled.add(path.slice(0, at));
  }
  return filled;
};

const isFolder = (entry: Entry, name: string): boolean => entry.directory || /[\\/]$/.test(name);

/**
 * Lists what an archive holds; a folder only where nothing lies in it. Throws {@link Unreadable} for one that cannot be
 * opened.
 */
export const openZip = async (bytes: Uint8Array): Promise<OpenArchive> => {
  const library = await loadLibrary();
  const { entries, reasons } = await findDirectory(library, bytes);
  const names = namesOf(entries);
  const paths = names.map(cleanPath);
  const filled = filledFolders(paths);
  const listed = entries.flatMap((entry, index): ArchiveEntry[] => {
    const [name = '', path = ''] = [names[index], paths[index]];
    const folder = isFolder(entry, name);
    if (folder && filled.has(path)) return [];
    return [
      {
        index,
        name: path,
        size: entry.uncompressedSize,
        packed: entry.compressedSize,
        isProtected: entry.encrypted,
        verdict: judgeEntry(entry, path, folder),
      },
    ];
  });
  const fileAt = (index: number): FileEntry => {
    const entry = entries[index];
    if (entry === undefined || entry.directory) throw new Unreadable({ code: 'damaged-inside' });
    return entry;
  };
  return { reasons, entries: listed, unpack: newUnpacker(library, fileAt) };
};
