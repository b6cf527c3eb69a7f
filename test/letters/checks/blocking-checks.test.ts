import { composeLetter } from '../../../main/letters/compose-letter.ts';
import { letterText } from '../../../main/letters/letter-text.ts';
import { readLetter } from '../../../main/letters/read-letter.ts';
import { checkLetter } from '../../../main/letters/check-letter.ts';
import { LETTER_CHECKS } from '../../../main/letters/letter-checks.ts';
import type { Letter, LetterItem } from '../../../shared/letter.ts';
import { soundContext, soundInput } from '../support/check-context.ts';
import { partWith, summaryWith, withChange, withContext, withHeader } from '../support/planting.ts';
import { FORMS } from '../support/letter-assets.ts';
import { soundLetter, soundLetter2014, withItem } from '../support/sound-letter.ts';

const header = withHeader;
const item = withChange;
const summary = summaryWith;
const [therapy, mri] = soundLetter().items as [LetterItem, LetterItem, LetterItem];
const heading = (from: string, to: string) => partWith(0, 'heading', from, to);
const closing = (index: number, sentence: string) =>
  item(index, { rationale: `The notes show no gain in function. ${sentence}` });
const reviewer = (change: Partial<Letter['reviewer']>) => ({
  ...soundInput(),
  letter: { ...soundLetter(), reviewer: { ...soundLetter().reviewer, ...change } },
});
const none = 'The Expert Reviewer did not cite any medical evidence for its decision.';
const brace = {
  heading: 'Associated surgical service: knee brace',
  decision: 'Overturned',
  claimsGuideline: 'The Claims Administrator did not cite any medical evidence for its decision.',
  reviewerGuideline: none,
  rationale: 'As the requested arthroscopy is medically necessary, the brace for the left knee is medically necessary.',
};
const surgery = {
  ...mri,
  heading: 'Arthroscopy of the left knee',
  decision: 'Upheld',
  rationale: mri.rationale.replace('an MRI', 'an arthroscopy').replace('is medically', 'is not medically'),
};
/** An item changed in its request too, so that the list of disputed items no longer holds it. */
const withoutList = (index: number, change: Partial<LetterItem>) => ({
  ...item(index, change),
  context: { ...soundContext(), disputedItems: [] },
});
const withBrace = (change: Partial<LetterItem>) => ({
  ...soundInput(),
  letter: { ...soundLetter(), items: [surgery, { ...brace, ...change }] },
  context: { ...soundContext(), disputedItems: [] },
});

