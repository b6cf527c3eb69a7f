import { formOf, listForms, parseLetterForms } from '../../main/letters/letter-forms.ts';
import { FORM_FILES, FORMS } from './support/letter-assets.ts';

const current = FORM_FILES['2016.json'] as Record<string, unknown>;
const parsed = (change: Record<string, unknown>) => parseLetterForms({ 'own.json': { ...current, ...change } });

describe('the descriptions of the letter forms', () => {
  it('are offered with the current form first', () => {
    expect(listForms(FORMS).map(({ form, isCurrent }) => [form, isCurrent])).toEqual([
      ['2016', true],
      ['2014', false],
    ]);
  });

  it('give the current form where none was said', () => {
    expect(formOf(FORMS, '').form).toBe('2016');
  });

  it('refuse a form that nobody described, and name those that there are', () => {
    expect(() => formOf(FORMS, '2020')).toThrow('There is no letter form "2020"; choose one of these: 2014, 2016.');
  });

  it.each([
    ['a part that is missing', { summaryLeadIn: undefined }, /"summaryLeadIn" of own\.json/u],
    ['a part of another kind', { isWritten: 'yes' }, /"isWritten" of own\.json/u],
    ['a part that no form has', { summaryLeadOut: 'That is all.' }, /own\.json .*summaryLeadOut/u],
    [
      'a first paragraph without the organisation',
      { howMade: 'We read it.' },
      /"howMade" of own\.json must hold \{org/u,
    ],
    [
      'a value that no case block has',
      { caseBlock: { rows: [['shoeSize']] } },
      /"caseBlock\.rows\.0\.0" of own\.json/u,
    ],
    ['an id that no file could be named by', { form: '../2016' }, /"form" of own\.json is no letter form/u],
  ])('are refused with %s, in a sentence that names it', (_, change, sentence) => {
    expect(() => parsed(change)).toThrow(sentence);
  });

  it('are refused where one form is described twice', () => {
    expect(() => parseLetterForms({ 'one.json': current, 'two.json': { ...current, isCurrent: false } })).toThrow(
      '"2016" is described twice',
    );
  });

  it.each([
    ['none', {}],
    ['two', { 'one.json': current, 'two.json': { ...current, form: '2017' } }],
  ])('are refused where %s of them is called the current one', (_, files) => {
    expect(() => parseLetterForms(files)).toThrow(/of them are called the current one/u);
  });
});
