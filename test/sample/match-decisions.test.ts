import { join } from 'node:path';
import { matchDecisions, readSampleCase } from '../../main/app/vault/sample-case.ts';
import type { Entry } from '../../shared/entry.ts';
import type { EntryId, RecordId } from '../../shared/ids.ts';
import { AS_FACT } from '../support/as-fact.ts';

const record = (id: string, fileName: string) => ({ id: id as RecordId, fileName });
const entry = (id: string, from: string, quote: string, kind: Entry['kind'] = 'visit'): Entry => ({
  ...AS_FACT,
  id: id as EntryId,
  state: 'proposed',
  origin: 'proposed',
  date: '2016-07-26',
  dateText: '07/26/2016',
  dateKind: 'service',
  kind,
  text: quote,
  provider: '',
  reason: '',
  sources: [{ record: from as RecordId, page: 1, start: 0, end: quote.length, quote }],
});

const RECORDS = [record('r1', 'a.pdf'), record('r2', 'b.pdf')];
const NOTHING = { accepted: [], edited: [], rejected: [] };

describe('the decisions of the sample case', () => {
  it('find the entry by its record and its words, however the lines break', () => {
    const entries = [entry('e1', 'r1', 'Gait is normal.'), entry('e2', 'r2', 'Gait is\r\nnormal.')];
    const { accept, missing } = matchDecisions(
      { ...NOTHING, accepted: [{ record: 'b.pdf', quote: 'Gait is normal.' }] },
      entries,
      RECORDS,
    );
    expect({ accept, missing }).toEqual({ accept: ['e2'], missing: [] });
  });

  it('tell entries of different kinds apart where the same words gave both', () => {
    const entries = [
      entry('e1', 'r1', 'Naproxen was stopped.'),
      entry('e2', 'r1', 'Naproxen was stopped.', 'medication'),
    ];
    expect(
      matchDecisions(
        { ...NOTHING, rejected: [{ record: 'a.pdf', quote: 'Naproxen was stopped.', kind: 'medication' }] },
        entries,
        RECORDS,
      ).reject,
    ).toEqual(['e2']);
  });

  it('name every listed entry that was not proposed', () => {
    const edited = [{ record: 'a.pdf', quote: 'Gait is normal.', change: { text: 'walked normally' } }];
    const { edit, missing } = matchDecisions({ ...NOTHING, edited }, [entry('e1', 'r2', 'Gait is normal.')], RECORDS);
    expect({ edit, missing }).toEqual({ edit: [], missing: ['a.pdf: "Gait is normal."'] });
  });

  it('are told by a file of the right shape, one decision an item', () => {
    const sample = readSampleCase(join(import.meta.dirname, '..', '..', 'assets', 'sample-case'));
    expect(sample.items.map(({ heading }) => heading)).toEqual(sample.letter.items.map(({ heading }) => heading));
    expect(sample.items.map(({ decision }) => decision)).toEqual(['Overturned', 'Upheld']);
  });
});
