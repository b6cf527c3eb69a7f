import { checkLetter } from '../../../main/letters/check-letter.ts';
import type { CheckInput } from '../../../main/letters/checks/check.ts';
import type { FindingName } from '../../../shared/finding-kinds.ts';
import type { LetterItem } from '../../../shared/letter.ts';
import { partPath } from '../../../shared/part.ts';
import { mention, soundContext, soundInput } from '../support/check-context.ts';
import { partWith, summaryWith, withChange, withContext, withHeader } from '../support/planting.ts';
import { soundLetter, withItem } from '../support/sound-letter.ts';

const [therapy, mri, tramadol] = soundLetter().items as [LetterItem, LetterItem, LetterItem];
const reviewedBy = (specialty: string): CheckInput => ({
  ...soundInput(),
  letter: { ...soundLetter(), reviewer: { ...soundLetter().reviewer, specialty } },
  context: { ...soundContext(), settings: { ...soundContext().settings, credentials: [] } },
});
const outside =
  'The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Knee.';
const source = (address: string) =>
  withChange(1, {
    reviewerGuideline: outside.replace('Official Disability Guidelines (ODG) Knee', address),
    rationale: `The MTUS does not address this. ${mri.rationale}`,
  });
const competing = withChange(1, {
  reviewerGuideline:
    'Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Knee.',
  rationale: `The MTUS does not recommend imaging of the left knee in the first month. However, the ODG recommends it where the knee locks. ${mri.rationale}`,
});
const guidelineWords =
  '"Imaging is an option for lesions of the meniscus that have been looked for by hand and not found by hand, where surgery is being thought of by the surgeon and the person wants it, and where six weeks of care were of no use at all to the knee." Therefore, an MRI of the left knee is medically necessary.';
const long =
  'Given that, and although, and notwithstanding the aforementioned extraordinarily multidimensional considerations of musculoskeletal rehabilitation methodology, electrophysiological characterization, and interdisciplinary functional restoration documentation which the treating physician communicated regarding the examination of the left knee, the MRI of the left knee is medically necessary.';
const withRecords = (isCited: boolean) =>
  withContext({
    records: [
      { kind: 'progress-report', label: 'Progress report, 01/20/2017', isCited },
      { kind: 'utilization-review', label: 'Utilization review, 02/10/2017', isCited: true },
    ],
  });

