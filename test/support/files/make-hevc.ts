/** A gray picture whose sides are multiples of {@link BLOCK}; `light` is 0 for black to 255. */
export type HevcPicture = {
  readonly width: number;
  readonly height: number;
  readonly light: (x: number, y: number) => number;
  /** Its code calls it a square of so many pixels. */
  readonly side?: number;
  /** Its code ends after so many blocks. */
  readonly blocks?: number;
};

/** A coded picture as an HEIF item holds it: its decoder configuration (`hvcC`) and its samples. */
export type Hevc = { readonly config: Buffer; readonly samples: Buffer };

/** The coding block, and the only one: nothing is split, so that no split is coded. */
const BLOCK = 16;
const HALF = BLOCK / 2;

const u = (bits: number, value: number): string => value.toString(2).padStart(bits, '0');
const ue = (value: number): string => u(2 * (value + 1).toString(2).length - 1, value + 1);
const zeros = (count: number): string => '0'.repeat(count);
const toBytes = (bits: string): Buffer =>
  Buffer.from((bits.padEnd(Math.ceil(bits.length / 8) * 8, '0').match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));

/** Never three bytes that could be taken for a start code (7.4.2). */
const guarded = (bytes: Buffer): Buffer => {
  const kept: number[] = [];
  let run = 0;
  for (const byte of bytes) {
    if (run >= 2 && byte <= 3) {
      kept.push(3);
      run = 0;
    }
    kept.push(byte);
    run = byte === 0 ? run + 1 : 0;
  }
  return Buffer.from(kept);
};
const nal = (type: number, payload: Buffer): Buffer => Buffer.concat([Buffer.from([type << 1, 1]), guarded(payload)]);

/** Main Still Picture, level 5.1. */
const PROFILE = u(8, 3) + u(32, 0x70000000) + '1001' + zeros(44) + u(8, 153);
const ONE_PICTURE = '1' + ue(0) + ue(0) + ue(0);

const VIDEO =
  zeros(4) + '11' + zeros(6) + zeros(3) + '1' + u(16, 0xffff) + PROFILE + ONE_PICTURE + zeros(6) + ue(0) + '00' + '1';
const sequence = (width: number, height: number): string =>
  zeros(4) +
  zeros(3) +
  '1' +
  PROFILE +
  ue(0) +
  ue(1) +
  ue(width) +
  ue(height) +
  '0' +
  ue(0) +
  ue(0) +
  ue(0) +
  ONE_PICTURE +
  // Coding blocks of 16, transform blocks of 4 to 16.
  ue(1) +
  ue(0) +
  ue(0) +
  ue(2) +
  ue(0) +
  ue(0) +
  '000' +
  // Samples as they are (PCM), in 8 bits, in blocks of 16, not filtered.
  '1' +
  u(4, 7) +
  u(4, 7) +
  ue(1) +
  ue(0) +
  '1' +
  ue(0) +
  '0000' +
  '0' +
  '1';
/** No deblocking, and nothing else either. */
const PICTURE =
  ue(0) +
  ue(0) +
  zeros(7) +
  ue(0) +
  ue(0) +
  ue(0) +
  '000' +
  ue(0) +
  ue(0) +
  zeros(7) +
  '101' +
  '00' +
  ue(0) +
  '00' +
  '1';
const SLICE_HEADER = '10' + ue(0) + ue(2) + ue(0) + '1';

/** rangeTabLps for the widest range (table 9-52), by the state of the context. */
const LPS = [
  240, 227, 216, 205, 195, 185, 175, 166, 158, 150, 142, 135, 128, 122, 116, 110, 104, 99, 94, 89, 85, 80, 76, 72, 69,
  65, 62, 59, 56, 53, 50, 48, 45, 43, 41, 39, 37, 35, 33, 31, 30, 28, 27, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15,
  14, 14, 13, 12, 12, 11, 11, 10, 9,
];
const WHOLE = 510;

/**
 * What the arithmetic coder (9.3.4) writes before a block's samples: "the slice goes on" (not before the first), "not
 * parted", which is the likelier value of its context, and "samples follow", which ends the coder's run.
 */
const blockCode = (block: number): string => {
  const range = WHOLE - (block === 0 ? 0 : 2) - (LPS[Math.min(block, LPS.length - 1)] ?? 0);
  return range < 256 ? u(10, (range * 2 - 2) | 1) : u(9, (range - 2) | 1);
};
const END = u(9, (WHOLE - 2) | 1);

/** Codes a picture as HEVC (ITU-T H.265) without compressing it: every block holds its samples as they are. */
export const makeHevc = ({ width, height, light, side, blocks }: HevcPicture): Hevc => {
  const across = width / BLOCK;
  const coded = Array.from({ length: blocks ?? across * (height / BLOCK) }, (_, block) => {
    const [left, top] = [(block % across) * BLOCK, Math.floor(block / across) * BLOCK];
    const luma = Buffer.from(
      Array.from({ length: BLOCK * BLOCK }, (__, at) => light(left + (at % BLOCK), top + Math.floor(at / BLOCK))),
    );
    return Buffer.concat([toBytes(blockCode(block)), luma, Buffer.alloc(HALF * HALF * 2, 128)]);
  });
  const slice = nal(20, Buffer.concat([toBytes(SLICE_HEADER), ...coded, toBytes(END)]));
  const sets = [
    [32, VIDEO],
    [33, sequence(side ?? width, side ?? height)],
    [34, PICTURE],
  ] as const;
  const arrays = sets.map(([type, bits]) => {
    const set = nal(type, toBytes(bits));
    return Buffer.concat([Buffer.from([0x80 | type, 0, 1, 0, set.length]), set]);
  });
  const head = Buffer.concat([
    Buffer.from([1]),
    toBytes(PROFILE),
    Buffer.from([0xf0, 0, 0xfc, 0xfd, 0xf8, 0xf8, 0, 0, 0x0f, sets.length]),
  ]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(slice.length);
  return { config: Buffer.concat([head, ...arrays]), samples: Buffer.concat([length, slice]) };
};
