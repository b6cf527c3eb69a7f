import { CLAIM } from '../people.ts';
import { writePdf } from '../write-pdf.ts';

/** The cover sheet by which the review organisation hands the case to a reviewer. */
export const assignmentSheet = (): Promise<Uint8Array> =>
  writePdf(
    {
      font: 'Helvetica',
      size: 11,
      made: '2016-10-03',
      header: 'SAMPLE REVIEW ORGANISATION   Confidential',
      footer: 'Printed 10/03/2016 08:15   Page {page} of {pages}',
    },
    (sheet) => {
      sheet.title('REVIEWER ASSIGNMENT SHEET');
      sheet.fields([
        ['Case number', 'CM16-9900018'],
        ['Date assigned', '10/03/2016'],
        ['Priority', 'Standard'],
      ]);
      sheet.fields([
        ['Date of injury', '07/11/2016'],
        ['UR denial date', '09/08/2016'],
        ['Application received', '09/19/2016'],
      ]);
      sheet.fields([
        ['Records complete', '09/30/2016'],
        ['Claims administrator', CLAIM.payer],
      ]);
      sheet.heading('Disputed items');
      sheet.list([
        'Acupuncture for the lumbar spine, once a week for 6 weeks (6 visits)',
        'MRI of the lumbar spine without contrast',
      ]);
      sheet.heading('Notes to the reviewer');
      sheet.list([
        'Decide each disputed item on medical necessity alone. Liability is not in dispute.',
        'The file holds papers that were sent twice. Count each once in the list of documents.',
        'The letter is published without names. Do not name the worker, the physicians or the employer.',
      ]);
      sheet.heading('Papers received');
      sheet.table(
        [2, 5, 2],
        [
          ['From', 'Papers', 'Received'],
          [
            'Claims administrator',
            'Determination, request for authorization, first report, imaging, progress reports',
            '09/27/2016',
          ],
          ['Treating physician', 'Progress reports, telephone notes, work status, medication list', '09/28/2016'],
          ['Therapy and chiropractic', 'Evaluation, flow sheet, visit notes', '09/30/2016'],
        ],
      );
    },
  );
