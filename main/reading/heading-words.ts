/**
 * What a section of a medical record is about. `other` holds nothing for the timeline; `narrative` is running prose
 * under no heading or under one that says nothing about its content.
 */
export type SectionKind =
  | 'subjective'
  | 'objective'
  | 'results'
  | 'diagnosis'
  | 'plan'
  | 'rendered'
  | 'medications'
  | 'work-status'
  | 'mechanism'
  | 'records'
  | 'procedure'
  | 'request'
  | 'allergies'
  | 'narrative'
  | 'other';

/** Headings by section as printed in forms and notes, without numbering. Longer ones are tried before shorter ones. */
// prettier-ignore
export const HEADING_WORDS: readonly (readonly [SectionKind, readonly string[]])[] = [
  ['mechanism', [
    'describe how the (?:accident|injury|exposure)(?: or (?:exposure|injury|illness))? (?:happened|occurred)',
    'how the (?:injury|accident) happened(?:, in the words of the patient)?',
    'history of (?:the )?(?:present |industrial |work )?injury', 'mechanism of injury',
    'history of (?:the )?accident', 'injury history', 'description of (?:the )?(?:injury|accident)',
    'job description and mechanism of injury',
  ]],
  ['records', [
    '(?:review of )?(?:medical )?records? review(?:ed)?', 'review of (?:the )?(?:medical )?records?',
    'documents reviewed', 'medical file review', 'summary of (?:medical )?records', 'clinical summary',
    'clinical history provided', 'summary of treatment/case history',
  ]],
  ['subjective', [
    'subjective complaints?', 'subjective(?: findings| history)?', 'present(?:ing)? complaints?',
    'current complaints?', 'chief complaints?', 'complaints?', 'history of present(?:ing)? illness', 'hpi',
    'interval history', 'history', 'interim history', 'patient history', 'patient complaints?', 'reason for visit',
    'cc', 'pain assessment', 'functional status', 'response to treatment', 'progress', 'comments?', 'reason for call',
    'gen ?hx', 'history of (?:the )?present(?:ing)? (?:illness|complaint)s?', 'subj', 's/o', 's',
  ]],
  ['results', [
    'x-?rays?(?: and laboratory results| results| findings)?', 'b\\. x-?ray and laboratory results',
    'diagnostic (?:studies|tests?|testing|imaging|findings)', 'diagnostics', 'imaging(?: studies| results)?',
    'review of (?:imaging|diagnostic studies)', 'laboratory results', 'radiographs', 'impressions? \\(imaging\\)',
    'studies', 'findings', 'results',
  ]],
  ['objective', [
    'objective findings?', 'objective(?: data| exam(?:ination)?)?', 'physical exam(?:ination)?(?: findings)?',
    'a\\. physical examination', 'exam(?:ination)?(?: findings)?', 'physical findings',
    'musculoskeletal(?: exam(?:ination)?)?', 'orthopedic exam(?:ination)?', 'neurologic(?:al)? exam(?:ination)?',
    'range of motion', 'palpation', 'pe', 'obj', 'exam today', 'o',
  ]],
  ['diagnosis', [
    'diagnos[ei]s(?: and icd codes?| list)?', 'diagnostic impressions?', 'clinical impressions?',
    'assessments?(?: and diagnos[ei]s| */ *diagnos[ei]s| */ *impression)?', 'impressions?', 'working diagnos[ei]s',
    'primary diagnos[ei]s', '(?:active |current |patient )?problems?(?: list)?', 'active problem list', 'dx', 'a',
  ]],
  ['request', [
    'requested treatments?', 'treatments? requested', 'requested services?', 'services? requested',
    'request for authorization', 'authorization (?:is )?requested(?: for)?', 'rfa',
  ]],
  ['plan', [
    'treatment plans?(?: and recommendations?)?', 'plan(?: of (?:care|treatment))?', 'plan/recommendations?',
    'assessment (?:and|&|/) plan', 'assessment/plan', 'a/p', 'recommendations?', 'discussion (?:and|/) plan',
    'treatment recommendations?', 'recommended treatment', 'orders?', 'further treatment', 'future treatment plan',
    'if further treatment (?:is )?required, specify treatment plan/estimated duration', 'future treatment',
    'disposition', 'advice(?: given)?', 'treatment plan and request', 'further treatment required',
    'plan and request', 'care plan', 'p',
  ]],
  ['rendered', [
    'treatments? (?:rendered|provided|given|today)(?: today)?', 'treatment to date', 'procedures?/treatments?',
    'treatments?', 'treatments? today', "today['’]?s treatment", 'intervention', 'therapy provided',
  ]],
  ['medications', [
    '(?:current |present |active |home )?medications?(?: list|(?: have been| were)? updated| prescribed| dispensed| given| today)?', '(?:current |home )?meds(?: updated)?',
    'prescriptions?(?: given| written)?', 'rx', 'medications? dispensed', 'medications? refilled',
    'prescribed medications?',
  ]],
  ['work-status', [
    'work status', 'disability status', 'work (?:capacity|restrictions?|limitations?)', 'restrictions?',
    'return to work(?: status)?', 'current work status', 'occupational status', 'modified duty',
    'specify restrictions', 'work/disability status',
  ]],
  ['allergies', [
    '(?:known |drug |medication )?allerg(?:ies|y)(?:(?:,| and| &|/)? ?(?:adverse (?:drug )?reactions?|reactions?|intolerances?|alerts?|sensitivities)){0,3}',
    'adverse (?:drug )?reactions?', 'drug intolerances?',
  ]],
  ['narrative', [
    'discussion', 'summary', 'summary at discharge', 'discharge summary', 'course of treatment', 'treatment history',
    'history of treatment', 'medical course', 'clinical course', 'hospital course',
    '(?:ed|er|emergency (?:department|room)) ?course', 'addendum', 'note',
  ]],
  ['procedure', [
    'procedures?(?: \\(?s?\\)? ?performed)?', 'operations?(?: performed)?', 'operative procedures?',
    'name of (?:procedure|operation)', 'title of (?:procedure|operation)',
  ]],
  ['other', [
    'past (?:medical|surgical|family|social) history', 'medical history', 'surgical history', 'social history',
    'family history', 'review of systems', 'ros', 'pmh', 'psh', 'fh', 'sh', 'technique',
    'comparison', 'clinical (?:history|information|indication)', 'indications?',
    'reason for (?:study|exam(?:ination)?|consultation|referral)', 'anesthesia', 'complications',
    'estimated blood loss', 'ebl', 'description of (?:the )?(?:procedure|operation)', 'procedure in detail',
    'pre-?operative diagnos[ei]s', 'post-?operative diagnos[ei]s', 'specimens?', 'follow-?up',
    'next (?:appointment|appt|visit)', 'return', 'patient education', 'education', 'immunizations?(?: given)?', 'insurance', 'payers?', 'advance directives',
    'care teams?', 'causation', 'apportionment',
    'disclosure', 'attestation', 'certification', 'billing', 'codes?', 'cpt(?: codes?)?', '(?:short|long)?[ -]?(?:term )?goals?(?: for [a-z0-9 ]{2,30})?',
    'employee information', 'requesting physician information', 'claims administrator information', 'rationale',
    'guidelines?', 'references?', 'impairment', 'future medical(?: care)?', 'nerve conduction stud(?:ies|y)',
    'needle emg', 'occupational history', 'job description', 'identifying information',
    'prior (?:injuries|medical history)', 'consistent with', 'are your findings and diagnosis consistent',
    'is there any other current condition', 'if hospitalized', 'dates? last worked', 'occupation', 'injured at',
    'consent', 'time spent', 'attachments?', 'instructions(?: given)?(?: to the patient)?', 'telephone log',
    'records? read', 'criteria', 'proof of service', 'enclosures?(?: sent with this request)?', 'measures',
    'exercises', 'how to apply', 'authorized representative', 'if you do not agree',
    'what would change the determination', 'papers received', 'notes to the reviewer',
    'function since the last report', 'additional information(?: from the employee)?', 'visits',
  ]],
];
