import { addLines } from '../flow/add-lines.ts';
import type { BlockKind, FlowBuilder, TextStyle } from '../flow/flow-builder.ts';
import { PARAGRAPH, PLAIN } from '../flow/flow-builder.ts';
import type { NextMarker } from '../flow/list-counter.ts';
import { createStoryStack } from '../flow/story-stack.ts';
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
// prettier-ignore
const SKIPPED = new Set([
  'text:tracked-changes', 'text:note-citation', 'text:footnote-citation', 'text:endnote-citation',
  'text:sequence-decls', 'text:variable-decls', 'text:user-field-decls', 'text:ruby-text', 'office:forms',
  'office:event-listeners', 'svg:title', 'svg:desc', 'dc:creator', 'dc:date', 'text:table-of-content-source',
  'text:illustration-index-source', 'text:table-index-source', 'text:user-index-source',
  'text:alphabetical-index-source', 'text:bibliography-source', 'text:hidden-text', 'math:math', 'text:script',
  'text:meta-field-source',
]);
/** Shapes that may hold paragraphs. */
// prettier-ignore
const BOXES = new Set([
  'text-box', 'custom-shape', 'rect', 'ellipse', 'circle', 'line', 'polyline', 'polygon', 'path', 'caption',
  'connector', 'measure',
].map((shape) => `drawing:${shape}`));
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
 * Writes a story into the builder (ODF 1.3 part 3, chapters 4 to 9). Text boxes follow the paragraph that they are
 * anchored to.
 */
export const writeOdtStory = (
  target: FlowBuilder,
  { styles, nextMarker, citeNote, addComment }: OdtContext,
): OdtWriter => {
  const { current: story, enter, leave } = createStoryStack(target, newState);
  let skipping = 0;

  const write = (text: string): void => {
    story().builder.addText(text, story().styles.at(-1));
    story().isBlank = /\s$/.test(text);
  };
  const styled = (family: string, name: string, base: TextStyle): TextStyle => {
    const style = styles.style(family, name);
    return { bold: style.bold ?? base.bold, italic: style.italic ?? base.italic };
  };

  const markerOf = (level: number | null, isListHeader: boolean): string => {
    const list = story().lists.at(-1);
    if (list === undefined)
      return level === null || isListHeader ? '' : nextMarker(OUTLINE, styles.list(OUTLINE), level - 1);
    if (list.isNumbered) return '';
    list.isNumbered = true;
    const depth = story().lists.length - 1;
    const levels = styles.list(list.style);
    const restart = list.restart ?? (list.items === 1 && !list.goesOn ? (levels?.get(depth)?.start ?? 1) : undefined);
    list.restart = undefined;
    return nextMarker(list.style, levels, depth, restart);
  };
  const breakBefore = (family: string, name: string): void => {
    const style = styles.style(family, name);
    // A document that begins with a page does not begin with an empty one.
    if (story().hasBegun && (story().breakAfter || style.startsPage || style.breakBefore === true))
      story().builder.breakPage();
    story().breakAfter = style.breakAfter === true;
    story().hasBegun = true;
  };
  const startParagraph = ({ attributes }: XmlElement, isHeading: boolean): void => {
    const name = attributes['style-name'] ?? '';
    const style = styles.style('paragraph', name);
    breakBefore('paragraph', name);
    const level = isHeading ? Number(attributes['outline-level'] ?? style.level ?? 1) : style.level;
    const kind: BlockKind =
      level !== null
        ? { kind: 'heading', level }
        : story().lists.length > 0
          ? { kind: 'list-item', depth: story().lists.length - 1 }
          : PARAGRAPH;
    story().builder.startBlock(kind);
    const marker = markerOf(isHeading ? level : null, attributes['is-list-header'] === 'true');
    if (marker !== '') story().builder.addText(`${marker} `);
    story().styles.push(styled('paragraph', name, PLAIN));
    story().isBlank = true;
    story().paragraphs += 1;
    if (style.isHidden === true || attributes['is-hidden'] === 'true') skipping = 1;
  };
  const endParagraph = (): void => {
    story().builder.endBlock();
    story().styles.splice(1);
    story().paragraphs = Math.max(0, story().paragraphs - 1);
    const { boxes } = story();
    story().boxes = [];
    for (const box of boxes) addLines(story().builder, box);
  };
  const addBox = (text: string): void => {
    if (text === '') return;
    if (story().paragraphs > 0) story().boxes.push(text);
    else addLines(story().builder, text);
  };
  const cite = (): void => {
    const { mark, settle } = citeNote();
    write(mark);
    enter('text:note', settle);
  };
  const startSpan = ({ attributes }: XmlElement): void => {
    const name = attributes['style-name'] ?? '';
    story().styles.push(styled('text', name, story().styles.at(-1) ?? PLAIN));
    if (styles.style('text', name).isHidden === true) skipping = 1;
  };
  const emptyCells = (count: number): void => {
    for (let left = count; left > 0; left -= 1) {
      story().builder.startCell();
      story().builder.endCell();
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
      story().isBlank = false;
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
      const above = story().lists.at(-1);
      const goesOn = attributes['continue-numbering'] === 'true' || attributes['continue-list'] !== undefined;
      story().lists.push({
        style: attributes['style-name'] ?? above?.style ?? '',
        goesOn,
        items: 0,
        restart: undefined,
        isNumbered: true,
      });
    },
    'text:list-item': ({ attributes }) => {
      const list = story().lists.at(-1);
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
      story().builder.startTable();
    },
    'table:sub-table': () => {
      story().builder.startTable();
    },
    'table:table-row': () => {
      story().builder.startRow();
    },
    'table:table-cell': () => {
      story().builder.startCell();
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
      if (story().styles.length > 1) story().styles.pop();
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
      story().lists.pop();
    },
    'table:table-cell': ({ attributes }) => {
      story().builder.endCell();
      emptyCells(repeats(attributes['number-columns-repeated']) - 1);
    },
    'table:table': () => {
      story().builder.endTable();
    },
    'table:sub-table': () => {
      story().builder.endTable();
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
      if (skipping > 0 || story().paragraphs === 0) return;
      const collapsed = text.replace(/[ \t\r\n]+/g, ' ');
      const shown = story().isBlank ? collapsed.replace(/^ /, '') : collapsed;
      if (shown !== '') write(shown);
    },
  };
};
