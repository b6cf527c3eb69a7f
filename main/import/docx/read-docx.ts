import type { Reason } from '../../../shared/reason.ts';
import { PARTLY_DAMAGED, trackedChanges } from '../document-reasons.ts';
import { addLines, asText, distinct } from '../flow/add-lines.ts';
import { createFlowBuilder } from '../flow/flow-builder.ts';
import type { FlowText } from '../flow/flow-document.ts';
import { Unreadable } from '../unreadable.ts';
import { collectEnclosed } from './docx-enclosed.ts';
import { readNotes } from './docx-notes.ts';
import { countLists } from './docx-numbering.ts';
import type { DocxPackage } from './docx-package.ts';
import { openDocxPackage } from './docx-package.ts';
import { readSectionStarts } from './docx-sections.ts';
import type { DocxContext } from './docx-story.ts';
import { writeStory } from './docx-story.ts';
import { readStyles } from './docx-styles.ts';

const COMPOUND = 0xd0;

/** The part of a kind that the text refers to, or one with the usual name. */
const partOf = (document: DocxPackage, type: string, usual: string): string =>
  document.relatedTo(document.main).find((related) => related.type === type)?.part ?? usual;

/** The texts of the headers or footers, each once. */
const marginTexts = (document: DocxPackage, type: 'header' | 'footer', textOf: (part: string) => string): string[] => {
  const related = document
    .relatedTo(document.main)
    .filter((part) => part.type === type)
    .map(({ part }) => part);
  const usual = document.names.filter((part) => new RegExp(`^word/${type}\\d*\\.xml$`).test(part));
  return distinct((related.length > 0 ? [...new Set(related)] : usual).sort().map(textOf));
};

const reasonsOf = (deletions: number, unseen: number, isSound: boolean): Reason[] => [
  ...trackedChanges(deletions),
  ...(unseen > 0 ? [{ code: 'file-inside-not-shown' } as const] : []),
  ...(isSound ? [] : [PARTLY_DAMAGED]),
];

/**
 * The texts of the headers of a Word document, each once. Throws {@link Unreadable} when it is damaged or encrypted.
 */
export const readDocxHeaders = (bytes: Uint8Array): string[] => {
  const document = openDocxPackage(bytes);
  const context: DocxContext = {
    styles: new Map(),
    nextMarker: () => '',
    sectionStarts: [],
    citeNote: () => '',
    keepNote: () => '',
    keepMargin: () => undefined,
    refer: () => '',
    counts: { deletions: 0 },
  };
  return marginTexts(document, 'header', (part) =>
    asText((builder) => {
      writeStory(document.xml(part), builder, context);
    }),
  );
};

/**
 * Reads a Word document (ECMA-376, transitional or strict, zipped or flat; Word 2003's XML): headers first, then the
 * body, then notes, comments and footers. Pages are cut at page breaks and sections. Throws {@link Unreadable} when it
 * is damaged or encrypted.
 */
export const readDocx = (bytes: Uint8Array): FlowText => {
  if (bytes[0] === COMPOUND) throw new Unreadable({ code: 'needs-password' });
  const document = openDocxPackage(bytes);
  const xml = document.xml(document.main);
  const enclosed = collectEnclosed(document);
  const cited: string[] = [];
  const keepNote = (text: string): string => `[${cited.push(text)}]`;
  const margins: { readonly kind: 'header' | 'footer'; readonly text: string }[] = [];
  const shared: DocxContext = {
    styles: readStyles(document.xml(partOf(document, 'styles', 'word/styles.xml')) || xml),
    nextMarker: countLists(document.xml(partOf(document, 'numbering', 'word/numbering.xml'))),
    sectionStarts: readSectionStarts(xml),
    citeNote: () => '',
    keepNote,
    keepMargin: (kind, text) => {
      margins.push({ kind, text });
    },
    refer: () => '',
    counts: { deletions: 0 },
  };
  const within = (part: string): DocxContext => ({ ...shared, refer: enclosed.refer(part) });
  const notesIn = (
    type: string,
    usual: string,
    name: 'footnote' | 'endnote' | 'comment',
  ): ReadonlyMap<string, string> => {
    const part = partOf(document, type, usual);
    return readNotes(document.xml(part), name, within(part));
  };
  const notes = {
    footnote: notesIn('footnotes', 'word/footnotes.xml', 'footnote'),
    endnote: notesIn('endnotes', 'word/endnotes.xml', 'endnote'),
  };
  const citeNote = (kind: 'footnote' | 'endnote', id: string): string => {
    const text = notes[kind].get(id);
    return text === undefined ? '' : keepNote(text);
  };
  const textOf = (part: string): string =>
    asText((builder) => {
      writeStory(document.xml(part), builder, shared);
    });

  // Word 2003 keeps headers with the sections, behind the text that they stand over.
  if (/<w:(hdr|ftr)\b/.test(xml))
    writeStory(xml, createFlowBuilder(), { ...shared, keepNote: () => '', counts: { deletions: 0 } });
  const kept = (kind: 'header' | 'footer'): string[] =>
    margins.filter((margin) => margin.kind === kind).map(({ text }) => text);
  const headers = distinct([...marginTexts(document, 'header', textOf), ...kept('header')]);
  const footers = distinct([...marginTexts(document, 'footer', textOf), ...kept('footer')]);
  const body = createFlowBuilder();
  for (const text of headers) addLines(body, text);
  const isSound = writeStory(xml, body, { ...within(document.main), citeNote });
  cited.forEach((text, index) => {
    addLines(body, `[${index + 1}] ${text}`);
  });
  for (const text of notesIn('comments', 'word/comments.xml', 'comment').values()) addLines(body, `[Comment] ${text}`);
  for (const text of footers) addLines(body, text);
  return {
    pages: body.finish(),
    reasons: reasonsOf(shared.counts.deletions, enclosed.unseen(), isSound && document.isWhole),
    enclosed: enclosed.files(),
  };
};
