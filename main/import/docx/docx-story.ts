import { addLines } from '../flow/add-lines.ts';
import type { BlockKind, FlowBuilder, TextStyle } from '../flow/flow-builder.ts';
import { createFlowBuilder, PARAGRAPH, PLAIN } from '../flow/flow-builder.ts';
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

type Paragraph = {
  styleId: string;
  numId: string | null;
  depth: number | null;
  level: number | null;
  pageBefore: boolean;
  boxes: string[];
  endsSection: boolean;
  oldMarker: string;
};
type Field = { isChecked: boolean | null; entries: string[]; chosen: number };
type State = {
  builder: FlowBuilder;
  paragraph: Paragraph;
  style: TextStyle;
  isHidden: boolean;
  inRun: boolean;
  inRunProperties: boolean;
  inParagraphProperties: boolean;
  inSection: boolean;
  isText: boolean;
};
/** A story that stands within another: the content of a box, a note of Word 2003. */
type Inner = { readonly name: string; readonly state: State; readonly done: (text: string) => void };

const newParagraph = (): Paragraph => ({
  styleId: '',
  numId: null,
  depth: null,
  level: null,
  pageBefore: false,
  boxes: [],
  endsSection: false,
  oldMarker: '',
});
const newState = (builder: FlowBuilder): State => ({
  builder,
  paragraph: newParagraph(),
  style: PLAIN,
  isHidden: false,
  inRun: false,
  inRunProperties: false,
  inParagraphProperties: false,
  inSection: false,
  isText: false,
});

const WORD = /wordprocessingml|wordml|markup-compatibility|officeDocument\/(2006\/)?math|\/aml\//;
const DRAWING = /drawingml|:vml$|:office:office$/;
/** Text that has been moved or struck away, alternatives for older readers, codes, and readings above a text. */
const SKIPPED = new Set([
  'del',
  'moveFrom',
  'Fallback',
  'instrText',
  'delText',
  'delInstrText',
  'rPrChange',
  'pPrChange',
  'sectPrChange',
  'tblPrChange',
  'tcPrChange',
  'trPrChange',
  'numPicBullet',
  'rt',
  'binData',
  'docSuppData',
]);
const MOST_SPAN = 60;

const isOn = ({ attributes }: XmlElement): boolean => !/^(0|false|off|none)$/.test(attributes['val'] ?? '');
const spanOf = ({ attributes }: XmlElement): number =>
  Math.min(MOST_SPAN, Math.max(0, Number(attributes['val'] ?? 0) || 0));
const symbolOf = (attributes: XmlElement['attributes']): string => {
  const code = parseInt(attributes['char'] ?? '', 16);
  return Number.isNaN(code) ? '' : String.fromCharCode(code < 0x100 ? code + 0xf000 : code);
};
const isDeletion = ({ name, attributes }: XmlElement): boolean =>
  name === 'annotation' && attributes['type'] === 'Word.Deletion';

/**
 * Writes one story of a document into the builder: ECMA-376 part 1, 17.2 to 17.11, and Word 2003's XML. Insertions are
 * taken, deletions left out; text boxes follow the paragraph that they hang on.
 */
