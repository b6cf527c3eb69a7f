import { addLines } from '../flow/add-lines.ts';
import type { BlockKind, FlowBuilder, TextStyle } from '../flow/flow-builder.ts';
import { createFlowBuilder, PARAGRAPH, PLAIN } from '../flow/flow-builder.ts';
import type { NextMarker } from '../flow/list-counter.ts';
import type { XmlElement } from '../xml/walk-xml.ts';
import { qualified } from './odt-space.ts';
import type { OdtStyles } from './odt-styles.ts';
import { OUTLINE } from './odt-styles.ts';

/** What the parts of a document share. */
export type OdtContext = {
  readonly styles: OdtStyles;
  readonly nextMarker: NextMarker;
  /** Takes the text of a note and gives the mark that stands for it. */
  readonly citeNote: () => { readonly mark: string; readonly settle: (text: string) => void };
  readonly addComment: (text: string) => void;
};

/** Takes the elements of one story (body, header) as they come. */
export type OdtWriter = {
  readonly open: (element: XmlElement) => void;
  readonly close: (element: XmlElement) => void;
  readonly text: (text: string) => void;
};

type List = {
  readonly style: string;
  readonly goesOn: boolean;
  items: number;
  restart: number | undefined;
  isNumbered: boolean;
};
/** A story that stands within another: a note, a comment, the content of a box. */
type Inner = {
  readonly element: string;
  readonly builder: FlowBuilder;
  readonly state: State;
  readonly done: (text: string) => void;
};
type State = {
  builder: FlowBuilder;
  styles: TextStyle[];
  lists: List[];
  isBlank: boolean;
  paragraphs: number;
  boxes: string[];
  breakAfter: boolean;
  hasBegun: boolean;
};

/** Text that has been struck away, patterns, codes, and what only describes a picture. */
const SKIPPED = new Set([
  'text:tracked-changes',
  'text:note-citation',
  'text:footnote-citation',
  'text:endnote-citation',
  'text:sequence-decls',
  'text:variable-decls',
  'text:user-field-decls',
  'text:ruby-text',
  'office:forms',
  'office:event-listeners',
  'svg:title',
  'svg:desc',
  'dc:creator',
  'dc:date',
  'text:table-of-content-source',
  'text:illustration-index-source',
  'text:table-index-source',
  'text:user-index-source',
  'text:alphabetical-index-source',
  'text:bibliography-source',
  'text:hidden-text',
  'math:math',
  'text:script',
  'text:meta-field-source',
]);
/** Shapes that may hold paragraphs. */
const BOXES = new Set(
  [
    'text-box',
    'custom-shape',
    'rect',
    'ellipse',
    'circle',
    'line',
    'polyline',
    'polygon',
    'path',
    'caption',
    'connector',
    'measure',
  ].map((shape) => `drawing:${shape}`),
);
/** One cell may say that it stands for thousands; so many are written out. */
const MOST_REPEATS = 60;

const newState = (builder: FlowBuilder): State => ({
  builder,
  styles: [PLAIN],
  lists: [],
  isBlank: true,
  paragraphs: 0,
  boxes: [],
  breakAfter: false,
  hasBegun: false,
});
const repeats = (value: string | undefined): number => Math.min(MOST_REPEATS, Math.max(1, Number(value ?? 1) || 1));

/**
 * Writes a story into the builder (ODF 1.3 part 3, chapters 4 to 9). Text boxes follow the paragraph that they hang on.
 */
