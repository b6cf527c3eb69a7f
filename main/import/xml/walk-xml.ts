import { SaxesParser } from 'saxes';
import { Unreadable } from '../unreadable.ts';

/** An element as it opens: its name without prefix, its namespace, its attributes by local name. */
export type XmlElement = {
  readonly name: string;
  readonly space: string;
  readonly attributes: Readonly<Record<string, string>>;
};
export type XmlVisitor = {
  readonly open?: (element: XmlElement) => void;
  readonly close?: (element: XmlElement) => void;
  readonly text?: (text: string) => void;
};

/** Deeper documents are made to break readers. */
const MOST_DEPTH = 2000;

/**
 * Walks an XML document. Nothing is fetched; a document that declares entities of its own is refused with
 * {@link Unreadable}, since its text could be hidden in them or be without end, and so is one nested too deep. Other
 * faults are passed over, so that a damaged part still gives what stands before and after. Returns false when there
 * were faults.
 */
export const walkXml = (xml: string, visitor: XmlVisitor): boolean => {
  const parser = new SaxesParser({ xmlns: true });
  const stack: XmlElement[] = [];
  let isSound = true;
  parser.on('error', () => {
    isSound = false;
  });
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/i.test(doctype)) throw new Unreadable({ code: 'own-entities' });
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (stack.length >= MOST_DEPTH) throw new Unreadable({ code: 'nested-too-deep' });
    const element = {
      name: local,
      space: uri,
      attributes: Object.fromEntries(Object.values(attributes).map((attribute) => [attribute.local, attribute.value])),
    };
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
  // What is still open where a damaged document ends is closed, so that its last words are not lost.
  while (stack.length > 0) {
    const element = stack.pop();
    if (element !== undefined) visitor.close?.(element);
  }
  return isSound;
};
