import { CLAIM, CLINIC, EMPLOYER, PHYSICIAN, REVIEW, WORKER } from '../people.ts';
import { writePdf } from '../write-pdf.ts';

/** DWC Form IMR as it reached the review organisation, with its stamp. */
export const reviewApplication = (): Promise<Uint8Array> =>
  writePdf(
    {
      font: 'Helvetica',
      size: 10,
      made: '2016-09-19',
      header: 'RECEIVED 09/19/2016   SAMPLE REVIEW ORGANISATION   IMR CASE NUMBER CM16-9900018',
      footer: 'DWC Form IMR   Scanned 09/19/2016 10:03   Page {page} of {pages}',
    },
    (sheet) => {
      sheet.title(
        "State of California, Division of Workers' Compensation\nAPPLICATION FOR INDEPENDENT MEDICAL REVIEW (DWC Form IMR)",
      );
      sheet.small(
        'To ask for a review, sign and date this form, attach the utilization review determination, and mail or fax both to the review organization.',
      );
      sheet.fields([
        ['Case number', 'CM16-9900018'],
        ['Application received', '09/19/2016'],
      ]);
      sheet.heading('Type of utilization review');
      sheet.check([
        [true, 'Regular'],
        [false, 'Expedited'],
        [false, 'Retrospective'],
        [false, 'Formulary dispute'],
      ]);
      sheet.heading('Employee');
      sheet.fields([
        ['Name', WORKER.name],
        ['Date of birth', WORKER.born],
        ['Telephone', WORKER.phone],
      ]);
      sheet.fields([
        ['Address', WORKER.address],
        ['Attorney', 'none'],
      ]);
      sheet.fields([
        ['Date of injury', '07/11/2016'],
        ['Claim number', CLAIM.number],
        ['Employer', EMPLOYER.name],
      ]);
      sheet.heading('Requesting physician');
      sheet.fields([
        ['Name', PHYSICIAN],
        ['Practice', CLINIC.name],
        ['Specialty', 'Occupational medicine'],
      ]);
      sheet.fields([
        ['Address', CLINIC.address],
        ['Telephone', CLINIC.phone],
        ['Fax', CLINIC.fax],
      ]);
      sheet.heading('Claims administrator');
      sheet.fields([
        ['Name', CLAIM.payer],
        ['Adjuster', CLAIM.adjuster],
        ['Telephone', CLAIM.phone],
      ]);
      sheet.heading('Disputed medical treatment');
      sheet.fields([
        ['Primary diagnosis', 'Lumbar strain (S39.012D)'],
        ['Date of utilization review determination', '09/08/2016'],
      ]);
      sheet.fields([
        ['Is the claims administrator disputing liability for the requested treatment', 'No'],
        ['Review number', REVIEW.number],
      ]);
      sheet.text('Each item of requested treatment that was denied, delayed or modified:');
      sheet.text(
        '1. Acupuncture for the lumbar spine, once a week for 6 weeks (6 visits)\n2. MRI of the lumbar spine without contrast',
      );
      sheet.heading('Request for review and consent to obtain medical records');
      sheet.text(
        'I ask for an Independent Medical Review of the decision about my treatment. I allow my health care providers and the claims administrator to give the records and information needed for the review, including records about my earlier care. This consent ends one year from the date below. I may end it sooner, except for what has already been done.',
      );
      sheet.signature('Casey Sample', 'Employee signature   Date: 09/14/2016');
      sheet.newPage();
      sheet.heading('Authorized representative');
      sheet.text('To be filled in only if somebody else acts for the employee. Not filled in.');
      sheet.fields([
        ['Name of representative', 'none'],
        ['Date', 'none'],
      ]);
      sheet.heading('How to apply');
      sheet.list([
        'The claims administrator fills in the form and sends it to the employee together with the decision.',
        'The employee checks the form, corrects what is wrong, signs it, and attaches all pages of the decision.',
        'The form goes to the review organization within 30 days, or within 10 days in a formulary dispute.',
        'The employee keeps one copy and sends another to the claims administrator.',
        'A lawyer may sign for the employee if an entry of appearance is on file.',
      ]);
      sheet.heading('Additional information from the employee');
      sheet.text(
        '"The pills upset my stomach and the muscle relaxer made me too sleepy to work. I do my exercises. I would like to try acupuncture before anything else. I want to get back to picking orders."',
      );
      sheet.text('Sent with this form: decision of 09/08/2016, all pages.');
      sheet.heading('Enclosure check by the mail room');
      sheet.table(
        [4, 2, 2],
        [
          ['Paper', 'Present', 'Checked'],
          ['Signed application', 'Yes', '09/19/2016'],
          ['Utilization review determination', 'Yes', '09/19/2016'],
          ['Proof of service', 'Yes', '09/19/2016'],
        ],
      );
    },
  );
