import type { Sheet } from '../draw-sheet.ts';
import { CLAIM, PHYSICIAN, REVIEW, REVIEWER, WORKER } from '../people.ts';
import { writePdf } from '../write-pdf.ts';

const notice = (sheet: Sheet): void => {
  sheet.title('SAMPLE UTILIZATION REVIEW, INC.\nNotice of Utilization Review Determination');
  sheet.text('September 8, 2016');
  sheet.text(`${PHYSICIAN}\n300 Pretend Street\nSampleville, CA 90000`);
  sheet.fields([
    ['Injured worker', WORKER.name],
    ['Date of birth', WORKER.born],
    ['Claim number', CLAIM.number],
  ]);
  sheet.fields([
    ['Date of injury', '07/11/2016'],
    ['Review number', REVIEW.number],
    ['Claims administrator', CLAIM.payer],
  ]);
  sheet.fields([
    ['RFA dated', '08/31/2016'],
    ['RFA received', '09/01/2016'],
    ['Date of determination', '09/08/2016'],
  ]);
  sheet.fields([
    ['Type of review', 'Prospective'],
    ['Priority', 'Standard'],
  ]);
  sheet.gap();
  sheet.text('Dear Dr. Placeholder:');
  sheet.text(
    'We were asked by the claims administrator to review the treatment named below against the Medical Treatment Utilization Schedule of California. The request and the records that came with it were read by a physician who holds a license in this state. The determination is as follows.',
  );
  sheet.table(
    [5, 2],
    [
      ['Service requested', 'Determination'],
      ['1. Acupuncture for the lumbar spine, once a week for 6 weeks (6 visits)', 'DENIED'],
      ['2. MRI of the lumbar spine without contrast', 'DENIED'],
    ],
  );
  sheet.text(
    'A denied service is one for which medical necessity was not shown by the records sent to us. This notice does not decide whether the employer is liable for the injury.',
  );
  sheet.text(
    'The reviewer tried to reach the office of the requesting physician by telephone on 09/06/2016 at 10:15 and on 09/07/2016 at 15:40. A message was left each time. No call was returned before the time for the decision ran out.',
  );
  sheet.signature(
    'Taylor Imaginary',
    `${REVIEWER}   Physical medicine and rehabilitation   License: specimen only   09/08/2016`,
  );
};

const history = (sheet: Sheet): void => {
  sheet.newPage();
  sheet.heading('Records read');
  sheet.list([
    "Doctor's First Report of Occupational Injury or Illness, exam of 07/12/2016",
    'X-ray report of the lumbar spine, 07/12/2016',
    'PR-2 of 08/16/2016 and of 08/30/2016',
    'Request for authorization, 08/31/2016',
  ]);
  sheet.text(
    'Not sent to us: notes of physical therapy, chiropractic notes, the PR-2 of 07/26/2016, telephone notes of the clinic, and the consultation that the PR-2 of 08/30/2016 mentions.',
  );
  sheet.heading('Clinical summary');
  sheet.text(
    'This is a 38-year-old woman who strained her low back on 07/11/2016 while lifting a case from a pallet at work. Films of 07/12/2016 showed no fracture and mild narrowing at L5-S1. She has had six visits of physical therapy, four visits of chiropractic care, medication and modified duty.',
  );
  sheet.text(
    'On 08/30/2016 the treating physician recorded low back pain of 5/10 to 7/10 without symptoms in the legs. Examination showed tenderness and a slight loss of flexion. Straight leg raise was negative. Strength, reflexes and sensation were normal. The physician asks for acupuncture and for an MRI.',
  );
  sheet.heading('Telephone log');
  sheet.table(
    [2, 1.4, 5],
    [
      ['Date', 'Time', 'Result'],
      ['09/06/2016', '10:15', 'Message left with the front desk'],
      ['09/07/2016', '15:40', 'Message left on the voice mail of the practice'],
      ['09/08/2016', '09:30', 'No answer; decision issued'],
    ],
  );
};

