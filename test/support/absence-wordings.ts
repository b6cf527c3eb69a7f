/**
 * Terms as rationales name them (`said`, each a thing that can stand behind "no" or "of"), a sentence of a record that
 * documents the term in other words, and one that names it and documents nothing.
 */
export const TERMS: readonly (readonly [name: string, said: string, held: string, lacks: string])[] = [
  [
    'opioid agreement',
    'signed opioid contract',
    'Pain agreement signed and dated 02/03/2016.',
    'Opioid agreement to be signed.',
  ],
  ['drug screen', 'urine drug testing', 'UDS of 06/20 was consistent.', 'UDS at next visit.'],
  ['prescription monitoring report', 'CURES report', 'The PDMP was reviewed today.', 'Will check CURES.'],
  [
    'opioid risk assessment',
    'opioid risk assessment',
    'Opioid Risk Tool score 3, low risk.',
    'SOAPP was not completed.',
  ],
  [
    'aberrant behavior',
    'aberrant drug behavior',
    'She shows no drug-seeking and takes it as told.',
    'The guideline asks for signs of aberrancy.',
  ],
  ['side effects', 'adverse effects', 'Side effects: mild nausea.', 'Advised to report if there are side effects.'],
  ['pain relief', 'pain relief', 'Norco gives a reduction in pain from 8/10 to 5/10.', 'There was no relief of pain.'],
  [
    'functional improvement',
    'objective functional improvement',
    'She reports improved function; she can cook again.',
    'No functional gains.',
  ],
  [
    'conservative care',
    'failed conservative care',
    'He has failed conservative treatment.',
    'Conservative management is recommended.',
  ],
  [
    'physical therapy',
    'prior physical therapy',
    'She completed 12 PT visits.',
    'Request physical therapy twice a week.',
  ],
  [
    'strengthening program',
    'failed strengthening program',
    'Rotator cuff work with theraband, 3 sets.',
    'Would benefit from strengthening.',
  ],
  ['home exercise program', 'home exercise program', 'HEP performed daily.', 'Home exercises to be started.'],
  ['acupuncture', 'previous acupuncture', 'Acupuncturist saw him six times.', 'Recommend acupuncture.'],
  ['chiropractic care', 'chiropractic treatment', 'He saw a chiropractor in May.', 'He never had spinal manipulation.'],
  [
    'injection',
    'epidural injection',
    'Lumbar ESI on 05/02/2016 gave two weeks of relief.',
    'She declined a nerve block.',
  ],
  ['red flags', 'red flag condition', 'Red flags: night pain and weight loss.', 'Guidelines ask for red flags.'],
  ['radiculopathy', 'radiculopathy', 'Radicular pain to the left foot.', 'Consider testing to rule out radiculitis.'],
  ['X-rays', 'plain x-ray', 'Radiographs of 04/02 show a type II acromion.', 'Plain films were ordered.'],
  ['MRI', 'prior MRI', 'Magnetic resonance imaging showed a partial tear.', 'Awaiting authorization for MRI.'],
  [
    'electrodiagnostic studies',
    'electrodiagnostic study',
    'EMG of both arms was normal.',
    'EMG/NCV was not performed.',
  ],
];

type Wording = (said: string) => string;
const upper = (text: string): string => text.replace(/^./u, (first) => first.toUpperCase());
const an = (said: string): string => `${/^[aeio]|^x-|^MRI/u.test(said) ? 'an' : 'a'} ${said}`;

/** Ten ways to say that something is not documented: plain, inflected, passive, in a list. */
export const WORDINGS: readonly Wording[] = [
  (said) => `There is no documentation of ${an(said)}.`,
  (said) => `${upper(said)} has not been documented in the records submitted.`,
  (said) => `The records do not show ${said} to date.`,
  (said) => `There was no mention of a work history, ${said} or a family history.`,
  (said) => `The treating provider has failed to document ${said}, and the request is not supported.`,
  (said) => `Neither a signed consent nor ${said} was provided for review.`,
  (said) => `Documentation of ${said}, vital signs and a work history was not submitted.`,
  (said) => `The medical file lacks any record of ${said}.`,
  (said) => `None of the progress notes documents ${said}, nor do they list allergies.`,
  (said) => `In this case, ${said} could not be found in the documentation provided.`,
];

/** Sentences that claim no absence of the term, and are sound where the records hold it. */
export const SOUND: readonly Wording[] = [
  (said) => `The records document ${said}.`,
  (said) => `There is documentation of ${an(said)} in the report of June.`,
  (said) => `The MTUS does not recommend this treatment without documentation of ${said}.`,
  (said) => `If there is no documentation of ${said}, the criteria ask for a second opinion.`,
  (said) => `The guidelines require that ${said} be documented.`,
  (said) => `The denial says that there is no documentation of ${said}, but the report of June documents ${said}.`,
  (said) => `There is no documentation of a repeat ${said}.`,
  (said) => `${upper(said)} was noted in June, and the request does not exceed what the guideline allows.`,
  (said) => `No allergies were reported, while ${said} is described on two pages.`,
  (said) => `The worker did not return to work; ${said} has been documented since.`,
];
