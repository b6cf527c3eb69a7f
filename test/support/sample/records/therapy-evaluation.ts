import { THERAPIST, THERAPY, WORKER } from '../people.ts';
import { writeDocx } from '../write-docx.ts';

/**
 * The first physical therapy visit. It gives the day after the injury as its date: the file's planted contradiction.
 */
export const therapyEvaluation = (): Promise<Uint8Array> =>
  writeDocx(
    {
      header: `${THERAPY.name}   Tel ${THERAPY.phone}`,
      footer: 'PT initial evaluation   faxed to (555) 555-0111 on 07/19/2016',
      made: '2016-07-18',
    },
    [
      { kind: 'heading', text: 'Physical Therapy Initial Evaluation' },
      {
        kind: 'table',
        rows: [
          ['Patient', WORKER.name, 'Date of birth', WORKER.born],
          ['Date of evaluation', '07/18/2016', 'Date of injury', '07/12/2016'],
          ['Referred by', 'Dr. Placeholder', 'Diagnosis', 'Lumbar strain'],
          ['Visits authorized', '6', 'Precautions', '10 pound limit'],
        ],
      },
      { kind: 'subheading', text: 'History' },
      {
        kind: 'text',
        text: 'The patient is a 38-year-old order picker who felt a pull in her low back while lifting a case of cleaner from a pallet. She started physical therapy one week after the injury. She stopped naproxen three days ago because it upset her stomach.',
      },
      {
        kind: 'text',
        text: 'Pain is 6/10 with bending, 3/10 at rest. Worse: sitting over 20 minutes, bending, getting out of the car. Better: walking, lying on the side. She wakes five nights a week. She had one back strain in 2013 that cleared with a few visits of care. She denies leg symptoms and problems with bladder or bowels.',
      },
      {
        kind: 'text',
        text: 'At work she lifts up to 45 pounds on a regular day. She now packs small parts at a bench. At home she needs help with laundry and with carrying groceries.',
      },
      { kind: 'subheading', text: 'Examination' },
      {
        kind: 'table',
        rows: [
          ['Test', 'Left', 'Right'],
          ['Straight leg raise', '75 degrees, no leg pain', '80 degrees, no leg pain'],
          ['Hip flexion strength', '5/5', '5/5'],
          ['Ankle dorsiflexion strength', '5/5', '5/5'],
          ['Knee reflex', '2+', '2+'],
          ['Ankle reflex', '2+', '2+'],
          ['Side bending', '15 degrees', '20 degrees'],
          ['Single leg stance', '22 seconds', '27 seconds'],
        ],
      },
      {
        kind: 'text',
        text: 'Flexion of the lumbar spine is 40 degrees and limited by pain. Tenderness and tightness are found along the left paravertebral muscles. Gait is slow but even. The Oswestry Disability Index is 44 percent.',
      },
      { kind: 'pageBreak' },
      { kind: 'subheading', text: 'Assessment' },
      {
        kind: 'text',
        text: 'The findings fit a strain of the lumbar muscles with loss of motion and of lifting strength. The outlook is good. Nothing was found that would call for a return to the physician before the planned date.',
      },
      { kind: 'subheading', text: 'Goals for six visits' },
      {
        kind: 'list',
        lines: [
          'Sit 30 minutes without a break',
          'Lift 20 pounds from the waist',
          'Sleep through five nights a week',
          'Carry out a home exercise program without help',
        ],
      },
      { kind: 'subheading', text: 'Treatment today' },
      {
        kind: 'text',
        text: 'Pelvic tilt and knee to chest were taught. She walked ten minutes on the treadmill. Cold pack for ten minutes. Pain after treatment 5/10.',
      },
      { kind: 'subheading', text: 'Plan' },
      {
        kind: 'text',
        text: 'Twice a week for three weeks: stretching, trunk strength, lifting practice, posture at the bench. Manual work as needed. Next visit 07/21/2016.',
      },
      { kind: 'text', text: `Signed: ${THERAPIST}, 07/18/2016` },
      {
        kind: 'text',
        text: 'I have reviewed this plan of care and certify the need for it. Physician signature: E. Placeholder, M.D.   Date: 07/20/2016',
      },
    ],
  );
