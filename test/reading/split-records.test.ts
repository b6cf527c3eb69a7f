import fc from 'fast-check';
import { splitRecords, type ProposedRecord } from '../../main/reading/records/split-records.ts';
import type { PageText } from '../../main/reading/record-text.ts';
import type { RecordId } from '../../shared/ids.ts';
import { LATEST } from './read-fixture.ts';

const NOBODY = 'Patient: Nobody, Alex Q. DOB: 08/17/1978 Claim: PCS-14-0524-77';

const split = (pages: readonly (string | PageText)[]): ProposedRecord[] =>
  splitRecords(
    {
      record: 'r1' as RecordId,
      pages: pages.map((page, at) =>
        typeof page === 'string' ? { page: at + 1, text: page, isBlank: page === '' } : page,
      ),
    },
    { latest: LATEST },
  );
const ranges = (records: readonly ProposedRecord[]): string[] =>
  records.map(({ first, last, kind }) => `${first}-${last} ${kind}`);

const note = (
  title: string,
  date: string,
  body = 'SUBJECTIVE: Low back pain is rated 6/10.',
  person = NOBODY,
): string => `${title}\n${person}\nDate of exam: ${date}\nExample Placeholder, MD, Occupational Medicine\n${body}`;
const second = (title: string, date: string): string =>
  `Nobody, Alex Q.. ${title}, ${date}. Page 2 of 2.\nPlan: Continue naproxen 550 mg.\nElectronically signed ${date} 18:05`;

