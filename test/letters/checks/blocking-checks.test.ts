import { composeLetter } from '../../../main/letters/compose-letter.ts';
import { letterText } from '../../../main/letters/letter-text.ts';
import { takeLetterApart } from '../../../main/letters/read-letter.ts';
import { checkLetter } from '../../../main/letters/check-letter.ts';
import { LETTER_CHECKS } from '../../../main/letters/letter-checks.ts';
import { CHECK_LIST } from '../../../shared/check-list.ts';
import type { FindingName } from '../../../shared/finding-kinds.ts';
import type { Letter, LetterItem } from '../../../shared/letter.ts';
import { partPath } from '../../../shared/part.ts';
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

type Planted = readonly [fault: string, input: ReturnType<typeof soundInput>, name: FindingName, where: string];
const PLANTED: readonly Planted[] = [
  [
    'a case number with a digit too few',
    header({ caseNumber: 'CM17-012345' }),
    'malformed-case-number',
    'header.caseNumber',
  ],
  [
    'a case number without its letters',
    header({ caseNumber: '17-0123456' }),
    'malformed-case-number',
    'header.caseNumber',
  ],
  ['a missing case number', header({ caseNumber: '' }), 'missing-header-value', 'header.caseNumber'],
  ['a missing date', header({ dateAssigned: '' }), 'missing-header-value', 'header.dateAssigned'],
  ['a missing priority', header({ priority: '' }), 'missing-header-value', 'header.priority'],
  [
    'a decision before the assignment',
    header({ decisionDate: '2017-03-01' }),
    'date-before-earlier',
    'header.decisionDate',
  ],
  [
    'an assignment before the application',
    header({ dateAssigned: '2017-02-20' }),
    'date-before-earlier',
    'header.dateAssigned',
  ],
  ['an unknown priority', header({ priority: 'Urgent' }), 'unknown-priority', 'header.priority'],
  ['no state', reviewer({ licensure: ' ' }), 'missing-credential', 'reviewer.licensure'],
  ['no specialty', reviewer({ specialty: '' }), 'missing-credential', 'reviewer.specialty'],
  ['no attestation', withContext({ attested: false }), 'not-attested', 'reviewer'],
  [
    'a licence that has expired',
    withContext({
      settings: {
        ...soundContext().settings,
        credentials: [{ id: 'c1', kind: 'license', name: 'California', expires: '2017-03-20' }],
      },
    }),
    'expired-credential',
    'reviewer.licensure',
  ],
  [
    "the reviewer's name",
    summary('low back pain', 'low back pain to Quentin A. Testwell'),
    'reviewer-named',
    'summary',
  ],
  [
    "the reviewer's surname with a title",
    partWith(1, 'rationale', 'after six weeks', 'by Dr. Testwell after six weeks'),
    'reviewer-named',
    'items.1.rationale',
  ],
  [
    'no items',
    { ...withContext({ disputedItems: [] }), letter: { ...soundLetter(), items: [] } },
    'no-items',
    'letter',
  ],
  [
    'an item twice',
    {
      ...soundInput(),
      letter: { ...soundLetter(), items: [...soundLetter().items, { ...mri, heading: 'MRI of the  Left Knee.' }] },
    },
    'repeated-item',
    'items.3.heading',
  ],
  [
    'a disputed item left out',
    withContext({ disputedItems: ['MRI of the left knee', 'Ultrasound of the left knee'] }),
    'undecided-request',
    'letter',
  ],
  ['an empty claims statement', item(1, { claimsGuideline: '' }), 'missing-item-part', 'items.1.claimsGuideline'],
  ['an empty reviewer statement', item(1, { reviewerGuideline: '' }), 'missing-item-part', 'items.1.reviewerGuideline'],
  ['an empty rationale', item(1, { rationale: ' ' }), 'missing-item-part', 'items.1.rationale'],
  ['an empty request', item(1, { heading: '' }), 'missing-item-part', 'items.1.heading'],
  ['no decision', item(1, { decision: '' }), 'missing-decision', 'items.1.decision'],
  ['a third decision word', item(1, { decision: 'Modified' }), 'unknown-decision', 'items.1.decision'],
  ['a stated result that the items do not make', withContext({ statedResult: 'Upheld' }), 'contrary-result', 'letter'],
  ['no documents', withContext({ records: [] }), 'no-documents', 'letter'],
  [
    'nothing but the utilization review',
    withContext({ records: [{ kind: 'utilization-review', label: 'Utilization review', isCited: true }] }),
    'review-alone',
    'letter',
  ],
  [
    'a wrong remainder',
    heading('physical therapy 8 sessions', 'physical therapy 6 sessions'),
    'wrong-remainder',
    'items.0.heading',
  ],
  ['a count that frequency and duration do not make', heading('(12)', '(10)'), 'miscounted', 'items.0.heading'],
  [
    'a strength that changes within the request',
    item(2, {
      heading:
        'Tramadol 50mg #60 was the original request. Tramadol 100mg #20 was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Tramadol 50mg #40 is',
    }),
    'request-differs',
    'items.2.heading',
  ],
  [
    'a citation without its section',
    item(1, { reviewerGuideline: 'Decision based on MTUS Knee Complaints 2004.' }),
    'citation-without-section',
    'items.1.reviewerGuideline',
  ],
  [
    'a citation without its year',
    item(1, { reviewerGuideline: 'Decision based on MTUS Knee Complaints, Section(s): Special Studies.' }),
    'citation-out-of-form',
    'items.1.reviewerGuideline',
  ],
  [
    'a citation without its chapter',
    item(1, { reviewerGuideline: 'Decision based on MTUS .' }),
    'citation-out-of-form',
    'items.1.reviewerGuideline',
  ],
  [
    'evidence not cited on an item of its own',
    item(1, { reviewerGuideline: none }),
    'uncited-decision',
    'items.1.reviewerGuideline',
  ],
  ['a dependent item that goes another way', withBrace({}), 'contrary-dependent', 'items.1.decision'],
  ['a flipped decision', item(1, { decision: 'Upheld' }), 'contrary-closing', 'items.1.rationale'],
  [
    'a flipped closing sentence',
    item(0, { rationale: therapy.rationale.replace('are not medically', 'are medically') }),
    'contrary-closing',
    'items.0.rationale',
  ],
  [
    'a closing sentence that denies what is overturned',
    closing(1, 'The medical necessity of an MRI of the left knee has not been established.'),
    'contrary-closing',
    'items.1.rationale',
  ],
  [
    'a closing sentence that grants what is upheld',
    closing(0, 'Therefore 8 sessions of physical therapy for the lumbar spine are supported.'),
    'contrary-closing',
    'items.0.rationale',
  ],
  [
    'another injury date in the summary',
    summary('on 11-14-2016 while', 'on 11-04-2016 while'),
    'restated-date-differs',
    'summary',
  ],
  [
    'another UR date in the summary',
    summary('On 02-10-2017, Utilization', 'On 02-11-2017, Utilization'),
    'restated-date-differs',
    'summary',
  ],
  [
    'a field that was never filled',
    item(1, { rationale: `{finding} was noted. ${mri.rationale}` }),
    'unfilled-blank',
    'items.1.rationale',
  ],
  ['a blank of underscores', summary('lumbar strain', '____'), 'unfilled-blank', 'summary'],
  ['a bracket that asks for words', summary('lumbar strain', '[insert diagnosis]'), 'unfilled-blank', 'summary'],
  [
    'a claims statement that cites no chapter yet',
    item(1, { claimsGuideline: 'Decision based on MTUS .' }),
    'statement-without-citation',
    'items.1.claimsGuideline',
  ],
  [
    'a statement outside the MTUS that cites nothing yet',
    item(1, {
      claimsGuideline:
        'The Claims Administrator based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation .',
    }),
    'statement-without-citation',
    'items.1.claimsGuideline',
  ],
  [
    'no review organisation',
    { ...soundInput(), letter: { ...soundLetter(), organisation: ' ' } },
    'missing-name',
    'reviewer.organisation',
  ],
  [
    'no guideline label',
    { ...soundInput(), letter: { ...soundLetter(), guidelineLabel: '' } },
    'missing-name',
    'reviewer.guidelineLabel',
  ],
  ["the worker's name", summary('The injured worker', 'Mr. Sampleman'), 'person-identified', 'summary'],
  [
    "the worker's name, surname first",
    partWith(1, 'rationale', 'The examination', 'The examination of SAMPLEMAN, Orville'),
    'person-identified',
    'items.1.rationale',
  ],
  ['the claim number', summary('while lifting', '(claim WC 558 1207) while lifting'), 'person-identified', 'summary'],
  ['the birth date', summary('a 41 year old male', 'a 41 year old male (08-02-1975)'), 'person-identified', 'summary'],
  ['an address', summary('while lifting', 'at 12 Nowhere Lane while lifting'), 'person-identified', 'summary'],
  ['an author in the metadata', withContext({ metadata: { creator: 'A. Person' } }), 'metadata-given', 'letter'],
  [
    'changed boilerplate',
    {
      ...soundInput(),
      ...takeLetterApart(letterText(composeLetter(soundLetter(), FORMS)).replace('five years', 'two years'), FORMS),
    },
    'changed-section',
    'letter',
  ],
];

