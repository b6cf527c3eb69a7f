import type { BlockKind, FlowBuilder, TextStyle } from '../flow/flow-builder.ts';
import { PARAGRAPH, PLAIN } from '../flow/flow-builder.ts';
import { createListCounter } from '../flow/list-counter.ts';
import { createTableWriter, readSpan, type TableWriter } from '../flow/table-writer.ts';
import type { XmlNode } from '../xml/xml-tree.ts';
import { childrenOf } from '../xml/xml-tree.ts';

const FORMATS: readonly (readonly [RegExp, string])[] = [
  [/LittleAlpha/, 'lowerLetter'],
  [/BigAlpha/, 'upperLetter'],
  [/LittleRoman/, 'lowerRoman'],
  [/BigRoman/, 'upperRoman'],
];
const formatOf = ({ attributes }: XmlNode): string =>
  attributes['listType'] === 'ordered'
    ? (FORMATS.find(([style]) => style.test(attributes['styleCode'] ?? ''))?.[1] ?? 'decimal')
    : 'bullet';

const NOWHERE: ReadonlySet<XmlNode> = new Set();

/**
 * The text of a section, as HL7 marks it up (CDA R2, 4.3.5): paragraphs, lists, tables. Deleted text is left out; what
 * the entries deny, at the places given, is marked as negated.
 */
export const writeNarrative = (text: XmlNode, builder: FlowBuilder, denied: ReadonlySet<XmlNode> = NOWHERE): void => {
  const nextMarker = createListCounter();
  let kind: BlockKind = PARAGRAPH;
  let marker = '';
  let isFresh = true;
  let isBlank = true;
  let lists = 0;

  const endBlock = (): void => {
    builder.endBlock();
    isFresh = isBlank = true;
  };
  const write = (shown: string, style: TextStyle): void => {
    if (isFresh) {
      builder.startBlock(kind);
      if (marker !== '') builder.addText(`${marker} `);
      marker = '';
    }
    isFresh = false;
    isBlank = /\s$/.test(shown);
    builder.addText(shown, style);
  };
  const writeText = (raw: string, style: TextStyle): void => {
    const collapsed = raw.replace(/\s+/g, ' ');
    const shown = isBlank ? collapsed.trimStart() : collapsed;
    if (shown !== '') write(shown, style);
  };
  const styled = ({ name, attributes }: XmlNode, style: TextStyle): TextStyle => ({
    bold: style.bold || name === 'th' || name === 'caption' || /\bBold\b/i.test(attributes['styleCode'] ?? ''),
    italic: style.italic || /\bItalics\b/i.test(attributes['styleCode'] ?? ''),
  });
  const writeChildren = (node: XmlNode, style: TextStyle): void => {
    for (const child of node.children) {
      if (typeof child === 'string') writeText(child, style);
      else writeNode(child, styled(child, style));
    }
  };
  const writeMarked = (node: XmlNode, style: TextStyle, isDenied = denied.has(node)): void => {
    if (!isDenied) {
      writeChildren(node, style);
      return;
    }
    writeText('[negated: ', style);
    isBlank = true;
    writeChildren(node, style);
    writeText(']', style);
  };
  const block = (node: XmlNode, style: TextStyle): void => {
    endBlock();
    writeMarked(node, style);
    endBlock();
  };
  const writeList = (list: XmlNode, style: TextStyle, depth: number): void => {
    const id = String((lists += 1));
    const levels = new Map([[0, { format: formatOf(list), text: '%1.', start: 1 }]]);
    const outer = kind;
    for (const child of childrenOf(list)) {
      endBlock();
      kind = child.name === 'item' ? { kind: 'list-item', depth } : outer;
      marker = child.name === 'item' ? nextMarker(id, levels, 0) : '';
      writeMarked(child, styled(child, style));
      endBlock();
      marker = '';
    }
    kind = outer;
  };
  const writeRow = (row: XmlNode, style: TextStyle, table: TableWriter): void => {
    table.startRow();
    for (const [at, cell] of childrenOf(row).entries()) {
      const span = readSpan(cell.attributes['colspan'], cell.attributes['rowspan']);
      table.startCell(span);
      isFresh = isBlank = true;
      // A row that is denied is marked where it names what it is about.
      writeMarked(cell, styled(cell, style), denied.has(cell) || (at === 0 && denied.has(row)));
      table.endCell(span);
    }
    table.endRow();
  };
  const writeTable = (node: XmlNode, style: TextStyle): void => {
    endBlock();
    for (const caption of childrenOf(node, 'caption')) block(caption, styled(caption, style));
    builder.startTable();
    const table = createTableWriter(builder);
    for (const part of childrenOf(node)) {
      if (part.name === 'tr') writeRow(part, style, table);
      else for (const row of childrenOf(part, 'tr')) writeRow(row, style, table);
    }
    builder.endTable();
    isFresh = isBlank = true;
  };
  const writeNode = (node: XmlNode, style: TextStyle): void => {
    if (node.attributes['revised'] === 'delete') return;
    switch (node.name) {
      case 'br':
        if (!isFresh) write('\n', style);
        return;
      case 'list':
        writeList(node, style, kind.kind === 'list-item' ? kind.depth + 1 : 0);
        return;
      case 'table':
        writeTable(node, style);
        return;
      case 'paragraph':
      case 'caption':
      case 'item':
        block(node, style);
        return;
      default:
        writeMarked(node, style);
    }
  };
  block(text, PLAIN);
};
