import { annotatedPdf, FIRST_OTHER, textAt, textField, tickField } from './form-pdf.ts';
import { rawPdf, rawStream } from './raw-pdf.ts';

/** A form of two values and two ticks, with the picture of one value or without any. */
export const filledForm = (isDrawn: boolean): Buffer =>
  annotatedPdf({
    isForm: true,
    content: textAt([
      [60, 700, 'Name:'],
      [320, 700, 'Date of injury:'],
      [74, 670, 'Expedited'],
      [204, 670, 'Standard'],
    ]),
    others: isDrawn
      ? [
          rawStream(
            'BT /F1 10 Tf 2 4 Td (Robin Madeup) Tj ET',
            '/Type/XObject/Subtype/Form/BBox[0 0 160 16]/Resources<</Font<</F1 5 0 R>>>>',
          ),
        ]
      : [],
    annotations: [
      textField('name', [120, 696, 280, 712], 'Robin Madeup', isDrawn ? `/AP<</N ${FIRST_OTHER} 0 R>>` : ''),
      textField('doi', [410, 696, 540, 712], '07/11/2016'),
      tickField('fast', [60, 668, 70, 678], true),
      tickField('slow', [190, 668, 200, 678], false),
    ],
  });

/** A form of which a field draws something else than it holds. */
export const staleForm = (): Buffer =>
  annotatedPdf({
    isForm: true,
    content: textAt([[60, 700, 'Service:']]),
    others: [
      rawStream(
        'BT /F1 10 Tf 2 4 Td (Massage) Tj ET',
        '/Type/XObject/Subtype/Form/BBox[0 0 160 16]/Resources<</Font<</F1 5 0 R>>>>',
      ),
    ],
    annotations: [textField('svc', [120, 696, 280, 712], 'Acupuncture', `/AP<</N ${FIRST_OTHER} 0 R>>`)],
  });

/** A form that is built when it is opened: one page that says so, and its values as data. */
export const builtForm = (): Buffer =>
  rawPdf([
    '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[]/XFA[(template) 6 0 R(datasets) 7 0 R]>>/NeedsRendering true>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>/MediaBox[0 0 612 792]>>',
    rawStream(textAt([[60, 700, 'Please wait...']])),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    rawStream('<template xmlns="http://www.xfa.org/schema/xfa-template/3.0/"/>'),
    rawStream(
      '<xfa:datasets xmlns:xfa="http://www.xfa.org/schema/xfa-data/1.0/"><xfa:data><form><Employee>Robin Madeup</Employee><Service>Aquatic therapy</Service></form></xfa:data></xfa:datasets>',
    ),
  ]);
