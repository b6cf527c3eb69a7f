import { EMPLOYER, WORKER } from '../people.ts';
import { writeRtf } from '../write-rtf.ts';
import { writeZip } from '../write-zip.ts';

const CLINIC_2013 = [
  'EXAMPLE FAMILY PRACTICE                     Chart copy printed 09/22/2016',
  '',
  `Patient: ${WORKER.name}   DOB: ${WORKER.born}`,
  'Date of visit: 02/19/2013',
  '',
  'She reports a sore low back since turning soil in the garden on 02/16/2013.',
  'No leg pain. Straight leg raise negative. Strength 5/5.',
  'Assessment: low back strain. Plan: ibuprofen 400 mg for five days, walking.',
  '',
  'Telephone follow-up 03/15/2013: no pain, back to all activities. Closed.',
  '',
  'Signed: Ash Specimen, N.P., 02/19/2013',
];

const JOB: readonly string[] = [
  EMPLOYER.name,
  'JOB DESCRIPTION: ORDER PICKER',
  'Picks orders from shelves and pallets and sets them on a cart. Lifts up to 20 pounds often and up to 45 pounds at times. Bends and twists often. Walks and stands seven hours of an eight hour shift. Drives a pallet truck with certificate.',
  'Form revised 01/2015. Sent to the claims administrator 09/22/2016.',
];

/** Two papers from before the injury, sent together in a ZIP. */
export const earlierRecords = (): Uint8Array =>
  writeZip(
    [
      { name: 'earlier/visit-2013.txt', bytes: new TextEncoder().encode(`${CLINIC_2013.join('\r\n')}\r\n`) },
      { name: 'earlier/job-description.rtf', bytes: writeRtf(JOB.map((text) => ({ text }))) },
    ],
    '2016-09-22',
  );
