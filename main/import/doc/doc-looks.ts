import type { ByteView } from './byte-view.ts';
import type { DocHeader } from './doc-header.ts';
import { NO_BYTES } from './byte-view.ts';
import type { FindRun } from './doc-runs.ts';
import type { Sprm } from './doc-sprms.ts';
import type { FindStyle } from './doc-styles.ts';
import type { DocText } from './doc-text.ts';

/** How a character looks and what stands behind it. */
export type CharacterLook = {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly hidden: boolean;
  readonly deleted: boolean;
  readonly font: number | null;
  /** Where its picture or form field stands in the data stream. */
  readonly data: number | null;
  /** The character of a symbol font that it stands for. */
  readonly symbol: string;
  /** The position after the last character that looks the same. */
  readonly end: number;
};
export type ParagraphLook = {
  readonly level: number | null;
  readonly list: number;
  readonly depth: number;
  readonly pageBefore: boolean;
  readonly tableDepth: number;
  readonly rowEnd: boolean;
  readonly innerCell: boolean;
  readonly innerRowEnd: boolean;
  readonly oldListLevel: number;
  readonly oldList: ByteView | undefined;
  readonly style: number;
  /** False where the file says nothing about the paragraph. */
  readonly isKnown: boolean;
};
export type Looks = {
  readonly character: (position: number, paragraphStyle: number) => CharacterLook;
  readonly paragraph: (mark: number) => ParagraphLook;
};

type CharacterDraft = { -readonly [Key in Exclude<keyof CharacterLook, 'end'>]: CharacterLook[Key] };
type ParagraphDraft = { -readonly [Key in keyof ParagraphLook]: ParagraphLook[Key] };

/** 0 and 1 are off and on; 128 is what the style says, 129 its opposite ([MS-DOC] 2.9.325). */
const toggled = (value: number, base: boolean): boolean =>
  value >= 0x80 ? (value === 0x80 ? base : !base) : value !== 0;
const isListed = (list: number): boolean => list > 0 && list < 0x800;

const applyCharacter = (
  look: CharacterDraft,
  base: Readonly<CharacterDraft>,
  { name, value, at, size }: Sprm,
  bytes: ByteView,
): void => {
  switch (name) {
    case 'bold':
    case 'italic':
    case 'hidden':
      look[name] = toggled(value, base[name]);
      return;
    case 'deleted':
      look.deleted = value !== 0;
      return;
    case 'font':
      look.font = value;
      return;
    case 'data':
      look.data = value;
      return;
    case 'symbol':
      look.symbol = String.fromCharCode(
        size === 4 && bytes.length > 0 && bytes.u8(at) !== 3 ? value >>> 16 : 0xf000 + bytes.u8(at + 3),
      );
      return;
    case 'plain':
      Object.assign(look, base);
      return;
    default:
  }
};

const applyParagraph = (look: ParagraphDraft, { name, value, at, size }: Sprm, bytes: ByteView): void => {
  switch (name) {
    case 'pageBefore':
    case 'rowEnd':
    case 'innerCell':
    case 'innerRowEnd':
      look[name] = value !== 0;
      return;
    case 'inTable':
      look.tableDepth = value === 0 ? 0 : Math.max(1, look.tableDepth);
      return;
    case 'tableDepth':
      look.tableDepth = Math.min(value, 1000);
      return;
    case 'outline':
      look.level = value < 9 ? value + 1 : look.level;
      return;
    case 'list':
      look.list = isListed(value) ? value : 0;
      return;
    case 'depth':
      look.depth = Math.min(value, 8);
      return;
    case 'oldListLevel':
      look.oldListLevel = value;
      return;
    case 'oldList':
      look.oldList = bytes.slice(at + 1, size - 1);
      return;
    default:
  }
};

const PLAIN: CharacterDraft = {
  bold: false,
  italic: false,
  hidden: false,
  deleted: false,
  font: null,
  data: null,
  symbol: '',
};

/** Puts together what styles, runs and pieces say of a character or a paragraph. */
export const createLooks = (
  text: DocText,
  characterRuns: FindRun,
  paragraphRuns: FindRun,
  styles: FindStyle,
  { version }: DocHeader,
): Looks => ({
  character: (position, paragraphStyle) => {
    const piece = text.pieceAt(position);
    if (piece === undefined) return { ...PLAIN, end: position + 1 };
    const place = piece.at + (position - piece.start) * piece.width;
    const run = characterRuns(place);
    const base = { ...PLAIN };
    for (const sprm of styles(paragraphStyle).character) applyCharacter(base, PLAIN, sprm, NO_BYTES);
    const look = { ...base };
    const named = run?.sprms.find((sprm) => sprm.name === 'characterStyle');
    for (const sprm of named === undefined ? [] : styles(named.value).character)
      applyCharacter(look, base, sprm, NO_BYTES);
    for (const sprm of run?.sprms ?? []) applyCharacter(look, base, sprm, run?.bytes ?? NO_BYTES);
    for (const sprm of piece.changes) applyCharacter(look, base, sprm, NO_BYTES);
    // Without a run nothing is known about how far this goes; the next run may begin with the next character.
    const end = run === undefined ? position + 1 : piece.start + Math.ceil((run.end - piece.at) / piece.width);
    return { ...look, end: Math.min(piece.end, Math.max(position + 1, end)) };
  },
  paragraph: (mark) => {
    const piece = text.pieceAt(mark);
    const run = piece === undefined ? undefined : paragraphRuns(piece.at + (mark - piece.start) * piece.width);
    const style = run?.sprms.find((sprm) => sprm.name === 'style')?.value ?? run?.style ?? 0;
    const found = styles(style);
    const look: ParagraphDraft = {
      level: found.level,
      list: 0,
      depth: 0,
      pageBefore: false,
      tableDepth: 0,
      rowEnd: false,
      innerCell: false,
      innerRowEnd: false,
      oldListLevel: 0,
      oldList: undefined,
      style,
      isKnown: run !== undefined,
    };
    for (const sprm of found.paragraph) applyParagraph(look, sprm, NO_BYTES);
    for (const sprm of run?.sprms ?? []) applyParagraph(look, sprm, run?.bytes ?? NO_BYTES);
    for (const sprm of piece?.changes ?? []) applyParagraph(look, sprm, NO_BYTES);
    // Before Word 2000 tables did not nest.
    return version === 8 ? look : { ...look, tableDepth: Math.min(1, look.tableDepth) };
  },
});
