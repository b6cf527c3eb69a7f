import { PARTLY_DAMAGED, trackedChanges } from '../document-reasons.ts';
import type { FlowText } from '../flow/flow-document.ts';
import { addLines } from '../flow/add-lines.ts';
import { createFlowBuilder } from '../flow/flow-builder.ts';
import { Unreadable } from '../unreadable.ts';
import type { ByteView } from './byte-view.ts';
import { NO_BYTES, viewBytes } from './byte-view.ts';
import type { CompoundFile } from './compound-file.ts';
import { openCompoundFile } from './compound-file.ts';
import { readAsides } from './doc-asides.ts';
import { readFontPages } from './doc-fonts.ts';
import { readDocHeader } from './doc-header.ts';
import { countDocLists } from './doc-lists.ts';
import { createLooks } from './doc-looks.ts';
import { readCharacterRuns, readParagraphRuns } from './doc-runs.ts';
import type { DocModel } from './doc-story.ts';
import { writeDocStory } from './doc-story.ts';
import { readDocStyles } from './doc-styles.ts';
import { readDocText } from './doc-text.ts';

const COMPOUND = 0xd0;
const FIRST = 512;
const STEP = 64;
const MARKS: ReadonlySet<number> = new Set([0xa5ec, 0xa5dc]);

/** Where a document begins in a container whose directory is lost. */
const findDocument = (bytes: Uint8Array): ByteView => {
  const file = viewBytes(bytes);
  for (let at = FIRST; at < bytes.length; at += STEP) {
    const edition = file.u16(at + 2);
    if (MARKS.has(file.u16(at)) && edition > 100 && edition < 300) return viewBytes(bytes.subarray(at));
  }
  throw new Unreadable({ code: 'damaged', values: { what: 'Word document' } });
};

const openParts = (bytes: Uint8Array): CompoundFile & { readonly document: ByteView } => {
  // Word 2 keeps its document as a file of its own.
  if (bytes[0] !== COMPOUND) return { document: viewBytes(bytes), stream: () => undefined, isWhole: () => true };
  const file = openCompoundFile(bytes);
  const document = file.stream('WordDocument');
  return document === undefined
    ? { ...file, document: findDocument(bytes), isWhole: () => false }
    : { ...file, document };
};

/**
 * Reads a Word document of the binary formats, Word 2 to 2003 ([MS-DOC] and what came before): headers first, then the
 * body, then notes, comments and footers. Pages are cut at page breaks and sections. Throws {@link Unreadable} when it
 * is damaged or encrypted.
 */
export const readDoc = (bytes: Uint8Array): FlowText => {
  const { document, stream, isWhole } = openParts(bytes);
  const header = readDocHeader(document);
  const tables = header.tableStream === null ? document : (stream(header.tableStream) ?? NO_BYTES);
  const data = stream('Data') ?? NO_BYTES;
  const text = readDocText(document, tables, header);
  const looks = createLooks(
    text,
    readCharacterRuns(document, tables, header),
    readParagraphRuns(document, tables, header, data),
    readDocStyles(tables, header),
    header,
  );
  const model: DocModel = {
    isUnicode: header.isUnicode,
    text,
    looks,
    data,
    fontPage: readFontPages(tables, header),
    nextMarker: countDocLists(tables, header),
    counts: { deletions: 0 },
  };
  const asides = readAsides(tables, document, header, model);
  const builder = createFlowBuilder();
  for (const line of asides.headers) addLines(builder, line);
  writeDocStory(header.stories.body, builder, model, asides.marks);
  for (const line of asides.looseBoxes) addLines(builder, line);
  asides.notes().forEach((note, index) => {
    addLines(builder, `[${index + 1}] ${note}`);
  });
  for (const line of asides.comments) addLines(builder, `[Comment] ${line}`);
  for (const line of asides.footers) addLines(builder, line);
  return {
    pages: builder.finish(),
    reasons: [...trackedChanges(model.counts.deletions), ...(text.isWhole && isWhole() ? [] : [PARTLY_DAMAGED])],
  };
};
