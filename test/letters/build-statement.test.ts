import { buildStatement, parseStatement } from '../../main/letters/build-statement.ts';
import { guidelinesInForce } from '../../main/letters/guidelines-in-force.ts';
import type { Statement, StatementSide } from '../../shared/guideline.ts';
import type { LetterForm } from '../../shared/letter.ts';
import { FORMS, GUIDELINES } from './support/letter-assets.ts';

const low = { chapter: 'Low Back Complaints', year: '2004', sections: 'Summary' };
const chronic = { chapter: 'Chronic Pain Medical Treatment', year: '2016', sections: 'Facet blocks' };
const wrist = { chapter: 'Forearm, Wrist, and Hand Complaints', year: '2004', sections: '' };

type Row = readonly [LetterForm, StatementSide, Statement, string, boolean];
const ROWS: readonly Row[] = [
  [
    '2016',
    'claims',
    { form: 'mtus', mtus: [{ ...low, sections: '' }] },
    'Decision based on MTUS Low Back Complaints 2004.',
    false,
  ],
  [
    '2016',
    'reviewer',
    { form: 'mtus', mtus: [low, chronic] },
    'Decision based on MTUS Low Back Complaints 2004, Section(s): Summary, and Chronic Pain Medical Treatment 2016, Section(s): Facet blocks.',
    false,
  ],
  [
    '2016',
    'reviewer',
    { form: 'mtus', mtus: [low, wrist, chronic] },
    'Decision based on MTUS Low Back Complaints 2004, Section(s): Summary, and Forearm, Wrist, and Hand Complaints 2004, and Chronic Pain Medical Treatment 2016, Section(s): Facet blocks.',
    false,
  ],
  [
    '2016',
    'reviewer',
    { form: 'mtus-and-other', mtus: [low], other: 'Official Disability Guidelines (ODG) Low Back' },
    'Decision based on MTUS Low Back Complaints 2004, Section(s): Summary. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Low Back.',
    false,
  ],
  [
    '2016',
    'claims',
    { form: 'other', other: 'Official Disability Guidelines.' },
    'The Claims Administrator based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation Official Disability Guidelines.',
    false,
  ],
  [
    '2016',
    'reviewer',
    { form: 'other', other: 'Official Disability Guidelines' },
    'The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation Official Disability Guidelines.',
    false,
  ],
  [
    '2016',
    'claims',
    { form: 'none' },
    'The Claims Administrator did not cite any medical evidence for its decision.',
    false,
  ],
  [
    '2016',
    'reviewer',
    { form: 'none' },
    'The Expert Reviewer did not cite any medical evidence for its decision.',
    false,
  ],
  [
    '2014',
    'claims',
    { form: 'mtus', mtus: [low] },
    'Decision based on MTUS ACOEM Chapter 12 Low Back Complaints.',
    false,
  ],
  [
    '2014',
    'reviewer',
    { form: 'mtus', mtus: [{ chapter: 'Acupuncture Treatment', year: '2007', sections: '' }] },
    'Decision based on MTUS Acupuncture Treatment Guidelines.',
    false,
  ],
  [
    '2014',
    'claims',
    { form: 'other', other: 'Official Disability Guidelines: Imaging' },
    'The Claims Administrator did not base their decision on the MTUS. Decision based on Non-MTUS Citation Official Disability Guidelines: Imaging',
    false,
  ],
  [
    '2014',
    'reviewer',
    { form: 'mtus-and-other', mtus: [low], other: 'Official Disability Guidelines' },
    'Decision based on MTUS ACOEM Chapter 12 Low Back Complaints, Section(s): Summary. Decision based on Non-MTUS Citation Official Disability Guidelines.',
    true,
  ],
  [
    '2014',
    'reviewer',
    { form: 'other', other: 'Official Disability Guidelines' },
    'The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation Official Disability Guidelines.',
    true,
  ],
  [
    '2014',
    'reviewer',
    { form: 'none' },
    'The Expert Reviewer did not cite any medical evidence for its decision.',
    true,
  ],
];

describe('building a guideline statement', () => {
  it.each(ROWS)('in the %s form on the %s side: %j', (form, side, statement, text, unconfirmed) => {
    expect(buildStatement(statement, form, side, FORMS, GUIDELINES)).toEqual({ text, unconfirmed });
  });

  it('leaves out a chapter that is still to be chosen', () => {
    const blank = { chapter: '', year: '', sections: '' };
    expect(buildStatement({ form: 'mtus', mtus: [low, blank] }, '2016', 'claims', FORMS).text).toBe(
      'Decision based on MTUS Low Back Complaints 2004, Section(s): Summary.',
    );
    expect(buildStatement({ form: 'mtus', mtus: [blank] }, '2016', 'claims', FORMS).text).toBe(
      'Decision based on MTUS .',
    );
  });

  it.each(ROWS.filter(([form]) => form === '2016'))(
    'is undone by reading it, in the %s form on the %s side: %j',
    (form, side, statement, text) => {
      const parsed = parseStatement(text, form, side, FORMS);
      expect(parsed.form).toBe(statement.form);
      expect(buildStatement(parsed, form, side, FORMS).text).toBe(text);
      if ('mtus' in statement) expect(parsed).toMatchObject({ mtus: statement.mtus });
    },
  );

  it('keeps typed words as they are', () => {
    expect(buildStatement({ form: 'typed', text: 'Own words.' }, '2016', 'claims', FORMS)).toEqual({
      text: 'Own words.',
      unconfirmed: false,
    });
    expect(parseStatement('Own words.', '2016', 'claims', FORMS)).toEqual({ form: 'typed', text: 'Own words.' });
  });
});

describe('the guideline table', () => {
  const chapters = (day: string): string[] =>
    guidelinesInForce(GUIDELINES, day).map(({ chapter, year }) => `${chapter} ${String(year)}`);

  it.each([
    ['2016-07-27', 'Chronic Pain Medical Treatment 2009', true],
    ['2016-07-28', 'Chronic Pain Medical Treatment 2009', false],
    ['2016-07-28', 'Chronic Pain Medical Treatment 2016', true],
    ['2017-11-30', 'Low Back Complaints 2004', true],
    ['2017-12-01', 'Low Back Complaints 2004', false],
    ['2017-12-01', 'Low Back Disorders 2016', true],
    ['2007-06-14', 'Low Back Complaints 2004', false],
  ])('on %s has %s in force: %s', (day, chapter, isInForce) => {
    expect(chapters(day).includes(chapter)).toBe(isInForce);
  });

  it('never has two editions of a chapter in force', () => {
    for (const day of ['2008-01-01', '2012-01-01', '2016-07-28', '2017-06-01', '2018-01-01']) {
      const names = guidelinesInForce(GUIDELINES, day).map(({ chapter }) => chapter);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('names every row once', () => {
    expect(new Set(GUIDELINES.map(({ id }) => id)).size).toBe(GUIDELINES.length);
  });
});