describe('the blocking checks', () => {
  it.each(['case', 'published-case', 'letter-alone'] as const)('find nothing in a sound letter (%s)', (mode) => {
    expect(checkLetter({ ...soundInput(), mode })).toEqual([]);
  });

  it.each(PLANTED)('%s is found, and nothing else', (_, input, name, where) => {
    expect(checkLetter(input).map((found) => [found.name, partPath(found.part), found.severity])).toEqual([
      [name, where, 'block'],
    ]);
  });

  it('stand in the list of checks, each once and all of them, in the order of their numbers', () => {
    expect(LETTER_CHECKS.map(({ name }) => name)).toEqual(Object.keys(CHECK_LIST));
    expect(LETTER_CHECKS.map(({ name }) => CHECK_LIST[name].number)).toEqual(LETTER_CHECKS.map((_, at) => at + 1));
  });
});

describe('the blocking checks of a 2014 letter', () => {
  const input = { ...withContext({ disputedItems: [], sentences: [] }), letter: soundLetter2014() };

  it('only warn that the header is not given', () => {
    expect(checkLetter(input)).toMatchObject([{ name: 'missing-header', severity: 'warn', part: { kind: 'header' } }]);
  });

  it('only warn of a restated date that is not the header’s', () => {
    const letter = { ...soundLetter2014(), header: { ...soundLetter().header, dateOfInjury: '2014-03-03' } };
    expect(checkLetter({ ...input, letter })).toMatchObject([{ name: 'restated-date-differs', severity: 'warn' }]);
  });

  it('want a chapter in the reviewer’s citation, and no more', () => {
    const letter = withItem(soundLetter2014(), 0, { reviewerGuideline: 'Decision based on the MTUS.' });
    expect(checkLetter({ ...input, letter }).filter(({ severity }) => severity === 'block')).toMatchObject([
      { name: 'citation-out-of-form' },
    ]);
  });
});

describe('the blocking checks stay silent', () => {
  it.each([
    [
      'on rates over the same time, which are subtracted as rates',
      withoutList(0, {
        heading:
          'Home health aide for the lumbar spine 12 hours a day, 7 days a week for 4 weeks was the original request. Home health aide for the lumbar spine 6 hours a day, 7 days a week for 4 weeks was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, home health aide for the lumbar spine 6 hours a day, 7 days a week for 4 weeks is',
        rationale: therapy.rationale.replace('the remaining 8 sessions of physical therapy', 'the home health aide'),
      }),
    ],
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
