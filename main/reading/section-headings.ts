/** What a section of a medical record is about; `other` holds nothing for the timeline,
 * `narrative` is running prose under no heading or under one that says nothing of its content. */
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
  | 'narrative'
  | 'other';

/** Headings by section as printed in forms and notes, without numbering. Longer ones are tried before shorter ones. */
const HEADINGS: readonly (readonly [SectionKind, readonly string[]])[] = [
  [
    'mechanism',
    [
      'describe how the accident or exposure happened',
      'how the (?:injury|accident) happened(?:, in the words of the patient)?',
      'history of (?:the )?(?:present |industrial |work )?injury',
      'mechanism of injury',
      'history of (?:the )?accident',
      'injury history',
      'description of (?:the )?(?:injury|accident)',
      'job description and mechanism of injury',
    ],
  ],
  [
    'records',
    [
      '(?:review of )?(?:medical )?records? review(?:ed)?',
      'review of (?:the )?(?:medical )?records?',
      'documents reviewed',
      'medical file review',
      'summary of (?:medical )?records',
      'clinical summary',
      'clinical history provided',
      'summary of treatment/case history',
    ],
  ],
  [
    'subjective',
    [
      'subjective complaints?',
      'subjective(?: findings| history)?',
      'present(?:ing)? complaints?',
      'current complaints?',
      'chief complaints?',
      'complaints?',
      'history of present(?:ing)? illness',
      'hpi',
      'interval history',
      'history',
      'interim history',
      'patient history',
      'patient complaints?',
      'reason for visit',
      'cc',
      'pain assessment',
      'functional status',
      'response to treatment',
      'progress',
      'comments?',
      'reason for call',
      's/o',
      's',
    ],
  ],
  [
    'results',
    [
      'x-?rays?(?: and laboratory results| results| findings)?',
      'b\\. x-?ray and laboratory results',
      'diagnostic (?:studies|tests?|testing|imaging|findings)',
      'diagnostics',
      'imaging(?: studies| results)?',
      'review of (?:imaging|diagnostic studies)',
      'laboratory results',
      'radiographs',
      'impressions? \\(imaging\\)',
      'studies',
      'findings',
      'results',
    ],
  ],
  [
    'objective',
    [
      'objective findings?',
      'objective(?: data| exam(?:ination)?)?',
      'physical exam(?:ination)?(?: findings)?',
      'a\\. physical examination',
      'exam(?:ination)?(?: findings)?',
      'physical findings',
      'musculoskeletal(?: exam(?:ination)?)?',
      'orthopedic exam(?:ination)?',
      'neurologic(?:al)? exam(?:ination)?',
      'range of motion',
      'palpation',
      'pe',
      'o',
    ],
  ],
  [
    'diagnosis',
    [
      'diagnos[ei]s(?: and icd codes?| list)?',
      'diagnostic impressions?',
      'clinical impressions?',
      'assessments?(?: and diagnos[ei]s| */ *diagnos[ei]s| */ *impression)?',
      'impressions?',
      'working diagnos[ei]s',
      'primary diagnos[ei]s',
      'problem list',
      'dx',
      'a',
    ],
  ],
  [
    'request',
    [
      'requested treatments?',
      'treatments? requested',
      'requested services?',
      'services? requested',
      'request for authorization',
      'authorization (?:is )?requested(?: for)?',
      'rfa',
    ],
  ],
  [
    'plan',
    [
      'treatment plans?(?: and recommendations?)?',
      'plan(?: of (?:care|treatment))?',
      'plan/recommendations?',
      'assessment (?:and|&|/) plan',
      'assessment/plan',
      'a/p',
      'recommendations?',
      'discussion (?:and|/) plan',
      'treatment recommendations?',
      'recommended treatment',
      'orders?',
      'if further treatment (?:is )?required, specify treatment plan/estimated duration',
      'future treatment',
      'disposition',
      'advice(?: given)?',
      'treatment plan and request',
      'further treatment required',
      'plan and request',
      'p',
    ],
  ],
  [
    'rendered',
    [
      'treatments? (?:rendered|provided|given|today)(?: today)?',
      'treatment to date',
      'procedures?/treatments?',
      'treatments?',
      'treatments? today',
      "today['’]?s treatment",
      'intervention',
      'therapy provided',
    ],
  ],
  [
    'medications',
    [
      '(?:current |present )?medications?(?: list| prescribed| dispensed| given| today)?',
      '(?:current )?meds',
      'prescriptions?(?: given| written)?',
      'rx',
      'medications? dispensed',
      'medications? refilled',
      'prescribed medications?',
    ],
  ],
  [
    'work-status',
    [
      'work status',
      'disability status',
      'work (?:capacity|restrictions?|limitations?)',
      'restrictions?',
      'return to work(?: status)?',
      'current work status',
      'occupational status',
      'modified duty',
      'specify restrictions',
      'work/disability status',
    ],
  ],
  [
    'narrative',
    [
      'discussion',
      'summary',
      'summary at discharge',
      'discharge summary',
      'course of treatment',
      'treatment history',
      'history of treatment',
      'medical course',
      'clinical course',
      'hospital course',
      '(?:ed|er|emergency (?:department|room)) course',
      'addendum',
      'note',
    ],
  ],
  [
    'procedure',
    [
      'procedures?(?: \\(?s?\\)? ?performed)?',
      'operations?(?: performed)?',
      'operative procedures?',
      'name of (?:procedure|operation)',
      'title of (?:procedure|operation)',
    ],
  ],
  [
    'other',
    [
      'past (?:medical|surgical|family|social) history',
      'medical history',
      'surgical history',
      'social history',
      'family history',
      'allerg(?:ies|y)',
      'review of systems',
      'ros',
      'pmh',
      'psh',
      'fh',
      'sh',
      'technique',
      'comparison',
      'clinical (?:history|information|indication)',
      'indications?',
      'reason for (?:study|exam(?:ination)?|consultation|referral)',
      'anesthesia',
      'complications',
      'estimated blood loss',
      'ebl',
      'description of (?:the )?(?:procedure|operation)',
      'procedure in detail',
      'pre-?operative diagnos[ei]s',
      'post-?operative diagnos[ei]s',
      'specimens?',
      'follow-?up',
      'next (?:appointment|appt|visit)',
      'return',
      'patient education',
      'education',
      'causation',
      'apportionment',
      'disclosure',
      'attestation',
      'certification',
      'billing',
      'codes?',
      'cpt(?: codes?)?',
      'goals?',
      'employee information',
      'requesting physician information',
      'claims administrator information',
      'rationale',
      'guidelines?',
      'references?',
      'impairment',
      'future medical(?: care)?',
      'nerve conduction stud(?:ies|y)',
      'needle emg',
      'occupational history',
      'job description',
      'identifying information',
      'prior (?:injuries|medical history)',
      'consistent with',
      'are your findings and diagnosis consistent',
      'is there any other current condition',
      'if hospitalized',
      'dates? last worked',
      'occupation',
      'injured at',
      'consent',
      'time spent',
      'attachments?',
      'instructions(?: given)?(?: to the patient)?',
      'telephone log',
      'records? read',
      'criteria',
      'proof of service',
      'enclosures?(?: sent with this request)?',
      'measures',
      'exercises',
      'how to apply',
      'authorized representative',
      'if you do not agree',
      'what would change the determination',
      'papers received',
      'notes to the reviewer',
      'function since the last report',
      'additional information(?: from the employee)?',
      'visits',
    ],
  ],
];

