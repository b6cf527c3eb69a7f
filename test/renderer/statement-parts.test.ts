import type { Statement } from '../../shared/guideline.ts';
import type { Edition } from '../../renderer/features/decisions/statement-parts.ts';
import { BLANK_ROW } from '../../renderer/features/settings/guideline-rows.ts';
import {
  byName,
  forceOf,
  inForm,
  inOneLine,
  isBlank,
  isCited,
  standingInWords,
  withCitation,
  withSection,
} from '../../renderer/features/decisions/statement-parts.ts';

const edition = (chapter: string, year: number, state: Edition['standing']['state']): Edition => ({
  row: {
    ...BLANK_ROW,
    id: `${chapter}${String(year)}`,
    chapter,
    year,
    effectiveFrom: `${String(year)}-07-18`,
  },
  standing: { state, basis: 'decision', day: '2016-08-01', why: state === 'not-known' ? 'memory' : null },
  end: year === 2009 ? '2016-07-28' : null,
});
const editions = [
  edition('Opioid Treatment', 2016, 'in-force'),
  edition('Chronic Pain', 2009, 'not-in-force'),
  edition('Prevention', 2004, 'not-known'),
];
const mtus: Statement = { form: 'mtus', mtus: [{ chapter: 'Chronic Pain', year: '2009', sections: 'Opioids' }] };

describe('citations of the utilization review', () => {
  const ofMtus = { words: 'MTUS Knee 2004', mtus: { chapter: 'Knee Complaints', year: '2004', sections: '' } };
  const ofOdg = { words: 'ODG, Pain Chapter', mtus: null };
  const other = (words: string): Statement => ({ form: 'other', other: words });

  it('are taken beside what is cited already, and then cited', () => {
    const one = withCitation({ form: 'typed', text: '' }, ofMtus);
    expect(one).toEqual({ form: 'mtus', mtus: [ofMtus.mtus] });
    const both = withCitation(one, ofOdg);
    expect(both).toEqual({ form: 'mtus-and-other', mtus: [ofMtus.mtus], other: 'ODG, Pain Chapter' });
    expect([one, both].map((statement) => [isCited(statement, ofMtus), isCited(statement, ofOdg)])).toEqual([
      [true, false],
      [true, true],
    ]);
  });

  it('outside the MTUS stand one behind the other', () => {
    expect(withCitation(other('A study of 2015'), ofOdg)).toEqual(other('A study of 2015; ODG, Pain Chapter'));
    expect(withCitation({ form: 'none' }, ofOdg)).toEqual(other('ODG, Pain Chapter'));
  });
});

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

  it('know how the editions that they cite stand, and say it of the worst of them', () => {
    const cite = (...chapters: (readonly [string, string])[]): Statement => ({
      form: 'mtus',
      mtus: chapters.map(([chapter, year]) => ({ chapter, year, sections: '' })),
    });
    const [opioids, pain, memory] = [
      ['Opioid Treatment', '2016'],
      ['Chronic Pain', '2009'],
      ['Prevention', '2004'],
    ] as const;
    expect(
      [cite(opioids), cite(opioids, memory), cite(opioids, memory, pain), cite(['Kneecap', '2004'])].map((statement) =>
        forceOf(statement, editions),
      ),
    ).toEqual(['in force', 'not known', 'not in force', null]);
  });

  it('are offered each edition with how it stands', () => {
    expect(editions.map((one) => standingInWords(one, '2016-08-01'))).toEqual([
      'in force',
      'until 07/28/2016',
      'from memory',
    ]);
  });

  it('offer two editions of one name once, as the better of them stands', () => {
    const [first] = editions;
    const older = { ...first!, standing: { ...first!.standing, state: 'not-in-force' as const } };
    expect(byName([...editions, older])).toEqual(editions);
  });

  it('take a section once', () => {
    expect(withSection(withSection('', 'Opioids'), 'Opioids')).toBe('Opioids');
    expect(withSection('Opioids', 'Weaning')).toBe('Opioids, Weaning');
  });
});
