import { therapySeries, wordTherapySeries } from '../../../main/reading/visits/therapy-series.ts';
import { visitsOf, type VisitContext, type VisitDraft } from '../../../main/reading/visits/visits-of.ts';
import type { EntryDraft } from '../../../shared/entry.ts';
import { propose, recordOf } from '../read-fixture.ts';

const NOTHING: VisitContext = { items: [] };
const HEAD = 'Patient: Mara Fictitious   DOB: 01/02/1980   Date of injury: 02/01/2016';

const note = (date: string, ...lines: string[]): string =>
  ['PROGRESS REPORT (PR-2)', HEAD, `Date of exam: ${date}`, 'Otto Invented, MD, Orthopedic Surgery', ...lines].join(
    '\n',
  );
const session = (number: number, date: string, pain: string, course: string): string =>
  [
    'PHYSICAL THERAPY DAILY NOTE',
    HEAD,
    `Visit ${number} of 12   DOS: ${date}`,
    `S: Left knee pain ${pain}.`,
    `O: Flexion ${100 + number} degrees. Therapeutic exercise, ice.`,
    `A: ${course}`,
    'P: Continue.',
    'P. Example, PT',
  ].join('\n');

/** The visits of records, one a text. */
const visits = (texts: readonly string[], context: VisitContext = NOTHING): VisitDraft[] =>
  visitsOf(
    texts.flatMap((text, at) => propose(recordOf(text, `r${at}`))),
    context,
  );
const keys = ({ facts }: VisitDraft): string[] => facts.filter(({ rank }) => rank === 'key').map(({ text }) => text);
const folded = ({ facts }: VisitDraft): string[] =>
  facts.filter(({ rank }) => rank === 'folded').map(({ text }) => text);
const heads = (all: readonly VisitDraft[]): string[] => all.map(({ date, kind }) => `${date} ${kind}`);

