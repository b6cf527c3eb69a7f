import { CLAIM, CLINIC, chartLine, EMPLOYER, PHYSICIAN, WORKER } from '../people.ts';
import type { Sheet } from '../draw-sheet.ts';
import { writePdf } from '../write-pdf.ts';

/** The head that all progress reports of the clinic share. */
export const progressHead = (sheet: Sheet, date: string, ticked: 'periodic' | 'change' | 'request'): void => {
  sheet.title(
    "State of California, Division of Workers' Compensation\nPRIMARY TREATING PHYSICIAN'S PROGRESS REPORT (PR-2)",
  );
  sheet.check([
    [ticked === 'periodic', 'Periodic report (45 days after the last one)'],
    [ticked === 'change', 'Change in treatment plan or in work status'],
    [ticked === 'request', 'Request for authorization attached'],
    [false, 'Discharged   [ ] Released from care   [ ] Information asked for by the payer'],
  ]);
  sheet.fields([
    ['Patient', WORKER.name],
    ['Date of birth', WORKER.born],
    ['Sex', 'F'],
  ]);
  sheet.fields([
    ['Date of injury', '07/11/2016'],
    ['Date of service', date],
    ['Occupation', 'Order picker'],
  ]);
  sheet.fields([
    ['Claims administrator', CLAIM.payer],
    ['Claim number', CLAIM.number],
    ['Adjuster', `${CLAIM.adjuster}, ${CLAIM.phone}, fax ${CLAIM.fax}`],
  ]);
  sheet.fields([
    ['Employer', EMPLOYER.name],
    ['Employer telephone', EMPLOYER.phone],
  ]);
  sheet.gap();
};

/** The work status part and the physician's declaration that end all progress reports of the clinic. */
export const progressEnd = (sheet: Sheet, status: readonly string[], signed: string): void => {
  sheet.heading('WORK STATUS');
  sheet.list(status);
  sheet.heading('PRIMARY TREATING PHYSICIAN');
  sheet.small(
    'I declare that this report is true as far as I know and that I have paid or received nothing for the referral of this patient.',
  );
  sheet.signature('Example Placeholder', `${PHYSICIAN}   Occupational medicine   Signed ${signed}`);
  sheet.fields([
    ['Executed at', 'Sampleville, CA'],
    ['Telephone', CLINIC.phone],
    ['Next appointment', 'see plan'],
  ]);
};

export const progressSettings = (made: string, printed: string) =>
  ({
    font: 'Helvetica',
    size: 10,
    made,
    header: chartLine,
    footer: `${CLINIC.name}   Fax ${CLINIC.fax}   Printed ${printed}   Page {page} of {pages}`,
  }) as const;

/** The first progress report, two weeks after the injury. */
export const progressReportJuly = (): Promise<Uint8Array> =>
  writePdf(progressSettings('2016-07-26', '07/26/2016 15:31'), (sheet) => {
    progressHead(sheet, '07/26/2016', 'change');
    sheet.heading('SUBJECTIVE COMPLAINTS');
    sheet.text(
      'She returns two weeks after the injury and reports that her low back is somewhat better. Pain is now 6/10 at its worst and 3/10 in the morning. It is felt across the beltline, more on the left, and does not go down the leg. Sitting longer than twenty minutes and picking from the lower shelves make it worse; walking helps.',
    );
    sheet.text(
      'She had stopped naproxen on 07/15/2016 because of nausea and heartburn. Cyclobenzaprine made her drowsy the next morning and she stopped it on 07/22/2016. Acetaminophen 650 mg takes the edge off the pain for about three hours.',
    );
    sheet.text(
      'She has attended three of six physical therapy visits and does the stretches at home on most days. She works modified duty at the packing bench. Her supervisor keeps to the restrictions.',
    );
    sheet.heading('OBJECTIVE FINDINGS');
    sheet.text(
      'She is in no distress and gets up from the chair without using her arms. Gait is normal, including on heels and toes. There is tenderness of the lumbar paravertebral muscles from L4 to S1, more on the left. Spasm is no longer felt. Flexion is 45 of 60 degrees, extension 15 of 25, side bending 20 of 25 to each side. Straight leg raise is negative to 80 degrees on both sides. Strength is 5/5 in the legs. Knee and ankle reflexes are 2+ on both sides. Light touch is intact from L2 to S1. Waddell signs 0/5.',
    );
    sheet.heading('DIAGNOSES');
    sheet.list([
      'Lumbar strain, subsequent encounter (S39.012D)',
      'Muscle spasm of the back, resolved (M62.830)',
      'Intolerance of naproxen: nausea, heartburn',
    ]);
    sheet.heading('TREATMENT PLAN');
    sheet.list([
      'Finish the remaining three physical therapy visits.',
      'Start etodolac 400 mg twice a day with food, #28; she is to stop it if her stomach is upset again.',
      'Discontinue cyclobenzaprine. Continue acetaminophen 650 mg up to four times a day.',
      'Chiropractic care was ordered, four visits over two weeks.',
      'Return on 08/16/2016.',
    ]);
    sheet.heading('REVIEW OF RECORDS');
    sheet.text(
      'The x-ray report of 07/12/2016 was read: no fracture, mild narrowing at L5-S1. The first physical therapy note of 07/18/2016 was read.',
    );
    sheet.text(
      'Thirty minutes were spent with the patient, more than half of them in counseling about activity, posture at the bench, and the good outlook of an uncomplicated back strain.',
    );
    progressEnd(
      sheet,
      [
        'Modified work from 07/26/2016 through 08/16/2016: lifting to 15 pounds, no repeated bending, sit or stand as needed.',
        'If the employer has no such work she is off work for that time.',
      ],
      '07/26/2016',
    );
  });
