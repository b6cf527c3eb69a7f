/**
 * Between places in the document and offsets of a page's text. Every piece of text of a page stands in an element with
 * `data-start`, the offset of its first character, and holds exactly the characters of the page's text from there on.
 */
const leavesOf = (root: Element): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('[data-start]')];
const startOf = (leaf: HTMLElement): number => Number(leaf.dataset['start']);
const endOf = (leaf: HTMLElement): number => startOf(leaf) + (leaf.textContent?.length ?? 0);

/** The offset of a place in the document; outside of the page it is the nearer end. Null on a page without text. */
const offsetOf = (root: Element, node: Node, nodeOffset: number): number | null => {
  const leaf = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-start]');
  if (leaf && root.contains(leaf))
    return node.nodeType === Node.TEXT_NODE
      ? startOf(leaf) + nodeOffset
      : nodeOffset === 0
        ? startOf(leaf)
        : endOf(leaf);
  const point = document.createRange();
  point.setStart(node, nodeOffset);
  const leaves = leavesOf(root);
  const after = leaves.find((one) => point.comparePoint(one, 0) >= 0);
  const last = leaves.at(-1);
  return after ? startOf(after) : last ? endOf(last) : null;
};

/** The place of an offset in the document: in the piece of text that holds it, else at the start of the next. */
const pointOf = (root: Element, offset: number): readonly [node: Node, offset: number] | null => {
  const leaves = leavesOf(root);
  const leaf = leaves.find((one) => endOf(one) >= offset) ?? leaves.at(-1);
  if (!leaf) return null;
  const text = leaf.firstChild ?? leaf;
  return [text, Math.min(Math.max(offset - startOf(leaf), 0), text.textContent?.length ?? 0)];
};

/** What is selected on a page. `anchor` is where it began, `focus` where it is being extended; equal: a caret. */
export type WordRange = { readonly anchor: number; readonly focus: number };

/** The document's selection as offsets of the page, where it began on this page; else null. */
export const selectionIn = (root: Element, selection: Selection | null): WordRange | null => {
  if (!selection?.anchorNode || !selection.focusNode || !root.contains(selection.anchorNode)) return null;
  const anchor = offsetOf(root, selection.anchorNode, selection.anchorOffset);
  const focus = offsetOf(root, selection.focusNode, selection.focusOffset);
  return anchor === null || focus === null ? null : { anchor, focus };
};

/** Selects the words between two offsets, so that copying and screen readers have them too. */
export const selectRange = (root: Element, { anchor, focus }: WordRange): void => {
  const from = pointOf(root, anchor);
  const to = pointOf(root, focus);
  if (from && to) document.getSelection()?.setBaseAndExtent(from[0], from[1], to[0], to[1]);
};

/** Scrolls as little as needed to see where the selection is being extended. */
export const followCaret = (): void => {
  const node = document.getSelection()?.focusNode;
  (node instanceof Element ? node : node?.parentElement)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
};
