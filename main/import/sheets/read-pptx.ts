import { createFlowBuilder } from '../flow/flow-builder.ts';
import type { FlowBuilder } from '../flow/flow-builder.ts';
import type { FlowText } from '../flow/flow-document.ts';
import type { Parts } from '../xml/unzip-parts.ts';
import { unzipParts } from '../xml/unzip-parts.ts';
import { walkXml } from '../xml/walk-xml.ts';
import { mediaOf } from './read-xlsx.ts';
import { relatedParts } from './related-parts.ts';

const DECK = 'ppt/presentation.xml';

/** The slides in the order in which they are shown. */
const slidesOf = (parts: Parts): string[] => {
  const related = new Map(relatedParts(parts, DECK).map((one) => [one.id, one.part] as const));
  const slides: string[] = [];
  walkXml(parts.xml(DECK), {
    open: ({ name, attributes }) => {
      if (name !== 'sldId') return;
      // Two attributes are called id: that of the relation has letters in it.
      const part = Object.values(attributes)
        .map((value) => related.get(value))
        .find((found) => found !== undefined);
      if (part !== undefined) slides.push(part);
    },
  });
  return slides.length > 0 ? slides : parts.names.filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name)).sort();
};

/** Writes the paragraphs of a slide, or of what is noted to it, tables as tables. */
const writeSlide = (xml: string, builder: FlowBuilder): void => {
  let inText = false;
  const starts: Readonly<Record<string, () => void>> = {
    p: () => {
      builder.startBlock({ kind: 'paragraph' });
    },
    t: () => {
      inText = true;
    },
    br: () => {
      builder.addText('\n');
    },
    tbl: builder.startTable,
    tr: builder.startRow,
    tc: builder.startCell,
  };
  const ends: Readonly<Record<string, () => void>> = {
    p: builder.endBlock,
    t: () => {
      inText = false;
    },
    tc: builder.endCell,
    tbl: builder.endTable,
  };
  walkXml(xml, {
    open: ({ name }) => {
      if (Object.hasOwn(starts, name)) starts[name]?.();
    },
    text: (text) => {
      if (inText) builder.addText(text);
    },
    close: ({ name }) => {
      if (Object.hasOwn(ends, name)) ends[name]?.();
    },
  });
};

/** Reads a PowerPoint presentation (ECMA-376): each slide a page, with what is noted to it. Pictures follow as pages. */
export const readPptx = (bytes: Uint8Array): FlowText => {
  const parts = unzipParts(bytes, (name) => /\.(xml|rels)$|^ppt\/media\//i.test(name), 'PowerPoint presentation');
  const builder = createFlowBuilder();
  slidesOf(parts).forEach((slide, at) => {
    if (at > 0) builder.breakPage();
    writeSlide(parts.xml(slide), builder);
    for (const { part } of relatedParts(parts, slide).filter(({ type }) => type === 'notesSlide'))
      writeSlide(parts.xml(part), builder);
  });
  return { pages: builder.finish(), reasons: [], enclosed: mediaOf(parts, 'ppt') };
};
