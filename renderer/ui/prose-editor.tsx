import { EditorContent, useEditor } from '@tiptap/react';
import type { Editor } from '@tiptap/react';
import { useEffect, useEffectEvent, useImperativeHandle, useLayoutEffect } from 'react';
import type { Ref } from 'react';
import { TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { Fragment, Slice } from '@tiptap/pm/model';
import { PROSE_EXTENSIONS, docOfText, marksKey } from './prose-schema.ts';
import type { ProseMark } from './prose-schema.ts';
import { changeBetween } from '../../shared/merge-prose.ts';
import { offsetOf, positionOf, textOfDoc } from './prose-text.ts';

export type ProseSelection = { readonly start: number; readonly end: number };

/** What others may ask of the editor. */
export type ProseHandle = {
  readonly focus: () => void;
  /** Selects words and scrolls to them; offsets of the text. */
  readonly select: (start: number, end: number) => void;
  /** Puts words in place of the selection. */
  readonly insert: (text: string) => void;
  /**
   * Puts words in place of others, as if typed: Ctrl+Z takes it back. Offsets of the text; the cursor goes behind them.
   */
  readonly replace: (start: number, end: number, text: string) => void;
};

export type ProseEditorProps = {
  readonly label: string;
  /** Paragraphs joined by one `\n` each. */
  readonly value: string;
  /** Every change; give the text back as `value`. */
  readonly onChange: (text: string) => void;
  readonly onBlur?: () => void;
  readonly marks?: readonly ProseMark[];
  /** A click on marked words. */
  readonly onMark?: (id: string) => void;
  readonly onSelect?: (selection: ProseSelection) => void;
  /** A key before the editor takes it; true: it is dealt with. */
  readonly onKey?: (event: KeyboardEvent) => boolean;
  /** Words that were pasted, where they stand now. */
  readonly onPasted?: (words: ProseSelection) => void;
  /** The id of the choice that the arrows point at in a list below. */
  readonly activeChoice?: string | undefined;
  readonly placeholder?: string;
  readonly isReadOnly?: boolean;
  /** No border: the prose stands alone in its pane. */
  readonly isBare?: boolean;
  readonly ref?: Ref<ProseHandle>;
};

const NO_MARKS: readonly ProseMark[] = [];

const paragraphsOf = (editor: Editor, text: string): Slice => {
  const { paragraph } = editor.schema.nodes;
  const lines = text
    .split('\n')
    .map((line) => paragraph?.create(null, line === '' ? null : editor.schema.text(line)))
    .filter((node) => node !== undefined);
  return new Slice(Fragment.from(lines), 1, 1);
};

/**
 * Has the editor take the cursor as the page has it. The browser moves it at once and tells of it a little later; a
 * change from elsewhere in between would put it back to where it was, and the next word would be written there.
 */
const takeCursor = (editor: Editor): void => {
  if (editor.view.hasFocus()) editor.view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'));
};

/** Brings the document to `text` by the smallest change, not to be undone by Ctrl+Z: it came from elsewhere. */
const follow = (editor: Editor, text: string): void => {
  const before = textOfDoc(editor.state.doc);
  const change = changeBetween(before, text);
  if (change === null) return;
  takeCursor(editor);
  const slice = change.text === '' ? Slice.empty : paragraphsOf(editor, change.text);
  editor.view.dispatch(
    editor.state.tr
      .replace(positionOf(before, change.start), positionOf(before, change.end), slice)
      .setMeta('addToHistory', false)
      .setMeta('preventUpdate', true),
  );
};

const mark = (editor: Editor, marks: readonly ProseMark[]): void => {
  takeCursor(editor);
  editor.view.dispatch(
    editor.state.tr.setMeta(marksKey, marks).setMeta('addToHistory', false).setMeta('preventUpdate', true),
  );
};

const replaceWords = (editor: Editor, start: number, end: number, text: string): void => {
  const before = textOfDoc(editor.state.doc);
  const [from, to] = [positionOf(before, start), positionOf(before, Math.min(end, before.length))];
  const change = editor.state.tr.replace(from, to, text === '' ? Slice.empty : paragraphsOf(editor, text));
  const cursor = positionOf(textOfDoc(change.doc), start + text.length);
  editor.view.dispatch(change.setSelection(TextSelection.create(change.doc, cursor)).scrollIntoView());
  editor.view.focus();
};

/** Tells where pasted words stand once they do. */
const watchPaste = (view: EditorView, tell: (words: ProseSelection) => void): void => {
  const { doc, selection } = view.state;
  const [start, before] = [offsetOf(doc, selection.from), textOfDoc(doc).length];
  const replaced = offsetOf(doc, selection.to) - start;
  setTimeout(() => tell({ start, end: start + textOfDoc(view.state.doc).length - before + replaced }));
};

const handleOf = (editor: Editor | null): ProseHandle => ({
  focus: () => editor?.commands.focus(),
  select: (start, end) => {
    if (editor === null) return;
    const text = textOfDoc(editor.state.doc);
    const range = TextSelection.create(
      editor.state.doc,
      positionOf(text, Math.min(start, text.length)),
      positionOf(text, Math.min(end, text.length)),
    );
    editor.view.dispatch(editor.state.tr.setSelection(range).scrollIntoView());
    editor.view.focus();
  },
  insert: (text) => {
    editor?.view.dispatch(editor.state.tr.replaceSelection(paragraphsOf(editor, text)).scrollIntoView());
    editor?.view.focus();
  },
  replace: (start, end, text) => {
    if (editor !== null) replaceWords(editor, start, end, text);
  },
});

const markAt = (event: Event): string | null =>
  event.target instanceof Element ? (event.target.closest<HTMLElement>('[data-mark]')?.dataset['mark'] ?? null) : null;

/**
 * Plain text in paragraphs, with marked words. It holds no formatting: what is pasted comes in as text. Spelling is
 * checked by the browser.
 */
export const ProseEditor = ({
  label,
  value,
  onChange,
  onBlur,
  marks = NO_MARKS,
  onMark,
  onSelect,
  onKey,
  onPasted,
  activeChoice,
  placeholder = '',
  isReadOnly = false,
  isBare = false,
  ref,
}: ProseEditorProps) => {
  const said = useEffectEvent(({ state }: Editor) => onChange(textOfDoc(state.doc)));
  const selected = useEffectEvent(({ state: { doc, selection } }: Editor) =>
    onSelect?.({ start: offsetOf(doc, selection.from), end: offsetOf(doc, selection.to) }),
  );
  const struck = useEffectEvent((event: KeyboardEvent) => onKey?.(event) ?? false);
  const pasted = useEffectEvent((words: ProseSelection) => onPasted?.(words));
  const isEmpty = value === '';
  const editor = useEditor({
    extensions: PROSE_EXTENSIONS,
    content: docOfText(value),
    injectCSS: false,
    shouldRerenderOnTransaction: false,
  });

  useEffect(() => {
    const update = ({ editor: changed }: { readonly editor: Editor }): void => said(changed);
    const select = ({ editor: changed }: { readonly editor: Editor }): void => selected(changed);
    editor.on('update', update).on('selectionUpdate', select);
    return () => void editor.off('update', update).off('selectionUpdate', select);
  }, [editor]);
  useEffect(() => {
    editor.setOptions({
      editorProps: {
        attributes: {
          class: 'prose',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': label,
          'data-placeholder': placeholder,
          'data-empty': String(isEmpty),
          spellcheck: 'true',
          ...(isReadOnly ? { 'aria-readonly': 'true' } : {}),
          ...(activeChoice ? { 'aria-activedescendant': activeChoice } : {}),
        },
        handleKeyDown: (_view, event) => struck(event),
        handlePaste: (view) => {
          watchPaste(view, pasted);
          return false;
        },
      },
    });
    editor.setEditable(!isReadOnly, false);
  }, [editor, label, placeholder, isEmpty, isReadOnly, activeChoice]);
  // Before the next key can come: later, `value` would lack what was typed since it was drawn, and take it away again.
  useLayoutEffect(() => follow(editor, value), [editor, value]);
  useLayoutEffect(() => mark(editor, marks), [editor, marks, value]);
  useImperativeHandle(ref, () => handleOf(editor), [editor]);

  return (
    <EditorContent
      editor={editor}
      className={`prose-frame ${isBare ? 'bare' : ''}`}
      onBlur={onBlur}
      onClick={(event) => {
        const id = markAt(event.nativeEvent);
        if (id !== null) onMark?.(id);
      }}
    />
  );
};