type Planted = readonly [fault: string, input: ReturnType<typeof soundInput>, check: number, where: string];
const PLANTED: readonly Planted[] = [
  ['a case number with a digit too few', header({ caseNumber: 'CM17-012345' }), 1, 'header.caseNumber'],
  ['a case number without its letters', header({ caseNumber: '17-0123456' }), 1, 'header.caseNumber'],
  ['a missing case number', header({ caseNumber: '' }), 2, 'header.caseNumber'],
  ['a missing date', header({ dateAssigned: '' }), 2, 'header.dateAssigned'],
  ['a missing priority', header({ priority: '' }), 2, 'header.priority'],
  ['a decision before the assignment', header({ decisionDate: '2017-03-01' }), 3, 'header.decisionDate'],
  ['an assignment before the application', header({ dateAssigned: '2017-02-20' }), 3, 'header.dateAssigned'],
  ['an unknown priority', header({ priority: 'Urgent' }), 4, 'header.priority'],
  ['no state', reviewer({ licensure: ' ' }), 8, 'reviewer.licensure'],
  ['no specialty', reviewer({ specialty: '' }), 8, 'reviewer.specialty'],
  ['no attestation', withContext({ attested: false }), 10, 'reviewer'],
  [
    'a licence that has expired',
    withContext({
      settings: {
        ...soundContext().settings,
        credentials: [{ kind: 'license', name: 'California', expires: '2017-03-20' }],
      },
    }),
    11,
    'reviewer.licensure',
  ],
  ["the reviewer's name", summary('low back pain', 'low back pain to Quentin A. Testwell'), 12, 'summary'],
  [
    "the reviewer's surname with a title",
    partWith(1, 'rationale', 'after six weeks', 'by Dr. Testwell after six weeks'),
    12,
    'items.1.rationale',
  ],
  ['no items', { ...withContext({ disputedItems: [] }), letter: { ...soundLetter(), items: [] } }, 13, 'letter'],
  [
    'an item twice',
    {
      ...soundInput(),
      letter: { ...soundLetter(), items: [...soundLetter().items, { ...mri, heading: 'MRI of the  Left Knee.' }] },
    },
    13,
    'items.3.heading',
  ],
  [
    'a disputed item left out',
    withContext({ disputedItems: ['MRI of the left knee', 'Ultrasound of the left knee'] }),
    13,
    'letter',
  ],
  ['an empty claims statement', item(1, { claimsGuideline: '' }), 14, 'items.1.claimsGuideline'],
  ['an empty reviewer statement', item(1, { reviewerGuideline: '' }), 14, 'items.1.reviewerGuideline'],
  ['an empty rationale', item(1, { rationale: ' ' }), 14, 'items.1.rationale'],
  ['an empty request', item(1, { heading: '' }), 14, 'items.1.heading'],
  ['no decision', item(1, { decision: '' }), 15, 'items.1.decision'],
  ['a third decision word', item(1, { decision: 'Modified' }), 15, 'items.1.decision'],
  ['a stated result that the items do not make', withContext({ statedResult: 'Upheld' }), 16, 'letter'],
  ['no documents', withContext({ records: [] }), 17, 'letter'],
  [
    'nothing but the utilization review',
    withContext({ records: [{ kind: 'utilization-review', label: 'Utilization review', isCited: true }] }),
    18,
    'letter',
  ],
  ['a wrong remainder', heading('physical therapy 8 sessions', 'physical therapy 6 sessions'), 19, 'items.0.heading'],
  ['a count that frequency and duration do not make', heading('(12)', '(10)'), 21, 'items.0.heading'],
  [
    'a strength that changes within the request',
    item(2, {
      heading:
        'Tramadol 50mg #60 was the original request. Tramadol 100mg #20 was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Tramadol 50mg #40 is',
    }),
    21,
    'items.2.heading',
  ],
  [
    'a citation without its section',
    item(1, { reviewerGuideline: 'Decision based on MTUS Knee Complaints 2004.' }),
    22,
    'items.1.reviewerGuideline',
  ],
  [
    'a citation without its year',
    item(1, { reviewerGuideline: 'Decision based on MTUS Knee Complaints, Section(s): Special Studies.' }),
    22,
    'items.1.reviewerGuideline',
  ],
  [
    'a citation without its chapter',
    item(1, { reviewerGuideline: 'Decision based on MTUS .' }),
    22,
    'items.1.reviewerGuideline',
  ],
  ['evidence not cited on an item of its own', item(1, { reviewerGuideline: none }), 26, 'items.1.reviewerGuideline'],
  ['a dependent item that goes another way', withBrace({}), 27, 'items.1.decision'],
  ['a flipped decision', item(1, { decision: 'Upheld' }), 29, 'items.1.rationale'],
  [
    'a flipped closing sentence',
    item(0, { rationale: therapy.rationale.replace('are not medically', 'are medically') }),
    29,
    'items.0.rationale',
  ],
  [
    'a closing sentence that denies what is overturned',
    closing(1, 'The medical necessity of an MRI of the left knee has not been established.'),
    29,
    'items.1.rationale',
  ],
  [
    'a closing sentence that grants what is upheld',
    closing(0, 'Therefore 8 sessions of physical therapy for the lumbar spine are supported.'),
    29,
    'items.0.rationale',
  ],
  ['another injury date in the summary', summary('on 11-14-2016 while', 'on 11-04-2016 while'), 37, 'summary'],
  [
    'another UR date in the summary',
    summary('On 02-10-2017, Utilization', 'On 02-11-2017, Utilization'),
    37,
    'summary',
  ],
  [
    'a field that was never filled',
    item(1, { rationale: `{finding} was noted. ${mri.rationale}` }),
    41,
    'items.1.rationale',
  ],
  ['a blank of underscores', summary('lumbar strain', '____'), 41, 'summary'],
  ['a bracket that asks for words', summary('lumbar strain', '[insert diagnosis]'), 41, 'summary'],
  [
    'a claims statement that cites no chapter yet',
    item(1, { claimsGuideline: 'Decision based on MTUS .' }),
    41,
    'items.1.claimsGuideline',
  ],
  [
    'a statement outside the MTUS that cites nothing yet',
    item(1, {
      claimsGuideline:
        'The Claims Administrator based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation .',
    }),
    41,
    'items.1.claimsGuideline',
  ],
  [
    'no review organisation',
    { ...soundInput(), letter: { ...soundLetter(), organisation: ' ' } },
    41,
    'reviewer.organisation',
  ],
  [
    'no guideline label',
    { ...soundInput(), letter: { ...soundLetter(), guidelineLabel: '' } },
    41,
    'reviewer.guidelineLabel',
  ],
  ["the worker's name", summary('The injured worker', 'Mr. Sampleman'), 42, 'summary'],
  [
    "the worker's name, surname first",
    partWith(1, 'rationale', 'The examination', 'The examination of SAMPLEMAN, Orville'),
    42,
    'items.1.rationale',
  ],
  ['the claim number', summary('while lifting', '(claim WC 558 1207) while lifting'), 42, 'summary'],
  ['the birth date', summary('a 41 year old male', 'a 41 year old male (08-02-1975)'), 42, 'summary'],
  ['an address', summary('while lifting', 'at 12 Nowhere Lane while lifting'), 42, 'summary'],
  ['an author in the metadata', withContext({ metadata: { creator: 'A. Person' } }), 43, 'letter'],
  [
    'changed boilerplate',
    {
      ...soundInput(),
      letter: readLetter(letterText(composeLetter(soundLetter(), FORMS)).replace('five years', 'two years'), FORMS),
    },
    45,
    'letter',
  ],
];

