import { compareLetters } from '../../main/letters/compare-letters.ts';
import { paginateLetter } from '../../main/letters/layout/paginate-letter.ts';
import { letterToDocx } from '../../main/letters/letter-to-docx.ts';
import { blockText } from '../../main/letters/letter-text.ts';
import { coverValues } from '../../main/letters/report/cover-values.ts';
import { composeDocumentsReviewed } from '../../main/letters/report/documents-reviewed.ts';
import { composeEvidenceReport, type EvidenceReportInput } from '../../main/letters/report/evidence-report.ts';

import { soundLetter } from './support/sound-letter.ts';

const input: EvidenceReportInput = {
  caseNumber: 'CM17-0123456',
  sentences: [
    {
      text: 'On 01-20-2017, he complained of knee pain.',
      sources: [{ record: 'Progress report, 01/20/2017', page: 2, quote: 'left knee pain' }],
    },
    { text: 'He is a carpenter.', sources: [] },
  ],
  items: [
    {
      heading: 'MRI of the left knee',
      decision: 'Overturned',
      rationale: 'The McMurray test was positive. Therefore, the MRI is medically necessary.',
      evidence: [{ record: 'Progress report, 01/20/2017', page: 3, quote: 'positive McMurray', note: '' }],
      outsideReason: 'The MTUS does not address it.',
      worksheet: {
        recommendations: [
          {
            source: 'ODG Knee',
            says: 'for',
            question: 'diagnosis',
            design: 'Cohort study',
            year: '2015',
            quality: 'small',
          },
          {
            source: 'ACOEM',
            says: 'against',
            question: 'diagnosis',
            design: 'Expert opinion or consensus',
            year: '',
            quality: '',
          },
        ],
        prevailing: 0,
        reason: 'The cohort is of such workers.',
      },
    },
  ],
  searches: [
    { term: 'locking', day: '2016-10-20', isOutdated: true, pagesSearched: 30, hits: 0, unsure: ['Fax, page 4'] },
  ],
  pages: [
    { record: 'Progress report', pages: 4, read: 3, byEye: 1, cited: 2 },
    { record: 'Fax', pages: 6, read: 6, byEye: 0, cited: 0 },
  ],
  verified: [
    { isSound: true, said: 'All 12 pages of the file can be read and belong together.' },
    { isSound: false, said: 'Change 7 does not follow from the one before it: the log was altered.' },
  ],
  guidelines: { completeTo: '2021-11-23', days: ['the decision date, 03/21/2017'] },
  overridden: [
    { check: 37, message: 'The summary gives another date.', reason: 'The header is wrong in the application.' },
  ],
};
const lines = (): string[] => composeEvidenceReport(input).map(blockText);

describe('the evidence report', () => {
  it('says what the case file was verified for, and what was found', () => {
    const all = lines();
    expect(all).toContain('VERIFICATION OF THE CASE FILE');
    expect(all).toContain('Sound: All 12 pages of the file can be read and belong together.');
    expect(all).toContain('Not sound: Change 7 does not follow from the one before it: the log was altered.');
  });

  it('says how far the guideline table goes, and by which day the editions were told', () => {
    expect(lines()).toEqual(
      expect.arrayContaining([
        'Guideline table: complete to 11/23/2021; what came after it is not judged.',
        '    Item 1: editions told by the decision date, 03/21/2017.',
      ]),
    );
  });

  it('shows each sentence with record, page and quote, or says that nothing stands behind it', () => {
    expect(lines()).toEqual(
      expect.arrayContaining([
        '1. On 01-20-2017, he complained of knee pain.',
        '    Progress report, 01/20/2017, page 2: “left knee pain”',
        '2. He is a carpenter.',
        '    No page stands behind this sentence.',
      ]),
    );
  });

  it('lets the sources of a sentence follow it closely, and parts them from the next', () => {
    const from = lines().indexOf('1. On 01-20-2017, he complained of knee pain.');
    const close = composeEvidenceReport(input).map(({ staysClose }) => staysClose === true);
    expect(close.slice(from, from + 4)).toEqual([true, false, true, false]);
  });

  it('puts evidence beside the sentence of the rationale that speaks of it', () => {
    const all = lines();
    expect(all[all.indexOf('1.1 The McMurray test was positive.') + 1]).toBe(
      '    Progress report, 01/20/2017, page 3: “positive McMurray”',
    );
    expect(all[all.indexOf('1.2 Therefore, the MRI is medically necessary.') + 1]).toBe(
      '    No page is pinned to this sentence.',
    );
  });

  it('tells why a source outside the MTUS was cited and what was weighed', () => {
    expect(lines()).toEqual(
      expect.arrayContaining([
        'Outside the MTUS: The MTUS does not address it.',
        'Evidence weighed (8 CCR 9792.25.1): The cohort is of such workers.',
        '    ODG Knee, 2015: for (diagnosis); Cohort study; small; prevails',
        '    ACOEM: against (diagnosis); Expert opinion or consensus',
      ]),
    );
  });

  it('counts pages so that they add up', () => {
    expect(lines()).toEqual(
      expect.arrayContaining([
        'Progress report: 4 pages = 3 read + 1 unread; 1 read by eye; 2 cited.',
        'In all: 10 pages = 9 read + 1 unread; 1 read by eye; 2 cited.',
      ]),
    );
  });

  it('tells negative searches and overridden checks', () => {
    expect(lines()).toEqual(
      expect.arrayContaining([
        '"locking": not documented on any of 30 pages searched on 10/20/2016; pages have changed since.',
        '    Too uncertain to prove an absence: Fax, page 4.',
        'Check 37: The summary gives another date.',
        '    Reason: The header is wrong in the application.',
      ]),
    );
  });

  it('is written as a Word file that reads back the same, and has pages', async () => {
    const blocks = composeEvidenceReport(input);
    expect(await compareLetters(blocks, await letterToDocx(blocks))).toEqual({ same: true });
    expect(paginateLetter(blocks)).toHaveLength(2);
  });
});

