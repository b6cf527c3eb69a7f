import type { GuidelineRow, Statement } from '../../shared/guideline.ts';
import {
  forceOf,
  inForm,
  inOfferOrder,
  inOneLine,
  isBlank,
  withSection,
} from '../../renderer/features/decisions/statement-parts.ts';

const row = (chapter: string, year: number, effectiveFrom: string, effectiveTo: string | null): GuidelineRow => ({
  id: `${chapter}${String(year)}`,
  chapter,
  chapter2014: chapter,
  year,
  regulation: '',
  effectiveFrom,
  effectiveTo,
  sections: [],
  sectionOptional: false,
  confirmed: true,
});
const rows = [
  row('Opioid Treatment', 2016, '2016-07-28', null),
  row('Chronic Pain', 2009, '2009-07-18', '2016-07-28'),
  row('Chronic Pain', 2016, '2016-07-28', null),
];
const mtus: Statement = { form: 'mtus', mtus: [{ chapter: 'Chronic Pain', year: '2009', sections: 'Opioids' }] };

describe('guideline statements', () => {
  it('keep what two forms have in common when the form changes', () => {
    const both = inForm(mtus, 'mtus-and-other', '');
    expect(both).toEqual({ form: 'mtus-and-other', mtus: mtus.mtus, other: '' });
    expect(inForm({ ...both, other: 'ODG' } as Statement, 'other', '')).toEqual({ form: 'other', other: 'ODG' });
    expect(inForm(mtus, 'typed', 'Decision based on MTUS.')).toEqual({
      form: 'typed',
      text: 'Decision based on MTUS.',
    });
    expect(inForm({ form: 'none' }, 'mtus', '')).toEqual({
      form: 'mtus',
      mtus: [{ chapter: '', year: '', sections: '' }],
    });
  });

  it('say in one line what they cite', () => {
    expect(inOneLine(mtus)).toBe('Chronic Pain 2009');
    expect(inOneLine({ ...mtus, form: 'mtus-and-other', other: 'ODG, Pain' })).toBe('Chronic Pain 2009; ODG, Pain');
  });

  it('are blank until something is stated; citing nothing is a statement', () => {
    expect([
      isBlank({ form: 'typed', text: ' ' }),
      isBlank(inForm({ form: 'none' }, 'mtus', '')),
      isBlank({ form: 'none' }),
      isBlank(mtus),
    ]).toEqual([true, true, false, false]);
  });

  it('know whether their edition was in force on the day of the decision', () => {
    expect([
      forceOf(mtus, rows, '2016-07-27'),
      forceOf(mtus, rows, '2016-07-28'),
      forceOf({ form: 'none' }, rows, '2016-07-28'),
    ]).toEqual(['in force', 'not in force', null]);
  });

  it('are offered the editions in force first', () => {
    expect(inOfferOrder(rows, '2014-01-01').map(({ id }) => id)).toEqual([
      'Chronic Pain2009',
      'Chronic Pain2016',
      'Opioid Treatment2016',
    ]);
  });

  it('take a section once', () => {
    expect(withSection(withSection('', 'Opioids'), 'Opioids')).toBe('Opioids');
    expect(withSection('Opioids', 'Weaning')).toBe('Opioids, Weaning');
  });
});
