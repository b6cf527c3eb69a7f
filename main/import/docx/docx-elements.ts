import type { XmlElement } from '../xml/walk-xml.ts';

/** What a reader does at an element, by the element's name. */
export type DocxHandlers = Readonly<Record<string, (element: XmlElement) => void>>;

const WORD = /wordprocessingml|wordml|markup-compatibility|officeDocument\/(2006\/)?math|\/aml\//;
const DRAWING = /drawingml|:vml$|:office:office$/;
/** Text that has been moved or struck away, alternatives for older readers, codes, and readings above a text. */
// prettier-ignore
const SKIPPED = new Set([
  'del', 'moveFrom', 'Fallback', 'instrText', 'delText', 'delInstrText', 'rPrChange', 'pPrChange', 'sectPrChange',
  'tblPrChange', 'tcPrChange', 'trPrChange', 'numPicBullet', 'rt', 'binData', 'docSuppData',
]);
/** One cell may say that it stands for thousands of columns; so many are written out. */
const MOST_SPAN = 60;

/** Whether the element belongs to the text and not to a drawing in it. */
export const isWord = ({ space }: XmlElement): boolean => WORD.test(space);

/** Whether the element belongs to a drawing, in DrawingML or VML. */
export const isDrawing = (element: XmlElement): boolean => DRAWING.test(element.space) && !isWord(element);

/** Whether a tracked deletion begins here: ECMA-376 part 1, 17.13.5.14, or an annotation of Word 2003. */
export const isDeletion = ({ name, attributes }: XmlElement): boolean =>
  name === 'del' || (name === 'annotation' && attributes['type'] === 'Word.Deletion');

/** Whether nothing inside this element is text of the document as it stands. */
export const isSkipped = (element: XmlElement): boolean => SKIPPED.has(element.name) || isDeletion(element);

/** Whether a property that may be switched off is on: `<w:b/>`, `<w:b w:val="0"/>` (ECMA-376 part 1, 17.17.4). */
export const isOn = ({ attributes }: XmlElement): boolean => !/^(0|false|off|none)$/.test(attributes['val'] ?? '');

/** How many columns a cell takes, at most {@link MOST_SPAN}. */
export const spanOf = ({ attributes }: XmlElement): number =>
  Math.min(MOST_SPAN, Math.max(0, Number(attributes['val'] ?? 0) || 0));

/** The character of a symbol font that `<w:sym>` stands for; its code lies in the private area where it is one byte. */
export const symbolOf = (attributes: XmlElement['attributes']): string => {
  const code = parseInt(attributes['char'] ?? '', 16);
  return Number.isNaN(code) ? '' : String.fromCharCode(code < 0x100 ? code + 0xf000 : code);
};
