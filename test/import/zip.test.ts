import {
  ZipWriter,
  Uint8ArrayReader,
  Uint8ArrayWriter,
  configure,
  type ZipWriterConstructorOptions,
} from '@zip.js/zip.js';
import iconv from 'iconv-lite';
import type { ArchiveEntry } from '../../main/import/zip/archive-entry.ts';
import { openZip, type OpenArchive } from '../../main/import/zip/open-zip.ts';
import { cleanPath } from '../../main/import/clean-name.ts';
import { decodeNames } from '../../main/import/zip/name-encoding.ts';
import { forgeZip, unicodePath } from '../support/files/forge-zip.ts';
import { wordReason } from '../../shared/word-reason.ts';

configure({ useWebWorkers: false });

/** Takes an entry out in pieces of `most` bytes. */
const take = async (archive: OpenArchive, { index }: ArchiveEntry, password = '', most = 1000): Promise<string> => {
  const pieces: Uint8Array[] = [];
  for (let at = 0; ;) {
    const { bytes, isLast } = await archive.unpack(index, at, most, password);
    pieces.push(bytes);
    at += bytes.length;
    if (isLast) return Buffer.concat(pieces).toString();
    if (bytes.length === 0) throw new Error('nothing more came');
  }
};

/** What an archive holds: the words of each file, or why it was not taken out. */
const contents = async (bytes: Uint8Array, password = ''): Promise<(readonly [string, string])[]> => {
  const archive = await openZip(bytes);
  const found: (readonly [string, string])[] = [];
  for (const entry of archive.entries) {
    found.push([
      entry.name,
      entry.verdict === null
        ? await take(archive, entry, password).catch((error: Error) => error.message)
        : `${entry.verdict.status}: ${wordReason(entry.verdict.reason)}`,
    ]);
  }
  return found;
};

const written = async (
  files: Readonly<Record<string, string>>,
  options: ZipWriterConstructorOptions,
): Promise<Uint8Array> => {
  const writer = new ZipWriter(new Uint8ArrayWriter(), options);
  for (const [name, text] of Object.entries(files)) await writer.add(name, new Uint8ArrayReader(Buffer.from(text)));
  return writer.close();
};

const LONG = Array.from({ length: 4000 }, (_, line) => `line ${line} of a long note`).join('\n');

/** `Seen again. ` six times and 70,000 times `x`, as 7-Zip packs it with Deflate64. */
const DEFLATED_64 = Buffer.from(
  '5MYxDQAgDAAwK1OAGRTsWAjPbuQjYmd7dVd15MnbKyZ/PB6Px+PxeDwej8fj8Xg8Ho/H4/F4PB6Px+PxeDwej8fj8Xg8Ho/H4/F4PB6Px+PxeDwej8fj8Xg8Ho/H4/F4PB6Px+PxeDwej8fj8Xg8Ho/H4/F4PB6Px+PxeDwej8fj8Xg8Ho/H4/F4PB6Px+PxeDwej8fj8Xg8Ho/H4/F4PB6Px+PxeDwej8fj8Xg8Ho/H4/F4PB6Px+PxeDwej8fj8Xg8Ho/H4/F4PB6Px+PxeDwej8fj8Xg8Ho/H4/F4PB6Px+PxeDwej8fj8Xg8Ho/H++XBIQEAAACAoP+vXWECeDwej8fj8Xg8Ho/H4/F4PB6Px+PxeDwej8fj8Xg83iw=',
  'base64',
);
const PLAIN_64 = `${'Seen again. '.repeat(6)}${'x'.repeat(70_000)}`;

