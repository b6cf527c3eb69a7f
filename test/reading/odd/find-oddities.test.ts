import { findOddities } from '../../../main/reading/odd/find-oddities.ts';
import type { OddContext, OddDocument } from '../../../main/reading/odd/odd-document.ts';
import type { DocumentId, RecordId } from '../../../shared/ids.ts';
import type { FoundOddity } from '../../../shared/oddity.ts';

let count = 0;
const HEAD = 'Patient: Sample, Casey DOB: 03/09/1978 Claim: X-1\n';
const record = (
  kind: OddDocument['kind'],
  date: string | null,
  text: string,
  more: Partial<OddDocument> = {},
): OddDocument => {
  count += 1;
  return {
    ...{ id: `${String(count)}` as DocumentId, file: String(count) as RecordId, first: 1, last: 1, kind, date },
    ...{ title: kind, provider: 'Alex Example, MD', pages: [{ page: 1, text: `${HEAD}${text}` }] },
    ...more,
  };
};
const CONTEXT: OddContext = { latest: '2016-12-31', dateOfInjury: '2016-03-07', decisionDate: '', visitDays: [] };
const find = (documents: readonly OddDocument[], context: Partial<OddContext> = {}): FoundOddity[] =>
  findOddities(documents, { ...CONTEXT, ...context });
const texts = (found: readonly FoundOddity[]): string[] => found.map(({ text }) => text);
const note = (date: string, text: string): OddDocument =>
  record('therapy-note', date, `DOS: ${date}\n${text}`, { provider: 'Jo Example, PT' });

const SESSION =
  'S: Pain 8/10 right shoulder.\nO: Abduction 88 degrees. Therapeutic exercise, manual therapy, ice.\nA: Slow progress.\nP: Continue. Home exercise program reviewed.';

describe('contradictions', () => {
  it('finds the one word that two copies of a report differ in, with both pages', () => {
    const words = (side: string): string =>
      `Date of exam: 08/15/2016\nAbduction 95 degrees. Positive empty can in the ${side} shoulder. Continue tramadol.`;
    const [found, ...others] = find([
      record('progress-report', '2016-08-15', words('RIGHT')),
      record('progress-report', '2016-08-15', words('LEFT')),
    ]);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      kind: 'contradiction',
      text: expect.stringContaining('side RIGHT or LEFT') as string,
    });
    expect(found!.places.map(({ span, says }) => [span.quote, says])).toEqual([
      ['RIGHT', 'RIGHT'],
      ['LEFT', 'LEFT'],
    ]);
  });

  it('finds a visit in two versions by the values that one visit has once', () => {
    const scan =
      'S: Patient reports right shoulder pain 7/10. Sleep disturbed.\nO: Flexion 110 degrees, abduction 93 degrees. Therapeutic exercise 30 min, manual therapy 15 min, ice 10 min.\nA: Limited progress.\nP: Continue. Home exercise program issued.';
    expect(find([note('2016-03-15', SESSION), note('2016-03-15', scan)])).toMatchObject([
      { kind: 'versions', text: expect.stringMatching(/pain score 8 or 7, abduction 88 or 93/u) as string },
    ]);
  });

  it('takes twelve notes under one template for what they are, and unrelated notes of one day too', () => {
    const template = Array.from({ length: 12 }, (_, at) =>
      note(`2016-05-${String(10 + at)}`, SESSION.replace('88', String(88 + at))),
    );
    expect(find(template)).toEqual([]);
    const unrelated = [
      'Sore throat for two days. Ears clear. Strep test negative. Rest and fluids.',
      'Diabetic follow up. Glucose log reviewed, metformin increased. Pain 2/10.',
      'Laceration of the thumb, sutured. Tetanus given. Pain 6/10.',
    ];
    expect(find(unrelated.map((text) => record('progress-report', '2016-02-11', text)))).toEqual([]);
  });

  it('finds no version in a true copy', () => {
    expect(find([note('2016-03-15', SESSION), note('2016-03-15', SESSION)])).toEqual([]);
  });

  it.each([
    [
      'another injury date',
      'Date of injury: 03/17/2016. Pain 5/10.',
      'The injury date is 03/07/2016, but one place gives 03/17/2016.',
    ],
    [
      'the other side',
      'Date of injury: 03/07/2016. Left knee pain.',
      'progress-report of 06/01/16 tells of the left knee; 3 records tell of the right one.',
    ],
    [
      'another dose on one day',
      'Tramadol 100 mg was continued.',
      'Tramadol is 50 mg in consultation of 06/01/16 and 100 mg in progress-report of 06/01/16.',
    ],
    [
      'no operation after one',
      'No prior surgery.',
      'progress-report of 06/01/16 denies any operation; operative-report of 05/01/16 tells of one.',
    ],
  ])('finds %s', (_, text, expected) => {
    const others = [
      record('first-report', '2016-03-08', 'Date of injury: 03/07/2016. Right knee pain.'),
      record('imaging-report', '2016-04-08', 'X-ray of the right knee.'),
      record('operative-report', '2016-05-01', 'The patient underwent arthroscopy of the right knee.'),
      record('consultation', '2016-06-01', 'Tramadol 50 mg was started.', { provider: 'Kim Example, MD' }),
    ];
    expect(texts(find([...others, record('progress-report', '2016-06-01', text)]))).toEqual([expected]);
    expect(find(others)).toEqual([]);
  });

  it('does not take a side for odd where both are treated', () => {
    const both = ['Right knee pain.', 'Left knee pain.', 'Right knee pain.', 'Left knee pain.'];
    expect(find(both.map((text, at) => record('progress-report', `2016-0${String(4 + at)}-01`, text)))).toEqual([]);
  });

  it('groups the records whose age or sex does not fit, so that they are decided once', () => {
    const others = [25, 89, 13].map((age) =>
      record(
        'progress-report',
        '2016-02-11',
        `The patient is a ${String(age)}-year-old male with a cough number ${String(age)}.`,
        {
          provider: 'Example Family Practice',
        },
      ),
    );
    const own = record('first-report', '2016-04-08', 'The patient is a 38-year-old woman.');
    const evaluation = record(
      'medical-legal-report',
      '2016-02-30'.replace('30', '28'),
      'The applicant is a 38-year-old woman.',
      { provider: '' },
    );
    expect(texts(find([...others, own, evaluation]))).toEqual([
      '3 records of Example Family Practice tell of persons of another age or sex: 25 years, male; 89 years, male; 13 years, male.',
      'medical-legal-report tells of a person of 38 years, female; by the birth date it would be 37.',
    ]);
  });

  it('says each contradiction of two records that differ in everything', () => {
    const a = record(
      'progress-report',
      '2016-06-01',
      'Date of injury: 03/07/2016. The patient is a 38-year-old woman. Right knee pain 8/10, flexion 100. Norco 10 mg was continued for the knee. Status post arthroscopy of the knee.',
    );
    const b = record(
      'progress-report',
      '2016-06-01',
      'Date of injury: 04/07/2016. The patient is a 52-year-old man. Left knee pain 2/10, flexion 130. Norco 5 mg was continued for the knee. Denies any surgery of the knee.',
    );
    const kinds = find([a, b]).map(({ id }) => id.split(' ').slice(0, 2).join(' '));
    expect(kinds).toEqual(
      expect.arrayContaining(['contradiction injury', 'contradiction dose', 'contradiction surgery', 'identity Alex']),
    );
    for (const { places } of find([a, b]))
      for (const { span } of places)
        expect([a, b].find(({ file }) => file === span.record)!.pages[0]!.text.slice(span.start, span.end)).toBe(
          span.quote,
        );
  });
});

