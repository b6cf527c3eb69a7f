import { walkXml } from './walk-xml.ts';

/** An element with what it holds, by names without prefix. */
export type XmlNode = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlNode | string)[];
};
type Draft = XmlNode & { readonly children: (XmlNode | string)[] };

/**
 * The whole of an XML document as a tree; `isSound` is false when there were faults. Refuses what {@link walkXml}
 * refuses.
 */
export const readTree = (xml: string): { readonly root: XmlNode; readonly isSound: boolean } => {
  const root: Draft = { name: '', attributes: {}, children: [] };
  const open = [root];
  const isSound = walkXml(xml, {
    open: ({ name, attributes }) => {
      const node: Draft = { name, attributes, children: [] };
      open.at(-1)?.children.push(node);
      open.push(node);
    },
    close: () => {
      open.pop();
    },
    text: (text) => open.at(-1)?.children.push(text),
  });
  return { root, isSound };
};

export const childrenOf = (node: XmlNode | undefined, name?: string): XmlNode[] =>
  (node?.children ?? []).filter(
    (child): child is XmlNode => typeof child !== 'string' && (name === undefined || child.name === name),
  );

/** The first element that is reached by the given names, one below the other. */
export const childAt = (node: XmlNode | undefined, ...path: readonly string[]): XmlNode | undefined =>
  path.reduce<XmlNode | undefined>((above, name) => childrenOf(above, name)[0], node);

/** All text within, in order, with every kind of blank as one. */
export const textWithin = (node: XmlNode | undefined): string => {
  const pieces: string[] = [];
  const collect = (current: XmlNode): void => {
    for (const child of current.children) {
      if (typeof child === 'string') pieces.push(child);
      else collect(child);
    }
  };
  if (node !== undefined) collect(node);
  return pieces.join('').replace(/\s+/g, ' ').trim();
};
