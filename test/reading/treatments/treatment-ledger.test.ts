import { treatmentLedger, type LedgerFact } from '../../../main/reading/treatments/treatment-ledger.ts';
import { wordTreatment } from '../../../main/reading/treatments/word-treatment.ts';
import type { EntryId, RecordId, VisitId } from '../../../shared/ids.ts';
import type { Treatment } from '../../../shared/treatment.ts';

let count = 0;
const fact = (
  date: string | null,
  text: string,
  more: Partial<Omit<LedgerFact, 'id' | 'text' | 'date'>> = {},
): LedgerFact => {
  count += 1;
  return {
    ...{ id: `e${String(count)}` as EntryId, visit: `v${String(count)}` as VisitId, kind: 'visit', text, date },
    ...{ state: 'accepted', visitKind: 'visit', specialty: '' },
    sources: [{ record: '1' as RecordId, page: count, start: 0, end: text.length, quote: text }],
    ...more,
  };
};
const session = (date: string | null, text: string, specialty = 'Physical therapy'): LedgerFact =>
  fact(date, text, { visitKind: 'therapy', specialty });
const ledger = (...facts: readonly LedgerFact[]): Treatment[] => treatmentLedger(facts, '2016-12-31');
const only = (...facts: readonly LedgerFact[]): Treatment => {
  const treatments = ledger(...facts);
  expect(treatments.map(({ name }) => name)).toHaveLength(1);
  return treatments[0]!;
};
const texts = (facts: Treatment['facts']): string[] => facts.map(({ text }) => text);

