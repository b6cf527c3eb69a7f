import { makeHevc } from './make-hevc.ts';
import type { HevcPicture } from './make-hevc.ts';

/** A photo of the file. Without more it is one coded picture, shown as it is coded. */
export type HeicPhoto = HevcPicture & {
  /** Quarter turns counter-clockwise that a viewer has to make (`irot`). */
  readonly turns?: number;
  /** What its EXIF data say of the same turn, for readers that know no `irot`. */
  readonly exifOrientation?: number;
  /** The size that it claims to have in place of its own. */
  readonly claims?: { readonly width: number; readonly height: number };
  /** Coded in four tiles, as telephones do it. */
  readonly isInTiles?: boolean;
  readonly hasThumbnail?: boolean;
};

type Property = { readonly box: Buffer; readonly isEssential: boolean };
type Item = {
  readonly type: string;
  readonly data: Buffer;
  readonly properties: readonly Property[];
  readonly isHidden?: boolean;
  readonly reference?: readonly [type: string, to: readonly number[]];
};

const u16 = (...values: readonly number[]): Buffer => Buffer.from(values.flatMap((value) => [value >> 8, value & 255]));
const u32 = (...values: readonly number[]): Buffer => Buffer.from(Uint32Array.from(values).buffer).swap32();
const box = (type: string, ...parts: readonly Buffer[]): Buffer =>
  Buffer.concat([u32(8 + parts.reduce((sum, part) => sum + part.length, 0)), Buffer.from(type, 'latin1'), ...parts]);
const fullBox = (type: string, version: number, flags: number, ...parts: readonly Buffer[]): Buffer =>
  box(type, u32(version * 0x1000000 + flags), ...parts);

const sized = ({ width, height }: { readonly width: number; readonly height: number }): Property => ({
  box: fullBox('ispe', 0, 0, u32(width, height)),
  isEssential: false,
});

const coded = (picture: HevcPicture): Item => {
  const { config, samples } = makeHevc(picture);
  return { type: 'hvc1', data: samples, properties: [{ box: box('hvcC', config), isEssential: true }, sized(picture)] };
};

const exif = (orientation: number): Buffer =>
  Buffer.concat([u32(0), Buffer.from('MM\0*', 'latin1'), u32(8), u16(1, 274, 3), u32(1), u16(orientation, 0), u32(0)]);

/** The items of one photo, itself first; `first` is its number. */
const itemsOf = (
  { turns = 0, exifOrientation, claims, isInTiles = false, hasThumbnail = false, ...picture }: HeicPhoto,
  first: number,
): Item[] => {
  const { width, height, light } = picture;
  const half = { width: width / 2, height: height / 2 };
  const tiles = isInTiles
    ? [0, 1, 2, 3].map((tile) => ({
        ...coded({ ...half, light: (x, y) => light(x + (tile % 2) * half.width, y + (tile >> 1) * half.height) }),
        isHidden: true,
      }))
    : [];
  const plain: Item = isInTiles
    ? {
        type: 'grid',
        data: Buffer.concat([Buffer.from([0, 0, 1, 1]), u16(width, height)]),
        properties: [sized(picture)],
        reference: ['dimg', tiles.map((_, tile) => first + 1 + tile)],
      }
    : coded(picture);
  const shown = [
    ...plain.properties.slice(0, -1),
    sized(claims ?? picture),
    ...(turns === 0 ? [] : [{ box: box('irot', Buffer.from([turns])), isEssential: true }]),
  ];
  const thumbnail: Item[] = hasThumbnail
    ? [{ ...coded({ width: 64, height: 64, light: () => 128 }), reference: ['thmb', [first]] }]
    : [];
  const notes: Item[] =
    exifOrientation === undefined
      ? []
      : [{ type: 'Exif', data: exif(exifOrientation), properties: [], isHidden: true, reference: ['cdsc', [first]] }];
  return [{ ...plain, properties: shown }, ...tiles, ...thumbnail, ...notes];
};

/** An HEIC file (ISO/IEC 23008-12) of one or more photos; the first is the primary one. */
export const makeHeic = (...photos: readonly HeicPhoto[]): Buffer => {
  const items = photos.reduce<Item[]>((sum, photo) => [...sum, ...itemsOf(photo, sum.length + 1)], []);
  const properties = items.flatMap((item) => item.properties);
  const brands = box('ftyp', Buffer.from('heic\0\0\0\0mif1heic', 'latin1'));
  const entries = items.map(({ type, isHidden = false }, at) =>
    fullBox('infe', 2, isHidden ? 1 : 0, u16(at + 1, 0), Buffer.from(`${type}\0`, 'latin1')),
  );
  const references = items.flatMap(({ reference }, at) =>
    reference === undefined ? [] : [box(reference[0], u16(at + 1, reference[1].length, ...reference[1]))],
  );
  const associations = items.map((item, at) =>
    Buffer.concat([
      u16(at + 1),
      Buffer.from([
        item.properties.length,
        ...item.properties.map((property) => properties.indexOf(property) + 1 + (property.isEssential ? 128 : 0)),
      ]),
    ]),
  );
  const meta = (start: number): Buffer => {
    const places = items.map(({ data }, at) =>
      Buffer.concat([
        u16(at + 1, 0, 1),
        u32(start + items.slice(0, at).reduce((sum, item) => sum + item.data.length, 0), data.length),
      ]),
    );
    return fullBox(
      'meta',
      0,
      0,
      fullBox('hdlr', 0, 0, u32(0), Buffer.from('pict'), u32(0, 0, 0), Buffer.from([0])),
      fullBox('pitm', 0, 0, u16(1)),
      fullBox('iloc', 0, 0, u16(0x4400, items.length), ...places),
      fullBox('iinf', 0, 0, u16(items.length), ...entries),
      ...(references.length === 0 ? [] : [fullBox('iref', 0, 0, ...references)]),
      box(
        'iprp',
        box('ipco', ...properties.map((property) => property.box)),
        fullBox('ipma', 0, 0, u32(items.length), ...associations),
      ),
    );
  };
  return Buffer.concat([
    brands,
    meta(brands.length + meta(0).length + 8),
    box('mdat', ...items.map(({ data }) => data)),
  ]);
};
