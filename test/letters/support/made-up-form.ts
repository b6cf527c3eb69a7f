import { FormDescription } from '../../../shared/letter-form.ts';
import { Letter } from '../../../shared/letter.ts';
import { parseLetterForms, type LetterForms } from '../../../main/letters/letter-forms.ts';
import { FORM_FILES } from './letter-assets.ts';

const wording = (text: string, sections = true) => ({ text, confirmed: false, sections });

/** A form that no organisation ever used, unlike the shipped ones in everything that a description can say. */
export const MADE_UP_FORM: FormDescription = FormDescription.parse({
  form: 'made-up',
  title: 'Made-up form',
  note: 'Numbered items, decisions in words',
  isCurrent: false,
  isWritten: true,
  recognisedBy: ['CASE SHEET', 'LETTER OF THE OUTCOME'],
  caseBlock: {
    rows: [['dateOfInjury', 'urDenialDate'], ['caseNumber']],
    required: ['caseNumber', 'dateOfInjury', 'urDenialDate'],
    labels: {
      caseNumber: 'Our File',
      dateAssigned: 'Given Out',
      dateOfInjury: 'Injured On',
      decisionDate: 'Decided On',
      urDenialDate: 'Denied On',
      priority: 'Track',
      applicationReceived: 'Asked For On',
    },
  },
  headings: { howMade: 'LETTER OF THE OUTCOME', summary: 'WHAT HAPPENED', issues: 'WHAT WAS DECIDED AND WHY' },
  otherHeadings: ['PAPERS SEEN'],
  howMade: 'An outside reader, certified in {specialty}, looked at this file for {organisation}.',
  credentials: ['CASE SHEET', 'Licensed: {licensure}'],
  surroundings: {
    organisation: ['for {organisation}.'],
    licensure: ['Licensed: {licensure}'],
    specialty: ['certified in {specialty}, looked'],
  },
  summaryLeadIn: 'The reader tells it like this:',
  issuesLeadIn: 'Each request has its own answer:',
  item: {
    heading: '{number}) {heading} {decision}.',
    decisions: { Upheld: 'is not needed', Overturned: 'is needed' },
  },
  labels: { claims: 'The denial went by:', reviewer: '{guidelineLabel} went by:', rationale: 'Why:' },
  citation: {
    plain: '{year} {chapter}',
    withSections: '{year} {chapter} ({sections})',
    join: '; also ',
    chapterName: 'chapter',
    requires: ['chapter', 'year'],
  },
  statements: {
    claims: {
      mtus: wording('the schedule, {mtus}.'),
      'mtus-and-other': wording('the schedule, {mtus}, and beside it {other}.'),
      other: wording('nothing of the schedule, but {other}.'),
      none: wording('nothing that it named.'),
    },
    reviewer: {
      mtus: wording('the schedule, {mtus}.'),
      'mtus-and-other': wording('the schedule, {mtus}, and beside it {other}.'),
      other: wording('nothing of the schedule, but {other}.'),
      none: wording('nothing that it named.'),
    },
  },
  severities: { 'date-order': 'info' },
});

/** The shipped forms and the made-up one. */
export const THREE_FORMS: LetterForms = parseLetterForms({ ...FORM_FILES, 'made-up.json': MADE_UP_FORM });

/** A fictional letter of the made-up form, with what that form prints and nothing else. */
export const madeUpLetter = (): Letter =>
  Letter.parse({
    form: 'made-up',
    organisation: 'Example Review Services',
    guidelineLabel: 'EXAMPLE',
    header: { caseNumber: 'CM17-0123456', dateOfInjury: '2016-11-14', urDenialDate: '2017-02-10' },
    reviewer: { licensure: 'California, Oregon', specialty: 'Pain Management' },
    summary:
      'The injured worker is a 41 year old male who sustained an industrial injury on 11-14-2016 while lifting a crate. On 01-20-2017, he complained of left knee pain. On 02-10-2017, Utilization Review non-certified the requests.',
    items: [
      {
        heading: 'MRI of the left knee',
        decision: 'Overturned',
        claimsGuideline: 'nothing that it named.',
        reviewerGuideline: 'the schedule, 2004 Knee Complaints (Special Studies).',
        rationale:
          'The examination of 01-20-2017 showed an effusion of the left knee after six weeks of care. Therefore, an MRI of the left knee is medically necessary.',
      },
      {
        heading: 'Naproxen 500mg #60',
        decision: 'Upheld',
        claimsGuideline:
          'the schedule, 2016 Chronic Pain Medical Treatment (NSAIDs; Naproxen); also 2004 Knee Complaints.',
        reviewerGuideline: 'nothing of the schedule, but Official Disability Guidelines (ODG), Pain.',
        rationale:
          'The MTUS does not address this dose. The note of 01-20-2017 gives no reason to go on with it. Therefore, Naproxen 500mg #60 is not medically necessary.',
      },
    ],
  });
