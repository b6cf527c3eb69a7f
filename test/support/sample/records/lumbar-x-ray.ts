import { CLINIC, IMAGING, PHYSICIAN, RADIOLOGIST, WORKER } from '../people.ts';
import { writePdf } from '../write-pdf.ts';

/** The radiologist's report of the films of the second day. */
export const lumbarXRay = (): Promise<Uint8Array> =>
  writePdf(
    {
      font: 'Times',
      size: 11,
      made: '2016-07-12',
      header: `${IMAGING.name}   ${IMAGING.phone}`,
      footer: 'FINAL REPORT   Page {page} of {pages}   Transcribed 07/13/2016 07:05',
    },
    (sheet) => {
      sheet.title('SPECIMEN IMAGING\nRADIOLOGY REPORT');
      sheet.fields([
        ['Patient', WORKER.name],
        ['Date of birth', WORKER.born],
        ['Sex', 'F'],
      ]);
      sheet.fields([
        ['Date of exam', '07/12/2016'],
        ['Accession', 'SI-160712-031'],
        ['Referred by', `${PHYSICIAN}, ${CLINIC.name}`],
      ]);
      sheet.gap(10);
      sheet.heading('EXAMINATION');
      sheet.text('X-ray of the lumbar spine, frontal and lateral views.');
      sheet.heading('CLINICAL INFORMATION');
      sheet.text('Low back pain after lifting at work on 07/11/2016.');
      sheet.heading('COMPARISON');
      sheet.text('None available.');
      sheet.heading('FINDINGS');
      sheet.text(
        'There are five lumbar vertebrae. The vertebral bodies keep their height. No fracture is seen and no vertebra has slipped on its neighbor. The disc space at L5-S1 is slightly narrowed with small marginal spurs; the other disc spaces are of normal height. The pedicles and the sacroiliac joints are unremarkable. The normal curve of the lumbar spine is a little flattened, as is common with muscle spasm. No destructive lesion is seen.',
      );
      sheet.heading('IMPRESSION');
      sheet.list([
        'No fracture or slippage of the lumbar spine.',
        'Mild disc space narrowing at L5-S1, which looks long-standing.',
        'Flattened lumbar curve, probably from spasm.',
      ]);
      sheet.signature(
        'Morgan Fictitious',
        `${RADIOLOGIST}   Diagnostic radiology   Electronically signed 07/12/2016 17:40`,
      );
      sheet.small(
        'This report is meant for the referring physician. If it reached you by mistake please telephone the number above and destroy it.',
      );
    },
  );
