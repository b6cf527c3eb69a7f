import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findDates } from '../../shared/find-dates.ts';
import type { DateKind } from '../../shared/entry.ts';
import { describeWith, SHARED, wantShared } from '../support/optional.ts';

const found = (text: string, near?: string): string[] =>
  findDates(text, { latest: '2014-08-01', ...(near === undefined ? {} : { near }) }).map(
    ({ text: words, date }) => `${words} = ${date}`,
  );
const kinds = (text: string): DateKind[] => findDates(text, { latest: '2014-08-01' }).map(({ kind }) => kind);

describe('a written date', () => {
  it.each([
    ['seen 05/24/14 again', '05/24/14 = 2014-05-24'],
    ['5/4/2014', '5/4/2014 = 2014-05-04'],
    ['5-24-2014', '5-24-2014 = 2014-05-24'],
    ['05.24.14', '05.24.14 = 2014-05-24'],
    ['2014-05-24', '2014-05-24 = 2014-05-24'],
    ['2014-05-24T10:00:00Z', '2014-05-24 = 2014-05-24'],
    ['2014/05/24', '2014/05/24 = 2014-05-24'],
    ['on 10-28-\n2013 he', '10-28-\n2013 = 2013-10-28'],
    ['05 / 24 / 2014', '05 / 24 / 2014 = 2014-05-24'],
    ['21/04/2014', '21/04/2014 = 2014-04-21'],
    ['May 24, 2014', 'May 24, 2014 = 2014-05-24'],
    ['MAY 24 2014', 'MAY 24 2014 = 2014-05-24'],
    ['May 24th, 2014.', 'May 24th, 2014 = 2014-05-24'],
    ['Sept. 3, 2013', 'Sept. 3, 2013 = 2013-09-03'],
    ['24 May 2014', '24 May 2014 = 2014-05-24'],
    ['the 24th of May, 2014', '24th of May, 2014 = 2014-05-24'],
    ['24-May-14', '24-May-14 = 2014-05-24'],
    ['November\n21, 2013', 'November\n21, 2013 = 2013-11-21'],
    ['May 2014', 'May 2014 = 2014-05'],
    ['in 05/2014', '05/2014 = 2014-05'],
    ['2014-05', '2014-05 = 2014-05'],
    ['fusion in 2011', '2011 = 2011'],
    ['Date05/24/2014', '05/24/2014 = 2014-05-24'],
    ['DOS:20140524', '20140524 = 2014-05-24'],
    ['Printed: Sat May 24 15:50:06 2014', 'May 24 15:50:06 2014 = 2014-05-24'],
    ['Signed 05/24/201409:30AM', '05/24/2014 = 2014-05-24'],
    ['onset 7/93', '7/93 = 1993-07'],
    ['MRI 8/13 showed a tear', '8/13 = 2013-08'],
    ['knee arthroscopy 2009', '2009 = 2009'],
    ['s/p fusion (2011)', '2011 = 2011'],
  ])('is read off %j', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it.each([
    ['DOB 8/17/48', '1948-08-17'],
    ['Date of birth: 8/17/12', '1912-08-17'],
    ['seen 12/30/13', '2013-12-30'],
    ['return 01/05/15', '2015-01-05'],
    ['surgery 03/02/99', '1999-03-02'],
  ])('understands the century of %j', (text, date) => {
    expect(findDates(text, { latest: '2014-08-01' }).map((one) => one.date)).toEqual([date]);
  });

  it.each([
    'pain 7/10',
    'pain is 7/10 to 8/10 on 05/10 of the scale'.slice(0, 20),
    '4/5 strength in the left leg',
    'L4-5 and L5-S1',
    '2-3 times a week',
    'BP 120/80',
    'ratio 1/2/3',
    'call (619) 555-0142',
    '619-555-0142',
    'ICD 847.2, 724.4, S33.5XXA',
    'claim 12-2014',
    'case no. 05-12-14',
    'version 2.3.14',
    'v1.2.14',
    'page 2/4',
    'Norco 10/325',
    '9792.24.2',
    '$05/24/14',
    '31/04/2014',
    '02/29/2013',
    'February 30, 2014',
    '13/13/13',
    'reps 5-10-15 lbs',
    'MTUS Low Back Complaints 2004',
    'guidelines of 2009',
    'took 2000 mg',
    'he may 2 times',
    '5/24',
    'grade 3/6 murmur',
    'ROM 45/60/45',
    'SSN 123-45-6789',
    '192.168.10.12',
    '10:30',
    '6 1/4',
    'T8-9',
    'C5-6-7 fusion',
    'Claim: WC-12-05-14',
    'WCAB ADJ 05-12-2014',
    'Grip in kg: R 12/11/14; L 10/10/12',
    'Jamar, left 9/8/13',
    'fusion cage 2004 mm',
    'DOS:20141324',
    'account 20140524',
  ])('is not seen in %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ['Treated 5/24/14-6/2/14', '2014-05-24 2014-06-02'],
    ['from 05/24/2014–06/02/2014', '2014-05-24 2014-06-02'],
    ['Therapy 5/24-6/2/14.', '2014-05-24 2014-06-02'],
    ['Seen May 24 and 31, 2014', '2014-05-24 2014-05-31'],
    ['May 24-26, 2014', '2014-05-24 2014-05-26'],
    ['May 24 through 26, 2014', '2014-05-24 2014-05-26'],
    ['DOI:05/24/14DOB:01/02/60', '2014-05-24 1960-01-02'],
    ['DOS 05/24/14Date of injury: 04/03/14', '2014-05-24 2014-04-03'],
  ])('is read twice off %j', (text, expected) => {
    expect(
      findDates(text, { latest: '2014-08-01' })
        .map(({ date }) => date)
        .join(' '),
    ).toBe(expected);
  });

  it.each([
    ['O7/12/2013', '2013-07-12'],
    ['1O/12/2013', '2013-10-12'],
    ['07/l2/13', '2013-07-12'],
    ['07/12/2O13', '2013-07-12'],
  ])('with letters for digits is uncertain, and no other is made of it: %s', (text, date) => {
    expect(findDates(`Seen ${text} by`, { latest: '2014-08-01' })).toMatchObject([{ date, text, uncertain: true }]);
    expect(findDates('Seen 07/12/2013 by', { latest: '2014-08-01' })[0]).not.toHaveProperty('uncertain');
  });

  it('stands where it says', () => {
    const text = 'On 05/24/14, and again on June 10, 2014, he was seen.';
    for (const { start, end, text: words } of findDates(text, { latest: '2014-08-01' }))
      expect(text.slice(start, end)).toBe(words);
  });
});