describe('the blocking checks', () => {
  it.each(['case', 'published-case', 'letter-alone'] as const)('find nothing in a sound letter (%s)', (mode) => {
    expect(checkLetter({ ...soundInput(), mode })).toEqual([]);
  });

  it.each(PLANTED)('%s is found, and nothing else', (_, input, check, where) => {
    const findings = checkLetter(input);
    expect(findings.map((finding) => finding.check)).toEqual([check]);
    expect(findings[0]).toMatchObject({ where, severity: 'block' });
    expect(findings[0]?.message).toMatch(/^.+\.$/u);
  });

  it('each have a number of their own', () => {
    const numbers = LETTER_CHECKS.map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});

describe('the blocking checks of a 2014 letter', () => {
  const input = { ...withContext({ disputedItems: [], sentences: [] }), letter: soundLetter2014() };

  it('only warn that the header is not given', () => {
    expect(checkLetter(input)).toEqual([
      { check: 2, severity: 'warn', where: 'header', message: 'None of the seven header values is given.' },
    ]);
  });

  it('only warn of a restated date that is not the header’s', () => {
    const letter = { ...soundLetter2014(), header: { ...soundLetter().header, dateOfInjury: '2014-03-03' } };
    expect(checkLetter({ ...input, letter })).toMatchObject([{ check: 37, severity: 'warn' }]);
  });

  it('want a chapter in the reviewer’s citation, and no more', () => {
    const letter = withItem(soundLetter2014(), 0, { reviewerGuideline: 'Decision based on the MTUS.' });
    expect(checkLetter({ ...input, letter }).filter(({ severity }) => severity === 'block')).toMatchObject([
      { check: 22 },
    ]);
  });
});

describe('the blocking checks stay silent', () => {
  it.each([
    [
      'on a frequency that is a range',
      withoutList(0, {
        heading: therapy.heading.replace(
          '2 times a week for 6 weeks (12)',
          'two to three times a week for six to eight weeks (12)',
        ),
      }),
    ],
    [
      'on an acupuncture chapter, which has no sections',
      item(1, { reviewerGuideline: 'Decision based on MTUS Acupuncture Treatment 2007.' }),
    ],
    [
      'on a report that utilization review had before it',
      summary(
        'On 02-10-2017, U',
        'The report reviewed by Utilization Review (UR) was dated 12-01-2016. On 02-10-2017, U',
      ),
    ],
    [
      'on a request that was received before it was denied',
      summary(
        'On 02-10-2017, Utilization Review non-certified the requests.',
        'On 02-01-2017 a request was received that was non-certified by Utilization Review on 02-10-2017.',
      ),
    ],
    [
      'on an earlier injury',
      summary(
        'while lifting a crate.',
        'while lifting a crate. A previous industrial injury of 03-02-2012 had healed.',
      ),
    ],
    [
      'on guideline words about necessity in quotation marks',
      item(1, {
        rationale: `${mri.rationale} The guidelines say: "imaging without red flags in the first four weeks is not medically necessary."`,
      }),
    ],
    ['on a date that a line break has parted', summary('on 11-14-2016 while', 'on 11-14- 2016 while')],
    [
      'on an unlike authorised service in the other partial form',
      withoutList(0, {
        heading:
          'Inpatient rehabilitation for 10 days for the lumbar spine was the original request. The Claims Administrator authorized a skilled nursing facility for 7 days for the lumbar spine, leaving the original request IMR eligible. The original request, inpatient rehabilitation for 10 days for the lumbar spine is',
        rationale:
          'The lumbar spine was stable. The inpatient rehabilitation for 10 days for the lumbar spine is not medically necessary.',
      }),
    ],
  ])('%s', (_, input) => {
    expect(checkLetter(input)).toEqual([]);
  });
});
