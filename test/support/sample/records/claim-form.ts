import { CLAIM, EMPLOYER, WORKER } from '../people.ts';
import { writePdf } from '../write-pdf.ts';
import { scanPdf } from '../write-pictures.ts';

const typed = (): Promise<Uint8Array> =>
  writePdf({ font: 'Courier', size: 11, made: '2016-07-12', footer: 'DWC 1   Page {page} of {pages}' }, (sheet) => {
    sheet.title("WORKERS' COMPENSATION CLAIM FORM (DWC 1)");
    sheet.heading('Employee');
    sheet.box('1. Name', WORKER.name);
    sheet.box('2. Home address', WORKER.address);
    sheet.box('3. Date of injury', '07/11/2016   Time: 10:20 a.m.');
    sheet.box('4. Address where the injury happened', 'Aisle 14, main warehouse, 200 Example Loop');
    sheet.box(
      '5. Describe the injury and the part of the body',
      'Pulled low back while lifting a case of floor cleaner off a pallet',
    );
    sheet.box('6. Signature of employee', 'Casey Sample   07/11/2016');
    sheet.heading('Employer');
    sheet.box('7. Name of employer', EMPLOYER.name);
    sheet.box('8. Date employer first knew of injury', '07/11/2016');
    sheet.box('9. Date claim form was given to employee', '07/11/2016');
    sheet.box('10. Date employer received claim form', '07/12/2016');
    sheet.box('11. Claims administrator', `${CLAIM.payer}, claim ${CLAIM.number}`);
    sheet.newPage();
    sheet.title('SUPERVISOR INCIDENT REPORT');
    sheet.fields([
      ['Date of incident', '07/11/2016'],
      ['Time', '10:20'],
      ['Report written', '07/11/2016 14:10'],
    ]);
    sheet.heading('What happened');
    sheet.text(
      'The employee was picking an order in aisle 14. She lifted a case of floor cleaner, 38 pounds, from the bottom layer of a pallet. She turned to put it on the cart and said that her lower back hurt. She put the case down and told me at once. There was no fall and nothing struck her.',
    );
    sheet.heading('What was done');
    sheet.text(
      'She rested in the break room with a cold pack until 11:00 and then went home. An appointment was made at the occupational health clinic for the next morning.',
    );
    sheet.heading('Witness');
    sheet.text('Drew Example, order picker, saw the employee set the case down and hold her back.');
    sheet.signature('Kim Supervisor', 'Kim Supervisor, shift lead   07/11/2016');
  });

/** The claim form and the supervisor's report, scanned: no text layer, a little crooked. */
export const claimForm = async (): Promise<Uint8Array> => scanPdf(await typed(), '2016-07-12');
