import { mtusCitation } from '../../main/letters/suggest/mtus-citation.ts';
import { BLANK_ROW } from '../../renderer/features/settings/guideline-rows.ts';

const ROWS = [
  { ...BLANK_ROW, id: 'knee', chapter: 'Knee Complaints', year: 2004 },
  { ...BLANK_ROW, id: 'pain', chapter: 'Chronic Pain', otherNames: ['Chronic Pain Medical Treatment Guidelines'] },
];

describe('the words in which a review cites the MTUS', () => {
  it.each([
    [
      'MTUS/ACOEM Chapter 13 Knee Complaints (2004), Special Studies',
      { chapter: 'Knee Complaints', year: '2004', sections: 'Special Studies' },
    ],
    [
      'MTUS Chronic Pain Medical Treatment Guidelines (2009), Opioids',
      { chapter: 'Chronic Pain', year: '2009', sections: 'Opioids' },
    ],
    ['MTUS Knee Complaints 2004', { chapter: 'Knee Complaints', year: '2004', sections: '' }],
    ['MTUS, Imaginary Complaints, page 12', { chapter: 'Imaginary Complaints', year: '', sections: 'page 12' }],
  ])('%s is taken apart', (words, citation) => {
    expect(mtusCitation(words, ROWS)).toEqual(citation);
  });
});