describe('a cover page', () => {
  it.each([
    [['Upheld', 'Upheld'], 'UPHOLD'],
    [['Overturned'], 'OVERTURN'],
    [['Upheld', 'Overturned'], 'PARTIAL OVERTURN'],
    [['Upheld', ''], undefined],
  ])('words the result of %j for the letter as a whole', (decisions, outcome) => {
    const [item] = soundLetter().items;
    const items = decisions.map((decision) => ({ ...item!, decision }));
    expect(coverValues({ ...soundLetter(), items }, [], {})['outcome']).toBe(outcome);
  });
});

describe('the list of documents reviewed', () => {
  it('names each provider once with the span of dates where that is set, and what has no provider by its kind', () => {
    const blocks = composeDocumentsReviewed(
      [
        { kind: 'progress-report', provider: 'Example Clinic', dates: ['2017-01-20'], pages: 4 },
        { kind: 'imaging-report', provider: 'Example Clinic', dates: ['2016-12-02'], pages: 2 },
        { kind: 'utilization-review', provider: '', dates: ['2017-02-10'], pages: 1 },
        { kind: 'other', provider: '', dates: [], pages: 1 },
      ],
      { grain: 'provider', unread: ['Fax, page 4', 'Fax, page 5'] },
    );
    expect(blocks.map(blockText)).toEqual([
      'DOCUMENTS REVIEWED',
      '1. Example Clinic, 12/02/2016 to 01/20/2017, 2 records, 6 pages',
      '2. Utilization review, 02/10/2017, 1 record, 1 page',
      '3. Other record, undated, 1 record, 1 page',
      'In all 4 documents, 8 pages.',
      'Could not be read, or only with doubt: Fax, page 4; Fax, page 5.',
    ]);
  });

  it('names kind, provider, dates and pages, oldest first', () => {
    const blocks = composeDocumentsReviewed([
      { kind: 'utilization-review', provider: '', dates: ['2017-02-10'], pages: 1 },
      { kind: 'progress-report', provider: 'Example Clinic', dates: ['2017-01-20', '2016-12-02'], pages: 4 },
      { kind: 'therapy-note', provider: '', dates: ['2016-12-05', '2016-12-07', '2016-12-09', '2016-12-12'], pages: 8 },
      { kind: 'other', provider: '', dates: [], pages: 1 },
    ]);
    expect(blocks.map(blockText)).toEqual([
      'DOCUMENTS REVIEWED',
      '1. Progress report, Example Clinic, 12/02/2016, 01/20/2017, 4 pages',
      '2. Therapy note, 4 dates from 12/05/2016 to 12/12/2016, 8 pages',
      '3. Utilization review, 02/10/2017, 1 page',
      '4. Other record, undated, 1 page',
      'In all 4 documents, 14 pages.',
    ]);
  });
});
