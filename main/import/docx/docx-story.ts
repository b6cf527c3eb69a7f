import type { BlockKind, FlowBuilder, TextStyle } from '../flow/flow-builder.ts';
import { createFlowBuilder, PARAGRAPH } from '../flow/flow-builder.ts';
import type { XmlElement } from '../xml/walk-xml.ts';
import { walkXml } from '../xml/walk-xml.ts';
import type { NextMarker } from './docx-numbering.ts';
import type { DocxStyle } from './docx-styles.ts';

/** What the parts of a document share. */
export type DocxContext = {
  readonly styles: ReadonlyMap<string, DocxStyle>;
  readonly nextMarker: NextMarker;
  /** The kinds of break with which each section begins, in order. */
  readonly sectionStarts: readonly string[];
  /** Gives the text of a note or comment, and the mark that stands for it in the text. */
  readonly citeNote: (kind: 'footnote' | 'endnote', id: string) => string;
  readonly counts: { deletions: number; pictures: number; embedded: number };
};

type Paragraph = { styleId: string; numId: string | null; depth: number | null; level: number | null; pageBefore: boolean; boxes: string[]; endsSection: boolean };
type Field = { isChecked: boolean | null; entries: string[]; chosen: number };
/** What a text box interrupts. */
type Interrupted = { readonly paragraph: Paragraph; readonly builder: FlowBuilder; readonly style: TextStyle; readonly isHidden: boolean };

const newParagraph = (): Paragraph => ({ styleId: '', numId: null, depth: null, level: null, pageBefore: false, boxes: [], endsSection: false });

const WORD = /wordprocessingml|markup-compatibility|officeDocument\/2006\/math|\/math$/;
/** Text that has been moved or struck away, alternatives for older readers, and codes. */
const SKIPPED = new Set(['del', 'moveFrom', 'Fallback', 'instrText', 'delText', 'rPrChange', 'pPrChange', 'sectPrChange', 'tblPrChange', 'tcPrChange', 'trPrChange', 'numPicBullet']);
const isOn = ({ attributes }: XmlElement): boolean => !/^(0|false|off|none)$/.test(attributes['val'] ?? '');

const symbolOf = (attributes: XmlElement['attributes']): string => {
  const code = parseInt(attributes['char'] ?? '', 16);
  return Number.isNaN(code) ? '' : String.fromCharCode(code < 0x100 ? code + 0xf000 : code);
};

/**
 * Writes one part of a document (body, header, note) into the builder: ECMA-376 part 1, 17.2 to 17.11. Insertions are
 * taken, deletions left out; text boxes follow the paragraph that they hang on.
 */
