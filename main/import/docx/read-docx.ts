import type { FlowBuilder, FlowPage } from '../flow/flow-builder.ts';
import { createFlowBuilder, PARAGRAPH } from '../flow/flow-builder.ts';
import { SENTENCES, Unreadable } from '../unreadable.ts';
import { unzipParts } from '../xml/unzip-parts.ts';
import { countLists } from './docx-numbering.ts';
import type { DocxContext } from './docx-story.ts';
import { writeStory } from './docx-story.ts';
import { readStyles } from './docx-styles.ts';

export type DocxText = { readonly pages: readonly FlowPage[]; readonly messages: readonly string[] };
type Parts = ReadonlyMap<string, string>;

const mainPart = (parts: Parts): string => {
  const target = /Type="[^"]*\/officeDocument"[^>]*Target="([^"]+)"|Target="([^"]+)"[^>]*Type="[^"]*\/officeDocument"/.exec(parts.get('_rels/.rels') ?? '');
  const named = (target?.[1] ?? target?.[2] ?? '').replace(/^\//, '');
  const name = parts.has(named) ? named : [...parts.keys()].find((part) => /^word\/document\w*\.xml$/i.test(part));
  if (name === undefined) throw new Unreadable(SENTENCES.damaged('Word document'));
  return parts.get(name) ?? '';
};

/** A section's own properties say how it begins, but they stand at its end. */
const sectionStarts = (xml: string): string[] =>
  (xml.match(/<\w+:sectPr\b(?:[^>]*\/>|[\s\S]*?<\/\w+:sectPr>)/g) ?? []).map((section) => /<\w+:type\b[^>]*?\w+:val="(\w+)"/.exec(section)?.[1] ?? 'nextPage');

/** Each note of a notes part as XML of its own, by id; separators are left out. */
const notesById = (xml: string, name: string): ReadonlyMap<string, string> => {
  const root = /<\w+:(?:foot|end)notes\b[^>]*>|<\w+:comments\b[^>]*>/.exec(xml)?.[0] ?? '';
  const end = root === '' ? '' : `</${/<([\w:]+)/.exec(root)?.[1] ?? ''}>`;
  const notes = xml.matchAll(new RegExp(`<(\\w+:${name})\\b([^>]*)>[\\s\\S]*?</\\1>`, 'g'));
  return new Map(
    [...notes].flatMap(([whole, , attributes = '']) => {
      const id = /\bid="(-?\d+)"/.exec(attributes)?.[1];
      return id === undefined || /type="(separator|continuation)/.test(attributes) ? [] : [[id, root + whole + end] as const];
    }),
  );
};

const textOf = (xml: string, context: DocxContext): string => {
  const builder = createFlowBuilder();
  writeStory(xml, builder, context);
  return builder.finish().map((page) => page.text).join('\n').trim();
};

const addParagraphs = (builder: FlowBuilder, text: string): void => {
  for (const line of text.split('\n')) {
    builder.startBlock(PARAGRAPH);
    builder.addText(line);
    builder.endBlock();
  }
};

/** The texts of the parts whose names match, each once. */
const asides = (parts: Parts, name: RegExp, context: DocxContext): string[] => [
  ...new Set([...parts.keys()].filter((part) => name.test(part)).sort().map((part) => textOf(parts.get(part) ?? '', context)).filter((text) => text !== '')),
];

const messagesOf = ({ deletions, embedded }: DocxContext['counts'], isSound: boolean): string[] => [
  ...(deletions > 0 ? [`The document has tracked changes: deleted text (${deletions} places) is left out, inserted text is shown.`] : []),
  ...(embedded > 0 ? ['The document includes another document, which is not shown here. Open the original to see it.'] : []),
  ...(isSound ? [] : ['The document is damaged; some of its text may be missing. Compare it with the original.']),
];

/**
 * Reads a Word document (ECMA-376): headers first, then the body, then notes, comments and footers. Pages are cut at
 * page breaks and sections. Throws {@link Unreadable} when it is damaged or encrypted.
 */
export const readDocx = (bytes: Uint8Array): DocxText => {
  if (bytes[0] === 0xd0) throw new Unreadable(SENTENCES.password);
  const parts = unzipParts(bytes, (name) => /\.(xml|rels)$/i.test(name) && !/theme|fontTable|webSettings|customXml|docProps/i.test(name), 'Word document');
  const document = mainPart(parts);
  const notes = { footnote: notesById(parts.get('word/footnotes.xml') ?? '', 'footnote'), endnote: notesById(parts.get('word/endnotes.xml') ?? '', 'endnote') };
  const cited: string[] = [];
  const context: DocxContext = {
    styles: readStyles(parts.get('word/styles.xml') ?? ''),
    nextMarker: countLists(parts.get('word/numbering.xml') ?? ''),
    sectionStarts: sectionStarts(document),
    citeNote: (kind, id) => {
      const xml = notes[kind].get(id);
      if (xml === undefined) return '';
      cited.push(xml);
      return `[${cited.length}]`;
    },
    counts: { deletions: 0, pictures: 0, embedded: 0 },
  };
  const builder = createFlowBuilder();
  for (const text of asides(parts, /^word\/header\d*\.xml$/i, context)) addParagraphs(builder, text);
  const isSound = writeStory(document, builder, context);
  cited.forEach((xml, index) => {
    addParagraphs(builder, `[${index + 1}] ${textOf(xml, context)}`);
  });
  for (const xml of notesById(parts.get('word/comments.xml') ?? '', 'comment').values()) addParagraphs(builder, `[Comment] ${textOf(xml, context)}`);
  for (const text of asides(parts, /^word\/footer\d*\.xml$/i, context)) addParagraphs(builder, text);
  return { pages: builder.finish(), messages: messagesOf(context.counts, isSound) };
};
