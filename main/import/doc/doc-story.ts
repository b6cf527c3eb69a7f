import { addLines } from '../flow/add-lines.ts';
import type { BlockKind, FlowBuilder } from '../flow/flow-builder.ts';
import { PARAGRAPH } from '../flow/flow-builder.ts';
import { decodeBytes } from '../rtf/rtf-charsets.ts';
import { decodeSigns } from '../symbol-fonts.ts';
import type { ByteView } from './byte-view.ts';
import { createFields } from './doc-fields.ts';
import type { FontPage } from './doc-fonts.ts';
import type { Range } from './doc-header.ts';
import type { NextDocMarker } from './doc-lists.ts';
import { countOldLists } from './doc-lists.ts';
import type { CharacterLook, Looks, ParagraphLook } from './doc-looks.ts';
import type { DocText } from './doc-text.ts';

/** What all stories of a document share. */
export type DocModel = {
  readonly isUnicode: boolean;
  readonly text: DocText;
  readonly looks: Looks;
  readonly data: ByteView;
  readonly fontPage: (font: number | null) => FontPage;
  readonly nextMarker: NextDocMarker;
  readonly counts: { deletions: number };
};
/** What stands at positions of the story and is written elsewhere. */
export type DocMarks = {
  readonly noteAt: (position: number) => string;
  readonly boxesAt: (position: number) => readonly string[];
  /** Whether a page ends with the section that ends here; undefined where none ends. */
  readonly sectionEnd: (position: number) => 'page' | 'none' | undefined;
};
const NO_MARKS: DocMarks = { noteAt: () => '', boxesAt: () => [], sectionEnd: () => undefined };

const CELL = 0x07;
const PAGE = 0x0c;
const PARAGRAPH_MARK = 0x0d;
const CONTROL = /([\0-\u001f])/;
/** Controls that are text ([MS-DOC] 2.4.1). */
const SHOWN: Readonly<Record<string, string>> = {
  '\t': '\t',
  '\n': '\n',
  '\u000b': '\n',
  '\u000e': '\n',
  '\u001e': '-',
};
const PIECE = 8192;

const endOfParagraph = (units: Uint16Array, from: number, end: number): number => {
  for (let position = from; position < end; position += 1) {
    const unit = units[position];
    if (unit === PARAGRAPH_MARK || unit === CELL || unit === PAGE) return position;
  }
  return end;
};
const rawText = (units: Uint16Array, start: number, end: number): string => {
  let text = '';
  for (let at = start; at < end; at += PIECE)
    text += String.fromCharCode(...units.subarray(at, Math.min(end, at + PIECE)));
  return text;
};
const kindOf = ({ level, list, depth, oldListLevel }: ParagraphLook): BlockKind => {
  if (level !== null) return { kind: 'heading', level };
  return list > 0 || oldListLevel > 9 ? { kind: 'list-item', depth } : PARAGRAPH;
};

/**
 * Writes one story of a Word document into the builder. Deleted and hidden text is left out; boxes follow the paragraph
 * that they are anchored to.
 */
export const writeDocStory = (
  { start, end: promised }: Range,
  builder: FlowBuilder,
  model: DocModel,
  marks: DocMarks = NO_MARKS,
): void => {
  const { units } = model.text;
  const end = Math.min(promised, units.length);
  const fields = createFields(model.data);
  const oldLists = countOldLists();
  let tableOpen = false;
  let rowOpen = false;
  let cellOpen = false;
  let marker = '';
  let hasBegun = false;
  /** The paragraph goes on in the line of the one before: cells of tables in cells stand beside each other. */
  let goesOn = false;

  const write = (text: string, look: CharacterLook): void => {
    if (text === '' || fields.takes(text) || look.hidden || look.deleted) return;
    if (marker !== '') builder.addText(`${marker} `);
    marker = '';
    builder.addText(text, look);
  };
  const decode = (raw: string, look: CharacterLook): string => {
    if (model.isUnicode) return raw;
    const page = model.fontPage(look.font);
    return page === 'symbols' ? decodeSigns(raw, 'Symbol') : decodeBytes(raw, page);
  };
  const writeControl = (control: string, position: number, look: CharacterLook): void => {
    if (control === '\u0013') fields.begin();
    else if (control === '\u0014') write(fields.separate(), look);
    else if (control === '\u0015') write(fields.end(), look);
    else if (control === '\u0001') fields.refer(look.data);
    else write(SHOWN[control] ?? marks.noteAt(position), look);
  };
  const writeSegment = (from: number, to: number, look: CharacterLook): void => {
    if (look.deleted) model.counts.deletions += 1;
    if (look.symbol !== '' && units[from] === 0x28) {
      write(look.symbol.repeat(to - from), look);
      return;
    }
    let position = from;
    for (const part of rawText(units, from, to).split(CONTROL)) {
      if (part.length === 1 && part < ' ') writeControl(part, position, look);
      else write(decode(part, look), look);
      position += part.length;
    }
  };
  const writeText = (from: number, to: number, style: number): void => {
    for (let position = from; position < to;) {
      const look = model.looks.character(position, style);
      const next = Math.min(to, look.end);
      writeSegment(position, next, look);
      position = next;
    }
  };

  const closeTable = (): void => {
    if (tableOpen) builder.endTable();
    tableOpen = rowOpen = cellOpen = false;
  };
  const openCell = (): void => {
    if (!tableOpen) builder.startTable();
    if (!rowOpen) builder.startRow();
    if (!cellOpen) builder.startCell();
    tableOpen = rowOpen = cellOpen = true;
  };
  const startBlock = (look: ParagraphLook): void => {
    if (goesOn) return;
    if (look.pageBefore && hasBegun) builder.breakPage();
    builder.startBlock(kindOf(look));
    if (look.oldListLevel < 10) oldLists.interrupt();
    marker = look.list > 0 ? model.nextMarker(look.list, look.depth) : oldLists.next(look.oldList, look.oldListLevel);
  };
  const endCell = (isInner: boolean): void => {
    if (isInner) builder.addText('\t');
    else {
      builder.endCell();
      cellOpen = false;
    }
  };
  const endBlock = (mark: number, unit: number | undefined): void => {
    builder.endBlock();
    if (unit !== PAGE) return;
    const section = marks.sectionEnd(mark);
    if (section !== undefined) closeTable();
    if (section !== 'none') builder.breakPage();
  };
  /** A row ends with a mark of its own; where nothing is known of it, with the second of two. */
  const isRowEnd = (look: ParagraphLook, from: number, mark: number, unit: number | undefined): boolean =>
    unit === CELL && (look.rowEnd || (!look.isKnown && from === mark && tableOpen && !cellOpen));

  for (let from = start; from < end;) {
    const mark = endOfParagraph(units, from, end);
    const unit = mark < end ? units[mark] : undefined;
    const look = model.looks.paragraph(Math.min(mark, end - 1));
    const isInnerCell = look.innerCell && !look.innerRowEnd;
    const isInTable = look.tableDepth > 0 || unit === CELL;
    if (isRowEnd(look, from, mark, unit)) rowOpen = cellOpen = false;
    else {
      if (isInTable) openCell();
      else closeTable();
      if (!look.innerRowEnd) startBlock(look);
      writeText(from, mark, look.style);
      if (unit === CELL || isInnerCell) endCell(isInnerCell);
      else endBlock(mark, unit);
      marker = '';
    }
    for (let position = from; position < mark; position += 1)
      for (const box of marks.boxesAt(position)) addLines(builder, box);
    hasBegun = true;
    goesOn = isInnerCell;
    from = mark + 1;
  }
  closeTable();
};
