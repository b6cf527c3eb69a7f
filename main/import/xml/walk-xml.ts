import { SaxesParser } from 'saxes';

/** An element as it opens: its name without prefix, its namespace, its attributes by local name. */
export type XmlElement = { readonly name: string; readonly space: string; readonly attributes: Readonly<Record<string, string>> };
export type XmlVisitor = {
  readonly open?: (element: XmlElement) => void;
  readonly close?: (element: XmlElement) => void;
  readonly text?: (text: string) => void;
};

/** Deeper documents are made to break readers. */
const MOST_DEPTH = 2000;

/**
 * Walks an XML document. Nothing is fetched and no entity of the document's own is expanded; faults are passed over, so
 * that a damaged part still gives what stands before and after. Returns false when there were faults.
 */
export const walkXml = (xml: string, visitor: XmlVisitor): boolean => {
  const parser = new SaxesParser({ xmlns: true });
  const stack: XmlElement[] = [];
  let isSound = true;
  parser.on('error', () => {
    isSound = false;
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (stack.length >= MOST_DEPTH) throw new RangeError('XML nested too deep');
    const element = { name: local, space: uri, attributes: Object.fromEntries(Object.values(attributes).map((attribute) => [attribute.local, attribute.value])) };
    stack.push(element);
    visitor.open?.(element);
  });
  parser.on('closetag', () => {
    const element = stack.pop();
    if (element !== undefined) visitor.close?.(element);
  });
  parser.on('text', (text) => visitor.text?.(text));
  parser.on('cdata', (text) => visitor.text?.(text));
  parser.write(xml).close();
  return isSound;
};
