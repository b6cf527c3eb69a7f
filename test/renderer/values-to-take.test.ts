import type { HeaderProposal } from '../../shared/case.ts';
import { RecordId } from '../../shared/ids.ts';
import { LetterHeader } from '../../shared/letter.ts';
import type { RecordRow } from '../../shared/record.ts';
import { groupRecords, inListOrder, problemsOf } from '../../renderer/data/record-groups.ts';
import { valuesToTake } from '../../renderer/features/case-facts/values-to-take.ts';

const proposal = (name: HeaderProposal['name'], value: string): HeaderProposal => ({
  name,
  value,
  reason: '',
  source: { record: RecordId.parse('r'), page: 1, start: 0, end: 1, quote: 'x' },
});

describe('header values that the file gives', () => {
  it('are taken where they are missing and the file does not contradict itself', () => {
    const proposals = [
      proposal('dateOfInjury', '2014-05-24'),
      proposal('dateOfInjury', '2014-05-24'),
      proposal('urDenialDate', '2014-06-26'),
      proposal('urDenialDate', '2014-06-27'),
      proposal('caseNumber', 'CM14-0000001'),
    ];
    expect(valuesToTake(LetterHeader.parse({ caseNumber: 'CM14-9900018' }), proposals)).toEqual({
      dateOfInjury: '2014-05-24',
    });
  });
});

const record = (id: string, change: Partial<RecordRow>): RecordRow =>
  ({
    id: RecordId.parse(id),
    title: id,
    kind: 'other',
    date: null,
    pages: 1,
    pagesNeedingOcr: 0,
    confidence: null,
    messages: [],
    ...change,
  }) as RecordRow;

describe('the list of records', () => {
  const records = [
    record('c', { kind: 'utilization-review', date: '2014-06-26' }),
    record('b', { kind: 'progress-report', date: '2014-06-10' }),
    record('a', { kind: 'first-report', date: '2014-05-24' }),
    record('d', { kind: 'progress-report' }),
  ];

  it('stands under its headings, oldest first, undated last', () => {
    expect(groupRecords(records).map(({ name, records: found }) => [name, found.map(({ id }) => id)])).toEqual([
      ['Progress reports', ['a', 'b', 'd']],
      ['Requests and reviews', ['c']],
    ]);
    expect(inListOrder(records).map(({ id }) => id)).toEqual(['a', 'b', 'd', 'c']);
  });

  it('says what is wrong with a record', () => {
    expect(problemsOf(record('x', { confidence: 91.4, messages: ['It is turned.'] }))).toEqual([
      'OCR 91 %',
      'It is turned.',
    ]);
    expect(problemsOf(record('y', { confidence: 98 }))).toEqual([]);
  });
});