describe('the files of a ZIP', () => {
  it.each([
    ['stored', forgeZip([{ name: 'a.txt', bytes: LONG, method: 0 }])],
    ['deflated', forgeZip([{ name: 'a.txt', bytes: LONG }])],
    ['deflated by Deflate64', forgeZip([{ name: 'a.txt', bytes: PLAIN_64, method: 9, packed: DEFLATED_64 }]), PLAIN_64],
    ['with its sizes behind it', forgeZip([{ name: 'a.txt', bytes: LONG, sizesFollow: 'marked' }])],
  ])('come out whole, piece by piece: %s', async (_, bytes, text = LONG) => {
    expect(await contents(bytes)).toEqual([['a.txt', text]]);
  });

  it('come out of a Zip64 archive', async () => {
    expect(await contents(await written({ 'a.txt': LONG, 'b/c.txt': 'short' }, { zip64: true }))).toEqual([
      ['a.txt', LONG],
      ['b/c.txt', 'short'],
    ]);
  });

  it('come out from any place on, as after the loss of a process', async () => {
    const bytes = forgeZip([
      { name: 'a.txt', bytes: LONG },
      { name: 'b.txt', bytes: 'other' },
    ]);
    const archive = await openZip(bytes);
    await archive.unpack(0, 0, 500, '');
    await archive.unpack(1, 0, 500, '');
    expect(Buffer.from((await archive.unpack(0, 12_345, 30, '')).bytes).toString()).toBe(LONG.slice(12_345, 12_375));
    expect(Buffer.from((await archive.unpack(0, 12_375, 30, '')).bytes).toString()).toBe(LONG.slice(12_375, 12_405));
  });

  it.each([
    ['ZipCrypto', { zipCrypto: true }],
    ['AES', { encryptionStrength: 3 as const }],
    ['AES of 128 bits', { encryptionStrength: 1 as const }],
  ])('open with their password (%s), and say so without it or with another', async (_, options) => {
    const bytes = await written({ 'a.txt': LONG }, { password: 'sesame', ...options });
    expect((await openZip(bytes)).entries).toMatchObject([{ isProtected: true, verdict: null }]);
    expect(await contents(bytes, 'sesame')).toEqual([['a.txt', LONG]]);
    expect(await contents(bytes)).toEqual([['a.txt', expect.stringContaining('protected with a password')]]);
    expect(await contents(bytes, 'other')).toEqual([['a.txt', expect.stringContaining('password does not open')]]);
  });

  it('that are no records are skipped with the reason; a folder is one only where nothing lies in it', async () => {
    const bytes = forgeZip([
      { name: 'folder/' },
      { name: 'folder/a.txt', bytes: 'a' },
      { name: 'bare/' },
      { name: 'empty.txt' },
      { name: '__MACOSX/folder/._a.txt', bytes: 'x' },
      { name: 'folder/.DS_Store', bytes: 'x' },
      { name: 'link', bytes: '/etc/passwd', mode: 0o120777 },
    ]);
    expect(await contents(bytes)).toEqual([
      ['folder/a.txt', 'a'],
      ['bare', expect.stringMatching(/^skipped: This folder holds no files/)],
      ['empty.txt', expect.stringMatching(/^failed: The file is empty/)],
      ['__MACOSX/folder/._a.txt', expect.stringMatching(/^skipped: An operating system/)],
      ['folder/.DS_Store', expect.stringMatching(/^skipped: An operating system/)],
      ['link', expect.stringMatching(/^skipped: This is a link/)],
    ]);
  });

  it.each([
    ['BZIP2', { method: 12 }, /^failed: .*BZIP2/],
    ['LZMA', { method: 14 }, /^failed: .*LZMA/],
    ['strong encryption', { flags: 0x41 }, /^failed: .*protected in a way/],
    ['10 GB of zeros', { size: 0xfffffff0 }, /^failed: .*4,295 MB/],
    ['a wrong checksum', { crc: 1 }, /damaged inside its archive/],
    ['bytes that are no Deflate', { packed: Buffer.alloc(400, 0xee) }, /damaged inside its archive/],
    ['more bytes than it says', { size: 100 }, /damaged inside its archive/],
    ['fewer bytes than it says', { size: LONG.length + 1 }, /damaged inside its archive/],
    ['bytes where it says that there are none', { size: 0 }, /damaged inside its archive/],
  ])('that cannot be taken out say why (%s), and cost no other', async (_, fault, words) => {
    const bytes = forgeZip([
      { name: 'before.txt', bytes: 'b' },
      { name: 'bad.txt', bytes: LONG, ...fault },
      { name: 'after.txt', bytes: 'a' },
    ]);
    expect(await contents(bytes)).toEqual([
      ['before.txt', 'b'],
      ['bad.txt', expect.stringMatching(words)],
      ['after.txt', 'a'],
    ]);
  });
});

