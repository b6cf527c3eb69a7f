import { THERAPIST, THERAPY, WORKER } from '../people.ts';
import { writePdf } from '../write-pdf.ts';

const VISITS: readonly (readonly string[])[] = [
  ['Visit', 'Date', 'Pain before / after', 'Treatment', 'Response'],
  ['1 of 6', '07/18/2016', '6/10  5/10', 'Evaluation. Pelvic tilt, knee to chest, walking 10 min', 'Tolerated'],
  [
    '2 of 6',
    '07/21/2016',
    '6/10  5/10',
    'Stretching 3 x 30 s, bridge 2 x 10, soft tissue work 10 min',
    'Sore that evening, settled',
  ],
  ['3 of 6', '07/25/2016', '5/10  4/10', 'Bridge 3 x 10, dead bug 2 x 8, treadmill 10 min', 'Sitting 25 min'],
  [
    '4 of 6',
    '07/28/2016',
    '6/10  5/10',
    'As before; hip hinge drill with dowel',
    'Pain more after long shift on 07/27',
  ],
  [
    '5 of 6',
    '08/02/2016',
    '5/10  4/10',
    'Hip hinge with 10 lb, side plank 2 x 15 s, treadmill 15 min',
    'Lifts 12 lb from waist',
  ],
  ['6 of 6', '08/09/2016', '5/10  4/10', 'Lifting circuit 15 lb, review of home program', 'Sitting 40 min. Discharged'],
];

const EXERCISES: readonly (readonly string[])[] = [
  ['Exercise', '7/18', '7/21', '7/25', '7/28', '8/2', '8/9'],
  ['Pelvic tilt', '2x10', '2x10', '3x10', '3x10', '3x10', '3x10'],
  ['Knee to chest', '3x20s', '3x30s', '3x30s', '3x30s', '3x30s', '3x30s'],
  ['Bridge', '-', '2x10', '3x10', '3x10', '3x12', '3x12'],
  ['Dead bug', '-', '-', '2x8', '2x8', '2x10', '3x10'],
  ['Side plank', '-', '-', '-', '-', '2x15s', '2x20s'],
  ['Hip hinge', '-', '-', '-', '2x10', '2x10 10lb', '3x10 15lb'],
  ['Treadmill', '10 min', '10 min', '10 min', '10 min', '15 min', '15 min'],
  ['Cold pack', '10 min', '10 min', '-', '10 min', '-', '-'],
];

const MEASURES: readonly (readonly string[])[] = [
  ['Measure', 'First visit', 'Last visit'],
  ['Oswestry Disability Index', '44 percent', '28 percent'],
  ['Lumbar flexion', '40 degrees', '50 degrees'],
  ['Sitting before a break', '20 minutes', '40 minutes'],
  ['Lift from waist', '8 pounds', '15 pounds'],
  ['Strength of the legs', '5/5', '5/5'],
];

/** The table of the six physical therapy visits. */
export const therapyFlowSheet = (): Promise<Uint8Array> =>
  writePdf(
    {
      font: 'Helvetica',
      size: 10,
      made: '2016-08-10',
      header: `${THERAPY.name}   Tel ${THERAPY.phone}   Patient: ${WORKER.lastFirst}   DOB ${WORKER.born}`,
      footer: 'PT flow sheet   Printed 08/10/2016 08:02   Page {page} of {pages}',
    },
    (sheet) => {
      sheet.title('PHYSICAL THERAPY FLOW SHEET');
      sheet.fields([
        ['Diagnosis', 'Lumbar strain'],
        ['Authorized', '6 visits'],
        ['Precautions', 'No lifting over restrictions'],
      ]);
      sheet.fields([
        ['Therapist', THERAPIST],
        ['Referred by', 'Dr. Placeholder'],
        ['Visits cancelled', '1 (08/04/2016, transport)'],
      ]);
      sheet.heading('Visits');
      sheet.table([1.1, 1.6, 1.9, 5, 3], VISITS);
      sheet.heading('Exercises');
      sheet.table([2.4, 1, 1, 1, 1, 1.3, 1.3], EXERCISES);
      sheet.newPage();
      sheet.heading('Measures');
      sheet.table([3, 2, 2], MEASURES);
      sheet.heading('Summary at discharge');
      sheet.text(
        'The patient attended six visits of physical therapy from 07/18/2016 to 08/09/2016. She gained sitting time and lifting strength. Pain fell from 6/10 to 4/10 after treatment but returns to 5/10 by the end of a working day. She knows her home program of six exercises and does it without reminders.',
      );
      sheet.text(
        'Goals: sits 30 minutes without a break (met); lifts 20 pounds from the waist (not met); sleeps through five nights a week (partly met); independent in the home program (met).',
      );
      sheet.text(
        'Recommendation: continue the home exercise program five days a week and record it in the log. No further therapy visits are asked for at this time.',
      );
      sheet.signature('Jordan Testperson', `${THERAPIST}   08/09/2016`);
    },
  );