/** `18.`, `A.`, `IV.`: what may stand before a heading. */
const NUMBERING = '(?:(?:\\d{1,2}[a-z]?|[A-Z]|[IVX]{1,4})[.)]\\s+)?';
const INSTRUCTION = '(?:\\s*\\((?:[^()]|\\([^()]{0,4}\\)){0,160}\\)?)?';

const EVERY = HEADINGS.flatMap(([, words]) => words)
  .sort((a, b) => b.length - a.length)
  .join('|');
/** A heading ends at a colon, at a dash between blanks, or is the whole line; the rest of the line is its content. */
const HEADING = new RegExp(
  `^${NUMBERING}(${EVERY})(?:\\s*\\(s\\))?${INSTRUCTION}\\s*(?::${INSTRUCTION}|\\s[-–]{1,2}\\s|\\.?$)`,
  'iu',
);
/** In a numbered form the heading may run on into its instruction: `20. DIAGNOSIS (if occupational ...`. */
const IN_FORM = new RegExp(`^\\d{1,2}\\.\\s+(${EVERY})(?![a-z])${INSTRUCTION}`, 'iu');
const KINDS = HEADINGS.map(([kind, words]) => ({ kind, pattern: new RegExp(`^(?:${words.join('|')})$`, 'iu') }));