export const writeStory = (xml: string, target: FlowBuilder, context: DocxContext): boolean => {
  let builder = target;
  let paragraph = newParagraph();
  let style: TextStyle = { bold: false, italic: false };
  let isHidden = false;
  let inRunProperties = false;
  let inParagraphProperties = false;
  let isText = false;
  let skipping = 0;
  let section = 0;
  let field: Field | null = null;
  const outer: Interrupted[] = [];

  const write = (text: string): void => {
    if (!isHidden && skipping === 0) builder.addText(text, style);
  };
  const kindOf = (): { readonly kind: BlockKind; readonly marker: string } => {
    const own = context.styles.get(paragraph.styleId);
    const level = paragraph.level ?? own?.level ?? null;
    const numId = paragraph.numId ?? own?.numId ?? '0';
    const depth = paragraph.depth ?? own?.depth ?? 0;
    const marker = numId === '0' ? '' : context.nextMarker(numId, depth);
    if (level !== null) return { kind: { kind: 'heading', level }, marker };
    return { kind: numId === '0' ? PARAGRAPH : { kind: 'list-item', depth }, marker };
  };
  const startParagraph = (): void => {
    if (paragraph.pageBefore) builder.breakPage();
    const { kind, marker } = kindOf();
    builder.startBlock(kind);
    if (marker !== '') builder.addText(`${marker} `);
  };
  const endParagraph = (): void => {
    builder.endBlock();
    for (const box of paragraph.boxes) {
      for (const line of box.split('\n')) {
        builder.startBlock(PARAGRAPH);
        builder.addText(line);
        builder.endBlock();
      }
    }
    if (paragraph.endsSection) section += 1;
    if (paragraph.endsSection && !/^(continuous|nextColumn)$/.test(context.sectionStarts[section] ?? 'continuous')) builder.breakPage();
    paragraph = newParagraph();
  };
  const enterBox = (): void => {
    outer.push({ paragraph, builder, style, isHidden });
    paragraph = newParagraph();
    builder = createFlowBuilder();
  };
  const leaveBox = (): void => {
    const text = builder.finish().map((page) => page.text).join('\n');
    const interrupted = outer.pop();
    if (interrupted === undefined) return;
    ({ paragraph, builder, style, isHidden } = interrupted);
    if (text !== '' && !paragraph.boxes.includes(text)) paragraph.boxes.push(text);
  };
  const writeField = (): void => {
    if (field?.isChecked !== null && field !== null) write(field.isChecked ? '\u2612' : '\u2610');
    else if (field !== null && field.entries.length > 0) write(field.entries[field.chosen] ?? '');
    field = null;
  };

  const opening: Readonly<Record<string, (element: XmlElement) => void>> = {
    p: () => { paragraph = newParagraph(); builder.startBlock(PARAGRAPH); },
    pPr: () => { inParagraphProperties = true; },
    pStyle: ({ attributes }) => { paragraph.styleId = attributes['val'] ?? ''; },
    numId: ({ attributes }) => { paragraph.numId = attributes['val'] ?? null; },
    ilvl: ({ attributes }) => { paragraph.depth = Number(attributes['val'] ?? 0); },
    outlineLvl: ({ attributes }) => { if (Number(attributes['val'] ?? 9) < 9) paragraph.level = Number(attributes['val']) + 1; },
    pageBreakBefore: (element) => { paragraph.pageBefore = isOn(element); },
    sectPr: () => { if (inParagraphProperties) paragraph.endsSection = true; },
    r: () => { style = { bold: false, italic: false }; isHidden = false; },
    rPr: () => { inRunProperties = !inParagraphProperties; },
    b: (element) => { if (inRunProperties) style = { ...style, bold: isOn(element) }; },
    i: (element) => { if (inRunProperties) style = { ...style, italic: isOn(element) }; },
    vanish: (element) => { if (inRunProperties) isHidden = isOn(element); },
    t: () => { isText = true; },
    tab: () => { if (!inParagraphProperties) write('\t'); },
    cr: () => { write('\n'); },
    br: ({ attributes }) => { if (attributes['type'] === 'page') builder.breakPage(); else write('\n'); },
    noBreakHyphen: () => { write('-'); },
    sym: ({ attributes }) => { write(symbolOf(attributes)); },
    footnoteReference: ({ attributes }) => { write(context.citeNote('footnote', attributes['id'] ?? '')); },
    endnoteReference: ({ attributes }) => { write(context.citeNote('endnote', attributes['id'] ?? '')); },
    ffData: () => { field = { isChecked: null, entries: [], chosen: 0 }; },
    checkBox: () => { if (field !== null) field.isChecked = false; },
    default: (element) => { if (field !== null && field.isChecked !== null) field.isChecked = isOn(element); },
    checked: (element) => { if (field !== null) field.isChecked = isOn(element); },
    listEntry: ({ attributes }) => field?.entries.push(attributes['val'] ?? ''),
    result: ({ attributes }) => { if (field !== null) field.chosen = Number(attributes['val'] ?? 0); },
    tbl: () => { builder.startTable(); },
    tr: () => { builder.startRow(); },
    tc: () => { builder.startCell(); },
    txbxContent: enterBox,
    drawing: () => { context.counts.pictures += 1; },
    altChunk: () => { context.counts.embedded += 1; },
  };
  const closing: Readonly<Record<string, () => void>> = {
    p: endParagraph,
    pPr: () => { inParagraphProperties = false; startParagraph(); },
    rPr: () => { inRunProperties = false; },
    t: () => { isText = false; },
    ffData: writeField,
    tc: () => { builder.endCell(); },
    tbl: () => { builder.endTable(); },
    txbxContent: leaveBox,
  };
  return walkXml(xml, {
    open: (element) => {
      if (!WORD.test(element.space)) return;
      if (element.name === 'del') context.counts.deletions += 1;
      if (skipping > 0 || SKIPPED.has(element.name)) skipping += 1;
      else if (Object.hasOwn(opening, element.name)) opening[element.name]?.(element);
    },
    close: ({ name, space }) => {
      if (!WORD.test(space)) return;
      if (skipping > 0) skipping -= 1;
      else if (Object.hasOwn(closing, name)) closing[name]?.();
    },
    text: (text) => {
      if (isText) write(text);
    },
  });
};