export const writeOdtStory = (
  target: FlowBuilder,
  { styles, nextMarker, citeNote, addComment }: OdtContext,
): OdtWriter => {
  let state = newState(target);
  const inner: Inner[] = [];
  let skipping = 0;

  const write = (text: string): void => {
    state.builder.addText(text, state.styles.at(-1));
    state.isBlank = /\s$/.test(text);
  };
  const enter = (element: string, done: (text: string) => void): void => {
    const builder = createFlowBuilder();
    inner.push({ element, builder, state, done });
    state = newState(builder);
  };
  const leave = (element: string): void => {
    const last = inner.at(-1);
    if (last?.element !== element) return;
    inner.pop();
    const text = last.builder
      .finish()
      .map((page) => page.text)
      .join('\n')
      .trim();
    state = last.state;
    last.done(text);
  };
  const styled = (family: string, name: string, base: TextStyle): TextStyle => {
    const style = styles.style(family, name);
    return { bold: style.bold ?? base.bold, italic: style.italic ?? base.italic };
  };

  const markerOf = (level: number | null, isListHeader: boolean): string => {
    const list = state.lists.at(-1);
    if (list === undefined)
      return level === null || isListHeader ? '' : nextMarker(OUTLINE, styles.list(OUTLINE), level - 1);
    if (list.isNumbered) return '';
    list.isNumbered = true;
    const depth = state.lists.length - 1;
    const levels = styles.list(list.style);
    const restart = list.restart ?? (list.items === 1 && !list.goesOn ? (levels?.get(depth)?.start ?? 1) : undefined);
    list.restart = undefined;
    return nextMarker(list.style, levels, depth, restart);
  };
  const breakBefore = (family: string, name: string): void => {
    const style = styles.style(family, name);
    // A document that begins with a page does not begin with an empty one.
    if (state.hasBegun && (state.breakAfter || style.startsPage || style.breakBefore === true))
      state.builder.breakPage();
    state.breakAfter = style.breakAfter === true;
    state.hasBegun = true;
  };
  const startParagraph = ({ attributes }: XmlElement, isHeading: boolean): void => {
    const name = attributes['style-name'] ?? '';
    const style = styles.style('paragraph', name);
    breakBefore('paragraph', name);
    const level = isHeading ? Number(attributes['outline-level'] ?? style.level ?? 1) : style.level;
    const kind: BlockKind =
      level !== null
        ? { kind: 'heading', level }
        : state.lists.length > 0
          ? { kind: 'list-item', depth: state.lists.length - 1 }
          : PARAGRAPH;
    state.builder.startBlock(kind);
    const marker = markerOf(isHeading ? level : null, attributes['is-list-header'] === 'true');
    if (marker !== '') state.builder.addText(`${marker} `);
    state.styles.push(styled('paragraph', name, PLAIN));
    state.isBlank = true;
    state.paragraphs += 1;
    if (style.isHidden === true || attributes['is-hidden'] === 'true') skipping = 1;
  };
  const endParagraph = (): void => {
    state.builder.endBlock();
    state.styles.splice(1);
    state.paragraphs = Math.max(0, state.paragraphs - 1);
    const { boxes } = state;
    state.boxes = [];
    for (const box of boxes) addLines(state.builder, box);
  };
  const addBox = (text: string): void => {
    if (text === '') return;
    if (state.paragraphs > 0) state.boxes.push(text);
    else addLines(state.builder, text);
  };
  const cite = (): void => {
    const { mark, settle } = citeNote();
    write(mark);
    enter('text:note', settle);
  };
  const startSpan = ({ attributes }: XmlElement): void => {
    const name = attributes['style-name'] ?? '';
    state.styles.push(styled('text', name, state.styles.at(-1) ?? PLAIN));
    if (styles.style('text', name).isHidden === true) skipping = 1;
  };
  const emptyCells = (count: number): void => {
    for (let left = count; left > 0; left -= 1) {
      state.builder.startCell();
      state.builder.endCell();
    }
  };

  const opening: Readonly<Record<string, (element: XmlElement) => void>> = {
    'text:p': (element) => {
      startParagraph(element, false);
    },
    'text:h': (element) => {
      startParagraph(element, true);
    },
    'text:span': startSpan,
    'text:s': ({ attributes }) => {
      write(' '.repeat(Math.min(500, Number(attributes['c'] ?? 1) || 1)));
      state.isBlank = false;
    },
    'text:tab': () => {
      write('\t');
    },
    'text:tab-stop': () => {
      write('\t');
    },
    'text:line-break': () => {
      write('\n');
    },
    'text:note': cite,
    'text:footnote': cite,
    'text:endnote': cite,
    'office:annotation': () => {
      enter('office:annotation', addComment);
    },
    'text:list': ({ attributes }) => {
      const above = state.lists.at(-1);
      const goesOn = attributes['continue-numbering'] === 'true' || attributes['continue-list'] !== undefined;
      state.lists.push({
        style: attributes['style-name'] ?? above?.style ?? '',
        goesOn,
        items: 0,
        restart: undefined,
        isNumbered: true,
      });
    },
    'text:list-item': ({ attributes }) => {
      const list = state.lists.at(-1);
      if (list === undefined) return;
      list.items += 1;
      list.isNumbered = false;
      list.restart = attributes['start-value'] === undefined ? undefined : Number(attributes['start-value']);
    },
    'text:section': ({ attributes }) => {
      if (attributes['display'] === 'none') skipping = 1;
    },
    'table:table': ({ attributes }) => {
      breakBefore('table', attributes['style-name'] ?? '');
      state.builder.startTable();
    },
    'table:sub-table': () => {
      state.builder.startTable();
    },
    'table:table-row': () => {
      state.builder.startRow();
    },
    'table:table-cell': () => {
      state.builder.startCell();
    },
    'table:covered-table-cell': ({ attributes }) => {
      emptyCells(repeats(attributes['number-columns-repeated']));
      skipping = 1;
    },
  };
  const closing: Readonly<Record<string, (element: XmlElement) => void>> = {
    'text:p': endParagraph,
    'text:h': endParagraph,
    'text:span': () => {
      if (state.styles.length > 1) state.styles.pop();
    },
    'text:note': () => {
      leave('text:note');
    },
    'text:footnote': () => {
      leave('text:note');
    },
    'text:endnote': () => {
      leave('text:note');
    },
    'office:annotation': () => {
      leave('office:annotation');
    },
    'text:list': () => {
      state.lists.pop();
    },
    'table:table-cell': ({ attributes }) => {
      state.builder.endCell();
      emptyCells(repeats(attributes['number-columns-repeated']) - 1);
    },
    'table:table': () => {
      state.builder.endTable();
    },
    'table:sub-table': () => {
      state.builder.endTable();
    },
  };
  return {
    open: (element) => {
      const name = qualified(element);
      if (skipping > 0 || SKIPPED.has(name)) skipping += 1;
      else if (BOXES.has(name)) enter(name, addBox);
      else if (Object.hasOwn(opening, name)) opening[name]?.(element);
    },
    close: (element) => {
      const name = qualified(element);
      // What hides itself counts as one more than what it holds, and ends with it.
      if (skipping > 1) skipping -= 1;
      else {
        skipping = 0;
        if (BOXES.has(name)) leave(name);
        else if (Object.hasOwn(closing, name)) closing[name]?.(element);
      }
    },
    text: (text) => {
      if (skipping > 0 || state.paragraphs === 0) return;
      const collapsed = text.replace(/[ \t\r\n]+/g, ' ');
      const shown = state.isBlank ? collapsed.replace(/^ /, '') : collapsed;
      if (shown !== '') write(shown);
    },
  };
};