describe('a day without its year', () => {
  it.each([
    ['Seen 06/10/14. Injured on 5/24.', ['06/10/14 = 2014-06-10', '5/24 = 2014-05-24']],
    ['Seen 5/24, 5/26 and 5/30/14', ['5/24 = 2014-05-24', '5/26 = 2014-05-26', '5/30/14 = 2014-05-30']],
    ['01/06/14: last seen 12/30', ['01/06/14 = 2014-01-06', '12/30 = 2013-12-30']],
    ['05/30/14: will be seen June 3.', ['05/30/14 = 2014-05-30', 'June 3 = 2014-06-03']],
    ['06/10/14. On May 24th he fell.', ['06/10/14 = 2014-06-10', 'May 24th = 2014-05-24']],
    [
      'Therapy log 2014, start 05/30/14\n6/2  heat\n6/4  heat\n6/6  exercise',
      ['05/30/14 = 2014-05-30', '6/2 = 2014-06-02', '6/4 = 2014-06-04', '6/6 = 2014-06-06'],
    ],
  ])('takes it from the dates beside it in %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('takes it from the document where the text has no full date', () => {
    expect(found('seen on 5/24', '2014-06-10')).toEqual(['5/24 = 2014-05-24']);
  });

  it.each([
    '06/10/14: pain from 7/10 to 4/10',
    '06/10/14 strength was 4/5 on the left, 5/5 on the right',
    '06/10/14 page 1/4',
    'he may 5 mg 06/10/14',
    '06/10/14 take 1/2 tab',
    '06/10/14 on 1/2 tab daily',
    '06/10/14 4/10',
    '06/10/14 PT visit 3/12. Next visit 4/12.',
    '06/10/14 session 2/8',
  ])('is not made of the score in %j', (text) => {
    expect(found(text)).toEqual(['06/10/14 = 2014-06-10']);
  });
});

describe('the kind of a date', () => {
  it.each<[string, DateKind[]]>([
    ['DOB: 08/17/1948', ['birth']],
    ['born on August 17, 1948', ['birth']],
    ['DOI: 05/24/14', ['injury']],
    ['Date of Injury 05/24/2014', ['injury']],
    ['sustained an industrial injury on 05/24/14', ['injury']],
    ['injured his low back on 05/24/14', ['injury']],
    ['DOS 06/10/14', ['service']],
    ['Date of Exam: 06/10/2014', ['service']],
    ['Date of Service: 06/10/14    Date of Injury: 05/24/14   DOB 08/17/48', ['service', 'injury', 'birth']],
    ['The patient was seen on 06/10/14', ['service']],
    ['On 06/10/14, he stated that', ['service']],
    ['Electronically signed by A. Example, MD on 06/12/14', ['signed']],
    ['Signature: ____________  Date: 06/12/14', ['signed']],
    ['Printed: 06/12/2014', ['printed']],
    ['06/12/2014 14:03 FAX 619-555-0142  P. 003/009', ['faxed']],
    ['JUN-12-2014 02:13PM FROM:Harbor Clinic  TO:Claims  P.3/9', ['faxed']],
    ['RECEIVED 06/13/14', ['received']],
    ['Dictated: 06/11/14', ['other']],
    ['Next appointment: 07/01/14', ['other']],
    [
      'Date of Birth   Date of Injury   Date of Exam\n08/17/1948   05/24/2014   06/10/2014',
      ['birth', 'injury', 'service'],
    ],
    ['Date of Injury:\n05/24/2014', ['injury']],
    ['Date of Exam 06/10/2014 Date of Injury 05/24/2014 DOB 08/17/48', ['service', 'injury', 'birth']],
    ['Date of evaluation\t07/18/2014\tDate of injury\t07/12/2014', ['service', 'injury']],
    ['Date of consultation: 07/24/2014\nDate of injury: 05/24/2014', ['service', 'injury']],
    ['on 05/24/14 (DOI)', ['injury']],
    ['Printed 06/12/2014 14:20 Page 1 of 2', ['printed']],
    ['the 06/10/14 progress report', ['service']],
  ])('of %j is %j', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });
});

