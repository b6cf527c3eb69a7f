import type { DefaultTreeAdapterTypes } from 'parse5';
import { attributeOf, walkTree } from './html-node.ts';

const DATA = /^\s*data:image\/(?!svg)[\w.+-]+(?:;[\w=.-]+)*;base64,/i;

/** The pictures that a page holds itself, in its addresses (RFC 2397). */
export const dataPictures = (document: DefaultTreeAdapterTypes.Document): Uint8Array[] => {
  const pictures: Uint8Array[] = [];
  walkTree(document, {
    enter: (element) => {
      const source = element.tagName === 'img' ? (attributeOf(element, 'src') ?? '') : '';
      const head = DATA.exec(source)?.[0];
      if (head !== undefined) pictures.push(Buffer.from(source.slice(head.length), 'base64'));
      return true;
    },
    leave: () => undefined,
    text: () => undefined,
  });
  return pictures;
};
