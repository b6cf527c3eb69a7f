import { buildStatement, parseStatement } from '../../main/letters/build-statement.ts';
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
    expect(buildStatement(statement, form, side, FORMS, GUIDELINES.rows)).toEqual({ text, unconfirmed });
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