type Planted = readonly [fault: string, input: CheckInput, name: FindingName, where: string];
const PLANTED: readonly Planted[] = [
  ['a due date two days ahead', withContext({ due: '2017-03-23' }), 'due-soon', 'header.decisionDate'],
  ['a due date long past', withContext({ due: '2017-01-05' }), 'overdue', 'header.decisionDate'],
  ['a decision on a Sunday', withHeader({ decisionDate: '2017-03-19' }), 'decision-on-weekend', 'header.decisionDate'],
  [
    'an application after six weeks',
    withHeader({ applicationReceived: '2017-03-13', dateAssigned: '2017-03-14', decisionDate: '2017-03-21' }),
    'late-application',
    'header.applicationReceived',
  ],
  [
    'a drug decided by an acupuncturist',
    {
      ...reviewedBy('Acupuncture'),
      letter: { ...reviewedBy('Acupuncture').letter, items: [tramadol] },
      context: { ...reviewedBy('Acupuncture').context, disputedItems: [] },
    },
    'item-outside-specialty',
    'reviewer.specialty',
  ],
  [
    'a remainder in other units than the original',
    {
      ...withChange(0, {
        heading:
          'Physical therapy 12 sessions for the lumbar spine was the original request. Physical therapy for 30 days for the lumbar spine was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, physical therapy 8 sessions for the lumbar spine is',
      }),
      context: { ...soundContext(), disputedItems: [] },
    },
    'units-differ',
    'items.0.heading',
  ],
  [
    'an edition that was replaced',
    partWith(0, 'reviewerGuideline', 'Treatment 2016', 'Treatment 2009'),
    'edition-not-in-force',
    'items.0.reviewerGuideline',
  ],
  [
    'the standards of necessity in the order listed, after 2016',
    withChange(1, {
      rationale: `The standards of medical necessity were applied in the order listed. ${soundLetter().items[1]!.rationale}`,
    }),
    'old-standard',
    'items.1.rationale',
  ],
  [
    'a chapter that the table does not know',
    partWith(1, 'reviewerGuideline', 'Knee Complaints', 'Kneecap Complaints'),
    'unknown-chapter',
    'items.1.reviewerGuideline',
  ],
  [
    'a source outside the MTUS without its reason on an opioid, whose last paragraph names other guidelines',
    withChange(2, {
      reviewerGuideline: outside,
      rationale: soundLetter().items[2]!.rationale.replace(
        'regarding weaning',
        'and other guidelines regarding weaning',
      ),
    }),
    'missing-outside-reason',
    'items.2.rationale',
  ],
  [
    'a source outside the MTUS without its reason',
    withChange(1, { reviewerGuideline: outside }),
    'missing-outside-reason',
    'items.1.rationale',
  ],
  ['recommendations that compete and are not weighed', competing, 'unweighed-evidence', 'items.1.rationale'],
  ['a slide site as a source', source('https://www.slideshare.net/knee'), 'weak-source', 'items.1.reviewerGuideline'],
  [
    'an insurer’s bulletin as a source',
    source('Aetna Clinical Policy Bulletin: Knee imaging'),
    'weak-source',
    'items.1.reviewerGuideline',
  ],
  [
    'the other side throughout the rationale',
    partWith(1, 'rationale', 'left knee', 'right knee'),
    'body-part-differs',
    'items.1.rationale',
  ],
  [
    'the other side in the closing sentence alone',
    withChange(1, { rationale: mri.rationale.replace('MRI of the left knee', 'MRI of the right knee') }),
    'body-part-differs',
    'items.1.rationale',
  ],
  [
    'the other side in the request',
    { ...partWith(1, 'heading', 'left', 'right'), context: { ...soundContext(), disputedItems: [] } },
    'body-part-differs',
    'items.1.rationale',
  ],
  [
    'another body part throughout the rationale',
    partWith(1, 'rationale', 'left knee', 'left shoulder'),
    'body-part-differs',
    'items.1.rationale',
  ],
  [
    'another drug in the closing sentence',
    partWith(2, 'rationale', 'for Tramadol 50mg #60', 'for Gabapentin 50mg #60'),
    'dose-differs',
    'items.2.rationale',
  ],
  [
    'another strength in the closing sentence',
    partWith(2, 'rationale', 'Tramadol 50mg', 'Tramadol 100mg'),
    'dose-differs',
    'items.2.rationale',
  ],
  [
    'another count in the closing sentence',
    partWith(2, 'rationale', '#60', '#90'),
    'dose-differs',
    'items.2.rationale',
  ],
  [
    'another strength in the summary',
    summaryWith('and naproxen', 'naproxen and tramadol 100mg'),
    'dose-differs',
    'items.2.heading',
  ],
  [
    'something said not to be documented, though a page only denies it',
    {
      ...withChange(1, { rationale: `Locking of the left knee is not documented. ${mri.rationale}` }),
      context: {
        ...soundContext(),
        findMentions: (term) => (term.includes('Locking') ? [mention('Progress report, page 2', 'He denies ')] : []),
      },
    },
    'contradicted-absence',
    'items.1.rationale',
  ],
  [
    'something said to be missing that the file mentions',
    {
      ...withChange(1, { rationale: `There is no documentation of locking of the left knee. ${mri.rationale}` }),
      context: {
        ...soundContext(),
        findMentions: (term) => (term.includes('locking') ? [mention('Progress report, page 2')] : []),
      },
    },
    'contradicted-absence',
    'items.1.rationale',
  ],
  [
    'an opioid without its paragraph',
    withChange(2, { rationale: tramadol.rationale.slice(0, tramadol.rationale.indexOf('This decision addresses')) }),
    'missing-opioid-paragraph',
    'items.2.rationale',
  ],
  [
    'the opioid paragraph on another item',
    withChange(1, {
      rationale: `${mri.rationale} ${tramadol.rationale.slice(tramadol.rationale.indexOf('This decision addresses'))}`,
    }),
    'needless-opioid-paragraph',
    'items.1.rationale',
  ],
  [
    'the rationale of an unrelated item',
    {
      ...soundInput(),
      letter: {
        ...soundLetter(),
        items: [
          {
            ...therapy,
            rationale: therapy.rationale.replace('8 sessions of physical therapy for the lumbar spine', 'treatment'),
          },
          {
            ...tramadol,
            heading: 'Urine drug screen',
            rationale: therapy.rationale.replace('8 sessions of physical therapy for the lumbar spine', 'treatment'),
          },
        ],
      },
      context: { ...soundContext(), disputedItems: [] },
    },
    'rationale-of-other-item',
    'items.1.rationale',
  ],
  [
    'the rationale of an earlier case',
    withContext({ earlierRationales: [{ label: 'case CM16-0999999, item 1', text: mri.rationale }] }),
    'rationale-of-earlier-case',
    'items.1.rationale',
  ],
  [
    'a rationale of guideline words alone',
    withChange(1, { rationale: guidelineWords }),
    'no-case-facts',
    'items.1.rationale',
  ],
  ['a day that no month has', summaryWith('On 01-20-2017', 'On 02-30-2017'), 'impossible-date', 'summary'],
  ['a day after the decision', summaryWith('On 01-20-2017', 'On 04-20-2017'), 'date-after-decision', 'summary'],
  ['a day after the application', summaryWith('On 01-20-2017', 'On 02-27-2017'), 'date-after-application', 'summary'],
  ['a day before birth', summaryWith('On 01-20-2017', 'On 01-20-1971'), 'date-before-birth', 'summary'],
  ['a second age', summaryWith('he complained', 'this now 52 year old complained'), 'uneven-words', 'summary'],
  ['a second sex', summaryWith('he complained', 'the female complained'), 'uneven-words', 'summary'],
  ['a second word for the person', summaryWith('he complained', 'the patient complained'), 'uneven-words', 'summary'],
  ['a second date style', summaryWith('On 01-20-2017', 'On 01/20/2017'), 'uneven-words', 'summary'],
  [
    'a dated statement without a page',
    withContext({
      sentences: (soundContext().sentences ?? []).map((sentence, index) =>
        index === 3 ? { ...sentence, sources: [] } : sentence,
      ),
    }),
    'date-without-page',
    'summary',
  ],
  [
    'a sentence whose entry was corrected',
    withContext({
      sentences: (soundContext().sentences ?? []).map((sentence, index) =>
        index === 3 ? { ...sentence, offered: '' } : sentence,
      ),
    }),
    'sentence-behind-timeline',
    'summary',
  ],
  [
    'words that the sources of their sentence do not bear out',
    withContext({
      sentences: (soundContext().sentences ?? []).map((sentence, index) =>
        index === 3 ? { ...sentence, drift: [{ kind: 'side', start: 0, end: 2 }] } : sentence,
      ),
    }),
    'sentence-differs',
    'summary',
  ],
  ['a record that no sentence cites', withRecords(false), 'uncited-records', 'summary'],
  ['a word that no dictionary has', summaryWith('The diagnoses', 'The diagnossis'), 'unknown-word', 'summary'],
];

