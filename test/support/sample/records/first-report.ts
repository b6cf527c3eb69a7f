import type { Sheet } from '../draw-sheet.ts';
import { CLAIM, CLINIC, EMPLOYER, PHYSICIAN, WORKER } from '../people.ts';
import { writePdf } from '../write-pdf.ts';

const employerPart = (sheet: Sheet): void => {
  sheet.title("STATE OF CALIFORNIA\nDOCTOR'S FIRST REPORT OF OCCUPATIONAL INJURY OR ILLNESS");
  sheet.small(
    'Within five days of the first examination the physician sends this report to the claims administrator. Form 5021.',
  );
  sheet.fields([
    ['1. Insurer name and address', `${CLAIM.payer}, ${CLAIM.address}`],
    ['Claim no.', CLAIM.number],
  ]);
  sheet.fields([
    ['2. Employer name', EMPLOYER.name],
    ['Policy no.', 'not given'],
  ]);
  sheet.fields([
    ['3. Address', EMPLOYER.address],
    ['4. Nature of business', 'Warehousing and order picking'],
  ]);
  sheet.fields([
    ['5. Patient name', WORKER.name],
    ['6. Sex', 'Female'],
    ['7. Date of birth', WORKER.born],
  ]);
  sheet.fields([
    ['8. Address', WORKER.address],
    ['9. Telephone', WORKER.phone],
  ]);
  sheet.fields([
    ['10. Occupation', 'Order picker'],
    ['11. Social Security number', 'withheld'],
  ]);
  sheet.fields([
    ['12. Injured at', 'Aisle 14, main warehouse, Sampleville'],
    ['County', 'Example County'],
  ]);
  sheet.fields([
    ['13. Date and hour of injury', '07/11/2016  10:20 AM'],
    ['14. Date last worked', '07/11/2016'],
  ]);
  sheet.fields([
    ['15. Date and hour of first examination', '07/12/2016  8:45 AM'],
    ['16. Have you treated this patient before', 'No'],
  ]);
};

const findings = (sheet: Sheet): void => {
  sheet.box(
    '17. How the injury happened, in the words of the patient',
    '"I was lifting a case of floor cleaner off the bottom layer of a pallet. When I turned to set it on the cart I felt something pull in my lower back and had to let go of the case."',
  );
  sheet.box(
    '18. Subjective complaints',
    'A 38-year-old woman with low back pain, worse on the left, since a lift at work yesterday. Pain is 4/10 at rest and 7/10 when she bends. It does not travel below the buttock. She has no numbness, no weakness, and no change in bladder or bowel control.',
  );
  sheet.box(
    '19a. Physical examination',
    'Height 5 ft 5 in, weight 151 lb, blood pressure 122/78, temperature 98.2. She walks slowly without a limp. There is tenderness over the lumbar paravertebral muscles, more on the left, with mild spasm. Flexion is 40 of 60 degrees and extension 10 of 25 degrees. Straight leg raise is negative on both sides. Strength is 5/5 in both legs, reflexes are 2+ and equal, sensation is intact.',
  );
  sheet.box(
    '19b. X-ray and laboratory results',
    'Lumbar spine, two views, taken 07/12/2016: no fracture and no slippage seen. Formal report to follow.',
  );
  sheet.box(
    '20. Diagnosis',
    'Lumbar strain, initial encounter (S39.012A). Muscle spasm of the back (M62.830). Chemical or toxic compounds involved: No.',
  );
  sheet.box('21. Are your findings consistent with the account of injury', 'Yes.');
  sheet.box(
    '22. Is there any other condition that will delay recovery',
    'No. One earlier back strain, which she says cleared within a month, years ago.',
  );
};

const plan = (sheet: Sheet): void => {
  sheet.newPage();
  sheet.box(
    '23. Treatment rendered',
    'She was prescribed naproxen 500 mg, one tablet twice a day with food, #30, and cyclobenzaprine 10 mg, one at bedtime, #15. Cold packs. She was shown how to lift and how to turn with the feet.',
  );
  sheet.box(
    '24. Further treatment required',
    'Physical therapy was ordered twice a week for three weeks (6 visits) for the lumbar spine. Return visit in two weeks, sooner if leg weakness, numbness of the groin or loss of bladder control should appear.',
  );
  sheet.box('25. Hospitalized', 'No.');
  sheet.box(
    '26. Work status',
    'Is the patient able to perform usual work: No. She may return to modified work on 07/13/2016: no lifting, pushing or pulling over 10 pounds, no repeated bending or twisting, may change position as needed. Estimated return to regular work: 08/23/2016.',
  );
  sheet.heading('Instructions given to the patient');
  sheet.list([
    'Stay as active as the pain allows. Bed rest slows recovery from a back strain.',
    'Use the cold pack for 15 minutes up to four times a day for the first three days; after that, heat.',
    'Take naproxen with food. Stop it and telephone the clinic if your stomach hurts or your stools turn black.',
    'Cyclobenzaprine can make you sleepy. Do not drive or use a lift truck within eight hours of taking it.',
    'Call 911 for sudden weakness of both legs or for loss of control of bladder or bowels.',
  ]);
  sheet.text(
    'The patient repeated the instructions in her own words and had no questions. An interpreter was not needed.',
  );
  sheet.signature(
    'Example Placeholder',
    `${PHYSICIAN}   Occupational medicine   License: specimen only   Signed 07/13/2016`,
  );
  sheet.fields([
    ['Executed at', 'Sampleville, CA'],
    ['Date', '07/13/2016'],
    ['Telephone', CLINIC.phone],
  ]);
  sheet.small(
    "Anyone who makes a knowingly false statement in order to obtain or deny workers' compensation benefits commits an offense.",
  );
};

const draw = (sheet: Sheet): void => {
  employerPart(sheet);
  findings(sheet);
  plan(sheet);
};

const settings = {
  font: 'Helvetica',
  size: 9,
  made: '2016-07-13',
  footer: `${CLINIC.name}   ${CLINIC.address}   Printed 07/13/2016 16:52   Page {page} of {pages}`,
} as const;

/** Form 5021, the first report after the injury. */
export const firstReport = (): Promise<Uint8Array> =>
  writePdf({ ...settings, header: `${CLINIC.name}   Tel ${CLINIC.phone}   Fax ${CLINIC.fax}` }, draw);

/** The same report as it came in a second time by fax, with the machine's line over each page. */
export const firstReportFaxedAgain = (): Promise<Uint8Array> =>
  writePdf(
    {
      ...settings,
      fax: `09/01/2016 14:22  FROM: IMAGINARY OCC HEALTH ${CLINIC.fax}  TO: ${CLAIM.fax}  P. {page}/{pages}`,
    },
    draw,
  );