describe('the visits of a case', () => {
  it('carry date, provider, specialty and kind once, with the facts of the encounter', () => {
    const [visit, ...others] = visits([
      note('03/01/2016', 'Subjective: Left knee pain 7/10.', 'Objective: Positive McMurray.'),
    ]);
    expect(others).toEqual([]);
    expect(visit).toMatchObject({
      date: '2016-03-01',
      dateText: '03/01/2016',
      dateKind: 'service',
      provider: 'Otto Invented, MD',
      specialty: 'Orthopedic Surgery',
      kind: 'visit',
      again: [],
    });
    expect(visit!.facts.map(({ text }) => text)).toEqual([
      'The patient had left knee pain rated 7/10.',
      'McMurray was positive.',
    ]);
    expect(visit!.facts.every(({ why }) => /^[A-Z].*\.$/.test(why))).toBe(true);
  });

  it('stand in date order, undated ones last', () => {
    const found = visits([
      note('05/02/2016', 'Subjective: Left knee pain 5/10.'),
      'PROGRESS NOTE\nSubjective: Left knee pain was severe.\nPlan: Start ibuprofen 800 mg.',
      note('03/01/2016', 'Subjective: Left knee pain 7/10.'),
    ]);
    expect(found.map(({ date }) => date)).toEqual(['2016-03-01', '2016-05-02', null]);
  });

  it('have the injury by itself under its date, wherever it is told, in its fullest words', () => {
    const found = visits([
      note('03/01/2016', 'History of injury: On 02/01/2016 she slipped on a wet floor and twisted her left knee.'),
      note(
        '04/01/2016',
        'History of injury: On 02/01/2016 she slipped and injured her left knee.',
        'Subjective: Left knee pain 4/10.',
      ),
    ]);
    expect(heads(found)).toEqual(['2016-02-01 injury', '2016-04-01 visit']);
    expect(found[0]).toMatchObject({ key: 'injury', dateKind: 'injury', provider: '' });
    expect(keys(found[0]!)).toEqual([expect.stringMatching(/wet floor/)]);
    expect(folded(found[0]!)).toHaveLength(1);
  });

  it('are proposed once where a page came twice, with both places', () => {
    const page = note(
      '03/01/2016',
      'Subjective: Left knee pain 7/10.',
      'Objective: Positive McMurray.',
      'Plan: MRI of the left knee.',
    );
    const [visit, ...others] = visits([page, page]);
    expect(others).toEqual([]);
    expect(visit!.again).toEqual([expect.objectContaining({ record: 'r1', page: 1, quote: '03/01/2016' })]);
    expect(visit!.facts.map(({ sources }) => sources.map(({ record }) => record))).toEqual(
      visit!.facts.map(() => ['r0', 'r1']),
    );
  });

  it('show both sides of a copy that differs in one word', () => {
    const page = (side: string): string =>
      note(
        '03/01/2016',
        `Subjective: Knee pain 7/10.`,
        `Objective: Positive McMurray in the ${side} knee.`,
        'Plan: Naproxen 500 mg.',
      );
    const [visit, ...others] = visits([page('right'), page('left')]);
    expect(others).toEqual([]);
    expect(visit!.again).toHaveLength(1);
    expect(keys(visit!).filter((text) => /McMurray/.test(text))).toHaveLength(2);
  });

  it('are two on one date where their words do not agree', () => {
    const found = visits([
      note('03/01/2016', 'Subjective: Left knee pain 7/10.', 'Objective: Positive McMurray.'),
      note('03/01/2016', 'Subjective: Anxiety has increased.', 'Plan: Sertraline 50 mg was started.'),
    ]);
    expect(heads(found)).toEqual(['2016-03-01 visit', '2016-03-01 visit']);
    expect(new Set(found.map(({ key }) => key)).size).toBe(2);
  });

  it('have the same keys when the same files are read again, in whatever order', () => {
    const texts = [note('03/01/2016', 'Subjective: Pain 7/10.'), note('04/01/2016', 'Subjective: Pain 4/10.')];
    const drafts = texts.map((text, at) => propose(recordOf(text, `r${at}`)));
    const names = (order: readonly EntryDraft[][]): string[] => visitsOf(order.flat(), NOTHING).map(({ key }) => key);
    expect(names(drafts)).toEqual(names(drafts.toReversed()));
    expect(names(drafts)).toHaveLength(2);
  });

  it('take in what another record tells of their day', () => {
    const found = visits([
      [
        'OPERATIVE REPORT',
        HEAD,
        'Date of procedure: 03/20/2016',
        'Otto Invented, MD',
        'Procedure performed: Corticosteroid injection of the left knee.',
      ].join('\n'),
      note('04/01/2016', 'Subjective: She received a corticosteroid injection on 03/20/2016 with one week of relief.'),
    ]);
    expect(heads(found)).toEqual(['2016-03-20 procedure']);
    expect(found[0]!.facts).toHaveLength(2);
  });

  it('stand by themselves, without a provider, where only another record tells of them', () => {
    const found = visits([
      note(
        '04/01/2016',
        'Subjective: She underwent left knee arthroscopy on 01/15/2016.',
        'Objective: Positive McMurray.',
      ),
    ]);
    expect(heads(found)).toEqual(['2016-01-15 procedure', '2016-04-01 visit']);
    expect(found[0]).toMatchObject({ provider: '', specialty: '' });
  });

  it('read drafts of earlier versions, which know no encounters', () => {
    const old = propose(recordOf(note('03/01/2016', 'Subjective: Pain 7/10.', 'Plan: Naproxen 500 mg.'))).map(
      ({ toldIn: _, ...draft }) => draft,
    );
    expect(heads(visitsOf(old, NOTHING))).toEqual(['2016-03-01 visit']);
  });
});