describe('the warning checks', () => {
  it.each(PLANTED)('%s is warned of, and nothing else', (_, input, name, where) => {
    expect(checkLetter(input).map((found) => [found.name, partPath(found.part), found.severity])).toEqual([
      [name, where, 'warn'],
    ]);
  });

  it('tell of hard reading, for information', () => {
    expect(checkLetter(withChange(1, { rationale: long }))).toMatchObject([
      { name: 'hard-reading', severity: 'info', part: { kind: 'item', item: 1, name: 'rationale' } },
    ]);
  });

  it('name the pages that mention what is said to be missing', () => {
    const input = {
      ...withChange(1, { rationale: `The notes did not document an effusion. ${mri.rationale}` }),
      context: {
        ...soundContext(),
        findMentions: () => [mention('Progress report, page 2'), mention('MRI report, page 1')],
      },
    };
    expect(checkLetter(input).find(({ name }) => name === 'contradicted-absence')?.values).toEqual({
      term: 'effusion',
      pages: ['Progress report, page 2', 'MRI report, page 1'],
    });
  });
});

describe('the warning checks stay silent', () => {
  it.each([
    [
      'where the MTUS is said to be silent',
      withChange(1, {
        reviewerGuideline: outside,
        rationale: `The MTUS does not address imaging of this kind. ${mri.rationale}`,
      }),
    ],
    [
      'where competing recommendations are weighed in a worksheet',
      { ...competing, context: { ...soundContext(), weighedItems: [1] } },
    ],
    [
      'on the other side where both are told apart',
      withChange(1, { rationale: `The right knee was sound. ${mri.rationale}` }),
    ],
    ['on a brand name for the drug', partWith(2, 'rationale', 'Tramadol 50mg', 'Ultram 50mg')],
    [
      'on another dose that was tried before',
      withChange(2, { rationale: `Tramadol 100mg had been tried before. ${tramadol.rationale}` }),
    ],
    [
      'on a page that bears out that there is no evidence of it',
      {
        ...withChange(1, { rationale: `There is no evidence of locking of the left knee. ${mri.rationale}` }),
        context: {
          ...soundContext(),
          findMentions: () => [mention('Progress report, page 2', 'He denies giving way or ')],
        },
      },
    ],
    [
      'on a page that does not mention what is missing',
      withChange(1, { rationale: `There is no documentation of locking. ${mri.rationale}` }),
    ],
    [
      'on twin rationales of items that depend on one',
      {
        ...soundInput(),
        letter: {
          ...soundLetter(),
          items: [
            {
              ...mri,
              heading: 'Arthroscopy of the left knee',
              decision: 'Upheld',
              rationale:
                'The examination of the left knee was normal. Therefore, an arthroscopy of the left knee is not medically necessary.',
            },
            ...['knee brace', 'EKG'].map((service) => ({
              ...mri,
              heading: `Associated surgical service: ${service}`,
              decision: 'Upheld',
              reviewerGuideline: 'The Expert Reviewer did not cite any medical evidence for its decision.',
              rationale:
                'As the requested surgical intervention is not medically necessary per the documentation, the requested ancillary service is not medically necessary.',
            })),
          ],
        },
        context: { ...soundContext(), disputedItems: [] },
      },
    ],
  ] satisfies (readonly [string, CheckInput])[])('%s', (_, input) => {
    expect(checkLetter(input)).toEqual([]);
  });

  it('on what only a case knows, where a letter is checked alone', () => {
    const contrary = {
      ...soundContext(),
      due: '2017-01-01',
      attested: false,
      records: [],
      isKnownWord: () => false,
      findMentions: () => [mention('page 1')],
      metadata: { creator: 'A. Person' },
      birthDate: '2017-02-01',
      statedResult: 'Upheld' as const,
    };
    expect(
      checkLetter({
        letter: withItem(soundLetter(), 1, { rationale: `There is no documentation of locking. ${mri.rationale}` }),
        mode: 'letter-alone',
        context: contrary,
      }),
    ).toEqual([]);
  });
});
