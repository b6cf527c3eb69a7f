import { findFacts } from '../../shared/find-facts.ts';

const facts = (text: string): string[] => findFacts(text, '2014-08-01').map(({ kind, value }) => `${kind} ${value}`);

describe('facts', () => {
  it.each([
    ['Norco 10/325 mg #60', ['drug hydrocodone', 'strength 10/325 mg', 'count 60']],
    ['Norco 10/325', ['drug hydrocodone', 'strength 10/325 mg']],
    ['Naproxen 500mg', ['drug naproxen', 'strength 500 mg']],
    ['Medrol dosepak', ['drug methylprednisolone']],
    ['left low back', ['side left', 'body-part lumbar spine']],
    ['MRI of the R knee without contrast', ['side right', 'body-part knee']],
    ['bilateral knees', ['side bilateral', 'body-part knee']],
    ['facet injections L4-5, L5-S1', ['body-part lumbar spine', 'body-part lumbar spine']],
    ['acupuncture 2 times a week for 3 weeks (6)', ['frequency 2 a week x 3']],
    ['two times a week for three weeks for the lower back', ['frequency 2 a week x 3', 'body-part lumbar spine']],
    ['PT 2x/week x 3 weeks', ['frequency 2 a week x 3']],
    ['physical therapy 2x6', ['frequency 2 a week x 6']],
    ['additional physical therapy two times four visits (8)', ['frequency 2 a week x 4']],
    ['two to three times a week for six to eight weeks (24)', ['frequency 2-3 a week x 6-8']],
    ['six physical therapy sessions', ['count 6']],
    ['a 34-year-old male', ['age 34', 'sex male']],
    ['78 year old female seen 05/24/14', ['age 78', 'sex female', 'date 2014-05-24']],
    ['Lidocaine patch 5%', ['drug lidocaine', 'strength 5%']],
    ['he went back to work and had no back pain', ['body-part back']],
    ['on the other hand, he has left work right away', []],
    ['pain 7/10, BP 120/80', []],
  ])('of %j', (text, expected) => {
    expect(facts(text)).toEqual(expected);
  });

  it('give a frequency its numbers and stated total', () => {
    const [found] = findFacts('2 times a week for 3 weeks (6)');
    expect(found).toMatchObject({
      kind: 'frequency',
      frequency: { times: [2, 2], periods: [3, 3], unit: 'week', total: 6 },
    });
  });

  it('stand where they say', () => {
    const text = 'Ibuprofen 800 mg #90 for the left shoulder, 2 times a week for 3 weeks (6).';
    expect(findFacts(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Ibuprofen',
      '800 mg',
      '#90',
      'left',
      'shoulder',
      '2 times a week for 3 weeks (6)',
    ]);
  });
});
