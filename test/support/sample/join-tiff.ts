/** An entry of a TIFF directory (TIFF 6.0, section 2): twelve bytes. */
type Field = { readonly tag: number; readonly type: number; readonly count: number; readonly bytes: Uint8Array };

const TYPE_SIZES: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1 };
const STRIP_OFFSETS = 273;
const STRIP_BYTE_COUNTS = 279;

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const readFields = (file: Uint8Array): Field[] => {
  const view = viewOf(file);
  const directory = view.getUint32(4, true);
  return Array.from({ length: view.getUint16(directory, true) }, (_, index) => {
    const at = directory + 2 + index * 12;
    const [tag, type, count] = [view.getUint16(at, true), view.getUint16(at + 2, true), view.getUint32(at + 4, true)];
    const size = (TYPE_SIZES[type] ?? 1) * count;
    const start = size > 4 ? view.getUint32(at + 8, true) : at + 8;
    return { tag, type, count, bytes: file.slice(start, start + size) };
  });
};

const numbersOf = ({ type, count, bytes }: Field): number[] =>
  Array.from({ length: count }, (_, index) =>
    type === 3 ? viewOf(bytes).getUint16(index * 2, true) : viewOf(bytes).getUint32(index * 4, true),
  );

const field = (fields: readonly Field[], tag: number): Field => {
  const found = fields.find((each) => each.tag === tag);
  if (found === undefined) throw new Error(`the TIFF has no field ${tag}`);
  return found;
};

const longs = (numbers: readonly number[]): Uint8Array => {
  const bytes = new Uint8Array(numbers.length * 4);
  numbers.forEach((number, index) => viewOf(bytes).setUint32(index * 4, number, true));
  return bytes;
};

const stripsOf = (file: Uint8Array, fields: readonly Field[]): Uint8Array[] => {
  const sizes = numbersOf(field(fields, STRIP_BYTE_COUNTS));
  return numbersOf(field(fields, STRIP_OFFSETS)).map((offset, index) =>
    file.slice(offset, offset + (sizes[index] ?? 0)),
  );
};

const even = (length: number): number => length + (length % 2);

/**
 * Joins little-endian TIFFs of one picture each into one file of as many pages, every page with its own size. sharp
 * writes pages of equal size only, and a fax with a sheet fed sideways has not.
 */
export const joinTiff = (files: readonly Uint8Array[]): Uint8Array => {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const append = (bytes: Uint8Array): number => {
    const at = length;
    chunks.push(bytes, new Uint8Array(even(bytes.length) - bytes.length));
    length += even(bytes.length);
    return at;
  };
  append(new Uint8Array([0x49, 0x49, 42, 0, 0, 0, 0, 0]));
  const directories = files.map((file) => {
    const fields = readFields(file);
    const offsets = longs(stripsOf(file, fields).map(append));
    const moved = fields.map((each) => (each.tag === STRIP_OFFSETS ? { ...each, type: 4, bytes: offsets } : each));
    const directory = new Uint8Array(2 + moved.length * 12 + 4);
    viewOf(directory).setUint16(0, moved.length, true);
    moved.forEach((each, index) => {
      const at = 2 + index * 12;
      viewOf(directory).setUint16(at, each.tag, true);
      viewOf(directory).setUint16(at + 2, each.type, true);
      viewOf(directory).setUint32(at + 4, each.count, true);
      if (each.bytes.length > 4) viewOf(directory).setUint32(at + 8, append(each.bytes), true);
      else directory.set(each.bytes, at + 8);
    });
    return { at: append(directory), directory };
  });
  directories.forEach(({ directory }, index) =>
    viewOf(directory).setUint32(directory.length - 4, directories[index + 1]?.at ?? 0, true),
  );
  const [head] = chunks;
  if (head !== undefined) viewOf(head).setUint32(4, directories[0]?.at ?? 0, true);
  return new Uint8Array(Buffer.concat(chunks));
};
