import { textOf } from '../flow/add-lines.ts';
import { createFlowBuilder } from '../flow/flow-builder.ts';
import { walkXml } from '../xml/walk-xml.ts';
import type { DocxContext, StoryWriter } from './docx-story.ts';
import { createStoryWriter } from './docx-story.ts';

/**
 * The text of each note or comment of a part, by id and in order; what only separates notes from the text is left out.
 */
export const readNotes = (
  xml: string,
  name: 'footnote' | 'endnote' | 'comment',
  context: DocxContext,
): ReadonlyMap<string, string> => {
  const notes = new Map<string, string>();
  let id = '';
  let depth = 0;
  let builder = createFlowBuilder();
  let writer: StoryWriter | null = null;
  walkXml(xml, {
    open: (element) => {
      if (writer !== null) {
        depth += 1;
        writer.open(element);
      } else if (element.name === name && !/^(separator|continuation)/.test(element.attributes['type'] ?? '')) {
        id = element.attributes['id'] ?? '';
        builder = createFlowBuilder();
        writer = createStoryWriter(builder, context);
      }
    },
    close: (element) => {
      if (writer === null) return;
      if (depth > 0) {
        depth -= 1;
        writer.close(element);
        return;
      }
      notes.set(id, textOf(builder));
      writer = null;
    },
    text: (text) => writer?.text(text),
  });
  return notes;
};
