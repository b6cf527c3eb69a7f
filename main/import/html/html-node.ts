import type { DefaultTreeAdapterTypes } from 'parse5';

export type HtmlElement = DefaultTreeAdapterTypes.Element;

const isElement = (node: DefaultTreeAdapterTypes.Node): node is HtmlElement => 'tagName' in node;

export const attributeOf = (element: HtmlElement, name: string): string | undefined =>
  element.attrs.find((attribute) => attribute.name === name)?.value;

export type TreeVisitor = {
  /** False passes over everything within. */
  readonly enter: (element: HtmlElement) => boolean;
  readonly leave: (element: HtmlElement) => void;
  readonly text: (text: string) => void;
};

/** Walks what is below a node, in order and without recursion: pages are nested as deep as somebody likes. */
export const walkTree = (root: DefaultTreeAdapterTypes.ParentNode, visitor: TreeVisitor): void => {
  const open: { readonly node: DefaultTreeAdapterTypes.ParentNode; next: number }[] = [{ node: root, next: 0 }];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const child = top.node.childNodes[top.next];
    top.next += 1;
    if (child === undefined) {
      open.pop();
      if (isElement(top.node)) visitor.leave(top.node);
    } else if (child.nodeName === '#text') visitor.text((child as DefaultTreeAdapterTypes.TextNode).value);
    else if (isElement(child) && visitor.enter(child)) open.push({ node: child, next: 0 });
  }
};
