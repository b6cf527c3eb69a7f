import { proposeHeader } from '../../main/reading/propose-header.ts';
import { visitsOf } from '../../main/reading/visits/visits-of.ts';
import { LATEST, propose, recordOf } from './read-fixture.ts';

const person = (injury = 'Date of injury: 02/01/2016'): string =>
  `Patient: Mara Fictitious   DOB: 01/02/1980\n${injury}`;
const note = (said: string, date = '12/02/2016', injury?: string): string =>
  ['PROGRESS REPORT (PR-2)', person(injury), `Date of exam: ${date}`, 'Otto Invented, MD', said].join('\n');
const told = (said: string): string[] =>
  propose(recordOf(note(`Subjective: ${said}`))).map(({ date, text }) => `${date} ${text}`);

describe('what a note tells of another time', () => {
  it.each([
    ['Three years ago she underwent left knee arthroscopy.', '2013 She underwent left knee arthroscopy.'],
    ['Two weeks ago she had an epidural injection.', '2016-11-18 She had an epidural injection.'],
    ['A month and a half ago she had physical therapy.', '2016-11 She had physical therapy.'],
    ['She stopped tramadol last week.', '2016-11-25 She stopped tramadol.'],
    [
      'She had an MRI in October 2016 that showed a meniscus tear.',
      '2016-10 She had an MRI that showed a meniscus tear.',
    ],
    ['An MRI in 2015 showed a meniscus tear.', '2015 An MRI showed a meniscus tear.'],
    ['She underwent surgery in early 2014.', '2014 She underwent surgery.'],
    ['In the summer of 2014 she had surgery.', '2014 She had surgery.'],
    ['She underwent surgery around June 2014.', '2014-06 She underwent surgery.'],
    ['Last injection was 4 months ago.', '2016-08 Last injection was 4 months ago.'],
  ])('%s is dated by its own words', (said, expected) => {
    expect(told(said)).toEqual([expected]);
  });

  it.each([
    'She has had pain since March 2014.',
    'She has had neck pain since the accident.',
    'For the past two months she has attended therapy.',
    'Prior to 2014 she had no back pain.',
    'She had her first surgery in 2010 and her second in 2012.',
    'The surgery was on 06/15/2014 or 06/16/2014.',
  ])('%s stays with the visit: it lasts, or no one date is given', (said) => {
    expect(told(said).map((line) => line.slice(0, 10))).toEqual(['2016-12-02']);
  });

  it('says how near it is, and why', () => {
    const reasons = (said: string): string[] =>
      propose(recordOf(note(`Subjective: ${said}`))).map(({ reason }) => reason);
    expect(reasons('Three years ago she underwent left knee arthroscopy.')).toEqual([
      'Event told under "Subjective", about when counted back from the visit by "Three years ago".',
    ]);
    expect(reasons('She underwent surgery in early 2014.')).toEqual([
      'Event told under "Subjective", about when its own words put it: "early 2014".',
    ]);
  });

  it('of the last visit is dated by it, where that one is known', () => {
    const visits = (...notes: string[]): string[] =>
      visitsOf(
        notes.flatMap((text, at) => propose(recordOf(text, `r${at}`))),
        { items: [] },
      ).flatMap(({ date, facts }) => facts.map(({ text }) => `${date} ${text}`));
    const last = 'Subjective: At the last visit she was given naproxen 500 mg. Pain 5/10.';
    expect(visits(note('Subjective: Left knee pain 7/10.', '11/04/2016'), note(last))).toEqual([
      '2016-11-04 The patient had left knee pain rated 7/10.',
      '2016-11-04 She was given naproxen 500 mg.',
      '2016-12-02 She had pain rated 5/10.',
    ]);
    expect(visits(note(last))[1]).toBe('2016-12-02 At the last visit she was given naproxen 500 mg.');
  });
});

describe('the date of an injury', () => {
  const HISTORY = 'History of injury: She injured her wrists by repeated typing at work.';

  it.each([
    ['Date of injury: CT 01/01/2010 - 02/01/2016', '2016-02-01'],
    ['DOI: CT: 01/01/2010 to 02/01/2016', '2016-02-01'],
    ['Dates of injury: 01/01/2010 through 02/01/2016', '2016-02-01'],
    ['Date of injury: 02/01/2015-02/01/2016 (cumulative trauma)', '2016-02-01'],
    ['Date of injury: cumulative trauma 01/01/2010 to 02/01/2016', '2016-02-01'],
    ['Date of injury: 06/2015', '2015-06'],
    ['Date of injury: on or about 02/01/2016', '2016-02-01'],
    ['Date of injury: 02/01/2016 vs 02/03/2016', '2016-02-01'],
  ])('is read off %s', (injury, date) => {
    expect(propose(recordOf(note(HISTORY, '12/02/2016', injury)))).toMatchObject([
      { date, kind: 'injury', dateKind: 'injury' },
    ]);
  });

  it('is proposed with both days of a period, the last one first, each with its reason', () => {
    const found = proposeHeader([recordOf(note(HISTORY, '12/02/2016', 'Date of injury: CT 01/01/2010 - 02/01/2016'))], {
      latest: LATEST,
    });
    expect(found.filter(({ name }) => name === 'dateOfInjury').map(({ value, reason }) => [value, reason])).toEqual([
      ['2016-02-01', 'Last day of the period labelled as the date of injury.'],
      ['2010-01-01', 'First day of the period labelled as the date of injury.'],
    ]);
  });

  it('is proposed as each record has it where records disagree', () => {
    const records = ['02/01/2016', '02/03/2016'].map((day, at) =>
      recordOf(note(HISTORY, '12/02/2016', `Date of injury: ${day}`), `r${at}`),
    );
    expect(
      proposeHeader(records, { latest: LATEST }).flatMap(({ name, value }) => (name === 'dateOfInjury' ? [value] : [])),
    ).toEqual(['2016-02-01', '2016-02-03']);
  });
});
