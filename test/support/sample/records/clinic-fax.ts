import { CLAIM, CLINIC, PHYSICIAN, WORKER } from '../people.ts';
import { writePdf } from '../write-pdf.ts';
import { faxTiff } from '../write-pictures.ts';

const LOG: readonly (readonly string[])[] = [
  ['Week of', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun', 'Days done'],
  ['08/01/2016', '-', '-', '-', 'done', 'done', '-', 'done', '3 of 4'],
  ['08/08/2016', 'done', 'done', '-', 'done', 'done', '-', 'done', '5'],
  ['08/15/2016', 'done', 'done', 'done', 'done', 'done', '-', '-', '5'],
  ['08/22/2016', '-', 'done', 'done', 'done', 'done', '-', 'done', '5'],
];

const typed = (): Promise<Uint8Array> =>
  writePdf(
    {
      font: 'Helvetica',
      size: 12,
      made: '2016-09-28',
      fax: `09/28/2016 16:05  FROM: IMAGINARY OCC HEALTH ${CLINIC.fax}  P. {page}/{pages}`,
    },
    (sheet) => {
      sheet.title('FAX');
      sheet.fields([
        ['To', 'Sample Review Organisation'],
        ['Date', '09/28/2016'],
        ['Pages', '3'],
      ]);
      sheet.fields([
        ['From', CLINIC.name],
        ['Fax', CLINIC.fax],
        ['Telephone', CLINIC.phone],
      ]);
      sheet.heading('Subject');
      sheet.text(`Records of ${WORKER.name}, born ${WORKER.born}, claim ${CLAIM.number}`);
      sheet.text(
        'With this cover: letter of the treating physician of 09/12/2016 and the exercise log for August 2016. The progress reports were sent by mail on 09/26/2016.',
      );
      sheet.small('This fax is confidential. If it reached the wrong machine, telephone the sender and destroy it.');
      sheet.newPage();
      sheet.title(CLINIC.name);
      sheet.text('September 12, 2016');
      sheet.text(`Re: ${WORKER.name}, date of injury 07/11/2016`);
      sheet.text('To whom it may concern:');
      sheet.text(
        'I have read the determination of 09/08/2016. It was made without the notes on medication. Naproxen was stopped on 07/15/2016 and etodolac on 08/01/2016, both for nausea and heartburn. Cyclobenzaprine was stopped on 07/22/2016 for drowsiness.',
      );
      sheet.text(
        'The patient does her home exercises five days a week. The log is enclosed. Acupuncture is asked for beside this program, six visits, after which function will be measured.',
      );
      sheet.text(
        'The examination has shown no deficit of the nerves at any visit. I still ask for the MRI so that nothing is missed.',
      );
      sheet.signature('Example Placeholder', PHYSICIAN);
      sheet.newPage();
      sheet.title('HOME EXERCISE LOG');
      sheet.text(`Patient: ${WORKER.name}      Started: 08/04/2016`);
      sheet.table([2.2, 1, 1, 1, 1, 1, 1, 1, 1.6], LOG);
      sheet.text('One more day was done on 08/29/2016: 19 days in all.');
    },
  );

/** A three-page fax as TIFF: the cover upright, the letter upside down, the log fed sideways. */
export const clinicFax = async (): Promise<Uint8Array> => faxTiff(await typed(), [0, 180, 90]);
