import { proposeItems } from '../../main/reading/propose-items.ts';
import { LATEST, recordOf } from './read-fixture.ts';

const review = (...lines: string[]): string[] =>
  proposeItems(
    [
      recordOf(
        [
          'UTILIZATION REVIEW DETERMINATION',
          'Date of determination: 09/21/2016',
          'Claimant: Mara Fictitious',
          ...lines,
        ].join('\n'),
      ),
    ],
    { latest: LATEST },
  ).map(({ heading, reason }) => `${heading}: ${/denied|modified/.exec(reason)?.[0]}`);

describe('the items that a review decides', () => {
  it.each([
    [
      ['1. Physical therapy 2x6 for the lumbar spine - NON-CERTIFIED', '2. Norco 10/325 #90 - MODIFIED to #45'],
      ['Physical therapy 2x6 for the lumbar spine: denied', 'Norco 10/325 #90: modified'],
    ],
    [
      ['a) Chiropractic care, 8 visits: Denied', 'b) Lidocaine patches 5% #30: Denied'],
      ['Chiropractic care, 8 visits: denied', 'Lidocaine patches 5% #30: denied'],
    ],
    [
      [
        'Item\tTreatment\tCPT\tQty\tDecision',
        '1\tLumbar epidural steroid injection L4-5\t62323\t1\tDenied',
        '2\tTENS unit purchase\tE0730\t1\tDenied',
      ],
      ['Lumbar epidural steroid injection L4-5: denied', 'TENS unit purchase: denied'],
    ],
    [
      [
        'Treatment  ICD-10  CPT  Quantity  Decision',
        'Acupuncture, lumbar spine  M54.5  97810  6 visits  Non-certified',
        'Gabapentin 600 mg  M54.16  -  #90  Certified',
      ],
      ['Acupuncture, lumbar spine, 6 visits: denied'],
    ],
  ])('are named without the numbers of the list and the other columns: %j', (lines, expected) => {
    expect(review(...lines)).toEqual(expected);
  });

  it('are no sentences that only end in a decision', () => {
    expect(review('The criteria are met where the request was earlier denied', 'Your claim was denied')).toEqual([]);
  });
});
