const SMALLER = 'Ask the sender for the files by themselves.';

const megabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000).toLocaleString('en-US')} MB`;

/** The sentences that name why an archive, or a file in one, was not taken. Each says what to do. */
export const ARCHIVE_SENTENCES = {
  noFiles: 'This archive holds no files.',
  emptyFolder: 'This folder holds no files.',
  clutter: 'An operating system left this file here; it holds no record.',
  link: 'This is a link to another file, not a file.',
  protectedEntry:
    'This file is protected with a password. Try it again with the password, or ask the sender for an open copy.',
  wrongPassword: 'The password does not open this file. Check it with the sender and try again.',
  method: (name: string) =>
    `This file is packed in a way that is not read here (${name}). Ask the sender for an archive made in the usual way.`,
  damagedEntry:
    'This file is damaged inside its archive and cannot be taken out. Ask the sender for another copy and add it.',
  tooLarge: (size: number, most: number) =>
    `This file has ${megabytes(size)} when it is unpacked; the limit is ${megabytes(most)}. Ask the sender for it in parts.`,
  tooDense: (size: number) =>
    `This file would grow to ${megabytes(size)} when it is unpacked, far more than a record can. It was not taken out. ${SMALLER}`,
  archiveTooDense: (size: number) =>
    `This archive would grow to ${megabytes(size)} when it is unpacked, far more than records can. It was not opened. ${SMALLER}`,
  archiveTooLarge: (most: number) =>
    `This archive unpacks to more than ${megabytes(most)}. Split it and add the parts.`,
  tooManyFiles: (most: number) =>
    `This archive holds more than ${most.toLocaleString('en-US')} files. Split it and add the parts.`,
  tooDeep: (most: number) => `This archive lies in more than ${most} others. Take it out and add it by itself.`,
  mended:
    'The list of contents of this archive is damaged; its files were found by searching, and some may be missing.',
} as const;
