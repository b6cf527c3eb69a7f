/** Collects the pictures of an RTF document as files (RTF 1.9.1, "Pictures"). */
export type RtfPictures = {
  /** Digits of a picture's bytes, two a byte. */
  readonly add: (digits: string) => void;
  readonly binary: (bytes: string) => void;
  /** A control word within the picture. */
  readonly word: (name: string) => void;
  readonly end: () => void;
  readonly finish: () => { readonly files: Uint8Array[]; readonly unseen: boolean };
};

const BITMAP_HEAD = 14;

/** A bitmap as RTF keeps it lacks the head of its file. */
const asBitmapFile = (bitmap: Buffer): Buffer => {
  const head = bitmap.length < 40 ? 40 : bitmap.readUInt32LE(0);
  const depth = bitmap.length < 16 ? 24 : bitmap.readUInt16LE(14);
  const used = bitmap.length < 36 ? 0 : bitmap.readUInt32LE(32);
  const colours = depth <= 8 ? (used === 0 ? 2 ** depth : used) : 0;
  const file = Buffer.alloc(BITMAP_HEAD);
  file.write('BM', 'latin1');
  file.writeUInt32LE(BITMAP_HEAD + bitmap.length, 2);
  file.writeUInt32LE(BITMAP_HEAD + head + colours * 4, 10);
  return Buffer.concat([file, bitmap]);
};

/** A picture smaller than this is no page, whatever it shows. */
const LEAST_BYTES = 2000;

export const createRtfPictures = (): RtfPictures => {
  const files: Uint8Array[] = [];
  let unseen = false;
  let kind = '';
  let digits: string[] = [];
  let binary: Buffer[] = [];
  return {
    add: (piece) => {
      digits.push(piece);
    },
    binary: (bytes) => {
      binary.push(Buffer.from(bytes, 'latin1'));
    },
    word: (name) => {
      if (/^(jpegblip|pngblip|dibitmap|wbitmap|wmetafile|emfblip|pmmetafile|macpict)$/.test(name)) kind = name;
    },
    end: () => {
      const hex = digits.join('').replace(/[^0-9A-Fa-f]/g, '');
      const bytes = Buffer.concat([Buffer.from(hex.length % 2 === 0 ? hex : hex.slice(0, -1), 'hex'), ...binary]);
      const isKnown = kind === 'jpegblip' || kind === 'pngblip' || kind === 'dibitmap';
      if (bytes.length >= LEAST_BYTES && isKnown) files.push(kind === 'dibitmap' ? asBitmapFile(bytes) : bytes);
      else if (bytes.length >= LEAST_BYTES) unseen = true;
      [kind, digits, binary] = ['', [], []];
    },
    finish: () => ({ files, unseen }),
  };
};