describe('the ledger of treatments', () => {
  it('tells a drug from its first to its last day, with each dose once, what it did and what harm', () => {
    const tramadol = only(
      fact('2016-05-16', 'Tramadol 50 mg twice a day #60 was started.'),
      fact('2016-06-20', 'The patient had pain rated 7/10, reduced to 5/10 with tramadol.'),
      fact('2016-06-20', 'The patient had some nausea from Ultram.'),
      fact('2016-08-15', 'Tramadol 50 mg twice a day #60 was continued.'),
    );
    expect(tramadol).toMatchObject({ id: 'drug tramadol', name: 'Tramadol', from: '2016-05-16', to: '2016-08-15' });
    expect(tramadol.doses.map(({ words }) => words)).toEqual(['50 mg twice a day #60']);
    expect(texts(tramadol.responses)).toEqual(['The patient had pain rated 7/10, reduced to 5/10 with tramadol.']);
    expect(texts(tramadol.sideEffects)).toEqual(['The patient had some nausea from Ultram.']);
  });

  it('reads the days that the words themselves give before the day of the visit', () => {
    const list =
      'She was taking tramadol 50 mg twice a day since 05/16/2016, naproxen 550 mg from 03/08/2016 to 04/01/2016.';
    expect(ledger(fact('2016-09-12', list))).toMatchObject([
      { name: 'Naproxen', from: '2016-03-08', to: '2016-04-01' },
      { name: 'Tramadol', from: '2016-05-16', to: '2016-09-12' },
    ]);
  });

  it('notes when a drug was stopped', () => {
    const facts = [
      fact('2016-01-05', 'Gabapentin 300 mg at night was started.'),
      fact('2016-03-05', 'Gabapentin was stopped because of dizziness.'),
    ];
    expect(only(...facts)).toMatchObject({ stopped: '2016-03-05', sideEffects: [{ date: '2016-03-05' }] });
  });

  it('keeps apart what is said of two drugs in one sentence', () => {
    const text = 'Naproxen was stopped because of nausea, and acetaminophen 650 mg was started.';
    expect(ledger(fact('2016-07-15', text))).toMatchObject([
      { name: 'Acetaminophen', stopped: null, sideEffects: [] },
      { name: 'Naproxen', stopped: '2016-07-15', sideEffects: [{ date: '2016-07-15' }] },
    ]);
  });

  it('does not take an intolerance that is diagnosed later for a dose', () => {
    const facts = [
      fact('2016-07-12', 'Naproxen 500 mg was prescribed.'),
      fact('2016-08-30', 'She was diagnosed with lumbar strain and intolerance of naproxen.', { kind: 'diagnosis' }),
    ];
    expect(only(...facts)).toMatchObject({ to: '2016-07-12', sideEffects: [{ date: '2016-08-30' }] });
  });

  it.each([
    ['a drug test', 'In a urine drug test, tramadol was not detected.'],
    ['an allergy', 'She was allergic to codeine.'],
    ['what was never had', 'There was no prior physical therapy.'],
    ['what was declined', 'The patient declined epidural injection.'],
    ['what is only recommended', 'A subacromial injection was recommended.'],
    ['what was denied', 'Utilization review denied acupuncture 2 times a week for 3 weeks.'],
    ['an operation to come', 'MRI was requested before any consideration of surgery.'],
  ])('takes no treatment from %s', (_, text) => {
    expect(ledger(fact('2016-05-05', text))).toEqual([]);
  });

  it('counts a day of sessions once, however many versions of its note there are, and no missed one', () => {
    const therapy = only(
      session('2016-03-15', 'The patient had pain rated 8/10.'),
      session('2016-03-15', 'The patient reported pain 7/10.'),
      session('2016-03-17', 'The patient had slow progress.'),
      session('2016-03-22', 'The patient did not attend.'),
      session('2016-03-24', 'The patient had pain rated 6/10.'),
    );
    expect(therapy).toMatchObject({ name: 'Physical therapy', missed: 1, from: '2016-03-15', to: '2016-03-24' });
    expect(therapy.days).toEqual(['2016-03-15', '2016-03-17', '2016-03-24']);
    expect(texts(therapy.responses)).toEqual([
      'The patient had pain rated 8/10.',
      'The patient had slow progress.',
      'The patient had pain rated 6/10.',
    ]);
  });

  it('keeps what was asked for, authorised and reported apart from what has notes', () => {
    const therapy = only(
      fact('2016-03-08', 'Physical therapy 2 times a week for 3 weeks (6) was requested.', { kind: 'request' }),
      fact('2016-03-12', 'Utilization review certified 4 visits of physical therapy.', {
        visitKind: 'utilization-review',
      }),
      session('2016-03-15', 'The patient had slow progress.'),
      fact('2016-04-12', 'The patient completed 3 of 4 therapy visits.'),
    );
    expect(therapy.requested).toMatchObject([{ count: 6, of: null }]);
    expect(therapy.authorised).toMatchObject([{ count: 4, of: null }]);
    expect(therapy.reported).toMatchObject({ count: 3, of: 4, fact: { date: '2016-04-12' } });
    expect(therapy.days).toEqual(['2016-03-15']);
  });

  it('keeps therapies of two services apart, and what names none of them by itself', () => {
    const facts = [
      session('2016-01-05', 'The patient had slow progress.'),
      session('2016-02-05', 'The patient had slow progress.', 'Acupuncture'),
      fact('2016-04-12', '12 sessions of therapy were completed.'),
    ];
    expect(ledger(...facts)).toMatchObject([
      { name: 'Physical therapy', days: ['2016-01-05'], reported: null },
      { name: 'Acupuncture', days: ['2016-02-05'], reported: null },
      { name: 'Therapy', days: [], reported: { count: 12 } },
    ]);
  });

  it('lets "the injection" be the one that is described, and leaves it alone where there are two', () => {
    const left = fact(
      '2016-07-18',
      'The patient underwent a subacromial injection of the left shoulder with 40 mg of triamcinolone.',
      {
        visitKind: 'procedure',
      },
    );
    const response = fact('2016-08-15', 'Injection of 07/18/2016 gave two weeks of relief; pain was back to 7/10.');
    expect(only(left, response)).toMatchObject({
      ...{ name: 'Subacromial injection, left shoulder', days: ['2016-07-18'] },
      ...{ from: '2016-07-18', to: '2016-07-18', responses: [{ date: '2016-08-15' }] },
    });
    const knee = fact('2016-06-01', 'The patient underwent an intra-articular injection of the right knee.', {
      visitKind: 'procedure',
    });
    expect(ledger(left, knee, response)).toMatchObject([
      { name: 'Intra-articular injection, right knee', responses: [] },
      { name: 'Subacromial injection, left shoulder', responses: [{ date: '2016-08-15' }] },
    ]);
    const vague = fact('2016-08-15', 'The injection helped for two weeks; the injection was given before.');
    expect(ledger(left, knee, vague)).toMatchObject([
      { name: 'Intra-articular injection, right knee', responses: [] },
      { name: 'Subacromial injection, left shoulder', responses: [] },
      { name: 'Injection', responses: [{ date: '2016-08-15' }] },
    ]);
  });

  it('says that a treatment has no date where no fact gives one', () => {
    expect(only(fact(null, 'Ibuprofen 800 mg was prescribed.'))).toMatchObject({
      from: null,
      to: null,
      facts: [{ date: null }],
    });
  });

  it('takes only what was accepted, and names what lies folded beside it', () => {
    const [taken, folded] = [
      fact('2016-03-08', 'Naproxen 550 mg twice a day was prescribed.'),
      fact('2016-05-16', 'Naproxen caused stomach upset.', { state: 'proposed' }),
    ];
    expect(only(taken, folded)).toMatchObject({ to: '2016-03-08', sideEffects: [], folded: [folded.id] });
  });

  it('reads a ledger of 3,000 visits in well under a second', () => {
    const facts = Array.from({ length: 3000 }, (_, at) => [
      session(
        `20${String(10 + (at % 7))}-0${String(1 + (at % 9))}-${String(10 + (at % 18))}`,
        `The patient had pain rated ${String(at % 10)}/10 at visit ${String(at)}.`,
      ),
      fact('2016-01-01', `Tramadol 50 mg twice a day #60 was continued at visit ${String(at)}.`),
    ]).flat();
    const begun = performance.now();
    expect(ledger(...facts)).toMatchObject([{ name: 'Tramadol', from: '2016-01-01' }, { name: 'Physical therapy' }]);
    expect(performance.now() - begun).toBeLessThan(3000);
    const again = performance.now();
    ledger(...facts);
    expect(performance.now() - again).toBeLessThan(600);
  });
});

describe('a treatment in words', () => {
  const style = { personWord: 'injured worker', dateStyle: 'MM/DD/YYYY' } as const;

  it('is told by its facts, each with its day, the sources of all behind it', () => {
    const tramadol = only(
      fact('2016-05-16', 'Tramadol 50 mg twice a day #60 was started.'),
      fact('2016-06-20', 'The patient had some nausea from tramadol.'),
    );
    const { words, sources } = wordTreatment(tramadol, style, []);
    expect(words).toBe(
      'On 05/16/2016, tramadol 50 mg twice a day #60 was started. On 06/20/2016, the injured worker had some nausea from tramadol.',
    );
    expect(sources).toHaveLength(2);
  });

  it('counts the sessions by their notes where no report counts them', () => {
    const notes = [session('2016-03-15', 'Ice was provided.'), session('2016-03-17', 'Ice was provided.')];
    const places = notes.flatMap(({ sources }) => sources);
    expect(wordTreatment(only(...notes), style, places)).toEqual({
      words: 'Physical therapy has notes of 2 sessions, from 03/15/2016 to 03/17/2016.',
      sources: places,
    });
  });
});
