import { Refusal, type ErrorCode } from '../../shared/reply.ts';

/** What is said of an error: true of what the program knows, and what can be done. */
type Said = readonly [code: ErrorCode, sentence: string];

const FULL: Said = ['disk-full', 'The disk is full; free some space and try again.'];
const DAMAGED: Said = [
  'damaged',
  'A file of the vault is damaged at the place that was to be read; verify the vault to see which, and restore it from a backup.',
];
const READ_ONLY: Said = [
  'refused',
  'The vault can only be read here; make its folder writable, or copy it to a disk that is.',
];
const DISK_FAILS: Said = [
  'unreadable',
  'The disk did not read or write as it should; check the disk and how it is connected, then verify the vault.',
];
const HELD: Said = ['in-use', 'Another program holds a file of the vault; close it there and try again.'];
const NO_MEMORY: Said = ['refused', 'The computer is out of memory; close other programs and try again.'];

/** Errors of SQLite, all of them about files of the vault; the longest that begins the code counts. */
const OF_SQLITE: Readonly<Record<string, Said>> = {
  SQLITE_FULL: FULL,
  SQLITE_CORRUPT: DAMAGED,
  SQLITE_NOTADB: DAMAGED,
  SQLITE_READONLY: READ_ONLY,
  SQLITE_CANTOPEN: [
    'unreadable',
    'A file of the vault cannot be opened; check that its folder is there and that you may read and write it.',
  ],
  SQLITE_PERM: ['refused', 'You may not open a file of the vault; check the permissions of its folder.'],
  SQLITE_BUSY: HELD,
  SQLITE_LOCKED: HELD,
  SQLITE_PROTOCOL: HELD,
  SQLITE_NOMEM: NO_MEMORY,
  SQLITE_IOERR_NOMEM: NO_MEMORY,
  SQLITE_IOERR: DISK_FAILS,
  SQLITE_IOERR_WRITE: [
    'disk-full',
    'The disk is full or failed while it was written to; free some space and try again.',
  ],
  SQLITE_IOERR_CORRUPTFS: DAMAGED,
  SQLITE_IOERR_DATA: DAMAGED,
  SQLITE_TOOBIG: ['refused', 'This is more than the vault can keep in one place; give it in smaller parts.'],
};

/** Errors of the system wherever they come from. */
const OF_SYSTEM: Readonly<Record<string, Said>> = {
  ENOSPC: FULL,
  EDQUOT: ['disk-full', 'Your share of the disk is used up; free some space and try again.'],
  EROFS: ['refused', 'The disk can only be read; nothing can be written to it.'],
  EACCES: ['refused', 'The system does not allow this file or folder to be used; check its permissions.'],
  EPERM: ['refused', 'The system does not allow this file or folder to be used; check its permissions.'],
  ENOENT: ['not-found', 'A file or folder that was to be used is not there; check where it is now.'],
  EISDIR: ['refused', 'A folder stands where a file was expected; move the folder away.'],
  ENOTDIR: ['refused', 'A file stands where a folder was expected; move the file away.'],
  ELOOP: ['refused', 'A symbolic link points back at itself; put the file itself in its place.'],
  EBUSY: ['in-use', 'Another program holds this file; close it there and try again.'],
  ETXTBSY: ['in-use', 'Another program holds this file; close it there and try again.'],
  EIO: ['unreadable', 'The disk did not read or write as it should; check the disk and how it is connected.'],
  ENXIO: ['unreadable', 'The disk is no longer connected; connect it and try again.'],
  ENODEV: ['unreadable', 'The disk is no longer connected; connect it and try again.'],
  EMFILE: ['refused', 'Too many files are open; close other programs and try again.'],
  ENFILE: ['refused', 'Too many files are open; close other programs and try again.'],
  ENOMEM: NO_MEMORY,
  ENAMETOOLONG: ['refused', 'The name of this file is too long for the disk; choose a shorter one.'],
};

const ANOTHER_PLACE = 'nothing was written. Choose another place.';
const A_FOLDER: Said = [
  'refused',
  'A folder has this name already; nothing was written. Choose another name or another place.',
];

/** Errors while a file is written for the user: it is written beside its place and moved there as a whole. */
const OF_TARGET: Readonly<Record<string, Said>> = {
  ENOSPC: ['disk-full', 'The disk to write to is full; nothing was written. Free some space or choose another place.'],
  EDQUOT: ['disk-full', `Your share of the disk to write to is used up; ${ANOTHER_PLACE}`],
  EROFS: ['refused', `The disk to write to can only be read; ${ANOTHER_PLACE}`],
  EACCES: ['refused', `You may not write there; ${ANOTHER_PLACE}`],
  EPERM: ['refused', `You may not write there; ${ANOTHER_PLACE}`],
  ENOENT: ['not-found', `The folder to write to is not there; ${ANOTHER_PLACE}`],
  ENOTDIR: ['not-found', `The folder to write to is not there; ${ANOTHER_PLACE}`],
  EISDIR: A_FOLDER,
  ENOTEMPTY: A_FOLDER,
  EEXIST: A_FOLDER,
  ENAMETOOLONG: ['refused', 'This name is too long for the disk; nothing was written. Choose a shorter one.'],
  EINVAL: ['refused', 'The disk does not take this name; nothing was written. Choose another one.'],
  EBUSY: ['in-use', 'Another program holds this file; nothing was written. Close it there or choose another name.'],
  ETXTBSY: ['in-use', 'Another program holds this file; nothing was written. Close it there or choose another name.'],
};

/**
 * The code of an error of SQLite's or the system's, empty for any other: by its shape, as a copy of the module in
 * another realm has classes of its own.
 */
export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';

const longestIn = (table: Readonly<Record<string, Said>>, code: string): Said | undefined => {
  for (let name = code; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('_'))))
    if (Object.hasOwn(table, name)) return table[name];
  return undefined;
};

const refusalFrom = (said: Said | undefined, code: string): Refusal | null =>
  said === undefined ? null : new Refusal(said[0], said[1], { code });

/** The refusal that tells of an error of SQLite or the file system; null for any other error. */
export const refusalOf = (error: unknown): Refusal | null => {
  const code = codeOf(error);
  return refusalFrom(longestIn(code.startsWith('SQLITE_') ? OF_SQLITE : OF_SYSTEM, code), code);
};

/** The same for an error while a file was written for the user at a place that the user chose. */
export const refusalOfTarget = (error: unknown): Refusal | null => {
  const code = codeOf(error);
  return refusalFrom(longestIn(OF_TARGET, code), code) ?? refusalOf(error);
};

/** True for the errors that SQLite or the system gives on a full disk. */
export const isDiskFull = (error: unknown): boolean => refusalOf(error)?.code === 'disk-full';

/** True where the bytes of a database are not what its key and its checks ask for. */
export const isDamage = (error: unknown): boolean => refusalOf(error)?.code === 'damaged';
