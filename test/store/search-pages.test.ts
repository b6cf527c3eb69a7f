import type { ReadCase } from '../../main/store/case-file.ts';
import { beginOriginal, readOriginal, sweepUnfinished } from '../../main/store/originals.ts';
import { addPages, listPages, readPage, type NewPage } from '../../main/store/pages.ts';
import { oneDocument } from '../support/one-document.ts';
import { beginRecord, finishRecord, listRecords, type RecordFacts } from '../../main/store/records.ts';
import { query } from '../../main/store/statements.ts';
import { newCaseFile, writeBehind } from '../support/case-files.ts';
import { searchExpression, searchPages } from '../../main/store/search-pages.ts';
import { temporaryFolder } from '../support/temporary.ts';

const page = (number: number, text: string): NewPage => ({
  number,
  text,
  kind: 'picture',
  source: 'layer',
  confidence: null,
  width: 612,
  height: 792,
  turned: 0,
  blank: false,
  needsOcr: false,
  messages: [],
  words: new Float32Array([0, 4, 72.5, 72, 100, 84]),
  blocks: [],
  sketch: new Uint32Array(),
  look: new Uint8Array(),
  faxHeader: null,
  hash: '',
});

const facts: RecordFacts = { fileKind: 'pdf', documents: [oneDocument('Progress report')], reasons: [] };

const fileWith = (texts: readonly string[], isFinished = true): ReadCase => {
  const file = newCaseFile(`${temporaryFolder()}/case.db`);
  writeBehind(file, (write) => {
    const copy = beginOriginal(write);
    copy.append(write, Buffer.from(texts.join('')));
    const record = beginRecord(write, copy.finish(write).id, 'a.pdf');
    addPages(
      write,
      record,
      texts.map((text, at) => page(at + 1, text)),
    );
    if (isFinished) finishRecord(write, record, facts);
  });
  return file;
};

describe('search', () => {
  const file = fileWith([
    'Patient reports low back pain.\nNo radiation.',
    'Café au lait; pain 7/10. Low back.',
    'Acupuncture requested for the "lower back".',
  ]);

  it.each([
    ['pain', 2],
    ['PAIN', 2],
    ['cafe', 1],
    ['"low back"', 2],
    ['"back low"', 0],
    ['acupunct*', 1],
    ['acupunct', 0],
    ['pain -café', 1],
    ['pain back radiation', 1],
  ])('finds %s on %i pages', (query, total) => {
    expect(searchPages(file, query, 10).total).toBe(total);
  });

  it.each(['"', '*', '()', 'AND', 'NOT', 'a"b', '-', 'text:pain', 'NEAR(', '^pain', "';--", '\u0000'])(
    'takes %j as words, never as an error',
    (query) => {
      expect(() => searchPages(file, query, 10)).not.toThrow();
    },
  );

  it('gives the offsets of the words that match, and a snippet without line breaks', () => {
    const hit = searchPages(file, 'radiation', 10).hits[0]!;
    const text = readPage(file, hit.pageId).text;
    expect(text.slice(hit.matches[0], hit.matches[1])).toBe('radiation');
    expect(hit.snippet).toContain('No radiation');
    expect(hit.snippet).not.toContain('\n');
  });

  it('asks nothing of an empty query', () => {
    expect([searchExpression('  '), searchExpression('-word'), searchExpression('""')]).toEqual([null, null, null]);
  });
});

describe('records and originals', () => {
  it('gives pages back as they were stored', () => {
    const file = fileWith(['one', 'two']);
    const [first] = listPages(file);
    expect(readPage(file, first!.id)).toMatchObject({
      text: 'one',
      position: 1,
      number: 1,
      words: [0, 4, 72.5, 72, 100, 84],
      isRead: false,
    });
  });

  it('keeps the original byte for byte, and the same bytes only once', () => {
    const file = fileWith(['one']);
    const { id, isKnown } = writeBehind(file, (write) => {
      const copy = beginOriginal(write);
      copy.append(write, Buffer.from('o'));
      copy.append(write, Buffer.from('ne'));
      return copy.finish(write);
    });
    expect(isKnown).toBe(true);
    expect(Buffer.from(readOriginal(file, id)).toString()).toBe('one');
  });

  it('shows nothing of a record until it is whole, and sweeps what a stopped import left', () => {
    const file = fileWith(['half'], false);
    expect([listRecords(file).length, listPages(file).length, searchPages(file, 'half', 10).hits.length]).toEqual([
      0, 0, 0,
    ]);
    while (writeBehind(file, sweepUnfinished));
    expect(query(file, 'SELECT (SELECT count(*) FROM original) + (SELECT count(*) FROM page) AS n').get()).toEqual({
      n: 0,
    });
  });
});
