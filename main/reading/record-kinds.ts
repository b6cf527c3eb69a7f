import type { RecordKind } from '../../shared/record.ts';

/** How a kind of record shows: words of its title line, words of its body, and how lists name it. */
export type KindSign = {
  readonly kind: RecordKind;
  readonly title: string;
  readonly heading: RegExp;
  readonly body?: RegExp;
};

/** In order of precedence where two signs stand in one line. Specific forms come before general notes. */
export const KIND_SIGNS: readonly KindSign[] = [
  {
    kind: 'fax-cover',
    title: 'Fax cover',
    heading:
      /\b(?:fax|facsimile|telefax) (?:cover|transmittal|transmission)|\bcover (?:sheet|page)\b|^(?:fax|facsimile)$/i,
    body: /\bpages?,? including (?:this |the )?cover|number of pages|total pages/i,
  },
  {
    kind: 'billing',
    title: 'Billing',
    heading:
      /\bbilling (?:statement|record|summary|ledger|history|form)|\binvoice\b|\bstatement of (?:account|charges|services)|\baccount (?:statement|ledger|summary)|\bitemi[sz]ed (?:statement|bill|charges)|\bhealth insurance claim form|\b(?:cms|hcfa)-?\s?1500|\bexplanation of (?:benefits|review|payment)|\bpatient (?:ledger|statement)|\bsuperbill\b|\bcharge (?:slip|summary)|\bbilling$/i,
    body: /\b(?:amount|balance|total) due\b|\bCPT\b.{0,40}\bcharges?\b|\bunits?\b.{0,30}\bcharges?\b/i,
  },
  {
    kind: 'imr-determination',
    title: 'IMR determination',
    heading:
      /\b(?:independent medical review|IMR) (?:final )?determination|\bfinal determination letter|^IMR (?:issues|decision)/i,
    body: /how the imr final determination was made|imr issues, decisions and rationales/i,
  },
  {
    kind: 'imr-application',
    title: 'Application for IMR',
    heading: /application for independent medical review|\bdwc form imr\b|\bimr application\b/i,
    body: /to request independent medical review|consent to obtain medical records/i,
  },
  {
    kind: 'utilization-review',
    title: 'Utilization review determination',
    heading:
      /utilization review (?:determination|decision|denial|report|notice|non|summary|response)|notice of (?:utilization review|(?:adverse )?determination|denial|modification|non-?certification|decision)|\bnon-?certification\b|adverse determination|\bUR (?:determination|denial|decision|letter)\b|utilization review$/i,
    body: /physician reviewer|not medically necessary|non-?certified|independent medical review within/i,
  },
  {
    kind: 'request-for-authorization',
    title: 'Request for authorization',
    heading: /request for authorization|\bdwc form rfa\b|\bRFA\b/i,
    body: /requesting physician signature|service\/good requested/i,
  },
  {
    kind: 'first-report',
    title: "Doctor's first report (Form 5021)",
    heading: /doctor[’']?s? first report|first report of (?:occupational )?(?:injury|illness)|\bform (?:dlsr )?5021\b/i,
    body: /describe how the accident or exposure happened/i,
  },
  {
    kind: 'progress-report',
    title: 'Progress report (PR-2)',
    heading: /\(PR-?2\)|\bPR-?2\b|primary treating physician[’']?s progress report/i,
    body: /subjective complaints|objective findings/i,
  },
  {
    kind: 'medical-legal-report',
    title: 'Medical-legal report',
    heading:
      /qualified medical (?:evaluat|exam)|agreed medical (?:evaluat|exam)|\bpanel (?:qme|qualified)|\b[QA]ME (?:report|evaluation|supplemental)|medical-?legal (?:report|evaluation)/i,
    body: /qualified medical evaluator|agreed medical evaluator/i,
  },
  {
    kind: 'electrodiagnostic-report',
    title: 'Electrodiagnostic report',
    heading: /electrodiagnostic|electromyograph|\bEMG\b|nerve conduction|\bNCV\b|\bNCS\b/i,
    body: /needle emg|nerve conduction stud|fibrillation/i,
  },
  {
    kind: 'drug-test',
    title: 'Drug test',
    heading: /urine drug|toxicology|drug (?:test|screen)|\bUDT\b|\bUDS\b/i,
    body: /cutoff|creatinine|inconsistent/i,
  },
  {
    kind: 'operative-report',
    title: 'Operative report',
    heading:
      /operative (?:report|note|procedure)|procedure (?:report|note)\b|operation (?:report|note)|surgical report|injection procedure/i,
    body: /post-?operative diagnosis|description of (?:the )?procedure/i,
  },
  {
    kind: 'therapy-note',
    title: 'Physical therapy',
    heading: /physical therapy|physiotherapy|\bPT (?:daily|progress|initial|eval|note|visit)/i,
    body: /therapist|therapeutic exercise|ther ex/i,
  },
  {
    kind: 'therapy-note',
    title: 'Chiropractic notes',
    heading: /chiropract/i,
    body: /\bCMT\b|adjustment|manipulation/,
  },
  { kind: 'therapy-note', title: 'Acupuncture notes', heading: /acupunct/i, body: /\bneedles?\b|\bqi\b/i },
  { kind: 'therapy-note', title: 'Occupational therapy', heading: /occupational therapy|hand therapy/i },
  {
    kind: 'imaging-report',
    title: 'Imaging report',
    heading:
      /\bMRI\b|magnetic resonance|\bx-?rays?\b|radiograph|\bCT (?:scan|of)|computed tomography|ultrasound|\bbone scan\b|radiology report|diagnostic imaging|\bimaging\b/i,
    body: /\btechnique\b|\bcomparison\b|t1[- ]weighted|sagittal|radiologist/i,
  },
  {
    kind: 'work-status',
    title: 'Work status',
    heading:
      /work status|disability (?:status|certificate|slip|note)|return[- ]to[- ]work|off[- ]work (?:order|note|slip)|activity status/i,
  },
  {
    kind: 'progress-report',
    title: 'Emergency department report',
    heading: /emergency (?:department|room)|\bED (?:report|note|record)\b/i,
  },
  {
    kind: 'progress-report',
    title: 'Hospital record',
    heading: /discharge summary|history and physical|hospital (?:course|record)|inpatient/i,
  },
  {
    kind: 'consultation',
    title: 'Consultation',
    heading:
      /\bconsult(?:ation)?\b|initial (?:comprehensive |orthop[a]?edic |neurosurgical |pain management |specialist |spine |medical )+(?:evaluation|report)|secondary (?:treating )?physician/i,
    body: /thank you for (?:referring|this consultation)/i,
  },
  {
    kind: 'progress-report',
    title: 'Progress note',
    heading:
      /progress (?:report|note)|(?:follow-?up|f\/u) (?:visit|report|note|evaluation)|office visit|chart note|clinic(?:al)? note|visit note|soap note|re-?evaluation|encounter note|narrative report/i,
    body: /\bsubjective\b|history of present illness|\bassessment\b/i,
  },
];
