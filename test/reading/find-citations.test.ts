import { findCitations } from '../../main/reading/find-citations.ts';
import { recordOf } from './read-fixture.ts';

const REVIEW = [
  'UTILIZATION REVIEW DETERMINATION',
  'Claimant: Mara Fictitious',
  'Date of determination: 09/21/2016',
  'The following treatment was requested:',
  '1. MRI of the left knee - Denied',
  '2. Norco 10/325 #90 - Denied',
  'Rationale item 1: MRI of the left knee',
  'MTUS/ACOEM Chapter 13 Knee Complaints (2004), Special Studies, recommends imaging where a red flag is present.',
  'The guideline does not apply. There was no red flag.',
  'Rationale item 2: Norco 10/325 #90',
  'Per the Chronic Pain Guidelines nothing is said. Official Disability Guidelines, Pain Chapter (not part of the',
  'MTUS), states that opioids be reviewed. MTUS Chronic Pain Medical Treatment Guidelines (2009), Opioids.',
  'Guidelines used',
  '1. MTUS Knee Complaints 2004.',
  '2. ODG, Pain Chapter.',
].join('\n');

describe('the guidelines that a review names', () => {
  const found = findCitations(recordOf(REVIEW));

  it('are given in its words, each for the item under which they stand', () => {
    expect(found.map(({ item, words }) => [item, words])).toEqual([
      ['MRI of the left knee', 'MTUS/ACOEM Chapter 13 Knee Complaints (2004), Special Studies'],
      ['Norco 10/325 #90', 'Official Disability Guidelines, Pain Chapter (not part of the MTUS)'],
      ['Norco 10/325 #90', 'MTUS Chronic Pain Medical Treatment Guidelines (2009), Opioids'],
      [null, 'MTUS Knee Complaints 2004'],
      [null, 'ODG, Pain Chapter'],
    ]);
  });

  it('are told apart by what is part of the MTUS', () => {
    expect(found.map(({ isMtus }) => isMtus)).toEqual([true, false, true, true, false]);
  });

  it('stand where they say', () => {
    for (const { source, words } of found) {
      expect(REVIEW.slice(source.start, source.end)).toBe(source.quote);
      expect(source.quote.replace(/\s+/g, ' ')).toBe(words);
    }
  });
});
