import { guidelinesFromCsv, guidelinesFromJson, guidelinesToCsv } from '../../main/letters/guideline-table.ts';
import { GUIDELINES } from './support/letter-assets.ts';

describe('the guideline table as a file', () => {
  it('comes back from CSV as it went', () => {
    expect(guidelinesFromCsv(guidelinesToCsv(GUIDELINES))).toEqual({ rows: GUIDELINES, messages: [] });
  });

  it('comes back from JSON as it went', () => {
    expect(guidelinesFromJson(JSON.stringify(GUIDELINES))).toEqual({ rows: GUIDELINES, messages: [] });
  });

  it('takes columns in any order, quotes, and a mark at its beginning', () => {
    const csv = '\ufeffchapter,id,chapter2014,year,regulation,effectiveFrom,effectiveTo,sections,sectionOptional,confirmed\n"Forearm, Wrist, and ""Hand""",x,Old,2004,9792.23.4,2007-06-15,,One | Two,yes,false\n';
    expect(guidelinesFromCsv(csv).rows).toEqual([{ id: 'x', chapter: 'Forearm, Wrist, and "Hand"', chapter2014: 'Old', year: 2004, regulation: '9792.23.4', effectiveFrom: '2007-06-15', effectiveTo: null, sections: ['One', 'Two'], sectionOptional: true, confirmed: false }]);
  });

  it('names a row that is wrong, and keeps the others', () => {
    const csv = guidelinesToCsv(GUIDELINES.slice(0, 2)).replace(GUIDELINES[0]!.effectiveFrom, 'soon');
    expect(guidelinesFromCsv(csv)).toEqual({ rows: [GUIDELINES[1]], messages: ['Row 1 was left out: effectiveFrom is not a date like 2014-05-24.'] });
  });

  it.each([
    ['a missing column', () => guidelinesFromCsv('id,chapter\n1,2\n'), 'The table has no column "chapter2014".'],
    ['no JSON', () => guidelinesFromJson('{'), 'The file is no JSON.'],
    ['no array', () => guidelinesFromJson('{}'), 'The file holds no array of guideline rows.'],
  ])('says what is wrong with %s', (_, read, message) => {
    expect(read()).toEqual({ rows: [], messages: [message] });
  });
});
