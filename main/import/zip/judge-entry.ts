import type { PlainReason } from '../../../shared/reason.ts';
import type { Entry } from '@zip.js/zip.js';
import { isClutter } from '../clutter.ts';
import { LARGEST_FILE } from '../limits.ts';
import type { EntryVerdict } from './archive-entry.ts';
import { UNKNOWN_SIZE } from './mend-zip.ts';

/** Methods of packing that are read: stored, Deflate, Deflate64. */
const READ = new Set([0, 8, 9]);
const METHODS: Readonly<Record<number, string>> = {
  1: 'Shrink',
  6: 'Implode',
  12: 'BZIP2',
  14: 'LZMA',
  16: 'CMPSC',
  18: 'TERSE',
  20: 'Zstandard',
  93: 'Zstandard',
  94: 'MP3',
  95: 'XZ',
  96: 'JPEG',
  97: 'WavPack',
  98: 'PPMd',
};
const STRONG_ENCRYPTION = 0x40;

/**
 * From this size on a file may not grow more than {@link MOST_GROWTH} times: pictures of blank paper do, but those are
 * not so large.
 */
const LARGE = 100_000_000;
const MOST_GROWTH = 200;
/** The same for all files of an archive together. */
const LARGE_TOGETHER = 500_000_000;
const MOST_GROWTH_TOGETHER = 100;

const skipped = (reason: PlainReason): EntryVerdict => ({ status: 'skipped', reason });
const failed = (reason: PlainReason): EntryVerdict => ({ status: 'failed', reason });

type Judged = Pick<Entry, 'uncompressedSize' | 'compressedSize' | 'compressionMethod' | 'rawBitFlag' | 'symlink'>;

const judgeSize = ({ uncompressedSize: size, compressedSize: packed }: Judged): EntryVerdict | null => {
  if (size === UNKNOWN_SIZE) return failed({ code: 'damaged-inside' });
  if (size > LARGE && size > packed * MOST_GROWTH) return failed({ code: 'unpacks-too-dense', values: { size } });
  return size > LARGEST_FILE ? failed({ code: 'unpacks-too-large', values: { size, most: LARGEST_FILE } }) : null;
};

/** Nothing takes a few bytes when it is packed, and a few more when it is encrypted. */
const MOST_OF_NOTHING = 64;
/** One that says it is empty and is not is taken out, and found to be damaged. */
const isEmpty = ({ uncompressedSize, compressedSize }: Judged): boolean =>
  uncompressedSize === 0 && compressedSize <= MOST_OF_NOTHING;

/** Why a file of an archive is not to be taken out; null where it is. */
export const judgeEntry = (entry: Judged, path: string, isFolder: boolean): EntryVerdict | null => {
  if (isFolder) return skipped({ code: 'empty-folder' });
  if (isClutter(path)) return skipped({ code: 'system-file' });
  if (entry.symlink) return skipped({ code: 'link-inside' });
  if (isEmpty(entry)) return failed({ code: 'empty-file' });
  if (((entry.rawBitFlag ?? 0) & STRONG_ENCRYPTION) !== 0) return failed({ code: 'unknown-protection' });
  if (!READ.has(entry.compressionMethod))
    return failed({
      code: 'odd-packing',
      values: { method: METHODS[entry.compressionMethod] ?? `method ${entry.compressionMethod}` },
    });
  return judgeSize(entry);
};

/** Whether `bytes` unpacked, out of an archive of `packed`, are more than records can be. */
export const isTooDense = (bytes: number, packed: number): boolean =>
  bytes > LARGE_TOGETHER && bytes > packed * MOST_GROWTH_TOGETHER;
