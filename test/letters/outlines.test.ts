import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPlanTable } from '../../main/letters/precedents/read-plan-table.ts';
import { Outline } from '../../shared/outline.ts';
import { takeLetterApart } from '../../main/letters/read-letter.ts';
import { FORMS } from './support/letter-assets.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'assets', 'letter', 'outlines');
const OUTLINES = readdirSync(FOLDER).map((name) => Outline.parse(JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))));
const read = (text: string) => takeLetterApart(text, FORMS, OUTLINES).letter;

const EARLY = `MEDICAL PROFESSIONAL REVIEW
ISSUE AT DISPUTE:
Acupuncture, 8 visits, for the lumbar spine
CASE SUMMARY:
A fictional worker of 44 years hurt his back on 01/02/2012.
DOCUMENTS REVIEWED FOR DETERMINATION:
Progress note, 12/03/2012
MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL REVIEWER AND WHY:
MTUS Acupuncture Medical Treatment Guidelines
RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS/WAS NOT MEDICALLY NECESSARY:
No gain in function is told. The request for acupuncture was not medically necessary.
MEDICAL REVIEWER QUALIFICATIONS:
A fictional reviewer.
`;

const SECOND = `Notice of Independent Medical Review Determination
Dated: 9/26/2013
MAXIMUS Case Number: CM13-0000001
1) Example Review, Inc. has determined the request for MRI of the left knee is not medically necessary and appropriate.
2) Example Review, Inc. has determined the request for 6 visits of therapy is medically necessary and appropriate.
INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE
1) Example Review, Inc. has determined the request for MRI of the left knee is not medically necessary and appropriate.
2) Example Review, Inc. has determined the request for 6 visits of therapy is medically necessary and appropriate.
Medical Qualifications of the Expert Reviewer:
A fictional reviewer of Texas.
Case Summary: A fictional worker hurt the left knee.
Documents Reviewed for Determination:
Application
1) Regarding the request for MRI of the left knee:
Section of the Medical Treatment Utilization Schedule Relied Upon by the Expert Reviewer to Make His/Her Decision
MTUS ACOEM Chapter 13 Knee Complaints.
Rationale for the Decision:
No red flags are told. The request for MRI of the left knee is not medically necessary and appropriate.
2) Regarding the request for 6 visits of therapy:
Section of the Medical Treatment Utilization Schedule Relied Upon by the Expert Reviewer to Make His/Her Decision
MTUS Chronic Pain.
Rationale for the Decision:
The guideline allows it. The request for 6 visits of therapy is medically necessary and appropriate.
`;

const texas = (outcome: string): string => `DATE OF REVIEW: 03/05/2015
IRO CASE #: 12345
DESCRIPTION OF THE SERVICE OR SERVICES IN DISPUTE
Lumbar epidural steroid injection at L4-L5
A DESCRIPTION OF THE QUALIFICATIONS FOR EACH PHYSICIAN OR OTHER HEALTH CARE PROVIDER WHO REVIEWED THE DECISION
Fictional.
REVIEW OUTCOME
Upon independent review the reviewer finds that the previous adverse determination(s) should be:
${outcome}
INFORMATION PROVIDED TO THE IRO FOR REVIEW
Notes.
PATIENT CLINICAL HISTORY
A fictional worker.
ANALYSIS AND EXPLANATION OF THE DECISION
The ODG criteria are not met.
A DESCRIPTION AND THE SOURCE OF THE SCREENING CRITERIA
ODG
`;
const TICKS = (at: number): string =>
  ['Upheld (Agree)', 'Overturned (Disagree)', 'Partially Overturned (Agree in part/Disagree in part)']
    .map((words, index) => `[${index === at ? 'X' : ' '}] ${words}`)
    .join('\n');

describe('a determination that is only read', () => {
  it('of early 2013 gives issue, summary, guideline, rationale, and the decision in our words', () => {
    expect(read(EARLY)).toMatchObject({
      form: '',
      summary: 'A fictional worker of 44 years hurt his back on 01/02/2012.',
      items: [
        {
          heading: 'Acupuncture, 8 visits, for the lumbar spine',
          decision: 'Upheld',
          reviewerGuideline: 'MTUS Acupuncture Medical Treatment Guidelines',
          rationale: expect.stringMatching(/^No gain .* not medically necessary\.$/u),
        },
      ],
      messages: [expect.stringMatching(/^This is a determination in the first form of 2013, .*\.$/u)],
    });
  });

  it('of late 2013 joins each result with its item', () => {
    expect(read(SECOND)).toMatchObject({
      header: { caseNumber: 'CM13-0000001', decisionDate: '2013-09-26' },
      summary: 'A fictional worker hurt the left knee.',
      items: [
        {
          heading: 'MRI of the left knee',
          decision: 'Upheld',
          reviewerGuideline: 'MTUS ACOEM Chapter 13 Knee Complaints.',
        },
        { heading: '6 visits of therapy', decision: 'Overturned', reviewerGuideline: 'MTUS Chronic Pain.' },
      ],
      messages: [expect.stringContaining('second form of 2013')],
    });
  });

  it('whose front and body differ says so, and takes neither', () => {
    const contrary = SECOND.replace('therapy is medically necessary', 'therapy is not medically necessary');
    expect(read(contrary)).toMatchObject({
      items: [{ decision: 'Upheld' }, { decision: '' }],
      messages: [
        expect.anything(),
        'Item 2 gives 2 outcomes (is not medically necessary, is medically necessary); none was taken.',
      ],
    });
  });

  it.each([
    [0, 'Upheld'],
    [1, 'Overturned'],
    [2, 'Partially Overturned'],
  ])('of Texas keeps its own outcome words: box %d', (at, words) => {
    const letter = read(texas(TICKS(at)));
    expect(letter).toMatchObject({
      programme: 'Texas IRO',
      header: { caseNumber: '12345', decisionDate: '2015-03-05' },
      items: [
        {
          heading: 'Lumbar epidural steroid injection at L4-L5',
          decision: words,
          reviewerGuideline: 'ODG',
          rationale: 'The ODG criteria are not met.',
        },
      ],
    });
    expect(letter.messages).toHaveLength(1);
  });

  it('with three outcome words and no box ticked is told in one sentence, and none is taken', () => {
    const letter = read(texas(TICKS(9)));
    expect(letter.items).toMatchObject([{ decision: '' }]);
    expect(letter.messages.slice(1)).toEqual([
      'This determination gives 3 outcomes (Upheld, Overturned, Partially Overturned); none was taken.',
    ]);
  });

  it('of a health plan comes row by row from its table, and any other table is none', () => {
    expect(
      readPlanTable(
        '\ufeffReference ID,Report Year,Treatment Category,Treatment Sub Category,Determination,Findings\nMN24-1,2024,Pharmacy,Opioids,Overturned Decision of Health Plan,"Nature of it, and ""so"" on."\n',
      ),
    ).toMatchObject([
      {
        programme: 'Health-plan IMR',
        header: { caseNumber: 'MN24-1' },
        items: [
          {
            heading: 'Opioids, Pharmacy',
            decision: 'Overturned Decision of Health Plan',
            rationale: 'Nature of it, and "so" on.',
          },
        ],
      },
    ]);
    expect(readPlanTable('a,b\n1,2\n')).toBeNull();
  });

  it('of a kind that nobody knows is told in one sentence', () => {
    expect(read('Dear colleague,\nnothing of it.').messages).toEqual([
      expect.stringMatching(/^This is no determination/u),
    ]);
  });
});
