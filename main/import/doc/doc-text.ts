import iconv from 'iconv-lite';
import { Unreadable } from '../unreadable.ts';
import type { ByteView } from './byte-view.ts';
import type { DocHeader } from './doc-header.ts';
import type { Sprm } from './doc-sprms.ts';
import { readSprms } from './doc-sprms.ts';

/**
 * A stretch of text that stands together in the file. `at` is the byte where it begins, `width` the bytes of a
 * character.
 */
type Piece = {
  readonly start: number;
  readonly end: number;
  readonly at: number;
  readonly width: 1 | 2;
  readonly changes: readonly Sprm[];
};

export type DocText = {
  /** Every character of the document by position: UTF-16 in Word 97, bytes in older ones. */
  readonly units: Uint16Array;
  readonly pieceAt: (position: number) => Piece | undefined;
  /** False when the file says that there is more than it holds. */
  readonly isWhole: boolean;
};

/** Where a property may be packed into the piece itself; these are the ones that matter ([MS-DOC] 2.9.214). */
const SHORT_SPRMS: Readonly<Record<number, Sprm['name']>> = {
  0x18: 'inTable',
  0x19: 'rowEnd',
  0x41: 'deleted',
  0x55: 'bold',
  0x56: 'italic',
  0x5c: 'hidden',
};
const FROM_1252 = Uint16Array.from(
  iconv.decode(Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)), 'windows-1252'),
  (character) => character.charCodeAt(0),
);

type PieceTable = { readonly table: ByteView; readonly groups: readonly ByteView[] };

/** The Clx: groups of properties that pieces name, then the pieces ([MS-DOC] 2.9.38). */
const readClx = (clx: ByteView): PieceTable | undefined => {
  const groups: ByteView[] = [];
  for (let at = 0; at + 3 < clx.length;) {
    const kind = clx.u8(at);
    if (kind === 2) return { table: clx.slice(at + 5, clx.u32(at + 1)), groups };
    if (kind !== 1) return undefined;
    groups.push(clx.slice(at + 3, clx.u16(at + 1)));
    at += 3 + clx.u16(at + 1);
  }
  return undefined;
};

const changesOf = (
  modifier: number,
  groups: readonly ByteView[],
  { version, isEastAsian }: DocHeader,
): readonly Sprm[] => {
  if (modifier === 0) return [];
  if ((modifier & 1) === 1) {
    const group = groups[modifier >> 1];
    return group === undefined ? [] : readSprms(group, version, isEastAsian);
  }
  const name = SHORT_SPRMS[(modifier >> 1) & 0x7f];
  return name === undefined ? [] : [{ name, value: modifier >> 8, at: 0, size: 1 }];
};

const readPieces = ({ table, groups }: PieceTable, header: DocHeader): Piece[] => {
  const count = Math.max(0, Math.floor((table.length - 4) / 12));
  return Array.from({ length: count }, (_, index) => {
    const descriptor = (count + 1) * 4 + index * 8;
    const place = table.u32(descriptor + 2);
    const isNarrow = header.version === 8 ? (place & 0x4000_0000) !== 0 : !header.isUnicode;
    return {
      start: table.u32(index * 4),
      end: table.u32((index + 1) * 4),
      at: header.version !== 8 ? place : isNarrow ? (place & 0x3fff_ffff) >>> 1 : place & 0x3fff_ffff,
      width: isNarrow ? 1 : 2,
      changes: changesOf(table.u16(descriptor + 6), groups, header),
    } satisfies Piece;
  });
};

/** A document without pieces is one; how wide its characters are shows in how many there must be. */
const onePiece = ({ textStart, textEnd, isUnicode, stories }: DocHeader): Piece[] => {
  const size = Math.max(0, textEnd - textStart);
  const width = isUnicode && size >= stories.headerBoxes.end * 2 ? 2 : 1;
  return [{ start: 0, end: Math.floor(size / width), at: textStart, width, changes: [] }];
};

const sound = (pieces: readonly Piece[], document: ByteView): Piece[] => {
  const kept: Piece[] = [];
  let last = 0;
  for (const piece of pieces) {
    const end = Math.min(piece.end, piece.start + Math.floor(Math.max(0, document.length - piece.at) / piece.width));
    if (piece.start >= last && end > piece.start) kept.push({ ...piece, end });
    last = Math.max(last, piece.end);
  }
  return kept;
};

/** The text of the document, all stories behind each other. */
export const readDocText = (document: ByteView, tables: ByteView, header: DocHeader): DocText => {
  const { at, size } = header.table('pieces');
  const clx = size > 0 ? readClx(tables.slice(at, size)) : undefined;
  const listed = clx === undefined ? [] : readPieces(clx, header).filter((piece) => piece.end > piece.start);
  const pieces = sound(listed.length === 0 ? onePiece(header) : listed, document);
  const total = pieces.at(-1)?.end ?? 0;
  // Pieces lie beside each other in the file: more characters than bytes are made up.
  if (total === 0 || total > document.length * 2)
    throw new Unreadable({ code: 'damaged', values: { what: 'Word document' } });
  const units = new Uint16Array(total);
  for (const piece of pieces) {
    for (let position = piece.start, place = piece.at; position < piece.end; position += 1, place += piece.width) {
      const unit = piece.width === 2 ? document.u16(place) : document.u8(place);
      units[position] = piece.width === 1 && header.version === 8 ? (FROM_1252[unit] ?? 0) : unit;
    }
  }
  const pieceAt = (position: number): Piece | undefined => {
    let low = 0;
    let high = pieces.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const piece = pieces[middle];
      if (piece === undefined) return undefined;
      if (position < piece.start) high = middle - 1;
      else if (position >= piece.end) low = middle + 1;
      else return piece;
    }
    return undefined;
  };
  return {
    units,
    pieceAt,
    isWhole:
      (clx !== undefined || header.version !== 8) &&
      total >= header.stories.headerBoxes.end &&
      pieces.length >= listed.length,
  };
};