export const createStoryWriter = (target: FlowBuilder, context: DocxContext): StoryWriter => {
  let state = newState(target);
  const inner: Inner[] = [];
  let skipping = 0;
  let section = 0;
  let span = 1;
  let hasBegun = false;
  let field: Field | null = null;
  /** Pictures that stand for a file inside the document: shown only when the file is not. */
  let previews: string[] | null = null;

  const write = (text: string): void => {
    if (!state.isHidden && skipping === 0) state.builder.addText(text, state.style);
  };
  const enter = (name: string, done: (text: string) => void): void => {
    inner.push({ name, state, done });
    state = newState(createFlowBuilder());
  };
  const leave = (name: string): void => {
    const last = inner.at(-1);
    if (last?.name !== name) return;
    inner.pop();
    const text = state.builder
      .finish()
      .map((page) => page.text)
      .join('\n')
      .trim();
    state = last.state;
    last.done(text);
  };
  const addBox = (text: string): void => {
    if (text !== '' && !state.paragraph.boxes.includes(text)) state.paragraph.boxes.push(text);
  };
  const kindOf = ({
    styleId,
    level,
    numId,
    depth,
    oldMarker,
  }: Paragraph): { readonly kind: BlockKind; readonly marker: string } => {
    const own = context.styles.get(styleId);
    const heading = level ?? own?.level ?? null;
    const list = numId ?? own?.numId ?? '0';
    const at = depth ?? own?.depth ?? 0;
    const marker = list === '0' ? '' : oldMarker !== '' ? oldMarker : context.nextMarker(list, at);
    if (heading !== null) return { kind: { kind: 'heading', level: heading }, marker };
    return { kind: list === '0' ? PARAGRAPH : { kind: 'list-item', depth: at }, marker };
  };
  const startParagraph = (): void => {
    // A document does not begin with an empty page, whatever its first paragraph wants.
    if (state.paragraph.pageBefore && hasBegun) state.builder.breakPage();
    const { kind, marker } = kindOf(state.paragraph);
    state.builder.startBlock(kind);
    if (marker !== '') state.builder.addText(`${marker} `);
  };
  const endParagraph = (): void => {
    const { builder, paragraph } = state;
    builder.endBlock();
    for (const box of paragraph.boxes) addLines(builder, box);
    if (inner.length === 0) hasBegun = true;
    if (paragraph.endsSection) section += 1;
    if (paragraph.endsSection && !/^(continuous|next-?column)$/i.test(context.sectionStarts[section] ?? 'continuous'))
      builder.breakPage();
    state.paragraph = newParagraph();
  };
  const writeField = (): void => {
    if (field?.isChecked !== null && field !== null) write(field.isChecked ? '\u2612' : '\u2610');
    else if (field !== null && field.entries.length > 0) write(field.entries[field.chosen] ?? '');
    field = null;
  };
  const emptyCells = (count: number): void => {
    for (let left = count; left > 0; left -= 1) {
      state.builder.startCell();
      state.builder.endCell();
    }
  };
  /** Word 2003 keeps notes and headers where they belong. */
  const note = (element: XmlElement): void => {
    if (!state.inRun) return;
    enter(element.name, (text) => {
      write(context.keepNote(text));
    });
  };

  const opening: Readonly<Record<string, (element: XmlElement) => void>> = {
    p: () => {
      state.paragraph = newParagraph();
      state.builder.startBlock(PARAGRAPH);
    },
    pPr: () => {
      state.inParagraphProperties = true;
    },
    pStyle: ({ attributes }) => {
      state.paragraph.styleId = attributes['val'] ?? '';
    },
    numId: ({ attributes }) => {
      state.paragraph.numId = attributes['val'] ?? null;
    },
    ilfo: ({ attributes }) => {
      state.paragraph.numId = attributes['val'] ?? null;
    },
    ilvl: ({ attributes }) => {
      state.paragraph.depth = Number(attributes['val'] ?? 0);
    },
    outlineLvl: ({ attributes }) => {
      if (Number(attributes['val'] ?? 9) < 9) state.paragraph.level = Number(attributes['val']) + 1;
    },
    pageBreakBefore: (element) => {
      state.paragraph.pageBefore = isOn(element);
    },
    sectPr: () => {
      state.inSection = true;
      if (state.inParagraphProperties) state.paragraph.endsSection = true;
    },
    r: () => {
      state.style = PLAIN;
      state.isHidden = false;
      state.inRun = true;
    },
    rPr: () => {
      state.inRunProperties = !state.inParagraphProperties;
    },
    b: (element) => {
      if (state.inRunProperties) state.style = { ...state.style, bold: isOn(element) };
    },
    i: (element) => {
      if (state.inRunProperties) state.style = { ...state.style, italic: isOn(element) };
    },
    vanish: (element) => {
      if (state.inRunProperties) state.isHidden = isOn(element);
    },
    t: ({ attributes }) => {
      if (state.inParagraphProperties) state.paragraph.oldMarker = attributes['val'] ?? '';
      else state.isText = true;
    },
    tab: () => {
      if (!state.inParagraphProperties) write('\t');
    },
    ptab: () => {
      write('\t');
    },
    cr: () => {
      write('\n');
    },
    br: ({ attributes }) => {
      if (attributes['type'] === 'page') state.builder.breakPage();
      else write('\n');
    },
    noBreakHyphen: () => {
      write('-');
    },
    sym: ({ attributes }) => {
      write(symbolOf(attributes));
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
      if (state.inSection)
        enter('hdr', (text) => {
          context.keepMargin('header', text);
        });
    },
    ftr: () => {
      if (state.inSection)
        enter('ftr', (text) => {
          context.keepMargin('footer', text);
        });
    },
    ffData: () => {
      field = { isChecked: null, entries: [], chosen: 0 };
    },
    checkBox: () => {
      if (field !== null) field.isChecked = false;
    },
    default: (element) => {
      if (field !== null && field.isChecked !== null) field.isChecked = isOn(element);
    },
    checked: (element) => {
      if (field !== null) field.isChecked = isOn(element);
    },
    listEntry: ({ attributes }) => field?.entries.push(attributes['val'] ?? ''),
    result: ({ attributes }) => {
      if (field !== null) field.chosen = Number(attributes['val'] ?? 0);
    },
    tbl: () => {
      state.builder.startTable();
    },
    tr: () => {
      state.builder.startRow();
    },
    gridBefore: (element) => {
      emptyCells(spanOf(element));
    },
    tc: () => {
      span = 1;
      state.builder.startCell();
    },
    gridSpan: (element) => {
      span = Math.max(1, spanOf(element));
    },
    txbxContent: () => {
      enter('txbxContent', addBox);
    },
    object: () => {
      previews = [];
    },
    altChunk: ({ attributes }) => {
      addBox(context.refer(attributes['id'] ?? ''));
    },
  };
  const closing: Readonly<Record<string, (element: XmlElement) => void>> = {
    p: endParagraph,
    pPr: () => {
      state.inParagraphProperties = false;
      startParagraph();
    },
    sectPr: () => {
      state.inSection = false;
    },
    r: () => {
      state.inRun = false;
    },
    rPr: () => {
      state.inRunProperties = false;
    },
    t: () => {
      state.isText = false;
    },
    ffData: writeField,
    tc: () => {
      state.builder.endCell();
      emptyCells(span - 1);
      span = 1;
    },
    tbl: () => {
      state.builder.endTable();
    },
    txbxContent: () => {
      leave('txbxContent');
    },
    object: () => {
      for (const id of previews ?? []) addBox(context.refer(id));
      previews = null;
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
  const drawn: Readonly<Record<string, (element: XmlElement) => void>> = {
    blip: ({ attributes }) => {
      addBox(context.refer(attributes['embed'] ?? ''));
    },
    imagedata: ({ attributes }) => {
      if (previews === null) addBox(context.refer(attributes['id'] ?? ''));
      else previews.push(attributes['id'] ?? '');
    },
    chart: ({ attributes }) => {
      addBox(context.refer(attributes['id'] ?? ''));
    },
    relIds: ({ attributes }) => {
      addBox(context.refer(attributes['dm'] ?? ''));
    },
    OLEObject: ({ attributes }) => {
      addBox(context.refer(attributes['id'] ?? ''));
      previews = previews === null ? null : [];
    },
    textpath: ({ attributes }) => {
      addBox(attributes['string'] ?? '');
    },
  };
  return {
    open: (element) => {
      if (DRAWING.test(element.space) && !WORD.test(element.space)) {
        if (skipping === 0 && Object.hasOwn(drawn, element.name)) drawn[element.name]?.(element);
        return;
      }
      if (!WORD.test(element.space) && !(state.inParagraphProperties && element.name === 't')) return;
      if (element.name === 'del' || isDeletion(element)) context.counts.deletions += 1;
      if (skipping > 0 || SKIPPED.has(element.name) || isDeletion(element)) skipping += 1;
      else if (Object.hasOwn(opening, element.name)) opening[element.name]?.(element);
    },
    close: (element) => {
      if (!WORD.test(element.space)) return;
      if (skipping > 0) skipping -= 1;
      else if (Object.hasOwn(closing, element.name)) closing[element.name]?.(element);
    },
    text: (text) => {
      if (state.isText) write(text);
    },
  };
};

/** Writes the story that a part of a document is. Returns false when the part is damaged. */
export const writeStory = (xml: string, builder: FlowBuilder, context: DocxContext): boolean =>
  walkXml(xml, createStoryWriter(builder, context));
