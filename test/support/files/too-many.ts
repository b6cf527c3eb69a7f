import { annotatedPdf, textAt, textField } from './form-pdf.ts';
import { onePagePdf, rawStream } from './raw-pdf.ts';

/** A form with so many fields on one page, each holding its number. */
export const formOfFields = (fields: number): Buffer =>
  annotatedPdf({
    isForm: true,
    content: '',
    annotations: Array.from({ length: fields }, (_, at) => {
      const [left, bottom] = [20 + (at % 50) * 42, 20 + Math.floor(at / 50) * 14];
      return textField(`f${at}`, [left, bottom, left + 40, bottom + 13], String(at));
    }),
    page: '/MediaBox[0 0 2200 1500]',
  });

/** A typed page with so many notes stuck on it. */
export const pageOfNotes = (notes: number): Buffer =>
  annotatedPdf({
    content: textAt([[60, 700, 'Typed under the notes.']]),
    annotations: Array.from({ length: notes }, (_, at) => `/Subtype/Text/Rect[60 690 80 710]/Contents(Note ${at})`),
  });

/** A typed page with so many pictures of one dot. */
export const pageOfPictures = (pictures: number): Buffer =>
  onePagePdf({
    page: '/MediaBox[0 0 612 792]',
    content: rawStream(
      [
        ...Array.from(
          { length: pictures },
          (_, at) => `q 2 0 0 2 ${60 + (at % 100) * 4} ${200 + Math.floor(at / 100) * 4} cm /X Do Q`,
        ),
        textAt([[60, 700, 'Typed above the dots.']]),
      ].join('\n'),
    ),
    others: [
      rawStream('\x00', '/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8'),
    ],
  });
