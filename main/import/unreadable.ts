/**
 * A file or page that cannot be read, with one sentence for the user that says why and what to do. It never holds words
 * of the file.
 */
export class Unreadable extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'Unreadable';
  }
}

const ASK = 'Ask the sender for another copy and add it again.';

/** The sentences that name why a file was not read. Each says what to do. */
export const SENTENCES = {
  empty: `The file is empty. ${ASK}`,
  unknown: 'The format of this file is not known. Ask the sender for it as PDF, Word, text or a scan.',
  damaged: (what: string) => `This ${what} is damaged and none of it can be read. ${ASK}`,
  oddPicture: `This picture is damaged or stored in a way that is not known here, and none of it can be read. ${ASK}`,
  password: 'The file is protected with a password. Give its password, or ask the sender for an open copy.',
  wrongPassword: 'The password does not open this file. Check it with the sender and try again.',
  protection: 'The file is protected in a way that cannot be opened here. Ask the sender for an open copy.',
  unsupported: (what: string) => `This is ${what}, which is not read here. Ask the sender for it as PDF and add that.`,
  tooDeep: `This file is nested too deep to be a real document and was not read. ${ASK}`,
  entities:
    'This file defines abbreviations of its own (XML entities), which are not expanded for safety. Ask the sender for it as PDF and add that.',
  noText: `No text was found in this file. Open it where it was made, or ask the sender for it as PDF.`,
  noPages: `The file has no pages. ${ASK}`,
  tooManyPages: (limit: number) => `The file has more than ${limit} pages. Split it and add the parts.`,
  tooManyPixels: (width: number, height: number) =>
    `The picture of ${width} by ${height} pixels is too large to be read. Ask the sender for it at 300 dots an inch.`,
  heic: 'This photo (HEIC) is damaged or of a kind that cannot be opened here. Save it as JPEG and add that.',
  tooSlow: 'Reading this file took too long and was stopped. Ask the sender for it as a plain PDF and add that.',
  tooBig: 'Reading this file took too much memory and was stopped. Split it, or ask the sender for a smaller copy.',
  crashed: `Reading this file failed. ${ASK}`,
  pageLost: 'This page could not be read. Open the original and read it by eye.',
  notRecognised: 'The words of this page could not be recognised. Read it by eye.',
  pageNotDrawn: 'This page cannot be drawn. Open the original file to see it.',
} as const;

/** What a reader says of a document that was read all the same. */
export const DAMAGED = 'The document is damaged; some of its text may be missing. Compare it with the original.';
export const trackedChanges = (deletions: number): string =>
  `The document has tracked changes: deleted text (${deletions} places) is left out, inserted text is shown.`;
export const severalPhotos = (count: number): string => `This file holds ${count} photos; each of them is a page.`;
