import { findDrift } from '../../../main/reading/drift/find-drift.ts';
import { joinProposals } from '../../../main/reading/join-proposals.ts';
import type { EntryId, RecordId } from '../../../shared/ids.ts';
import { measureDrift } from '../../support/measure-drift.ts';
import { fixture, LATEST, propose } from '../read-fixture.ts';
import { AS_FACT } from '../../support/as-fact.ts';

const drift = (text: string, quote: string, said = '', date: string | null = '2014-06-10'): string[] => {
  const sources = [{ record: 'r1' as RecordId, page: 1, start: 0, end: quote.length, quote }];
  return findDrift({ text, sources }, [{ date, dateText: '', text: said }], LATEST).map(
    ({ kind, start, end }) => `${kind} ${text.slice(start, end)}`,
  );
};

describe('a sentence', () => {
  it.each([
    ['On 06/10/14, ibuprofen 800 mg was prescribed.', 'Ibuprofen 800mg #90'],
    ['On 06/10/14, he reported pain rated 7/10.', 'Pain is rated 7/10.'],
    ['Naproxen was prescribed.', 'Naprosyn 500 mg'],
    ['Acupuncture two times a week for three weeks (6) was requested.', 'acupuncture 2x/week x 3 weeks'],
    ['Both knees hurt; the bilateral hips were free.', 'b/l knees and hips'],
    ['The left leg was weak.', 'L leg weak'],
    ['He took it three times a day.', 'TID'],
    ['Norco 10/325 mg was refilled.', 'Norco 10/325'],
    ['On 05/24/14, he was injured; on 06/10/14 he was seen.', 'DOI 5/24/2014'],
  ])('is borne out by its sources: %j by %j', (text, quote) => {
    expect(drift(text, quote)).toEqual([]);
  });

  it.each([
    ['On 06/11/14, ibuprofen was prescribed.', 'Ibuprofen 800 mg', ['date 06/11/14']],
    ['Naproxen was prescribed.', 'Ibuprofen 800 mg', ['drug Naproxen']],
    ['Ibuprofen 600 mg was prescribed.', 'Ibuprofen 800 mg', ['strength 600 mg']],
    ['Naproxen 800 mg was prescribed.', 'Naproxen 500 mg, ibuprofen 800 mg', ['other-strength 800 mg']],
    ['The right leg was weak.', 'left leg weak', ['side right']],
    ['The left knee hurt, the right hip did not.', 'Right knee pain. Left hip pain.', ['other-side left']],
    ['She had left shoulder pain.', 'Right shoulder pain', ['side left']],
    ['Pain was right more than right.', 'left more than right', ['other-side right']],
    ['He had 8 visits.', 'completed 6 visits', ['number 8 visits']],
    ['Pain was 7/10.', 'pain 6/10', ['number 7/10']],
    ['Pain was 6/10 before and 6/10 after.', '6/10 5/10', ['number 6/10', 'number 6/10']],
    ['He had seven visits.', 'completed six visits', ['number seven visits']],
    ['It was taken twice a week.', '1 tab BID', ['number twice a week']],
    ['It lasted three weeks.', 'for 3 days', ['number three weeks']],
    ['A bulge at L3-4 was seen.', 'bulge L4-L5', ['level L3-4']],
    ['There was numbness.', 'No numbness.', ['stated numbness']],
    ['He reported weakness.', 'He denies weakness or tingling', ['stated weakness']],
    ['There were no spasms.', 'Paraspinal spasm noted', ['denied no spasms']],
    ['An MRI ruled out a tear.', 'MRI: full-thickness tear', ['denied ruled out a tear']],
    ['An MRI was not requested.', 'Request MRI lumbar spine', ['denied not requested']],
    ['The MRI was denied.', 'MRI lumbar spine: certified', ['denied MRI was denied']],
    ['Straight leg raise was positive.', 'SLR negative; straight leg raise negative', ['opposite positive']],
    ['Sensation was diminished.', 'Sensation intact', ['opposite diminished']],
    ['He had improved.', 'Patient is worse', ['opposite improved']],
    ['Naproxen was discontinued.', 'Continue naproxen', ['opposite discontinued']],
  ])('that drifted is marked: %j against %j', (text, quote, expected) => {
    expect(drift(text, quote)).toEqual(expected);
  });

  it.each([
    ['He denied numbness, tingling and weakness.', 'No numbness, tingling or weakness.'],
    ['There was no tenderness.', 'Lumbar spine is non-tender'],
    ['He had not improved.', 'No better since last visit'],
    ['No further visits were asked for.', 'No further visits asked for.'],
    ['Numbness was absent.', 'NUMBNESS: none'],
    ['He was not working.', 'He is off work'],
    ['Strength was normal and reflexes were absent.', 'Strength normal. Reflexes absent.'],
    ['Utilization review denied acupuncture.', 'Acupuncture 6 visits'],
    ['Acupuncture was denied.', 'Acupuncture 6 visits is non-certified'],
    ['He was seen, and a tear was to be ruled out.', 'r/o tear'],
    ['There was no fracture; a bulge was seen at L4-5.', 'No fracture.\nBulge at L4-L5.'],
    ['It was taken twice a day for three weeks.', 'BID x 3 weeks'],
    ['Pain was 6/10 with bending and 3/10 at rest.', 'Pain 3/10 at rest, 6/10 bending'],
    ['Modified work: no lifting over 10 pounds, must wear a brace.', 'no lifting over 10 lbs. Must wear brace.'],
  ])('that says the same in other words is not: %j by %j', (text, quote) => {
    expect(drift(text, quote)).toEqual([]);
  });

  it('is held against its entry where the sources do not speak of it', () => {
    expect(drift('A brace was not requested.', 'Lumbar support', 'A brace was requested.')).toEqual([
      'denied not requested',
    ]);
    expect(drift('The left knee was seen.', 'Tear of the meniscus', 'The right knee was seen.')).toEqual(['side left']);
    expect(drift('The right knee was seen.', 'Tear of the meniscus', 'The right knee was seen.')).toEqual([]);
  });

  it('without sources is not marked', () => {
    expect(findDrift({ text: 'On 06/10/14 he had 8 visits.', sources: [] }, [], LATEST)).toEqual([]);
  });

  it('as composed from its entries is never marked, and with a change planted in it nearly always', () => {
    const names = [
      'ur-denial',
      'pr2-form',
      'progress-notes',
      'first-report',
      'rfa',
      'mri',
      'qme',
      'therapy-log',
      'chiro-notes',
      'drug-test',
      'work-status',
      'injection',
      'emg',
    ];
    const entries = joinProposals(names.flatMap((name) => propose(fixture(name)))).map((draft, index) => ({
      ...{ ...draft, ...AS_FACT },
      id: `d${String(index)}` as EntryId,
      state: 'accepted' as const,
      origin: 'proposed' as const,
    }));
    const { marked, planted, noticed, missed } = measureDrift(entries, LATEST);
    expect(marked).toEqual([]);
    expect(planted).toBeGreaterThan(100);
    expect({ isEnough: noticed >= 0.95 * planted, missed }).toMatchObject({ isEnough: true });
  });
});
