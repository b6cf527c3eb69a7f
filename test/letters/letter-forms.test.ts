import { composeLetter } from '../../main/letters/compose-letter.ts';
import { formOf, listForms, parseLetterForms } from '../../main/letters/letter-forms.ts';
import { letterText } from '../../main/letters/letter-text.ts';
import { readLetter } from '../../main/letters/read-letter.ts';
import { soundLetter } from './support/sound-letter.ts';
import { FORM_FILES, FORMS } from './support/letter-assets.ts';

const current = FORM_FILES['2016.json'] as Record<string, unknown>;
const parsed = (change: Record<string, unknown>) => parseLetterForms({ 'own.json': { ...current, ...change } });

describe('the descriptions of the letter forms', () => {
  it('are offered with the current form first', () => {
    expect(listForms(FORMS).map(({ form, isCurrent }) => [form, isCurrent])).toEqual([
      ['2016', true],
      ['2014', false],
      ['2013-14', false],
    ]);
  });

  it('give the current form where none was said', () => {
    expect(formOf(FORMS, '').form).toBe('2016');
  });

  it('refuse a form that nobody described, and name those that there are', () => {
    expect(() => formOf(FORMS, '2020')).toThrow(
      'There is no letter form "2020"; choose one of these: 2013-14, 2014, 2016.',
    );
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

describe('the 2013-14 form', () => {
  const form = formOf(FORMS, '2013-14');
  const letter = { ...soundLetter(), form: '2013-14' };
  const text = letterText(composeLetter(letter, FORMS));

  it('numbers its items and decides in words, and is read back as it was written', () => {
    expect(text).toContain('IMR DECISION(S) AND RATIONALE(S)');
    expect(text).toMatch(/\n2\. MRI of the left knee is medically necessary and appropriate\.\n/u);
    const again = readLetter(text, FORMS);
    expect(again.form).toBe('2013-14');
    expect(again.items.map(({ heading, decision }) => [heading, decision])).toEqual(
      letter.items.map(({ heading, decision }) => [heading.replace(/ is$/u, ''), decision]),
    );
    expect(again.messages).toEqual([]);
  });

  it('says what of it was never seen', () => {
    expect(form.unconfirmed).not.toEqual([]);
    for (const side of ['claims', 'reviewer'] as const)
      expect(Object.values(form.statements[side]).map(({ confirmed }) => confirmed)).toEqual(Array(4).fill(false));
    expect(formOf(FORMS, '2016').unconfirmed).toEqual(['letters after 2017, of which none was seen']);
  });
});
