const SECTOR = 512;
const END = 0xffff_fffe;
const FREE = 0xffff_ffff;

const padded = (bytes: Uint8Array, size: number): Buffer =>
  Buffer.concat([bytes, Buffer.alloc((size - (bytes.length % size)) % size)]);

const entry = (name: string, kind: number, start: number, size: number, right: number, child: number): Buffer => {
  const bytes = Buffer.alloc(128);
  bytes.write(name, 0, 'utf16le');
  bytes.writeUInt16LE(name === '' ? 0 : (name.length + 1) * 2, 64);
  bytes.writeUInt8(kind, 66);
  bytes.writeUInt8(1, 67);
  bytes.writeUInt32LE(FREE, 68);
  bytes.writeUInt32LE(right, 72);
  bytes.writeUInt32LE(child, 76);
  bytes.writeUInt32LE(start, 116);
  bytes.writeUInt32LE(size, 120);
  return bytes;
};

/** A compound file ([MS-CFB]) of the given streams, each large enough to stand in sectors of its own. */
export const makeCompoundFile = (streams: Readonly<Record<string, Uint8Array>>): Buffer => {
  const files = Object.entries(streams).map(([name, bytes]) => ({
    name,
    bytes: padded(Buffer.concat([bytes, Buffer.alloc(Math.max(0, 4096 - bytes.length))]), SECTOR),
  }));
  const chain: number[] = [];
  const place = (sectors: number): number => {
    const start = chain.length;
    for (let index = 1; index <= sectors; index += 1) chain.push(index === sectors ? END : start + index);
    return start;
  };
  const starts = files.map(({ bytes }) => place(bytes.length / SECTOR));
  const entries = [
    entry('Root Entry', 5, END, 0, FREE, 1),
    ...files.map(({ name, bytes }, index) =>
      entry(name, 2, starts[index]!, bytes.length, index + 2 <= files.length ? index + 2 : FREE, FREE),
    ),
  ];
  const directory = padded(Buffer.concat(entries), SECTOR);
  const directoryStart = place(directory.length / SECTOR);
  const tableSectors = Math.ceil((chain.length + 8) / 127);
  const tableStart = chain.length;
  for (let left = tableSectors; left > 0; left -= 1) chain.push(0xffff_fffd);
  const table = Buffer.alloc(tableSectors * SECTOR, 0xff);
  chain.forEach((next, index) => table.writeUInt32LE(next, index * 4));
  const header = Buffer.alloc(SECTOR);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(tableSectors, 44);
  header.writeUInt32LE(directoryStart, 48);
  header.writeUInt32LE(4096, 56);
  header.writeUInt32LE(END, 60);
  header.writeUInt32LE(END, 68);
  for (let index = 0; index < 109; index += 1)
    header.writeUInt32LE(index < tableSectors ? tableStart + index : FREE, 76 + index * 4);
  return Buffer.concat([header, ...files.map(({ bytes }) => bytes), directory, table]);
};
