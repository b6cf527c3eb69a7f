import type { RawObject } from './raw-pdf.ts';
import { rawPdf, rawStream } from './raw-pdf.ts';

/** A word or sentence at a place, in points from the lower left. */
export type Placed = readonly [x: number, y: number, text: string];

const escaped = (text: string): string => text.replace(/[\\()]/g, '\\$&');

/** Text in Helvetica of ten points, in the order given. */
export const textAt = (placed: readonly Placed[]): string =>
  placed.map(([x, y, text]) => `BT /F1 10 Tf 1 0 0 1 ${x} ${y} Tm (${escaped(text)}) Tj ET`).join('\n');

/**
 * A PDF of one page with this content, these annotations (each the entries of its dictionary) and, where `form` is set,
 * a form that holds those of them that are fields. Objects from {@link FIRST_OTHER} on are given.
 */
export const annotatedPdf = ({
  content,
  annotations = [],
  isForm = false,
  catalog = '',
  page = '/MediaBox[0 0 612 792]',
  resources = '',
  others = [],
}: {
  readonly content: string;
  readonly annotations?: readonly string[];
  readonly isForm?: boolean;
  readonly catalog?: string;
  readonly page?: string;
  readonly resources?: string;
  readonly others?: readonly RawObject[];
}): Buffer => {
  const first = FIRST_OTHER + others.length;
  const references = annotations.map((_, at) => `${first + at} 0 R`).join(' ');
  return rawPdf([
    `<</Type/Catalog/Pages 2 0 R${isForm ? `/AcroForm<</Fields[${references}]/DA(/Helv 10 Tf 0 g)/DR<</Font<</Helv 5 0 R>>>>>>` : ''}${catalog}>>`,
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    `<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>${resources}>>/Annots[${references}]${page}>>`,
    rawStream(content),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    ...others,
    ...annotations.map((entries) => `<</Type/Annot/F 4${entries}>>`),
  ]);
};

export const FIRST_OTHER = 6;

type Rect = readonly [left: number, bottom: number, right: number, top: number];

/** A field for text with its value. */
export const textField = (name: string, rect: Rect, value: string, more = ''): string =>
  `/Subtype/Widget/FT/Tx/DA(/Helv 10 Tf 0 g)/T(${name})/Rect[${rect.join(' ')}]/V(${escaped(value)})${more}`;

/** A box to be ticked. */
export const tickField = (name: string, rect: Rect, isOn: boolean): string =>
  `/Subtype/Widget/FT/Btn/T(${name})/Rect[${rect.join(' ')}]/V/${isOn ? 'Yes' : 'Off'}/AS/${isOn ? 'Yes' : 'Off'}`;
