import { PARTLY_DAMAGED, trackedChanges } from '../document-reasons.ts';
import { addLines, distinct } from '../flow/add-lines.ts';
import type { FlowText } from '../flow/flow-document.ts';
import { createFlowBuilder } from '../flow/flow-builder.ts';
import { createListCounter } from '../flow/list-counter.ts';
import { Unreadable } from '../unreadable.ts';
import { decodeXml } from '../xml/decode-xml.ts';
import { unzipParts } from '../xml/unzip-parts.ts';
import { walkXml } from '../xml/walk-xml.ts';
import { qualified } from './odt-space.ts';
import type { OdtContext, OdtWriter } from './odt-story.ts';
import { writeOdtStory } from './odt-story.ts';
import { readOdtStyles } from './odt-styles.ts';

type OdtXml = { readonly content: string; readonly styles: string; readonly isWhole: boolean };

const load = (bytes: Uint8Array): OdtXml => {
  if (bytes[0] !== 0x50) {
    const flat = decodeXml(bytes);
    return { content: flat, styles: flat, isWhole: true };
  }
  const parts = unzipParts(
    bytes,
    (name) => /^(content|styles|META-INF\/manifest)\.xml$/.test(name),
    'OpenDocument file',
  );
  if (/<(?:\w+:)?encryption-data\b/.test(parts.xml('META-INF/manifest.xml')))
    throw new Unreadable({ code: 'needs-password' });
  return { content: parts.xml('content.xml'), styles: parts.xml('styles.xml'), isWhole: parts.isWhole };
};

/** Hands what stands within the elements that match to a writer made for each of them. */
const walkWithin = (
  xml: string,
  isRoot: (name: string) => boolean,
  start: (name: string) => { readonly writer: OdtWriter; readonly end?: () => void },
): boolean => {
  let inside: ReturnType<typeof start> | null = null;
  let depth = 0;
  return walkXml(xml, {
    open: (element) => {
      if (inside === null) {
        if (isRoot(qualified(element)) && element.attributes['display'] !== 'false') inside = start(qualified(element));
        return;
      }
      depth += 1;
      inside.writer.open(element);
    },
    close: (element) => {
      if (inside === null) return;
      if (depth > 0) {
        depth -= 1;
        inside.writer.close(element);
        return;
      }
      inside.end?.();
      inside = null;
    },
    text: (text) => inside?.writer.text(text),
  });
};

/** Headers and footers of all page styles, each text once. */
const marginTexts = (xml: string, context: OdtContext): { readonly headers: string[]; readonly footers: string[] } => {
  const headers: string[] = [];
  const footers: string[] = [];
  walkWithin(
    xml,
    (name) => /^style:(header|footer)(-left|-first)?$/.test(name),
    (name) => {
      const builder = createFlowBuilder();
      const end = (): void => {
        const text = builder
          .finish()
          .map((page) => page.text)
          .join('\n')
          .trim();
        (name.startsWith('style:header') ? headers : footers).push(text);
      };
      return { writer: writeOdtStory(builder, context), end };
    },
  );
  return { headers: distinct(headers), footers: distinct(footers) };
};

const countDeletions = (xml: string): number => xml.match(/<(?:\w+:)?deletion\b/g)?.length ?? 0;

/**
 * Reads an OpenDocument text (ODF 1.3), zipped or flat, and one of OpenOffice 1: headers first, then the body, then
 * notes, comments and footers. Pages are cut at page breaks. Throws {@link Unreadable} when it is damaged or encrypted.
 */
export const readOdt = (bytes: Uint8Array): FlowText => {
  const { content, styles, isWhole } = load(bytes);
  const notes: string[] = [];
  const comments: string[] = [];
  const shared = {
    nextMarker: createListCounter(),
    citeNote: () => {
      const index = notes.push('') - 1;
      return {
        mark: `[${index + 1}]`,
        settle: (text: string): void => {
          notes[index] = text;
        },
      };
    },
    addComment: (text: string): void => {
      comments.push(text);
    },
  };
  const { headers, footers } = marginTexts(styles, { ...shared, styles: readOdtStyles([styles]) });
  const builder = createFlowBuilder();
  for (const text of headers) addLines(builder, text);
  const context = { ...shared, styles: readOdtStyles(styles === content ? [content] : [styles, content]) };
  const isSound = walkWithin(
    content,
    (name) => name === 'office:text' || name === 'office:body',
    () => ({ writer: writeOdtStory(builder, context) }),
  );
  notes.forEach((text, index) => {
    addLines(builder, `[${index + 1}] ${text}`);
  });
  for (const text of comments) addLines(builder, `[Comment] ${text}`);
  for (const text of footers) addLines(builder, text);
  const deletions = countDeletions(content);
  return {
    pages: builder.finish(),
    reasons: [...trackedChanges(deletions), ...(isSound && isWhole ? [] : [PARTLY_DAMAGED])],
  };
};