describe('the records of a file', () => {
  it('begin at title lines in capitals, and say so', () => {
    const records = split([
      note('PROGRESS REPORT (PR-2)', '06/10/2014'),
      second('PROGRESS REPORT (PR-2)', '06/10/2014'),
      note('PHYSICAL THERAPY DAILY NOTE', '06/12/2014'),
    ]);
    expect(ranges(records)).toEqual(['1-2 progress-report', '3-3 therapy-note']);
    expect(records.map(({ date, provider }) => `${date} ${provider}`)).toEqual([
      '2014-06-10 Example Placeholder, MD',
      '2014-06-12 Example Placeholder, MD',
    ]);
    expect(records[1]?.reason).toBe('Title "PHYSICAL THERAPY DAILY NOTE", new date of exam 06/12/2014.');
  });

  it('under one template are as many as there are days', () => {
    const days = ['06/02/2014', '06/04/2014', '06/06/2014', '06/09/2014'];
    const records = split(days.map((day) => note('PHYSICAL THERAPY DAILY NOTE', day)));
    expect(records.map(({ date }) => date)).toEqual(['2014-06-02', '2014-06-04', '2014-06-06', '2014-06-09']);
  });

  it('of one day and one title are two where the first was closed', () => {
    const signed = 'CC\nHeadache since Monday.\nImagined Family Medicine';
    expect(
      split([note('PROGRESS NOTE', '06/10/2014', signed), note('PROGRESS NOTE', '06/10/2014', signed)]),
    ).toHaveLength(2);
  });

  it('go on under a running head that names their own day', () => {
    const head = `PROGRESS NOTE\n${NOBODY}\nDate of exam: 06/10/2014`;
    expect(
      split([
        `${head}\nSUBJECTIVE: Low back pain is rated 6/10 and he says that\n`,
        `${head}\nit is worse in the evening.\nPLAN: Rest.`,
      ]),
    ).toHaveLength(1);
  });

  it('keep the back of a sheet inside, and set other blank pages apart', () => {
    const [one, two] = [note('PROGRESS NOTE', '06/10/2014'), second('PROGRESS NOTE', '06/10/2014')];
    expect(ranges(split([one, '', two, '', '', note('OPERATIVE REPORT', '07/01/2014')]))).toEqual([
      '1-3 progress-report',
      '4-5 blank',
      '6-6 operative-report',
    ]);
  });

  it('begin after a fax cover, which is one of its own', () => {
    const cover =
      'FAX 06/20/2014 09:14 FROM: IMAGINED CLINIC 555-555-0141 P 001/003\nFAX COVER SHEET\n3 pages including cover.';
    expect(ranges(split([cover, note('PROGRESS NOTE', '06/10/2014')]))).toEqual([
      '1-1 fax-cover',
      '2-2 progress-report',
    ]);
  });

  it('know a statement of charges by its title and date it by its own day, not by what it charges for', () => {
    const [record] = split([
      `BILLING STATEMENT\n${NOBODY}\nStatement date: 07/31/2014\nDOS CPT Charge\n06/02/2014 97110 $92.00`,
    ]);
    expect(record).toMatchObject({ kind: 'billing', date: '2014-07-31', provider: '' });
  });

  it('begin at a letter under a letterhead of its own', () => {
    const records = split([
      `MRI OF THE LUMBAR SPINE\n${NOBODY}\nDate of Exam: 07/03/2014\nIMPRESSION:\n1. Disc bulge at L5-S1.`,
      'Imagined Medical Associates\nJuly 17, 2014\nRE: Alex Nobody\nDear Claims Examiner:\nHISTORY: Low back pain is 6/10.\nPLAN: Continue naproxen 550 mg.',
    ]);
    expect(records.map(({ first, date, reason }) => [first, date, reason])).toEqual([
      [1, '2014-07-03', 'Title "MRI OF THE LUMBAR SPINE".'],
      [2, '2014-07-17', 'New letterhead "Imagined Medical Associates".'],
    ]);
  });

  it('of somebody else are proposed for removal, with the name', () => {
    const other = 'PROGRESS NOTE\nPatient: Elsewhere, Robin. DOB 02/14/1961. Date of exam: 06/14/2014\nLeft knee pain.';
    const records = split([note('PROGRESS NOTE', '06/10/2014'), other, note('PROGRESS NOTE', '06/17/2014')]);
    expect(records.map(({ patient }) => patient)).toEqual(['worker', 'other', 'worker']);
    expect(records[1]?.reason).toContain('Names another patient: Elsewhere, Robin, born 02/14/1961.');
  });

  it('stay the worker’s where only the birth date or only the spelling differs', () => {
    const slips = [NOBODY.replace('1978', '1987'), NOBODY.replace('Nobody', 'Nobodv')];
    expect(
      split([
        note('PROGRESS NOTE', '06/10/2014'),
        ...slips.map((slip) => note('PROGRESS NOTE', '06/17/2014', 'S: Same.', slip)),
      ]).map(({ patient }) => patient),
    ).toEqual(['worker', 'worker', 'worker']);
  });

  it('name nobody the other one where two people alternate', () => {
    const other = 'Patient: Elsewhere, Robin DOB: 02/14/1961 Claim: PCS-2';
    const pages = ['06/10/2014', '06/11/2014', '06/12/2014', '06/13/2014'].map((day, at) =>
      note('PROGRESS NOTE', day, 'S: Same.', at % 2 === 0 ? NOBODY : other),
    );
    expect(split(pages).map(({ patient }) => patient)).toEqual(['worker', 'worker', 'worker', 'worker']);
    expect(split(pages)[1]?.reason).toContain('another patient than the page before');
  });

  it('out of order stand by themselves, not sure, and say which page is missing', () => {
    const records = split([
      second('PROGRESS NOTE', '06/10/2014'),
      note('PROGRESS NOTE', '06/10/2014'),
      second('PROCEDURE NOTE', '07/01/2014'),
    ]);
    expect(records.map(({ first, isSure }) => [first, isSure])).toEqual([
      [1, false],
      [2, true],
      [3, false],
    ]);
    expect(records[2]?.reason).toBe(
      'Page 2 of 2, and the page before it is not its 1. Its pages are counted to 2, 1 is here.',
    );
  });

  it('of a long report without a day are one', () => {
    const pages = Array.from({ length: 200 }, (_, at) => `The history goes on for page after page, part ${at}.`);
    expect(split(pages)).toMatchObject([{ first: 1, last: 200, isSure: false }]);
  });

  it('add up to the pages of the file, whatever is on them', () => {
    const line = fc.constantFrom(
      'PROGRESS REPORT (PR-2)',
      'OPERATIVE REPORT',
      'FAX COVER SHEET',
      'BILLING STATEMENT',
      NOBODY,
      'Patient: Elsewhere, Robin DOB: 02/14/1961',
      'Date of exam: 06/10/2014',
      'Date of exam: 06/17/2014',
      'Page 1 of 2',
      'Page 2 of 2',
      'Page 3',
      'SUBJECTIVE: Same.',
      'Imagined Medical Associates',
      'June 17, 2014',
      'RE: Alex Nobody',
      'Example Placeholder, MD',
    );
    const page = fc.record({ lines: fc.array(line, { maxLength: 6 }), isBlank: fc.boolean() });
    fc.assert(
      fc.property(fc.array(page, { minLength: 1, maxLength: 12 }), (pages) => {
        const records = split(
          pages.map(({ lines, isBlank }, at) => ({
            page: at + 1,
            text: isBlank ? '' : lines.join('\n'),
            isBlank,
          })),
        );
        expect(
          records.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, at) => first + at)),
        ).toEqual(pages.map((_, at) => at + 1));
        for (const { reason } of records) expect(reason).toMatch(/^[A-Z].*\.$/);
      }),
    );
  });
});