describe('the key facts of a visit', () => {
  it('leave out what is unchanged since the visit before, and say so', () => {
    const [, second] = visits([
      note(
        '03/01/2016',
        'Objective: Flexion 100 degrees.',
        'Diagnosis: Left knee sprain.',
        'Work status: Modified work, no kneeling.',
      ),
      note(
        '04/01/2016',
        'Objective: Flexion 103 degrees. Positive McMurray.',
        'Diagnosis: Left knee sprain.',
        'Work status: Modified work, no kneeling.',
      ),
    ]);
    expect(keys(second!)).toEqual(['McMurray was positive.']);
    expect(second!.facts.filter(({ rank }) => rank === 'folded').map(({ why }) => why)).toEqual([
      'The same since 03/01/16.',
      'The same since 03/01/16.',
      'The same since 03/01/16.',
    ]);
  });

  it('hold what changed since the visit before', () => {
    const [, second] = visits([
      note(
        '03/01/2016',
        'Objective: Flexion 100 degrees.',
        'Diagnosis: Left knee sprain.',
        'Work status: Modified work, no kneeling.',
      ),
      note(
        '04/01/2016',
        'Objective: Flexion 130 degrees.',
        'Diagnosis: Left medial meniscus tear.',
        'Work status: Off work.',
      ),
    ]);
    expect(folded(second!)).toEqual([]);
    expect(keys(second!)).toHaveLength(3);
  });

  it('begin with what touches a disputed item, and take a normal finding of its part', () => {
    const text = note(
      '03/01/2016',
      'Objective: Positive Tinel at the right wrist. Drop arm test negative. Skin normal.',
      'Plan: Tramadol 50 mg was continued.',
    );
    const [plain] = visits([text]);
    expect(keys(plain!)).toEqual([expect.stringMatching(/Tinel/)]);
    const [disputed] = visits([text], {
      items: [{ heading: 'Tramadol 50mg #60' }, { heading: 'MRI of the right shoulder' }],
    });
    expect(keys(disputed!)).toEqual([
      expect.stringMatching(/Tramadol/),
      expect.stringMatching(/Drop arm/),
      expect.stringMatching(/Tinel/),
    ]);
    expect(disputed!.facts.find(({ text: words }) => /Tramadol/.test(words))!.why).toMatch(
      /disputed drug \("Tramadol"\)/,
    );
  });

  it('follow the order of merit that is set', () => {
    const text = note('03/01/2016', 'Subjective: Left knee pain 7/10.', 'Plan: MRI of the left knee.');
    expect(keys(visits([text])[0]!)).toHaveLength(2);
    expect(keys(visits([text], { items: [], order: ['request'] })[0]!)).toEqual([
      'An MRI of the left knee was requested.',
    ]);
  });
});

describe('a therapy series', () => {
  const days = ['03/01/2016', '03/03/2016', '03/08/2016', '03/10/2016'];

  it('folds into one line that says only what its visits say', () => {
    const series = therapySeries(
      visits(
        days.map((day, at) =>
          session(at + 1, day, at < 2 ? '8/10' : '6/10', at < 3 ? 'Slow progress.' : 'No further gain.'),
        ),
      ),
    );
    expect(series.map(wordTherapySeries)).toEqual(['4 visits, 03/01 to 03/10, pain 8/10 to 6/10, no further gain']);
    expect(series[0]).toMatchObject({
      provider: 'P. Example, PT',
      specialty: 'Physical therapy',
      attended: 4,
      missed: 0,
    });
  });

  it('counts a visit that came twice once', () => {
    const pages = days.map((day, at) => session(at + 1, day, '8/10', 'Slow progress.'));
    expect(therapySeries(visits([...pages, ...pages])).map(({ attended }) => attended)).toEqual([4]);
  });

  it('ends at a break of months, and is none for two visits', () => {
    const far = ['03/01/2016', '03/03/2016', '09/01/2016', '09/03/2016'];
    expect(therapySeries(visits(far.map((day, at) => session(at + 1, day, '8/10', 'Slow progress.'))))).toEqual([]);
  });
});
