import * as burner from '@kenjiuno/msgreader/lib/Burner.js';

type Entry = Parameters<typeof burner.burn>[0][number];

const [FOLDER, STREAM, ROOT] = [1, 2, 5];

/** Strings of a letter of Outlook by the numbers of their properties ([MS-OXPROPS]). */
const SUBJECT = 0x0037;
const BODY = 0x1000;
const SENDER = 0x0c1a;
const SENDER_ADDRESS = 0x5d01;
const FILE_NAME = 0x3707;
const NAME = 0x3001;
const ADDRESS = 0x39fe;
const UNICODE = 0x001f;
const BINARY = 0x0102;
const FILE_BYTES = 0x3701;

const hex = (value: number): string => value.toString(16).toUpperCase().padStart(4, '0');

/** A storage of properties: each a stream of its own, listed in one more ([MS-OXMSG] 2.4). */
const storage = (
  name: string,
  kind: number,
  head: number,
  strings: Readonly<Record<number, string>>,
  binaries: Readonly<Record<number, Uint8Array>> = {},
  inner: readonly Node[] = [],
): Node => {
  const values = [
    ...Object.entries(strings).map(([id, text]) => [Number(id), UNICODE, Buffer.from(text, 'utf16le')] as const),
    ...Object.entries(binaries).map(([id, bytes]) => [Number(id), BINARY, Buffer.from(bytes)] as const),
  ];
  const list = Buffer.alloc(head + values.length * 16);
  values.forEach(([id, type, bytes], at) => {
    list.writeUInt32LE(id * 0x10000 + type, head + at * 16);
    list.writeUInt32LE(6, head + at * 16 + 4);
    list.writeUInt32LE(bytes.length + (type === UNICODE ? 2 : 0), head + at * 16 + 8);
  });
  const streams = values.map(([id, type, bytes]): Node => ({
    name: `__substg1.0_${hex(id)}${hex(type)}`,
    kind: STREAM,
    bytes,
    inner: [],
  }));
  return {
    name,
    kind,
    bytes: Buffer.alloc(0),
    inner: [...streams, { name: '__properties_version1.0', kind: STREAM, bytes: list, inner: [] }, ...inner],
  };
};

type Node = { readonly name: string; readonly kind: number; readonly bytes: Buffer; readonly inner: readonly Node[] };

const flatten = (root: Node): Entry[] => {
  const entries: Entry[] = [];
  const add = (node: Node): number => {
    const at = entries.length;
    const entry: Entry = {
      name: node.name,
      type: node.kind,
      length: node.bytes.length,
      binaryProvider: () => Uint8Array.from(node.bytes),
    };
    entries.push(entry);
    entry.children = node.inner.map(add);
    return at;
  };
  add(root);
  return entries;
};

/** A letter of Outlook with a body and files. */
export const makeMsg = (body: string, files: Readonly<Record<string, Uint8Array>> = {}): Uint8Array =>
  burner.burn(
    flatten(
      storage(
        'Root Entry',
        ROOT,
        32,
        {
          [SUBJECT]: 'Records of a made up case',
          [BODY]: body,
          [SENDER]: 'Robin Madeup',
          [SENDER_ADDRESS]: 'robin@example.invalid',
        },
        {},
        [
          storage('__recip_version1.0_#00000000', FOLDER, 8, { [NAME]: 'Desk', [ADDRESS]: 'desk@example.invalid' }),
          ...Object.entries(files).map(([name, bytes], at) =>
            storage(
              `__attach_version1.0_#${hex(at).padStart(8, '0')}`,
              FOLDER,
              8,
              { [FILE_NAME]: name },
              { [FILE_BYTES]: bytes },
            ),
          ),
        ],
      ),
    ),
  );
