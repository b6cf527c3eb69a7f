import { EMPLOYER, WORKER } from '../people.ts';
import { writePdf } from '../write-pdf.ts';
import { phonePhoto } from '../write-pictures.ts';

const typed = (): Promise<Uint8Array> =>
  writePdf({ font: 'Times', size: 14, made: '2016-07-13' }, (sheet) => {
    sheet.title(EMPLOYER.name);
    sheet.text('July 13, 2016');
    sheet.text(`To: ${WORKER.name}`);
    sheet.heading('Offer of modified work');
    sheet.text(
      'Your doctor has limited you to lifting 10 pounds without repeated bending or twisting. We have work for you that keeps to these limits: packing small parts at a bench in the morning shift, five days a week, at your usual pay.',
    );
    sheet.text(
      'The offer starts on 07/14/2016 and lasts as long as your doctor asks for it. You may sit or stand as you need. Please tell your shift lead if a task goes beyond your limits.',
    );
    sheet.signature('Jo Example', 'Jo Example, personnel office');
    sheet.text('I accept this offer.');
    sheet.signature('Casey Sample', 'Employee   07/13/2016');
  });

/** The employer's offer of modified work, photographed with a telephone. */
export const dutyOffer = async (): Promise<Uint8Array> => phonePhoto(await typed());