describe('a damaged ZIP', () => {
  const inner = forgeZip([{ name: 'inner.txt', bytes: 'inside' }]);
  const files = [
    { name: 'one.txt', bytes: LONG },
    { name: 'two.txt', bytes: 'second', sizesFollow: 'marked' as const },
    { name: 'inner.zip', bytes: inner, method: 0 },
    { name: 'inner-again.zip', bytes: inner, method: 0, sizesFollow: 'marked' as const },
    { name: 'three.txt', bytes: 'third', sizesFollow: 'bare' as const },
    { name: 'last.txt', bytes: LONG },
  ];
  const whole = forgeZip(files);
  const directoryAt = whole.indexOf('PK\u0001\u0002', whole.indexOf('last.txt'), 'latin1');
  const expected = files.map(({ name, bytes }) => [name, bytes.toString()]);

  it.each([
    ['without its list of contents', whole.subarray(0, directoryAt)],
    [
      'with a broken list',
      Buffer.concat([whole.subarray(0, directoryAt), Buffer.alloc(60, 7), whole.subarray(directoryAt + 60)]),
    ],
    ['cut off in its list', whole.subarray(0, directoryAt + 100)],
  ])('gives up all its files: %s', async (_, bytes) => {
    const archive = await openZip(bytes);
    expect(archive.reasons).toEqual([{ code: 'contents-searched' }]);
    expect(await contents(bytes)).toEqual(expected);
  });

  it('that was cut off within a file gives up those before it, and names that one', async () => {
    const found = await contents(whole.subarray(0, directoryAt - 50));
    expect(found.slice(0, -1)).toEqual(expected.slice(0, -1));
    expect(found.at(-1)).toEqual(['last.txt', expect.stringContaining('damaged inside its archive')]);
  });

  it('of which nothing is left is refused', async () => {
    await expect(openZip(Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(20)]))).rejects.toThrow(
      'This archive is damaged',
    );
  });
});

describe('the names in a ZIP', () => {
  it.each([
    ['Pérez Núñez MRI.pdf', 'windows-1252'],
    ['Pérez Núñez MRI.pdf', 'cp437'],
    ['señor_año.txt', 'cp850'],
    ['Müller/Größe.pdf', 'windows-1252'],
    ['Müller/Größe.pdf', 'cp437'],
    ['JOSÉ.pdf', 'cp437'],
    ['résumé – copie.pdf', 'windows-1252'],
    ['Müller.pdf', 'utf8'],
    ['診断書.pdf', 'cp932'],
    ['カルテ/レントゲン写真 1.jpg', 'cp932'],
    ['检查报告/张伟 2016.pdf', 'gbk'],
    ['診斷證明書.pdf', 'big5'],
    ['Справка о болезни.doc', 'cp866'],
    ['Справка о болезни.doc', 'windows-1251'],
  ])('are told from their bytes alone: %s in %s', (name, encoding) => {
    expect(decodeNames([iconv.encode(name, encoding)])).toEqual([name]);
  });

  it('are those of the Unicode field where it belongs to them, and never lost', async () => {
    const stored = Buffer.from('plain.txt');
    const bytes = forgeZip([
      { name: stored, bytes: 'a', extra: unicodePath(stored, 'Œuvre – 1.txt') },
      { name: Buffer.from('other.txt'), bytes: 'b', extra: unicodePath(stored, 'of another.txt') },
      { name: Buffer.from([0xff, 0xfe, 0x81]), bytes: 'c' },
    ]);
    const found = await contents(bytes);
    expect(found.slice(0, 2)).toEqual([
      ['Œuvre – 1.txt', 'a'],
      ['other.txt', 'b'],
    ]);
    expect(found[2]?.[1]).toBe('c');
    expect(found[2]?.[0]).not.toBe('');
  });

  it.each([
    ['../../../etc/passwd', 'etc/passwd'],
    ['/etc/passwd', 'etc/passwd'],
    ['C:\\Users\\x\\a.pdf', 'Users/x/a.pdf'],
    ['c:a.pdf', 'a.pdf'],
    ['\\\\server\\share\\a.pdf', 'server/share/a.pdf'],
    ['a/./b/../c.txt', 'a/b/c.txt'],
    ['..', 'unnamed'],
    ['', 'unnamed'],
    ['a\u0000\u001b[31m.txt', 'a__[31m.txt'],
    ['gnp\u202efdp.exe', 'gnp_fdp.exe'],
    ['a\nb.txt', 'a_b.txt'],
  ])('lead nowhere else and show what they are: %j becomes %j', (name, shown) => {
    expect(cleanPath(name)).toBe(shown);
  });

  it('that are endless are cut', () => {
    const shown = cleanPath(`${'x'.repeat(70_000)}.pdf`);
    expect(shown.length).toBeLessThanOrEqual(240);
    expect(shown).toMatch(/^…x+\.pdf$/);
  });
});
