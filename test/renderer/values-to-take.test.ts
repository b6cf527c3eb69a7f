import type { HeaderProposal } from '../../shared/case.ts';
import { DocumentId, type RecordId } from '../../shared/ids.ts';
import { LetterHeader } from '../../shared/letter.ts';
import type { DocumentRow } from '../../shared/document.ts';
import { groupRecords, inListOrder, problemsOf } from '../../renderer/data/record-groups.ts';
import { valuesToTake } from '../../renderer/features/case-facts/values-to-take.ts';

const proposal = (name: HeaderProposal['name'], value: string): HeaderProposal => ({
  name,
  value,
  reason: '',
  source: { record: 'r' as RecordId, page: 1, start: 0, end: 1, quote: 'x' },
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

const record = (id: string, change: Partial<DocumentRow>): DocumentRow =>
  ({
    id: DocumentId.parse(id),
    title: id,
    file: '1',
    state: 'confirmed',
    kind: 'other',
    date: null,
    pages: 1,
    pagesNeedingOcr: 0,
    confidence: null,
    messages: [],
    ...change,
  }) as DocumentRow;

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

  it('has proposals first, in the order of their pages, and what was removed last', () => {
    const proposed = [
      record('p1', { state: 'proposed', kind: 'fax-cover', fileName: 'all.pdf' }),
      record('p2', { state: 'proposed', kind: 'progress-report', date: '2013-01-01', fileName: 'all.pdf' }),
    ];
    const all = [...records, record('gone', { state: 'removed', kind: 'progress-report' }), ...proposed];
    expect(groupRecords(all).map(({ name }) => name)).toEqual([
      'Proposed in all.pdf',
      'Progress reports',
      'Requests and reviews',
      'Removed',
    ]);
    expect(inListOrder(all).map(({ id }) => id)).toEqual(['p1', 'p2', 'a', 'b', 'd', 'c', 'gone']);
  });

  it('says what is wrong with a record', () => {
    expect(problemsOf(record('x', { confidence: 91.4, messages: ['It is turned.'] }))).toEqual([
      'OCR 91 %',
      'It is turned.',
    ]);
    expect(problemsOf(record('y', { confidence: 98 }))).toEqual([]);
  });
});