const reasons = (sheet: Sheet): void => {
  sheet.newPage();
  sheet.heading('Item 1. Acupuncture for the lumbar spine, once a week for 6 weeks (6 visits)');
  sheet.text('Determination: denied.');
  sheet.text('Guideline: MTUS, Acupuncture Treatment Guidelines, 2007 (8 CCR 9792.24.1).');
  sheet.text(
    'Reason: Under the guideline, acupuncture may be tried where drugs for pain are being reduced or cannot be taken, or beside an active program of rehabilitation. The reports received state that the worker takes acetaminophen and uses a patch, from which we conclude that she does take medication. The enclosed reports do not describe at length how earlier drugs were tolerated, and no therapy note was received that would show a current program of exercise. The reports do not show that this course is medically necessary.',
  );
  sheet.heading('Item 2. MRI of the lumbar spine without contrast');
  sheet.text('Determination: denied.');
  sheet.text(
    'Guideline: Official Disability Guidelines, Low Back Chapter, section on magnetic resonance imaging (not part of the MTUS).',
  );
  sheet.text(
    'Reason: Advanced imaging of the lumbar spine is reserved for uncomplicated back pain with a progressive or severe nerve deficit, for suspected tumor, infection or fracture, and for planning surgery. None of these is recorded. The neurologic examination is normal on three occasions and the films show no fracture. Lasting pain alone does not call for an MRI. The reports do not show that the study is medically necessary.',
  );
  sheet.heading('What would change the determination');
  sheet.list([
    'For item 1: notes that show which drugs were tried, how they were tolerated, and what exercise program the worker follows.',
    'For item 2: a new finding on neurologic examination, or a suspicion of serious disease of the spine.',
  ]);
  sheet.heading('Criteria');
  sheet.text(
    'The criteria used are public. A copy of the parts that were used is sent free of charge on request to the address of the claims administrator.',
  );
};

const rights = (sheet: Sheet): void => {
  sheet.newPage();
  sheet.heading('If you do not agree');
  sheet.text(
    'The injured worker may ask for an Independent Medical Review. The application that comes with this notice has to reach the review organization within 30 days of the date on which this notice was served. A review that is asked for late is refused unless liability was in dispute.',
  );
  sheet.text(
    'The treating physician may join in the application. The review is free for the worker. It is decided by a physician who has no tie to the employer, to the insurer, or to this company.',
  );
  sheet.text(
    `For an internal review of this decision, write to ${CLAIM.payer}, ${CLAIM.address}, within ten days. The internal review is voluntary and does not lengthen the time for the application.`,
  );
  sheet.text(
    'Information and Assistance officers of the Division can answer questions about claims and can be called without charge.',
  );
  sheet.heading('Proof of service');
  sheet.text(
    'I am over eighteen years of age and have no part in this matter. On 09/08/2016 I sent this notice with its enclosures by fax to the requesting physician and by first class mail to the injured worker and the claims administrator.',
  );
  sheet.table(
    [3, 4, 2],
    [
      ['Name', 'Address or number', 'How sent'],
      [PHYSICIAN, '(555) 555-0111', 'Fax'],
      [WORKER.name, WORKER.address, 'Mail'],
      [CLAIM.payer, CLAIM.address, 'Mail'],
    ],
  );
  sheet.signature('Lee Specimen', 'Lee Specimen, clerk   Sampleville, 09/08/2016');
  sheet.heading('Enclosures');
  sheet.list(['Application for Independent Medical Review (DWC Form IMR)', 'Addressed envelope']);
};

/** The utilization review's denial of both items. */
export const utilizationReview = (): Promise<Uint8Array> =>
  writePdf(
    {
      font: 'Times',
      size: 11.5,
      made: '2016-09-08',
      header: `${REVIEW.name}   Tel ${REVIEW.phone}   Fax ${REVIEW.fax}`,
      footer: `Review ${REVIEW.number}   ${WORKER.lastFirst}   Claim ${CLAIM.number}   Page {page} of {pages}`,
    },
    (sheet) => {
      notice(sheet);
      history(sheet);
      reasons(sheet);
      rights(sheet);
    },
  );
