import type { BlockKind, FlowBuilder, FlowPage, TextStyle } from '../flow/flow-builder.ts';
import { createFlowBuilder, PARAGRAPH } from '../flow/flow-builder.ts';

/** Where a piece of the document goes: headers stand before the text, notes and footers after it. */
export type RtfPart = 'body' | 'header' | 'footer' | 'note';
type RtfParagraph = { readonly kind: BlockKind; readonly inTable: boolean; readonly pageBefore: boolean };

/** Takes the parts of a document in file order and puts them together. */
export type RtfSink = {
  readonly text: (part: RtfPart, text: string, style: TextStyle, paragraph: RtfParagraph) => void;
  readonly endParagraph: (part: RtfPart) => void;
  readonly endCell: (part: RtfPart) => void;
  readonly endRow: (part: RtfPart) => void;
  readonly breakPage: (part: RtfPart) => void;
  readonly finish: () => FlowPage[];
};

type Aside = { readonly text: string; readonly style: TextStyle } | 'end';

const replay = (builder: FlowBuilder, asides: readonly Aside[]): void => {
  for (const aside of asides) {
    if (aside === 'end') builder.endBlock();
    else builder.addText(aside.text, aside.style);
  }
  builder.endBlock();
};

/** The body, written as it comes; tables begin with the first text that says it is in one. */
const createBody = (builder: FlowBuilder) => {
  let inTable = false;
  let inRow = false;
  let inCell = false;
  let started = false;
  const openCell = (): void => {
    if (!inTable) builder.startTable();
    if (!inRow) builder.startRow();
    if (!inCell) builder.startCell();
    inTable = inRow = inCell = true;
  };
  const closeTable = (): void => {
    if (inTable) builder.endTable();
    inTable = inRow = inCell = false;
  };
  return {
    text: (text: string, style: TextStyle, paragraph: RtfParagraph): void => {
      if (paragraph.inTable) openCell();
      else closeTable();
      if (!started) {
        if (paragraph.pageBefore) builder.breakPage();
        builder.startBlock(paragraph.kind);
      }
      started = true;
      builder.addText(text, style);
    },
    endParagraph: (): void => {
      started = false;
      builder.endBlock();
    },
    endCell: (): void => {
      openCell();
      builder.endCell();
      inCell = started = false;
    },
    endRow: (): void => {
      inRow = inCell = started = false;
    },
    breakPage: (): void => {
      closeTable();
      started = false;
      builder.breakPage();
    },
    closeTable,
  };
};

export const createRtfSink = (): RtfSink => {
  const builder = createFlowBuilder();
  const body = createBody(builder);
  const asides = { header: [] as Aside[], footer: [] as Aside[], note: [] as Aside[] };
  const late: (() => void)[] = [];
  return {
    text: (part, text, style, paragraph) => {
      if (part === 'body')
        late.push(() => {
          body.text(text, style, paragraph);
        });
      else asides[part].push({ text, style });
    },
    endParagraph: (part) => {
      if (part === 'body') late.push(body.endParagraph);
      else asides[part].push('end');
    },
    endCell: (part) => {
      if (part === 'body') late.push(body.endCell);
      else asides[part].push({ text: '\t', style: { bold: false, italic: false } });
    },
    endRow: (part) => {
      if (part === 'body') late.push(body.endRow);
      else asides[part].push('end');
    },
    breakPage: (part) => {
      if (part === 'body') late.push(body.breakPage);
    },
    finish: () => {
      replay(builder, asides.header);
      for (const step of late) step();
      body.closeTable();
      builder.startBlock(PARAGRAPH);
      replay(builder, asides.note);
      replay(builder, asides.footer);
      return builder.finish();
    },
  };
};