describe('speed', () => {
  it('is linear in dates and nothing else', () => {
    const time = (copies: number): number => {
      const text = 'Seen 05/24/14, 5/26 '.repeat(copies);
      const start = performance.now();
      expect(findDates(text, { latest: '2014-08-01' })).toHaveLength(copies * 2);
      return performance.now() - start;
    };
    time(500);
    expect(time(40_000)).toBeLessThan(4000);
  });

  it('does not grow faster than the text, whatever the text', () => {
    const hard = [
      '1/1/1/1/1/1/1',
      'sustained '.repeat(20),
      'May May May 1 1 1 ',
      '0-0-0-0-',
      'signed '.repeat(30),
      '       ',
    ];
    for (const piece of hard) {
      const time = (copies: number): number => {
        const text = piece.repeat(copies);
        const start = performance.now();
        findDates(text, { latest: '2014-08-01' });
        return performance.now() - start;
      };
      time(20);
      expect(time(2000)).toBeLessThan(1500);
    }
  });
});

type PublishedLetter = { readonly dates: readonly string[]; readonly summary: string };
const published = (): PublishedLetter[] => {
  const folder = join(SHARED, 'letters/published');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as PublishedLetter);
};
const isoOf = (numeric: string): string => {
  const [month = '', day = '', year = ''] = numeric.split(/[-/]/).map((part) => part.trim());
  return `${year.length === 2 ? '20' : ''}${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};

describeWith([wantShared('letters/published')], 'dates of the published letters', () => {
  it('are all found in the summaries, and understood', () => {
    const missed = published().flatMap(({ dates, summary }) => {
      const seen = findDates(summary, { latest: '2017-12-31' }).map(({ date }) => date);
      return dates.filter((date) => summary.includes(date) && !seen.includes(isoOf(date)));
    });
    expect(missed).toEqual([]);
  });
});

describeWith([wantShared('corpus/notes-acibench')], 'the visit notes of the corpus', () => {
  it('give no date that is not written as one', () => {
    const folder = join(SHARED, 'corpus/notes-acibench/txt');
    const odd = readdirSync(folder)
      .flatMap((name) =>
        findDates(readFileSync(join(folder, name), 'utf8'), { latest: '2022-12-31' }).map(({ text }) => text),
      )
      .filter((text) => !/^(?:\d{2}\/\d{2}\/\d{4}|\d{2}\/\d{4}|\d{4}|04\/10)$/.test(text));
    expect(odd).toEqual([]);
  });
});

type Recognised = {
  readonly Input: string;
  readonly Results: readonly {
    readonly Text: string;
    readonly Start: number;
    readonly Length: number;
    readonly Value?: { readonly Timex?: string };
  }[];
};
const corpus = (name: string): Recognised[] =>
  JSON.parse(
    readFileSync(join(SHARED, 'corpus/date-recognizers/English', name), 'utf8').replace(/^\uFEFF/, ''),
  ) as Recognised[];

describeWith([wantShared('corpus/date-recognizers')], 'the date expressions of the corpus', () => {
  it('that give day, month and year in digits are all understood', () => {
    const wrong = corpus('DateParser.json').flatMap(({ Input, Results }) =>
      Results.filter(
        ({ Text, Value }) =>
          /\d{2}\W*$/.test(Text) &&
          /^(?:19|20)\d{2}-\d{2}-\d{2}$/.test(Value?.Timex ?? '') &&
          /\d\D+\d/.test(Text) &&
          !/ago|later|twenty|leav|second|\bthe\b/.test(Input) &&
          Value?.Timex !== '2019-02-29',
      )
        .filter(({ Value }) => !findDates(Input, { latest: '2030-12-31' }).some(({ date }) => date === Value?.Timex))
        .map(({ Text }) => Text),
    );
    expect(wrong).toEqual([]);
  });

  it('are never exceeded: no date is seen where the corpus has none', () => {
    const beyond = ['DateParser.json', 'DateExtractor.json', 'DatePeriodExtractor.json', 'MergedExtractor.json']
      .flatMap((name) => corpus(name))
      .flatMap(({ Input, Results }) =>
        findDates(Input, { latest: '2030-12-31' })
          .filter(({ start, end }) => !Results.some(({ Start, Length }) => Start <= start && Start + Length >= end))
          .map(({ text }) => `${Input}: ${text}`),
      );
    // The corpus' own two files disagree about this sentence.
    expect(beyond.filter((line) => !line.startsWith('6,107.31'))).toEqual([]);
  });
});
