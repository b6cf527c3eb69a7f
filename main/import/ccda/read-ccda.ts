import { PARTLY_DAMAGED } from '../document-reasons.ts';
import type { FlowBuilder } from '../flow/flow-builder.ts';
import { createFlowBuilder, PARAGRAPH } from '../flow/flow-builder.ts';
import type { FlowText } from '../flow/flow-document.ts';
import { Unreadable } from '../unreadable.ts';
import { decodeXml } from '../xml/decode-xml.ts';
import type { XmlNode } from '../xml/xml-tree.ts';
import { childAt, childrenOf, readTree, textWithin } from '../xml/xml-tree.ts';
import { describeEntries, findDenials, RESULT_COLUMNS } from './ccda-entries.ts';
import { describeHeader, describeParticipation, kindOfDocument } from './ccda-header.ts';
import { writeNarrative } from './ccda-narrative.ts';
import { codeOf } from './ccda-values.ts';

const addHeading = (builder: FlowBuilder, text: string, level: number): void => {
  builder.startBlock({ kind: 'heading', level });
  builder.addText(text);
  builder.endBlock();
};
const addLine = (builder: FlowBuilder, text: string): void => {
  builder.startBlock(PARAGRAPH);
  builder.addText(text);
  builder.endBlock();
};

const addRow = (builder: FlowBuilder, cells: readonly string[]): void => {
  builder.startRow();
  for (const cell of cells) {
    builder.startCell();
    builder.addText(cell);
    builder.endCell();
  }
};
const writeEntries = (section: XmlNode, builder: FlowBuilder): void => {
  const { lines, results } = describeEntries(section);
  for (const line of lines) addLine(builder, line);
  if (results.length === 0) return;
  builder.startTable();
  for (const cells of [RESULT_COLUMNS, ...results]) addRow(builder, cells);
  builder.endTable();
};

const writeSection = (section: XmlNode, builder: FlowBuilder, level: number): void => {
  const title = textWithin(childAt(section, 'title'));
  const text = childAt(section, 'text');
  const hasText = text !== undefined && textWithin(text) !== '';
  addHeading(builder, title !== '' ? title : codeOf(childAt(section, 'code')), level);
  for (const author of childrenOf(section, 'author')) addLine(builder, describeParticipation('Author', author));
  if (hasText) {
    const denials = findDenials(section, text);
    writeNarrative(text, builder, denials.places);
    for (const line of denials.lines) addLine(builder, line);
  } else writeEntries(section, builder);
  for (const component of childrenOf(section, 'component')) {
    for (const inner of childrenOf(component, 'section')) writeSection(inner, builder, level + 1);
  }
};

/** A file that stands in an element as base64; undefined where it is text. */
const enclosedIn = (node: XmlNode | undefined): Uint8Array | undefined =>
  node?.attributes['representation'] === 'B64' ? Buffer.from(textWithin(node), 'base64') : undefined;

/** Pictures that sections show. */
const collectMedia = (node: XmlNode, found: Uint8Array[]): void => {
  for (const child of childrenOf(node)) {
    const media =
      child.name === 'observationMedia' || child.name === 'regionOfInterest'
        ? enclosedIn(childAt(child, 'value'))
        : undefined;
    if (media !== undefined) found.push(media);
    collectMedia(child, found);
  }
};

/**
 * Reads a clinical document (HL7 CDA R2, the C-CDA of health records) as a reader wants it: title, patient, authors and
 * dates, then each section with its title and text; a file that it encloses comes after. Throws {@link Unreadable} for
 * one with entities of its own or nested too deep.
 */
export const readCcda = (bytes: Uint8Array): FlowText => {
  const { root, isSound } = readTree(decodeXml(bytes));
  const document = childAt(root, 'ClinicalDocument');
  if (document === undefined) throw new Unreadable({ code: 'damaged', values: { what: 'clinical document' } });
  const builder = createFlowBuilder();
  const title = textWithin(childAt(document, 'title'));
  addHeading(builder, title !== '' ? title : kindOfDocument(document), 1);
  for (const line of describeHeader(document)) addLine(builder, line);

  const enclosed: Uint8Array[] = [];
  const body = childAt(document, 'component', 'structuredBody');
  for (const component of childrenOf(body, 'component')) {
    for (const section of childrenOf(component, 'section')) writeSection(section, builder, 2);
  }
  if (body !== undefined) collectMedia(body, enclosed);
  const plain = childAt(document, 'component', 'nonXMLBody', 'text');
  const file = enclosedIn(plain);
  if (file !== undefined) enclosed.push(file);
  else if (plain !== undefined) writeNarrative(plain, builder);
  const isElsewhere = plain !== undefined && file === undefined && childAt(plain, 'reference') !== undefined;
  return {
    pages: builder.finish(),
    reasons: [...(isSound ? [] : [PARTLY_DAMAGED]), ...(isElsewhere ? [{ code: 'text-elsewhere' } as const] : [])],
    enclosed,
  };
};
