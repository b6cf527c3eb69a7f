import { guidelinesToCsv } from '../../main/letters/guideline-csv.ts';
import { compareTables, readGuidelineFile } from '../../main/letters/guideline-table.ts';
import { GUIDELINES } from './support/letter-assets.ts';

const ROWS = GUIDELINES.rows;
const read = (text: string) => {
  const table = readGuidelineFile(text);
  return 'problem' in table ? table.problem : table.rows;
};

describe('the guideline table as a file', () => {
  it('comes back from CSV as it went', () => {
    expect(read(guidelinesToCsv(ROWS))).toEqual(ROWS);
  });

  it('comes back from JSON as it went, with the day to which it is complete', () => {
    expect(readGuidelineFile(JSON.stringify(GUIDELINES))).toEqual({ ...GUIDELINES, messages: [] });
  });

  it.each(['=HYPERLINK("http://example.invalid")', '+1', '-1', '@SUM(1)', '\t=1'])(
    'has no cell that a spreadsheet works out: %s',
    (chapter) => {
      const csv = guidelinesToCsv([{ ...ROWS[0]!, chapter }]);
      expect(csv).not.toMatch(/(?:^|,)"?[=+\-@\t]/mu);
      expect(JSON.stringify(read(csv))).toContain(`"chapter":${JSON.stringify(chapter)}`);
    },
  );

  it.each([
    ['a comma', ','],
    ['a semicolon', ';'],
    ['a tab', '\t'],
  ])('is taken as a spreadsheet saves it: %s, a mark at its beginning, blank lines and columns', (_, mark) => {
    const csv =
      '\ufeff,Chapter,edition_date,Regulation Section,effective_from,,\r\n,,,,,,\r\n,"Forearm, ""Hand""",2004,9792.23.4,2007-06-15,,\r\n,,,,,,\r\n'
        .replaceAll(',', mark)
        .replace(`Forearm${mark} `, 'Forearm, ');
    expect(read(csv)).toMatchObject([
      {
        chapter: 'Forearm, "Hand"',
        chapter2014: 'Forearm, "Hand"',
        year: 2004,
        regulation: '9792.23.4',
        effectiveFrom: '2007-06-15',
        effectiveTo: null,
        certainty: 'memory',
        sections: [],
      },
    ]);
  });

  it('reads days in three styles, and says so', () => {
    const csv =
      'chapter,regulation,year,effectiveFrom,effectiveTo\nA,1,2004,2009-07-18,12/1/2017\nB,1,2005,1-Dec-17,"Apr 18, 2019"\n';
    expect(readGuidelineFile(csv)).toMatchObject({
      rows: [
        { effectiveFrom: '2009-07-18', effectiveTo: '2017-12-01' },
        { effectiveFrom: '2017-12-01', effectiveTo: '2019-04-18' },
      ],
      messages: [
        'The days are written in 4 styles (year-month-day; month/day/year; day-month in words-year; month in words day, year) and were read as such.',
      ],
    });
  });

  it.each([
    ['a day that is none', 'Line 2: effectiveFrom is not a date like 2014-05-24; nothing was taken.', 'A,1,2004,soon,'],
    [
      'a day before a month',
      'Line 2: effectiveFrom is not a date like 2014-05-24; nothing was taken.',
      'A,1,2004,18/7/2009,',
    ],
    [
      'a year that is no number',
      'Line 2: year is missing or not as it should be; nothing was taken.',
      'A,1,long ago,2009-07-18,',
    ],
    ['no chapter', 'Line 2: An edition needs the name of its chapter; nothing was taken.', ',1,2004,2009-07-18,'],
    [
      'an end before its beginning',
      'Line 2: An edition ends after it begins; check its dates; nothing was taken.',
      'A,1,2004,2009-07-18,2001-01-01',
    ],
    [
      'several wrong lines',
      'Line 2: effectiveFrom is not a date like 2014-05-24, and 1 more are wrong; nothing was taken.',
      'A,1,2004,soon,\nB,1,2004,later,',
    ],
  ])('says in one sentence what is wrong: %s', (_, message, lines) => {
    expect(read(`chapter,regulation,year,effectiveFrom,effectiveTo\n${lines}\nC,1,2004,2009-07-18,\n`)).toBe(message);
  });

  it.each([
    ['a missing column', 'id,chapter\n1,2\n', 'The table has no column "regulation".'],
    ['no JSON', '{', 'The file is no JSON.'],
    ['no array', '{}', 'The file holds no array of guideline rows.'],
    ['nothing but names', 'chapter,regulation,effectiveFrom\n', 'The file holds no edition of a guideline.'],
  ])('says what is wrong with %s', (_, text, message) => {
    expect(read(text)).toBe(message);
  });
});

describe('a table that is compared', () => {
  const [first, second] = [ROWS[13]!, ROWS[14]!];
  const compare = (rows: typeof ROWS, mode: 'add' | 'replace' = 'add') =>
    compareTables(GUIDELINES, { rows, completeTo: null, messages: [] }, mode);

  it('names what is added, changed and removed', () => {
    const next = { ...first, id: '', year: 2030, effectiveFrom: '2030-01-01', effectiveTo: null };
    expect(compare([{ ...first, note: 'other' }, next])).toMatchObject({
      added: [{ year: 2030 }],
      changed: [{ what: ['note'] }],
      removed: [],
    });
    expect(compare([first, second], 'replace')).toMatchObject({
      table: { completeTo: GUIDELINES.completeTo, rows: [first, second] },
      removed: ROWS.filter((row) => row !== first && row !== second),
    });
  });

  it('knows a row without an id by chapter, year and day', () => {
    expect(compare(ROWS.map((row) => ({ ...row, id: '' })))).toMatchObject({ added: [], changed: [], removed: [] });
  });

  it('is refused where two editions of a chapter would be in force at once', () => {
    const until = { ...first, effectiveTo: '2018-01-01' };
    const next = { ...first, id: 'next', year: 2015, effectiveFrom: '2017-12-01', effectiveTo: null };
    expect(compare([until, next])).toEqual({
      problem: `${first.chapter} 2004 and ${first.chapter} 2015 would both be in force from 12/01/2017 on; end the first before the second begins. Nothing was taken.`,
    });
  });
});
