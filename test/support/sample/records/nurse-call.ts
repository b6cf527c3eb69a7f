import { CLINIC, NURSE, WORKER } from '../people.ts';
import { writeRtf } from '../write-rtf.ts';

/** The telephone note about the first drug that was not tolerated. */
export const nurseCall = (): Uint8Array =>
  writeRtf([
    { bold: true, text: `${CLINIC.name}` },
    { bold: true, text: 'TELEPHONE ENCOUNTER' },
    { text: `Patient: ${WORKER.name}\tDOB: ${WORKER.born}\tChart: ${CLINIC.chart}` },
    { text: `Date of call: 07/15/2016 11:05\tCall taken by: ${NURSE}\tCall back: ${WORKER.phone}` },
    { text: '' },
    { bold: true, text: 'Reason for call' },
    {
      text: 'The patient called to report nausea and heartburn after each dose of naproxen since 07/13/2016. She had taken it with food. She has had no vomiting and no black stools. Her back pain is “about the same, 6/10.”',
    },
    { bold: true, text: 'Advice given' },
    {
      text: 'Naproxen was stopped on the advice of Dr. Placeholder and acetaminophen 650 mg up to four times a day was started. She may keep taking cyclobenzaprine at bedtime. She is to call again if stomach pain goes on for more than two days. Therapy starts on 07/18/2016 as planned.',
    },
    { text: 'She understood and agreed – no further questions.' },
    { text: '' },
    { text: `Signed by ${NURSE}, 07/15/2016 11:31. Reviewed by E. Placeholder, M.D., 07/15/2016 12:50.` },
    { text: 'Printed 09/28/2016' },
  ]);