/** A heading at the start of a line: what its section is about and how many characters it takes. */
export type Heading = { readonly kind: SectionKind; readonly length: number };

const kindOf = (words: string): SectionKind => KINDS.find(({ pattern }) => pattern.test(words))?.kind ?? 'other';

/** A heading shows by its colon, by capitals, or by standing alone on a short line that begins with a capital. */
const isShown = (line: string, match: string): boolean => {
  if (match.replace(/[^A-Za-z]/g, '').length <= 3) return /:\s*$/.test(match) && /[A-Z]/.test(match);
  return /:|\s[-–]{1,2}\s$/.test(match) || line.length < 60 || /^\d/.test(line);
};

const formHeading = (line: string): Heading | null => {
  const match = IN_FORM.exec(line);
  const words = match?.[1] ?? '';
  return match !== null && words.length > 3 && words === words.toUpperCase()
    ? { kind: kindOf(words), length: match[0].length }
    : null;
};

const PART_OF_EXAM =
  /SPINE|BACK|NECK|SHOULDER|ELBOW|WRIST|HAND|HIP|KNEE|ANKLE|FOOT|FEET|EXTREMIT|MOTION|PALPATION|INSPECTION|NEURO|MOTOR|SENSORY|REFLEX|GAIT|TEST|STRENGTH|LUMBAR|CERVICAL|THORACIC/;

/** `21. Are your findings consistent with the account of injury:` is a question of a form, its answer no finding. */
const formQuestion = (line: string): Heading | null =>
  /^\d{1,2}[a-z]?\.\s.{3,90}:$/.test(line) ? { kind: 'other', length: line.length } : null;

/** A document's title or letterhead in capitals: what follows is its text. */
const TITLE =
  /REPORT|NOTE|EVALUATION|CONSULTATION|CENTER|CLINIC|GROUP|\bLOG\b|LETTER|SERVICES|THERAPY|CHIROPRACTIC|MEDICAL|ENCOUNTER|FAX|HOSPITAL|VISIT|SUMMARY/;

/** `SOCIAL SITUATION` or `BILLING DATA:` alone on a line: a heading whose section nobody asked for. */
const unknownHeading = (line: string): Heading | null =>
  /^[A-Z][A-Z &/',-]{4,48}:?$/.test(line) && /[A-Z]{4}/.test(line) && !PART_OF_EXAM.test(line)
    ? { kind: TITLE.test(line) ? 'narrative' : 'other', length: line.length }
    : null;

/** The heading that a line begins with, or null. A single letter (`S:`) counts with its colon only. */
export const headingOf = (whole: string): Heading | null => {
  const line = whole.slice(0, 240);
  if (!/^[\dA-Z]/u.test(line)) return null;
  const match = HEADING.exec(line);
  if (match !== null && isShown(line, match[0])) return { kind: kindOf(match[1] ?? ''), length: match[0].length };
  return formHeading(line) ?? formQuestion(line) ?? unknownHeading(line);
};
