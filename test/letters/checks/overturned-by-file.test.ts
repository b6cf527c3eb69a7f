import { checkLetter } from '../../../main/letters/check-letter.ts';
import type { CheckContext } from '../../../main/letters/checks/check.ts';
import type { Finding } from '../../../shared/check.ts';
import type { FindingName } from '../../../shared/finding-kinds.ts';
import type { LetterItem } from '../../../shared/letter.ts';
import type { TextSpan } from '../../../shared/span.ts';
import type { Treatment } from '../../../shared/treatment.ts';
import { mention, soundContext } from '../support/check-context.ts';
import { SOUND_SENTENCES } from '../support/sound-sentences.ts';
import { soundLetter } from '../support/sound-letter.ts';

const [therapy] = soundLetter().items as [LetterItem];
const NEW: readonly FindingName[] = [
  'over-visit-cap',
  'under-visit-cap',
  'unseen-determination',
  'unheard-evaluator',
  'missing-evaluator-report',
  'several-requesters',
];

const findingsOf = (items: readonly LetterItem[], context: Partial<CheckContext>): Finding[] =>
  checkLetter({
    letter: { ...soundLetter(), items: [...items] },
    mode: 'case',
    context: { ...soundContext(), disputedItems: [], ...context },
  }).filter(({ name }) => NEW.includes(name));
const names = (items: readonly LetterItem[], context: Partial<CheckContext>): FindingName[] =>
  findingsOf(items, context).map(({ name }) => name);

const asked = (heading: string, change: Partial<LetterItem> = {}): LetterItem => ({
  ...therapy,
  heading,
  decision: 'Overturned',
  rationale: 'The examination shows a deficit of strength. Therefore, the request is medically necessary.',
  ...change,
});

/** A therapy with so many documented sessions; as many more are told by a record where `reported` is given. */
const treated = (name: string, sessions: number, reported?: number): Treatment => ({
  id: `therapy ${name}`,
  kind: 'therapy',
  name,
  from: null,
  to: null,
  stopped: null,
  doses: [],
  days: Array.from(
    { length: sessions },
    (_, at) => `2016-${String(1 + (at % 12)).padStart(2, '0')}-${String(1 + Math.floor(at / 12)).padStart(2, '0')}`,
  ),
  missed: 0,
  reported:
    reported === undefined ? null : ({ count: reported, of: null, fact: null } as unknown as Treatment['reported']),
  requested: [],
  authorised: [],
  responses: [],
  sideEffects: [],
  facts: [],
  folded: [],
});

describe('the cap of 24 visits', () => {
  it.each([
    ['Physical therapy 12 sessions for the lumbar spine', treated('Physical therapy', 18)],
    ['PT 2 times a week for 6 weeks, low back', treated('physical therapy, lumbar spine', 14)],
    ['Eight (8) physical therapy visits', treated('Physical therapy', 0, 20)],
    ['Occupational therapy 3 x 4 weeks for the right hand', treated('Occupational therapy', 16)],
    ['Hand therapy six sessions', treated('Occupational therapy, hand', 22)],
    ['Chiropractic manipulation times 12', treated('Chiropractic care', 13)],
    ['Chiropractic care 2 times a week for 4 weeks', treated('chiropractic care, neck', 20)],
    ['Additional ten sessions of physical therapy', treated('Physical therapy', 15)],
    ['Aquatic therapy, 12 visits', treated('Aquatic therapy', 20)],
    ['Continued physical therapy #6 for the left knee', treated('Physical therapy, left knee', 24)],
  ])('is warned of for %s', (heading, treatment) => {
    expect(names([asked(heading)], { treatments: () => [treatment] })).toEqual(['over-visit-cap']);
  });

  it.each([
    'The statutory cap of 24 visits is exceeded.',
    'Twenty-four visits are the limit under the Labor Code.',
    'The request goes beyond the maximum of 24 sessions.',
    'Labor Code 4604.5 allows no more than 24 visits.',
    'This would surpass the 24 visits that are allowed.',
    'With these visits the limit of twenty four is passed.',
    'The visit cap has been reached.',
    'The worker has used the 24 visits permitted by law.',
    'Section 4604.5 caps therapy at 24 visits.',
    'The statutory limit is exhausted.',
  ])('is no ground where the ledger counts fewer: %s', (sentence) => {
    const item = asked('Physical therapy 6 sessions for the low back', { decision: 'Upheld', rationale: sentence });
    expect(names([item], { treatments: () => [treated('Physical therapy', 8)] })).toEqual(['under-visit-cap']);
  });

  it.each([
    ['after surgery', asked('Post-operative physical therapy 12 sessions')],
    [
      'authorised in writing',
      asked('Physical therapy 12 sessions', { rationale: 'More visits were authorized in writing on 01-02-2017.' }),
    ],
    ['of another therapy', asked('Acupuncture 12 sessions')],
    ['that are denied', asked('Physical therapy 12 sessions', { decision: 'Upheld' })],
  ])('says nothing of visits %s', (_, item) => {
    expect(names([item], { treatments: () => [treated('Physical therapy', 20), treated('Acupuncture', 20)] })).toEqual(
      [],
    );
  });

  it('is not asked of an injury before 2004', () => {
    const letter = { ...soundLetter(), items: [asked('Physical therapy 12 sessions')] };
    const before = { ...letter, header: { ...letter.header, dateOfInjury: '2003-12-31' } };
    const context = { ...soundContext(), treatments: () => [treated('Physical therapy', 20)] };
    expect(
      checkLetter({ letter: before, mode: 'case', context }).filter(({ name }) => name === 'over-visit-cap'),
    ).toEqual([]);
  });
});

