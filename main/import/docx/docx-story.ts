import { addLines } from '../flow/add-lines.ts';
import type { FlowBuilder, TextStyle } from '../flow/flow-builder.ts';
import { PARAGRAPH, PLAIN } from '../flow/flow-builder.ts';
import { createStoryStack } from '../flow/story-stack.ts';
import type { XmlElement } from '../xml/walk-xml.ts';
import { walkXml } from '../xml/walk-xml.ts';
import { drawingHandlers } from './docx-drawing.ts';
import type { DocxHandlers } from './docx-elements.ts';
import { isDeletion, isDrawing, isOn, isSkipped, isWord, spanOf, symbolOf } from './docx-elements.ts';
import { decodeSigns } from '../symbol-fonts.ts';
import { formFieldHandlers } from './docx-form-field.ts';
import type { NextMarker } from './docx-numbering.ts';
import type { DocxParagraph } from './docx-paragraph.ts';
import { blockOf, newParagraph } from './docx-paragraph.ts';
import type { DocxStyle } from './docx-styles.ts';

/** What the parts of a document share. */
export type DocxContext = {
  readonly styles: ReadonlyMap<string, DocxStyle>;
  readonly nextMarker: NextMarker;
  /** The kinds of break with which each section begins, in order. */
  readonly sectionStarts: readonly string[];
  /** Gives the mark that stands in the text for a note of the document's parts; empty when there is none. */
  readonly citeNote: (kind: 'footnote' | 'endnote', id: string) => string;
  /** Takes a note that stands within the text, as in Word 2003, and gives its mark. */
  readonly keepNote: (text: string) => string;
  readonly keepMargin: (kind: 'header' | 'footer', text: string) => void;
  /** A picture, a chart or a file that the text shows here, by its relationship; gives the words that it shows. */
  readonly refer: (id: string) => string;
  readonly counts: { deletions: number };
};

/** Takes the elements of one story (body, header, note) as they come. */
export type StoryWriter = {
  readonly open: (element: XmlElement) => void;
  readonly close: (element: XmlElement) => void;
  readonly text: (text: string) => void;
};

type State = {
  builder: FlowBuilder;
  paragraph: DocxParagraph;
  style: TextStyle;
  /** The font that the run names; empty where it names none. */
  font: string;
  isHidden: boolean;
  inRun: boolean;
  inRunProperties: boolean;
  inParagraphProperties: boolean;
  inSection: boolean;
  isText: boolean;
};
const newState = (builder: FlowBuilder): State => ({
  builder,
  paragraph: newParagraph(),
  style: PLAIN,
  font: '',
  isHidden: false,
  inRun: false,
  inRunProperties: false,
  inParagraphProperties: false,
  inSection: false,
  isText: false,
});

/**
 * Writes one story of a document into the builder: ECMA-376 part 1, 17.2 to 17.11, and Word 2003's XML. Insertions are
 * taken, deletions left out; text boxes follow the paragraph that they are anchored to.
 */
