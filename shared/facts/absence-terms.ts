/**
 * Something that denials and determinations say is not documented, with every wording of it. A `*` at the end of a
 * wording stands for any ending. `isAssessed`: whether it is there is a finding, so that a page which denies it
 * documents it all the same ("denies side effects"); of the others a page holds the thing or does not.
 */
export type AbsenceTerm = {
  readonly name: string;
  readonly isAssessed: boolean;
  /** How the term came into the list. */
  readonly chosen: string;
  readonly wordings: readonly string[];
};

/** The wordings of a list with commas between them. */
const listed = (list: string): string[] => list.split(',').map((wording) => wording.replace(/\s+/gu, ' ').trim());

/**
 * Terms of claims of absence. Chosen in two ways: `criteria` are what the guideline named asks to be documented;
 * `letters` are those that published determinations of 2016 and 2017, or the denials told in them, say is missing.
 */
export const ABSENCE_TERMS: readonly AbsenceTerm[] = [
  {
    name: 'opioid agreement',
    isAssessed: false,
    chosen: 'criteria: MTUS Chronic Pain Medical Treatment, Opioids, criteria for use',
    wordings: listed(`
      opioid agreement*, opioid contract*, opioid treatment agreement*, opioid pain agreement*, opioid therapy
      agreement*, opiate agreement*, opiate contract*, pain agreement*, pain contract*, pain management
      agreement*, pain management contract*, pain treatment agreement*, narcotic agreement*, narcotic contract*,
      narcotics agreement*, narcotics contract*, controlled substance agreement*, controlled substances
      agreement*, controlled substance contract*, medication agreement*, medication contract*, treatment
      agreement*`),
  },
  {
    name: 'drug screen',
    isAssessed: false,
    chosen: 'criteria: MTUS Chronic Pain Medical Treatment, Opioids, criteria for use and Drug testing',
    wordings: listed(`
      drug screen*, drugs screen*, drug test*, drug monitoring test*, urine screen*, urine test*, urine tox*,
      urine toxicology, toxicology, tox screen*, uds, udt, urinalysis`),
  },
  {
    name: 'prescription monitoring report',
    isAssessed: false,
    chosen: 'letters: "no evidence that the CURES was checked"',
    wordings: listed(
      `cures, pdmp, prescription drug monitoring, prescription monitoring, controlled substance utilization review`,
    ),
  },
  {
    name: 'opioid risk assessment',
    isAssessed: false,
    chosen: 'letters: "a screening for risk of addiction or adverse events"',
    wordings: listed(`
      opioid risk tool*, opioid risk assessment*, opioid risk screen*, addiction risk, risk of addiction, risk for
      addiction, risk of abuse, risk of opioid abuse, risk of opioid misuse, risk of aberran*, soapp, soapp r,
      current opioid misuse measure`),
  },
  {
    name: 'aberrant behavior',
    isAssessed: true,
    chosen: 'criteria: MTUS Chronic Pain Medical Treatment, Opioids, on-going management',
    wordings: listed(`
      aberrant behavior*, aberrant behaviour*, aberrant drug*, aberrant medication*, aberrant use, aberrancy, drug
      seeking, drug taking behavior*, drug misuse, medication misuse, opioid misuse, diversion`),
  },
  {
    name: 'side effects',
    isAssessed: true,
    chosen: 'criteria: MTUS Chronic Pain Medical Treatment, Opioids, on-going management',
    wordings: listed(`side effect*, adverse effect*, adverse event*, adverse reaction*, adverse side effect*`),
  },
  {
    name: 'pain relief',
    isAssessed: false,
    chosen: 'criteria: MTUS Chronic Pain Medical Treatment, Opioids, on-going management',
    wordings: listed(`
      pain relief, relief of pain, relief of his pain, relief of her pain, relief from pain, pain reduction,
      reduction in pain, reduction of pain, reduced pain, reduces pain, reduces his pain, reduces her pain,
      decrease in pain, decreased pain, decreases pain, pain decreased, improvement in pain, analgesia, analgesic
      effect*, analgesic benefit*`),
  },
  {
    name: 'functional improvement',
    isAssessed: false,
    chosen: 'criteria: 8 CCR 9792.20, the word that decides on more of the same treatment',
    wordings: listed(`
      functional improvement*, functional benefit*, functional gain*, functional progress, functional response,
      functional restoration, improvement in function*, improvements in function*, improvement of function*,
      improved function*, improves function*, improved his function*, improved her function*, improve function*,
      gains in function*, increased function*, increase in function*, function improved, function has improved,
      improvement in activities of daily living, improved activities of daily living`),
  },
  {
    name: 'conservative care',
    isAssessed: false,
    chosen: 'letters: "no documentation of failed conservative care"',
    wordings: listed(`
      conservative care, conservative treatment*, conservative therap*, conservative management, conservative
      measure*, conservative modalit*, nonoperative treatment*, nonoperative care, non operative treatment*,
      nonsurgical treatment*, non surgical treatment*, non surgical care`),
  },
  {
    name: 'physical therapy',
    isAssessed: false,
    chosen: 'letters: "the total number of sessions completed"',
    wordings: listed(`
      physical therap*, physiotherap*, therapy session*, therapy visit*, sessions of therapy, visits of therapy,
      pt session*, pt visit*, sessions of pt, visits of pt`),
  },
  {
    name: 'strengthening program',
    isAssessed: false,
    chosen: 'criteria: MTUS Shoulder and Knee Complaints, Special Studies',
    wordings: listed(`
      strengthening program*, strengthening exercise*, strengthening, strength training, strength exercise*,
      resistance exercise*, resistive exercise*, theraband, thera band`),
  },
  {
    name: 'home exercise program',
    isAssessed: false,
    chosen: 'letters: "an independent home exercise program"',
    wordings: listed(`
      home exercise*, home program*, hep, home based exercise*, self directed exercise*, independent exercise*,
      exercises at home, exercise at home`),
  },
  {
    name: 'acupuncture',
    isAssessed: false,
    chosen: 'letters: "does not document any prior acupuncture sessions"',
    wordings: listed(`acupunctur*, electroacupuncture, electro acupuncture`),
  },
  {
    name: 'chiropractic care',
    isAssessed: false,
    chosen: 'criteria: MTUS Chronic Pain Medical Treatment, Manual therapy and manipulation',
    wordings: listed(
      `chiropractic, chiropractor*, spinal manipulation*, manipulative treatment*, manual manipulation*`,
    ),
  },
  {
    name: 'injection',
    isAssessed: false,
    chosen: 'letters: "had or had not received prior lumbar facet injections"',
    wordings: listed(`injection*, injected, nerve block*, epidural*, esi, lesi, cortisone shot*, steroid shot*`),
  },
  {
    name: 'red flags',
    isAssessed: true,
    chosen: 'criteria: MTUS Neck, Low Back, Shoulder and Knee Complaints, Special Studies',
    wordings: listed(`red flag*`),
  },
  {
    name: 'radiculopathy',
    isAssessed: true,
    chosen: 'criteria: MTUS Chronic Pain Medical Treatment, Epidural steroid injections',
    wordings: listed(`
      radiculopath*, radicular pain, radicular symptom*, radicular finding*, radicular complaint*, radiculitis,
      nerve root compression, nerve root compromise, nerve root impingement, nerve root irritation`),
  },
  {
    name: 'neurological deficit',
    isAssessed: true,
    chosen: 'letters: "no evidence of neurologic impairment"',
    wordings: listed(`
      neurologic deficit*, neurological deficit*, neurologic impairment*, neurological impairment*, neurologic
      dysfunction, neurological dysfunction, neurologic compromise, neuromotor deficit*, motor deficit*, sensory
      deficit*, neurosensory deficit*, focal deficit*`),
  },
  {
    name: 'X-rays',
    isAssessed: false,
    chosen: 'letters: "results of preliminary x-rays were not provided"',
    wordings: listed(`x ray*, xray*, radiograph*, plain film*, plain radiograph*`),
  },
  {
    name: 'MRI',
    isAssessed: false,
    chosen: 'letters: "no documentation of an MRI being performed"',
    wordings: listed(`mri, mris, magnetic resonance`),
  },
  {
    name: 'electrodiagnostic studies',
    isAssessed: false,
    chosen: 'criteria: MTUS Neck, Low Back and Forearm, Wrist and Hand Complaints, Special Studies',
    wordings: listed(`electrodiagnostic*, electromyogra*, emg, emgs, ncv, ncs, nerve conduction`),
  },
  {
    name: 'range of motion',
    isAssessed: false,
    chosen: 'letters: "range of motion numerical values"',
    wordings: listed(`range of motion, ranges of motion, rom, goniometr*`),
  },
  {
    name: 'gastrointestinal risk',
    isAssessed: true,
    chosen: 'letters: "no indication of GI disturbance", "history of peptic ulcer, GI bleeding"',
    wordings: listed(`
      gastrointestinal risk*, gastrointestinal event*, gastrointestinal symptom*, gastrointestinal upset,
      gastrointestinal complaint*, gastrointestinal disturbance*, gastrointestinal distress, gi risk*, gi event*,
      gi symptom*, gi upset, gi complaint*, gi disturbance*, gi distress, gi bleed*, gastritis, gerd,
      gastroesophageal reflux, gastric reflux, acid reflux, dyspepsia, heartburn, peptic ulcer*`),
  },
  {
    name: 'first-line drug',
    isAssessed: false,
    chosen: 'letters: "no evidence of failed first line therapy"; criteria: topical analgesics',
    wordings: listed(`
      first line, antidepressant*, anti depressant*, anticonvulsant*, anti convulsant*, antiepileptic*, anti
      epileptic*, gabapentin, pregabalin, duloxetine`),
  },
  {
    name: 'psychological evaluation',
    isAssessed: false,
    chosen: 'criteria: MTUS Chronic Pain Medical Treatment, spinal cord stimulators, pain programs',
    wordings: listed(`
      psychological evaluation*, psychological clearance*, psychological assessment*, psychological screen*,
      psychological consult*, psychosocial evaluation*, psychosocial screen*, psychiatric evaluation*, psychologic
      evaluation*, psych evaluation*, psych eval*, psych clearance*`),
  },
  {
    name: 'taper',
    isAssessed: false,
    chosen: 'criteria: MTUS Chronic Pain Medical Treatment, Weaning of medications',
    wordings: listed(`taper*, weaning, weaned, wean, dose reduction*`),
  },
];
