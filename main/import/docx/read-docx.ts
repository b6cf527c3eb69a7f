import { addLines, asText, distinct } from '../flow/add-lines.ts';
import type { FlowText } from '../flow/flow-document.ts';
import { createFlowBuilder } from '../flow/flow-builder.ts';
import { DAMAGED, SENTENCES, trackedChanges, Unreadable } from '../unreadable.ts';
import type { Parts } from '../xml/unzip-parts.ts';
import { unzipParts } from '../xml/unzip-parts.ts';
import { countLists } from './docx-numbering.ts';
import type { DocxContext } from './docx-story.ts';
import { writeStory } from './docx-story.ts';
import { readStyles } from './docx-styles.ts';


const mainPart = (parts: Parts): string => {
  const target = /Type="[^"]*\/officeDocument"[^>]*Target="([^"]+)"|Target="([^"]+)"[^>]*Type="[^"]*\/officeDocument"/.exec(parts.xml('_rels/.rels'));
  const named = (target?.[1] ?? target?.[2] ?? '').replace(/^\//, '');
  const name = parts.names.includes(named) ? named : parts.names.find((part) => /^word\/document\w*\.xml$/i.test(part));
  if (name === undefined) throw new Unreadable(SENTENCES.damaged('Word document'));
  return parts.xml(name);
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

const textOf = (xml: string, context: DocxContext): string =>
  asText((builder) => {
    writeStory(xml, builder, context);
  });

/** The texts of the parts whose names match, each once. */
const asides = (parts: Parts, name: RegExp, context: DocxContext): string[] =>
  distinct(parts.names.filter((part) => name.test(part)).sort().map((part) => textOf(parts.xml(part), context)));

const messagesOf = ({ deletions, embedded }: DocxContext['counts'], isSound: boolean): string[] => [
  ...(deletions > 0 ? [trackedChanges(deletions)] : []),
  ...(embedded > 0 ? ['The document includes another document, which is not shown here. Open the original to see it.'] : []),
  ...(isSound ? [] : [DAMAGED]),
];

/**
 * Reads a Word document (ECMA-376): headers first, then the body, then notes, comments and footers. Pages are cut at
 * page breaks and sections. Throws {@link Unreadable} when it is damaged or encrypted.
 */
export const readDocx = (bytes: Uint8Array): FlowText => {
  if (bytes[0] === 0xd0) throw new Unreadable(SENTENCES.password);
  const parts = unzipParts(bytes, (name) => /\.(xml|rels)$/i.test(name) && !/theme|fontTable|webSettings|customXml|docProps/i.test(name), 'Word document');
  const document = mainPart(parts);
  const notes = { footnote: notesById(parts.xml('word/footnotes.xml'), 'footnote'), endnote: notesById(parts.xml('word/endnotes.xml'), 'endnote') };
  const cited: string[] = [];
  const context: DocxContext = {
    styles: readStyles(parts.xml('word/styles.xml')),
    nextMarker: countLists(parts.xml('word/numbering.xml')),
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
  for (const text of asides(parts, /^word\/header\d*\.xml$/i, context)) addLines(builder, text);
  const isSound = writeStory(document, builder, context);
  cited.forEach((xml, index) => {
    addLines(builder, `[${index + 1}] ${textOf(xml, context)}`);
  });
  for (const xml of notesById(parts.xml('word/comments.xml'), 'comment').values()) addLines(builder, `[Comment] ${textOf(xml, context)}`);
  for (const text of asides(parts, /^word\/footer\d*\.xml$/i, context)) addLines(builder, text);
  return { pages: builder.finish(), messages: messagesOf(context.counts, isSound && parts.isWhole) };
};
