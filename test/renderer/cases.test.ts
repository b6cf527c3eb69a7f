import type { CaseOverview, CaseRow } from '../../shared/case.ts';
import type { Finding } from '../../shared/check.ts';
import type { Item } from '../../shared/item.ts';
import { arrangeCases } from '../../renderer/features/cases/case-order.ts';
import { caseListMeta, duePill, nextStep, readingInWords } from '../../renderer/features/cases/case-words.ts';
import { strengthOf } from '../../renderer/features/unlock/strength.ts';

const TODAY = '2014-08-20';
const row = (id: string, part: Partial<CaseRow> = {}): CaseRow => ({
  id: id as CaseRow['id'],
  caseNumber: `CM14-990000${id}`,
  subject: 'Low back',
  dateOfInjury: '2014-05-24',
  state: 'Drafting',
  items: 2,
  itemsDecided: 1,
  records: 3,
  pages: 10,
  pagesRead: 10,
  due: '2014-08-26',
  createdAt: '2014-07-01',
  condition: { state: 'sound', reason: '' },
  ...part,
});
const by = (column: string) => ({ column, direction: 'ascending' as const });

describe('the list of cases', () => {
  it('stands in the order of the clock, cases without one after it, exported ones last', () => {
    const rows = [
      row('1', { state: 'Exported', due: '2014-08-01' }),
      row('2', { due: '' }),
      row('3', { due: '2014-08-30' }),
      row('4', { due: '2014-08-19' }),
    ];
    expect(arrangeCases(rows, '', by('due')).map(({ id }) => id)).toEqual(['4', '3', '2', '1']);
  });

  it('shows the cases that hold every word typed', () => {
    const rows = [row('1', { subject: 'Low back · acupuncture' }), row('2', { subject: 'Right knee' })];
    expect(arrangeCases(rows, 'back acup', by('due')).map(({ id }) => id)).toEqual(['1']);
    expect(arrangeCases(rows, '9900002', by('due')).map(({ id }) => id)).toEqual(['2']);
  });

  it('says how many are open and late, and when the next one is due', () => {
    expect(caseListMeta([row('1'), row('2', { due: '2014-08-19' }), row('3', { state: 'Exported' })], TODAY)).toBe(
      '3 · 2 open · 1 late · next due in 6 days',
    );
  });

  it.each([
    [{ due: '2014-08-26' }, 'Due in 6 days', 'warn'],
    [{ due: '2014-08-21' }, 'Due in 1 day', 'warn'],
    [{ due: '2014-09-20' }, 'Due in 31 days', 'neutral'],
    [{ due: '2014-08-20' }, 'Due today', 'block'],
    [{ due: '2014-08-18' }, '2 days late', 'block'],
    [{ due: '2012-08-18' }, 'Over a year late', 'block'],
    [{ due: '' }, 'No due date', 'neutral'],
    [{ state: 'Exported' as const }, 'Sent', 'safe'],
  ])('says of %j: %s', (part, words, tone) => {
    expect(duePill(row('1', part), TODAY)).toEqual({ words, tone });
  });
});

const overview = (part: Partial<CaseOverview> = {}): CaseOverview => ({
  ...row('1'),
  proposed: 0,
  accepted: 5,
  sentences: 8,
  filesWaiting: 0,
  canUndo: false,
  canRedo: false,
  facts: {
    form: '2016',
    organisation: '',
    guidelineLabel: '',
    header: {} as never,
    reviewer: { licensure: '', specialty: '' },
    track: 'standard',
    certifiedOn: '',
    extensionDays: 0,
    urByMail: false,
    recordsComplete: '',
    origin: 'records',
    attested: true,
    notDisputed: [],
    coverFields: {},
  },
  ...part,
});
const item = (heading: string, decision: Item['decision']): Item => ({ heading, decision }) as Item;
const decided = [item('Acupuncture', 'Upheld')];
const blocked: Finding[] = [
  {
    name: 'missing-header-value',
    check: 2,
    severity: 'block',
    part: { kind: 'header-value', name: 'caseNumber' },
    values: {},
    message: 'It is missing.',
  },
];

describe('the next step of a case', () => {
  it.each([
    ['Next: add the records of the case', overview({ records: 0 }), [], []],
    ['Next: enter the disputed items', overview(), [], []],
    ['Next: go through 9 proposed entries', overview({ accepted: 0, proposed: 9 }), decided, []],
    ['Next: read the records and start the timeline', overview({ accepted: 0, sentences: 0 }), decided, []],
    ['Next: write the clinical case summary', overview({ sentences: 0 }), decided, []],
    [
      'Next: decide item 2, x-ray of the lumbar spine',
      overview(),
      [...decided, item('X-ray of the lumbar spine', null)],
      [],
    ],
    ['Next: read the 1 page left', overview({ pagesRead: 9 }), decided, []],
    ['Next: clear 1 blocking check', overview(), decided, blocked],
    ['Next: export the letter', overview(), decided, []],
    ['Exported. Nothing is left to do.', overview({ state: 'Exported' }), [], []],
  ])('is %s', (step, state, items, findings) => {
    expect(nextStep(state, items, findings)).toBe(step);
  });
});

describe('the strength hint', () => {
  it.each([
    ['short', 0],
    ['aaaaaaaaaaaa', 1],
    ['12345678901234', 1],
    ['Password1', 2],
    ['correct horse battery', 4],
  ])('calls %s step %d', (passphrase, steps) => {
    expect(strengthOf(passphrase).steps).toBe(steps);
  });
});

describe('a case made from a letter', () => {
  it('says what was noticed while the letter was read, the first of it and how much more there is', () => {
    expect(readingInWords('letter.pdf', [])).toBeNull();
    expect(readingInWords('letter.pdf', ['Item 1 has no decision word.'])).toBe(
      'letter.pdf was read with a remark: Item 1 has no decision word.',
    );
    const remarks =
      readingInWords('letter.pdf', ['One.', `"${'long '.repeat(200)}".`, 'Three.', 'Four.', 'Five.']) ?? '';
    expect(remarks).toMatch(/^letter\.pdf was read with 5 remarks: One\. "long .* … Three\. And 2 more\.$/u);
    expect(remarks.length).toBeLessThan(320);
  });
});
