import { guidelinesFromCsv, guidelinesFromJson, guidelinesToCsv } from '../../main/letters/guideline-table.ts';
import { GUIDELINES } from './support/letter-assets.ts';

describe('the guideline table as a file', () => {
  it('comes back from CSV as it went', () => {
    expect(guidelinesFromCsv(guidelinesToCsv(GUIDELINES))).toEqual({ rows: GUIDELINES, messages: [] });
  });

  it.each(['=HYPERLINK("http://example.invalid")', '+1', '-1', '@SUM(1)', '\t=1'])(
    'has no cell that a spreadsheet works out: %s',
    (chapter) => {
      const row = { ...GUIDELINES[0]!, chapter };
      const csv = guidelinesToCsv([row]);
      expect(csv).not.toMatch(/(?:^|,)"?[=+\-@\t]/mu);
      expect(guidelinesFromCsv(csv).rows[0]!.chapter.trim()).toBe(chapter.trim());
    },
  );

  it('comes back from JSON as it went', () => {
    expect(guidelinesFromJson(JSON.stringify(GUIDELINES))).toEqual({ rows: GUIDELINES, messages: [] });
  });

  it('takes columns in any order, quotes, and a mark at its beginning', () => {
    const csv =
      '\ufeffchapter,id,chapter2014,year,regulation,effectiveFrom,effectiveTo,sections,sectionOptional,confirmed\n"Forearm, Wrist, and ""Hand""",x,Old,2004,9792.23.4,2007-06-15,,One | Two,yes,false\n';
    expect(guidelinesFromCsv(csv).rows).toEqual([
      {
        id: 'x',
        chapter: 'Forearm, Wrist, and "Hand"',
        chapter2014: 'Old',
        year: 2004,
        regulation: '9792.23.4',
        effectiveFrom: '2007-06-15',
        effectiveTo: null,
        sections: ['One', 'Two'],
        sectionOptional: true,
        confirmed: false,
      },
    ]);
  });

  it('names a row that is wrong, and keeps the others', () => {
    const csv = guidelinesToCsv(GUIDELINES.slice(0, 2)).replace(GUIDELINES[0]!.effectiveFrom, 'soon');
    expect(guidelinesFromCsv(csv)).toEqual({
      rows: [GUIDELINES[1]],
      messages: ['Row 1 was left out: effectiveFrom is not a date like 2014-05-24.'],
    });
  });

  it.each([
    ['a year that is no number', { year: 'long ago' }, 'Row 1 was left out: year is missing or not as it should be.'],
    ['no chapter', { chapter: ' ' }, 'Row 1 was left out: An edition needs the name of its chapter.'],
    [
      'an end before its beginning',
      { effectiveTo: '2001-01-01' },
      'Row 1 was left out: An edition ends after it begins; check its dates.',
    ],
  ])('names a row with %s', (_, change, message) => {
    expect(guidelinesFromJson(JSON.stringify([{ ...GUIDELINES[0], ...change }, GUIDELINES[1]]))).toEqual({
      rows: [GUIDELINES[1]],
      messages: [message],
    });
  });

  it('takes the dates that a spreadsheet writes', () => {
    const csv = guidelinesToCsv(GUIDELINES.slice(0, 1)).replaceAll(/(\d{4})-0?(\d{1,2})-0?(\d{1,2})/gu, '$2/$3/$1');
    expect(csv).not.toContain('2007-06');
    expect(guidelinesFromCsv(csv)).toEqual({ rows: GUIDELINES.slice(0, 1), messages: [] });
  });

  it.each([
    ['a missing column', () => guidelinesFromCsv('id,chapter\n1,2\n'), 'The table has no column "chapter2014".'],
    ['no JSON', () => guidelinesFromJson('{'), 'The file is no JSON.'],
    ['no array', () => guidelinesFromJson('{}'), 'The file holds no array of guideline rows.'],
  ])('says what is wrong with %s', (_, read, message) => {
    expect(read()).toEqual({ rows: [], messages: [message] });
  });
});
