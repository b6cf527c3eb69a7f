import { CLINIC, EMPLOYER, NURSE, PHYSICIAN, WORKER } from '../people.ts';

const encode = (lines: readonly string[]): Uint8Array => new TextEncoder().encode(`${lines.join('\r\n')}\r\n`);

/** A work status slip after a flare-up, printed as text by the clinic's system. */
export const workStatus = (): Uint8Array =>
  encode([
    CLINIC.name.toUpperCase(),
    `${CLINIC.address}   ${CLINIC.phone}`,
    '',
    'WORK STATUS REPORT',
    '',
    `Patient:        ${WORKER.name}`,
    `Date of birth:  ${WORKER.born}`,
    `Employer:       ${EMPLOYER.name}`,
    'Date of injury: 07/11/2016',
    'Date of visit:  08/22/2016 (walk-in)',
    '',
    'She came in with a flare of low back pain, 8/10, after restocking',
    'full cases for a whole shift on 08/20/2016, beyond her restrictions.',
    'She noticed an ache in the left thigh. There was no numbness or',
    'weakness. Straight leg raise was negative and strength was 5/5.',
    '',
    'WORK STATUS: Modified work was limited to 10 pounds through 08/30/2016.',
    '  - no bending below the knee',
    '  - bench work only; change position every 30 minutes',
    '',
    'Medication: no change. Ice, then heat. Home exercises at half the',
    'number for three days, then as before.',
    '',
    'Next visit: 08/30/2016 with Dr. Placeholder',
    '',
    `Electronically signed: ${PHYSICIAN}  08/22/2016 13:44`,
    'Printed: 08/22/2016 13:45   User: FRONTDESK2   Page 1 of 1',
  ]);

/** The clinic's list of medication with the reasons for stopping. */
export const medicationList = (): Uint8Array =>
  encode([
    `${CLINIC.name.toUpperCase()} - MEDICATION LIST`,
    `Patient: ${WORKER.lastFirst}   DOB: ${WORKER.born}   Chart: ${CLINIC.chart}`,
    'Allergies: penicillin (rash, childhood)',
    '',
    'Drug                      Directions             Started     Stopped     Reason stopped',
    '------------------------  ---------------------  ----------  ----------  --------------------',
    'Naproxen 500 mg #30       1 twice a day          07/12/2016  07/15/2016  nausea, heartburn',
    'Cyclobenzaprine 10 mg #15 1 at bedtime           07/12/2016  07/22/2016  drowsiness',
    'Acetaminophen 650 mg      up to 4 times a day    07/15/2016  -',
    'Etodolac 400 mg #28       1 twice a day          07/27/2016  08/01/2016  heartburn',
    'Lidocaine patch 4% #30    1 a day, 12 hours on   08/16/2016  -',
    '',
    'No opioid has been prescribed. State prescription database checked 08/30/2016: no entries.',
    'Pharmacy: Example Drugs, (555) 555-0135',
    '',
    `Reviewed with patient 08/30/2016 by ${NURSE}`,
    'Printed 09/28/2016 09:20 for release of records',
  ]);
