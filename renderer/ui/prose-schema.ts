import { Extension, Node } from '@tiptap/core';
import { history, redo, undo } from '@tiptap/pm/history';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Node as Doc } from '@tiptap/pm/model';
import { positionOf, textOfDoc } from './prose-text.ts';

/** Words that are drawn differently: `start` and `end` count in the text, end exclusive; several may overlap. */
export type ProseMark = {
  /** Given back when one clicks the words. */
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly look: 'cited' | 'warn' | 'block' | 'current' | 'quoted';
  /** Shown when the mouse rests on the words. */
  readonly title?: string;
};

const Paragraphs = Node.create({ name: 'doc', topNode: true, content: 'paragraph+' });
const Paragraph = Node.create({
  name: 'paragraph',
  content: 'text*',
  parseHTML: () => [{ tag: 'p' }, { tag: 'div' }, { tag: 'li' }],
  renderHTML: () => ['p', 0],
});
const Text = Node.create({ name: 'text' });

const History = Extension.create({
  name: 'history',
  addProseMirrorPlugins: () => [history()],
  addKeyboardShortcuts() {
    const run = (step: typeof undo) => () => step(this.editor.state, this.editor.view.dispatch);
    return { 'Mod-z': run(undo), 'Mod-y': run(redo), 'Mod-Shift-z': run(redo) };
  },
});

/** A transaction that carries new marks has them under this key. */
export const marksKey = new PluginKey<DecorationSet>('marks');

const decorate = (doc: Doc, marks: readonly ProseMark[]): DecorationSet => {
  const text = textOfDoc(doc);
  return DecorationSet.create(
    doc,
    marks
      .filter(({ start, end }) => start < end && end <= text.length)
      .map(({ id, start, end, look, title }) =>
        Decoration.inline(positionOf(text, start), positionOf(text, end), {
          class: `mark-${look}`,
          'data-mark': id,
          ...(title ? { title } : {}),
        }),
      ),
  );
};

/** Marks stay on their words while one types, until new ones come. */
const Marks = Extension.create({
  name: 'marks',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key: marksKey,
      state: {
        init: () => DecorationSet.empty,
        apply: (change, marks) => {
          const fresh: unknown = change.getMeta(marksKey);
          return Array.isArray(fresh)
            ? decorate(change.doc, fresh as ProseMark[])
            : marks.map(change.mapping, change.doc);
        },
      },
      props: { decorations: (state) => marksKey.getState(state) },
    }),
  ],
});

export const PROSE_EXTENSIONS = [Paragraphs, Paragraph, Text, History, Marks];

/** The document of a text, as tiptap takes it. */
export const docOfText = (text: string) => ({
  type: 'doc',
  content: text
    .split('\n')
    .map((line) => ({ type: 'paragraph', ...(line === '' ? {} : { content: [{ type: 'text', text: line }] }) })),
});
