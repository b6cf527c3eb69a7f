import { Reason, type PlainReason } from '../../shared/reason.ts';
import { wordReason } from '../../shared/word-reason.ts';

/** The reasons whose sentences are made of values. */
const MADE: readonly (readonly [PlainReason, string])[] = [
  [
    { code: 'unsupported-format', values: { what: 'a spreadsheet' } },
    'This is a spreadsheet, which is not read here. Ask the sender for it as PDF and add that.',
  ],
  [
    { code: 'damaged', values: { what: 'Word document' } },
    'This Word document is damaged and none of it can be read. Ask the sender for another copy and add it again.',
  ],
  [
    { code: 'too-many-pages', values: { most: 20_000 } },
    'The file has more than 20000 pages. Split it and add the parts.',
  ],
  [
    { code: 'too-many-pixels', values: { width: 40_000, height: 30_000 } },
    'The picture of 40000 by 30000 pixels is too large to be read. Ask the sender for it at 300 dots an inch.',
  ],
  [
    { code: 'tracked-changes', values: { deletions: 2 } },
    'The document has tracked changes: deleted text (2 places) is left out, inserted text is shown.',
  ],
  [{ code: 'several-photos', values: { photos: 3 } }, 'This file holds 3 photos; each of them is a page.'],
  [{ code: 'files-inside', values: { files: 1 } }, '1 file.'],
  [{ code: 'files-inside', values: { files: 1204 } }, '1,204 files.'],
  [
    { code: 'odd-packing', values: { method: 'LZMA' } },
    'This file is packed in a way that is not read here (LZMA). Ask the sender for an archive made in the usual way.',
  ],
  [
    { code: 'unpacks-too-large', values: { size: 4_294_967_280, most: 2_000_000_000 } },
    'This file has 4,295 MB when it is unpacked; the limit is 2,000 MB. Ask the sender for it in parts.',
  ],
  [
    { code: 'unpacks-too-dense', values: { size: 300_000_000 } },
    'This file would grow to 300 MB when it is unpacked, far more than a record can. It was not taken out. Ask the sender for the files by themselves.',
  ],
  [
    { code: 'archive-too-dense', values: { size: 900_000_000 } },
    'This archive would grow to 900 MB when it is unpacked, far more than records can. It was not opened. Ask the sender for the files by themselves.',
  ],
  [
    { code: 'archive-too-large', values: { most: 8_000_000_000 } },
    'This archive unpacks to more than 8,000 MB. Split it and add the parts.',
  ],
  [
    { code: 'too-many-files', values: { most: 20_000 } },
    'This archive holds more than 20,000 files. Split it and add the parts.',
  ],
  [
    { code: 'archives-too-deep', values: { most: 4 } },
    'This archive lies in more than 4 others. Take it out and add it by itself.',
  ],
  [
    { code: 'file-too-large', values: { size: 3_145_728_000, most: 2_147_483_648 } },
    'This file has 3,000 MB; the limit is 2,048 MB. Split it and import the parts.',
  ],
  [{ code: 'no-such-file', values: { name: 'x.pdf' } }, 'There is no file or folder x.pdf; check its path.'],
  [
    { code: 'cannot-be-opened', values: { name: 'x.pdf' } },
    'x.pdf cannot be opened; check that it is there and that you may read it.',
  ],
  [{ code: 'may-not-be-read', values: { name: 'x.pdf' } }, 'x.pdf cannot be opened; check that you may read it.'],
  [{ code: 'in-words', values: { sentence: 'It rained.' } }, 'It rained.'],
];

describe('a reason in words', () => {
  it.each(MADE)('%j', (reason, sentence) => {
    expect(wordReason(reason)).toBe(sentence);
    expect(Reason.parse(reason)).toEqual(reason);
  });

  it('says of a part that it is not shown, and why', () => {
    expect(wordReason({ code: 'part-not-shown', values: { because: { code: 'no-pages' } } })).toBe(
      'A part that the document holds inside is not shown. The file has no pages. Ask the sender for another copy and add it again.',
    );
  });

  it('names the files that are not entered, each with its size', () => {
    const files = [
      { name: 'scan.pdf', size: 12_345 },
      { name: 'note.txt', size: 12 },
    ];
    expect(
      wordReason({
        code: 'enclosed-not-entered',
        values: { because: { code: 'too-many-files', values: { most: 1 } }, files },
      }),
    ).toBe(
      'This archive holds more than 1 files. Split it and add the parts. It holds scan.pdf (12 kB), note.txt (12 bytes).',
    );
    expect(wordReason({ code: 'enclosed-not-read', values: { files } })).toBe(
      'Enclosed and not read here: scan.pdf (12 kB), note.txt (12 bytes). Import the file into a case to read them.',
    );
  });

  it('is refused with values that it does not have', () => {
    expect(Reason.safeParse({ code: 'no-pages', values: { most: 1 } }).success).toBe(false);
    expect(Reason.safeParse({ code: 'too-many-pages' }).success).toBe(false);
  });
});