const span = { record: 'r9', page: 1, start: 0, end: 5, quote: 'words' } as TextSpan;
const decidedBefore = (text: string, isCited = false): Partial<CheckContext> => ({
  earlierDeterminations: [{ label: 'IMR determination, 05/02/2016', text, span, isCited }],
});

describe('an earlier determination of the same treatment', () => {
  it.each([
    ['Tramadol 50mg #60', 'Tramadol 50 mg, sixty tablets, is medically necessary.'],
    ['Norco 10/325mg #90', 'The request for hydrocodone/acetaminophen 10/325 is overturned.'],
    ['Acupuncture 6 sessions for the neck', '1. Acupuncture times six is medically necessary and appropriate.'],
    ['Functional restoration program, 80 hours', 'The functional restoration program is not medically necessary.'],
    ['MRI of the left knee', 'An MRI of the left knee is medically necessary.'],
    ['Lumbar epidural steroid injection at L4-5', 'Epidural steroid injection, L4-L5, is upheld.'],
    ['H-wave unit purchase', 'H-wave unit, thirty day rental, is medically necessary.'],
    ['Chiropractic manipulation times 12', 'Chiropractic manipulation for six visits is medically necessary.'],
    ['Gabapentin 300mg #90', 'Neurontin (gabapentin) is medically necessary.'],
    ['Home health aide 12 hours a day', 'The home health aide is medically necessary for six weeks.'],
  ])('is asked for in the rationale of %s', (heading, text) => {
    expect(names([asked(heading)], decidedBefore(`Summary of the case. ${text} Appeal rights follow.`))).toEqual([
      'unseen-determination',
    ]);
  });

  it.each([
    ['of another treatment', asked('Acupuncture 6 sessions'), decidedBefore('Tramadol 50 mg is medically necessary.')],
    ['that is cited', asked('Tramadol 50mg #60'), decidedBefore('Tramadol is medically necessary.', true)],
    [
      'of which the rationale tells',
      asked('Tramadol 50mg #60', {
        rationale: 'An earlier IMR of 05-02-2016 allowed tramadol; its effect was lost since.',
      }),
      decidedBefore('Tramadol is medically necessary.'),
    ],
  ])('is not asked for %s', (_, item, context) => {
    expect(names([item], context)).toEqual([]);
  });
});

const telling = (sentence: string): Partial<CheckContext> => {
  const term = /agreed medical|qualified medical|QME|AME/u.exec(sentence)![0];
  const at = sentence.indexOf(term);
  const one = { ...mention('Progress report, page 3', sentence.slice(0, at)), after: sentence.slice(at + term.length) };
  return {
    findMentions: (wanted) => (wanted === term ? [{ ...one, span: { ...one.span, quote: term } }] : []),
  };
};

describe('the report of an evaluator', () => {
  it.each([
    'The AME report of 03/04/2016 was reviewed.',
    'Per the QME, surgery is an option.',
    'She was seen by the agreed medical evaluator in March.',
    'The qualified medical evaluator found a loss of motion.',
    'QME Dr. Example stated that therapy helped.',
    'He was examined by an AME on 02/02/2016.',
    'I have read the QME report.',
    'The agreed medical examiner concluded that care should go on.',
    'The panel QME evaluation took place on 05/05/2016.',
    'The AME opined on future medical care.',
  ])('is missed where a record tells of it: %s', (sentence) => {
    expect(names([asked('MRI of the left knee')], telling(sentence))).toEqual(
      /should|will/u.test(sentence) ? [] : ['missing-evaluator-report'],
    );
  });

  it.each([
    'A QME evaluation is scheduled for June.',
    'The AME report is pending.',
    'She was referred to a QME.',
    'No AME report is on file.',
    'We request the QME report.',
  ])('is not missed where it is still to come: %s', (sentence) => {
    expect(names([asked('MRI of the left knee')], telling(sentence))).toEqual([]);
  });

  it('is named where it is in the file and cited for nothing', () => {
    const records = (isCited: boolean): Partial<CheckContext> => ({
      records: [{ kind: 'medical-legal-report', label: 'AME report, 03/04/2016', isCited }],
    });
    expect(names([asked('MRI of the left knee')], records(false))).toEqual(['unheard-evaluator']);
    expect(names([asked('MRI of the left knee')], records(true))).toEqual([]);
  });
});

describe('requests of several physicians', () => {
  const two = [asked('MRI of the left knee'), asked('Acupuncture 6 sessions')];
  it.each([
    [['Jane Example, MD', 'Pat Sample, DC']],
    [['Dr. Example', 'Robin Madeup MD']],
    [['A. First, DO', 'B. Second, PhD', 'A. First, DO']],
  ])('are named: %j', (requesters) => {
    expect(names(two, { requesters })).toEqual(['several-requesters']);
  });

  it.each([
    ['one physician in two ways', two, ['Jane Example, MD', 'Dr. Example']],
    ['a request that nobody signed', two, ['Jane Example, MD', '']],
    ['one item', two.slice(0, 1), ['Jane Example, MD', 'Pat Sample, DC']],
  ])('are not seen in %s', (_, items, requesters) => {
    expect(names(items, { requesters })).toEqual([]);
  });
});

describe('two hundred sound sentences', () => {
  it('raise none of these warnings in a rationale', () => {
    const context: Partial<CheckContext> = {
      treatments: () => [treated('Physical therapy', 8)],
      ...decidedBefore('Tramadol 50 mg is medically necessary.'),
    };
    const item = asked('Physical therapy 6 sessions for the low back', { decision: 'Upheld' });
    expect(SOUND_SENTENCES.filter((rationale) => names([{ ...item, rationale }], context).length > 0)).toEqual([]);
  });
});