describe('what is missing', () => {
  it('finds the records that others name and the file does not hold, each once', () => {
    const found = find([
      record(
        'utilization-review',
        '2016-09-21',
        'Per the MRI of 3/4 and the AME report, and the consultation report dated 07/01/2016, it was denied.',
      ),
      record('progress-report', '2016-09-12', 'I reviewed the MRI of 03/04/2016 and the X-ray of 4/2/16.'),
      record('imaging-report', '2016-04-02', 'Date of exam: 04/02/2016. No fracture.'),
    ]);
    expect(texts(found)).toEqual([
      'MRI of 03/04/2016 is not in the file.',
      'Consultation report of 07/01/2016 is not in the file.',
      'AME report: none is in the file.',
    ]);
    expect(found.find(({ text }) => text.startsWith('MRI'))!.places).toHaveLength(2);
  });

  it('is silent on what is in the file, by the day of its report too, and on what is only asked for', () => {
    const study = record('imaging-report', '2016-04-02', 'Date of exam: 04/02/2016. Date reported: 04/04/2016.');
    const named = record(
      'progress-report',
      '2016-05-12',
      'Reviewed the X-ray of 04/04/2016. Will request the operative report and the report of 05/12/2016.',
    );
    expect(find([study, named])).toEqual([]);
  });

  it('finds the months before the request without a report of who treats, and none where there are reports', () => {
    const request = record('request-for-authorization', '2016-09-12', 'Physical therapy.');
    const report = (date: string): OddDocument =>
      record('progress-report', date, `Report number ${date.replaceAll('-', '')}.`);
    expect(texts(find([request, report('2016-04-01'), report('2016-05-10')]))).toEqual([
      'No report of who treats between 05/10/2016 and 09/12/2016, within six months before the request.',
    ]);
    const all = ['2016-04-01', '2016-05-10', '2016-06-20', '2016-07-30', '2016-09-01'].map(report);
    expect(find([request, ...all])).toEqual([]);
  });

  it('finds gaps after the injury, and records after the decision', () => {
    expect(texts(find([], { visitDays: ['2014-01-01', '2016-03-08', '2016-09-01'] }))).toEqual([
      'No visit for 177 days, from 03/08/2016 to 09/01/2016.',
    ]);
    const late = record('progress-report', '2016-11-12', 'Pain 4/10.');
    const application = record('imr-application', '2016-11-12', 'Application.');
    expect(texts(find([late, application], { decisionDate: '2016-11-01' }))).toEqual([
      'progress-report is of 11/12/2016, after the decision of 11/01/2016.',
    ]);
  });

  it('compares the documents of 3,000 visits in seconds', () => {
    const many = Array.from({ length: 3000 }, (_, at) =>
      record(
        'progress-report',
        `20${String(10 + (at % 6))}-${String(1 + (at % 9)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`,
        `Pain ${String(at % 10)}/10. Tramadol 50 mg number ${String(at)} was continued.`,
      ),
    );
    const begun = performance.now();
    find(many);
    expect(performance.now() - begun).toBeLessThan(30_000);
  });
});
