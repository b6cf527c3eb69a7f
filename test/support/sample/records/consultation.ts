import { CLAIM, CONSULTANT, WORKER } from '../people.ts';

/**
 * The paragraphs of the consultation. No kept package writes Word 97 files: `consultation-2016-08-24.doc` was made once
 * from these lines with LibreOffice and is kept in the folder; a test reads it and compares.
 */
export const CONSULTATION: readonly string[] = [
  'PHYSICAL MEDICINE CONSULTATION',
  `Patient: ${WORKER.name}`,
  `Date of birth: ${WORKER.born}`,
  `Claim number: ${CLAIM.number}`,
  'Date of consultation: 08/24/2016',
  'Date of injury: 07/11/2016',
  'Reason for referral',
  'Low back pain six weeks after a lifting injury; opinion on further care.',
  'History',
  'The patient is a 38-year-old order picker. She has had six visits of physical therapy and four of chiropractic care with partial relief. Naproxen and etodolac had to be stopped because of nausea and heartburn, cyclobenzaprine because of drowsiness. She does home exercises five days a week. Two days ago she had a flare after a heavy shift; the ache in her left thigh is almost gone.',
  'She denies numbness, weakness, fever, loss of weight, and problems with bladder or bowels. Earlier back strain in 2013, which cleared.',
  'Examination',
  'Posture is straight. Flexion is 45 of 60 degrees, extension 20 of 25. Tender left paravertebral muscles and left quadratus lumborum, with two taut bands. Straight leg raise, slump test and femoral stretch are negative on both sides. Strength is 5/5 throughout. Reflexes are equal. Sensation is normal. Hip motion is full and free of pain.',
  'Imaging',
  'Films of 07/12/2016 were looked at: no fracture, mild narrowing at L5-S1.',
  'Impression',
  'Lumbar strain with myofascial pain. There is no sign of nerve root involvement and no red flag. Surgery is not indicated.',
  'Recommendations',
  '1. A short trial of acupuncture, up to six visits, together with the home exercise program, since tablets are not tolerated.',
  '2. An MRI is not needed now. It should be thought of again if leg pain, numbness or weakness appears.',
  '3. Modified work as set by the treating physician.',
  `Signed: ${CONSULTANT}, physical medicine and rehabilitation, 08/25/2016`,
];
