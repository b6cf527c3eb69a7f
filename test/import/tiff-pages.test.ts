import { openFile } from '../../main/import/open-file.ts';
import { identify } from '../../main/import/identify.ts';
import { makeTiff, type TiffShape } from '../support/files/make-tiff.ts';

const WIDTH = 64;
const HEIGHT = 48;
/** Pages of a number of black columns each, so that one is told from another. */
const page = (columns: number, tags: Readonly<Record<number, number>> = {}) => ({
  width: WIDTH,
  height: HEIGHT,
  bits: 8 as const,
  data: Uint8Array.from({ length: WIDTH * HEIGHT }, (_, at) => (at % WIDTH < columns ? 0 : 255)),
  tags,
});
const three = (shape: TiffShape = {}): Buffer => makeTiff([page(8), page(24), page(40)], shape);

/** Where the places of the directories stand: in the header, and at the end of each directory but the last. */
const linksIn = (bytes: Buffer, { isBig = false, isBigEndian = false }: TiffShape = {}): number[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const offset = (at: number): number =>
    isBig ? Number(view.getBigUint64(at, !isBigEndian)) : view.getUint32(at, !isBigEndian);
  const links = [isBig ? 8 : 4];
  for (let at = offset(links[0]!); at > 0; at = offset(links.at(-1)!))
    links.push(isBig ? at + 8 + 9 * 20 : at + 2 + 9 * 12);
  return links.slice(0, -1);
};
const withLink = (bytes: Buffer, link: number, to: number, { isBig = false, isBigEndian = false }: TiffShape = {}) => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (isBig) view.setBigUint64(link, BigInt(to), !isBigEndian);
  else view.setUint32(link, to, !isBigEndian);
  return bytes;
};

const open = async (bytes: Buffer) => {
  const document = await openFile(identify(bytes), bytes, '');
  const hashes = [];
  for (let number = 1; number <= document.pages; number += 1) hashes.push((await document.read(number)).hash);
  document.close();
  return { pages: document.pages, reasons: document.reasons, hashes };
};

const SHAPES: readonly (readonly [string, TiffShape])[] = [
  ['of Intel order', {}],
  ['of Motorola order', { isBigEndian: true }],
  ['of large places', { isBig: true }],
  ['of large places in Motorola order', { isBig: true, isBigEndian: true }],
];

describe('the pages of a TIFF', () => {
  it.each(SHAPES)('are all read behind a broken link, and that is said: %s', async (_, shape) => {
    const whole = await open(three(shape));
    expect(whole).toMatchObject({ pages: 3, reasons: [] });
    for (const at of [0, 1, 2]) {
      const bytes = three(shape);
      const broken = await open(withLink(bytes, linksIn(bytes, shape)[at]!, 0x7fffff, shape));
      expect(broken.hashes).toEqual(whole.hashes);
      expect(broken.reasons).toEqual([{ code: 'pages-not-found', values: { read: 3, promised: null } }]);
    }
  });

  it('are not read twice where the chain runs in a circle, and that is said', async () => {
    const bytes = three();
    const [first, , last] = linksIn(bytes);
    const { pages, reasons } = await open(withLink(bytes, last!, bytes.readUInt32LE(first!)));
    expect({ pages, reasons }).toEqual({
      pages: 3,
      reasons: [{ code: 'pages-not-found', values: { read: 3, promised: null } }],
    });
  });

  it('that are cut off with the end of the file are missed', async () => {
    const bytes = three();
    const last = bytes.readUInt32LE(linksIn(bytes)[2]!);
    expect(await open(bytes.subarray(0, last + 20))).toMatchObject({
      pages: 2,
      reasons: [{ code: 'pages-not-found', values: { read: 2, promised: null } }],
    });
  });

  it('that the file promises and does not have are missed', async () => {
    // 297, PageNumber: two short numbers in one, the first of them the page.
    const promise = (number: number): number => number + 4 * 65_536;
    expect(await open(makeTiff([page(8, { 297: promise(0) }), page(24, { 297: promise(1) })]))).toMatchObject({
      pages: 2,
      reasons: [{ code: 'pages-not-found', values: { read: 2, promised: 4 } }],
    });
  });

  it('do not come from noise that looks like the list of pages', async () => {
    const noise = Buffer.alloc(200_000);
    let state = 7;
    for (let at = 0; at < noise.length; at += 1) {
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
      noise[at] = state >> 16;
    }
    const bytes = Buffer.concat([three(), noise]);
    expect(await open(withLink(bytes, linksIn(three())[1]!, 0x7fffff))).toMatchObject({ pages: 3 });
  });
});
