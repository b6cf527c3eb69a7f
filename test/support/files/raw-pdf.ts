/** The body of an object, as text of one byte a character. */
export type RawObject = string | Buffer;

/** A PDF of exactly the objects given, numbered from 1; the first is the catalog. */
export const rawPdf = (objects: readonly RawObject[]): Buffer => {
  const pieces: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let length = 9;
  const add = (piece: Buffer): void => {
    pieces.push(piece);
    length += piece.length;
  };
  objects.forEach((body, index) => {
    offsets.push(length);
    add(
      Buffer.concat([
        Buffer.from(`${index + 1} 0 obj\n`),
        Buffer.from(body as string, 'latin1'),
        Buffer.from('\nendobj\n'),
      ]),
    );
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = length;
  add(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`,
    ),
  );
  return Buffer.concat(pieces);
};

/** A stream with its data as they are, or packed as the entries of its dictionary say. */
export const rawStream = (data: Buffer | string, entries = ''): Buffer =>
  Buffer.concat([
    Buffer.from(`<</Length ${Buffer.from(data as string, 'latin1').length}${entries}>>\nstream\n`),
    Buffer.from(data as string, 'latin1'),
    Buffer.from('\nendstream'),
  ]);

/** What the pages of these files show. */
export const HELLO = 'BT /F1 12 Tf 20 20 Td (readable) Tj ET';

/**
 * A PDF of one page whose entries, and whose other objects from number 6 on, are given; 4 is its content, 5 its font.
 */
export const onePagePdf = ({
  page = '/MediaBox[0 0 200 200]',
  content = rawStream(HELLO),
  others = [],
}: { readonly page?: string; readonly content?: RawObject; readonly others?: readonly RawObject[] } = {}): Buffer =>
  rawPdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    `<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>${others.length > 0 ? '/XObject<</X 6 0 R>>' : ''}>>${page}>>`,
    content,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    ...others,
  ]);