export const createStoryWriter = (target: FlowBuilder, context: DocxContext): StoryWriter => {
  const { current: story, isInner, enter, leave } = createStoryStack(target, newState);
  let skipping = 0;
  let section = 0;
  let span = 1;
  let hasBegun = false;

  const write = (text: string): void => {
    if (!story().isHidden && skipping === 0) story().builder.addText(text, story().style);
  };
  const addBox = (text: string): void => {
    if (text !== '' && !story().paragraph.boxes.includes(text)) story().paragraph.boxes.push(text);
  };
  const startParagraph = (): void => {
    // A document does not begin with an empty page, whatever its first paragraph wants.
    if (story().paragraph.pageBefore && hasBegun) story().builder.breakPage();
    const { kind, marker } = blockOf(story().paragraph, context);
    story().builder.startBlock(kind);
    if (marker !== '') story().builder.addText(`${marker} `);
  };
  const endParagraph = (): void => {
    const { builder, paragraph } = story();
    builder.endBlock();
    for (const box of paragraph.boxes) addLines(builder, box);
    if (!isInner()) hasBegun = true;
    if (paragraph.endsSection) section += 1;
    if (paragraph.endsSection && !/^(continuous|next-?column)$/i.test(context.sectionStarts[section] ?? 'continuous'))
      builder.breakPage();
    story().paragraph = newParagraph();
  };
  const emptyCells = (count: number): void => {
    for (let left = count; left > 0; left -= 1) {
      story().builder.startCell();
      story().builder.endCell();
    }
  };
  /** Word 2003 keeps notes and headers where they belong. */
  const note = (element: XmlElement): void => {
    if (!story().inRun) return;
    enter(element.name, (text) => {
      write(context.keepNote(text));
    });
  };

  const field = formFieldHandlers(write);
  const drawing = drawingHandlers(addBox, context.refer);
  const opening: DocxHandlers = {
    ...field.opening,
    ...drawing.opening,
    p: () => {
      story().paragraph = newParagraph();
      story().builder.startBlock(PARAGRAPH);
    },
    pPr: () => {
      story().inParagraphProperties = true;
    },
    pStyle: ({ attributes }) => {
      story().paragraph.styleId = attributes['val'] ?? '';
    },
    numId: ({ attributes }) => {
      story().paragraph.numId = attributes['val'] ?? null;
    },
    ilfo: ({ attributes }) => {
      story().paragraph.numId = attributes['val'] ?? null;
    },
    ilvl: ({ attributes }) => {
      story().paragraph.depth = Number(attributes['val'] ?? 0);
    },
    outlineLvl: ({ attributes }) => {
      if (Number(attributes['val'] ?? 9) < 9) story().paragraph.level = Number(attributes['val']) + 1;
    },
    pageBreakBefore: (element) => {
      story().paragraph.pageBefore = isOn(element);
    },
    sectPr: () => {
      story().inSection = true;
      if (story().inParagraphProperties) story().paragraph.endsSection = true;
    },
    r: () => {
      story().style = PLAIN;
      story().font = '';
      story().isHidden = false;
      story().inRun = true;
    },
    rPr: () => {
      story().inRunProperties = !story().inParagraphProperties;
    },
    b: (element) => {
      if (story().inRunProperties) story().style = { ...story().style, bold: isOn(element) };
    },
    i: (element) => {
      if (story().inRunProperties) story().style = { ...story().style, italic: isOn(element) };
    },
    rFonts: ({ attributes }) => {
      if (story().inRunProperties) story().font = attributes['ascii'] ?? attributes['hAnsi'] ?? '';
    },
    vanish: (element) => {
      if (story().inRunProperties) story().isHidden = isOn(element);
    },
    t: ({ attributes }) => {
      if (story().inParagraphProperties) story().paragraph.oldMarker = attributes['val'] ?? '';
      else story().isText = true;
    },
    tab: () => {
      if (!story().inParagraphProperties) write('\t');
    },
    ptab: () => {
      write('\t');
    },
    cr: () => {
      write('\n');
    },
    br: ({ attributes }) => {
      if (attributes['type'] === 'page') story().builder.breakPage();
      else write('\n');
    },
    noBreakHyphen: () => {
      write('-');
    },
    sym: ({ attributes }) => {
      write(decodeSigns(symbolOf(attributes), attributes['font'] ?? story().font));
    },
    footnoteReference: ({ attributes }) => {
      write(context.citeNote('footnote', attributes['id'] ?? ''));
    },
    endnoteReference: ({ attributes }) => {
      write(context.citeNote('endnote', attributes['id'] ?? ''));
    },
    footnote: note,
    endnote: note,
    hdr: () => {
      if (story().inSection)
        enter('hdr', (text) => {
          context.keepMargin('header', text);
        });
    },
    ftr: () => {
      if (story().inSection)
        enter('ftr', (text) => {
          context.keepMargin('footer', text);
        });
    },
    tbl: () => {
      story().builder.startTable();
    },
    tr: () => {
      story().builder.startRow();
    },
    gridBefore: (element) => {
      emptyCells(spanOf(element));
    },
    tc: () => {
      span = 1;
      story().builder.startCell();
    },
    gridSpan: (element) => {
      span = Math.max(1, spanOf(element));
    },
    txbxContent: () => {
      enter('txbxContent', addBox);
    },
  };
  const closing: DocxHandlers = {
    ...field.closing,
    ...drawing.closing,
    p: endParagraph,
    pPr: () => {
      story().inParagraphProperties = false;
      startParagraph();
    },
    sectPr: () => {
      story().inSection = false;
    },
    r: () => {
      story().inRun = false;
    },
    rPr: () => {
      story().inRunProperties = false;
    },
    t: () => {
      story().isText = false;
    },
    tc: () => {
      story().builder.endCell();
      emptyCells(span - 1);
      span = 1;
    },
    tbl: () => {
      story().builder.endTable();
    },
    txbxContent: () => {
      leave('txbxContent');
    },
    footnote: () => {
      leave('footnote');
    },
    endnote: () => {
      leave('endnote');
    },
    hdr: () => {
      leave('hdr');
    },
    ftr: () => {
      leave('ftr');
    },
  };
  return {
    open: (element) => {
      if (isDrawing(element)) {
        if (skipping === 0 && Object.hasOwn(drawing.drawn, element.name)) drawing.drawn[element.name]?.(element);
        return;
      }
      if (!isWord(element) && !(story().inParagraphProperties && element.name === 't')) return;
      if (isDeletion(element)) context.counts.deletions += 1;
      if (skipping > 0 || isSkipped(element)) skipping += 1;
      else if (Object.hasOwn(opening, element.name)) opening[element.name]?.(element);
    },
    close: (element) => {
      if (!isWord(element)) return;
      if (skipping > 0) skipping -= 1;
      else if (Object.hasOwn(closing, element.name)) closing[element.name]?.(element);
    },
    text: (text) => {
      if (story().isText) write(decodeSigns(text, story().font));
    },
  };
};

/** Writes the story that a part of a document is. Returns false when the part is damaged. */
export const writeStory = (xml: string, builder: FlowBuilder, context: DocxContext): boolean =>
  walkXml(xml, createStoryWriter(builder, context));
