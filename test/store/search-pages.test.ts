import type { ReadCase } from '../../main/store/case-file.ts';
import { beginOriginal, readOriginal, sweepUnfinished } from '../../main/store/originals.ts';
import { addPages, listPages, readPage, type NewPage } from '../../main/store/pages.ts';
import { oneDocument } from '../support/one-document.ts';
import { beginRecord, finishRecord, listRecords, type RecordFacts } from '../../main/store/records.ts';
import { query } from '../../main/store/statements.ts';
import { mentionsIn } from '../../main/app/letter/find-mentions.ts';
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

  const parted = fileWith([
    'Lumbar radiculo-\npathy after a post-\noperative course.',
    'Bio\u00adfeedback for the radiculopathy; in\u2010\nflammatory marks.',
    'Post-op visit: L4-5 and L5/S1, Norco 10mg, can\u2019t sit. Follow-up.',
    'Postop visit: L4-L5 and L5-S1, Norco 10 mg, cant sit. Followup.',
    'A post operation; level L4, 5 of 10; a dose of 10, in mg.',
  ]);
  it.each([
    ['radiculopathy', 2],
    ['"lumbar radiculopathy"', 1],
    ['biofeedback', 1],
    ['inflammatory', 1],
    ['operative', 1],
    ['post-operative', 1],
    ['postoper*', 2],
    ['radiculo*', 2],
    ['-radiculopathy visit', 2],
    ['post-op', 2],
    ['postop', 2],
    ['post op', 2],
    ['L4-5', 3],
    ['L4-L5', 3],
    ['L5-S1', 2],
    ['10mg', 2],
    ['"10 mg"', 2],
    ['"Norco 10mg"', 2],
    ['10 mg', 3],
    ["can't", 2],
    ['can\u2019t', 2],
    ['cant', 2],
    ['follow-up', 2],
    ['followup', 2],
    ['visit -postop', 0],
    ['in\ufb02ammatory', 1],
  ])('finds %s on %i pages, however it is written', (query, total) => {
    expect(searchPages(parted, query, 10).total).toBe(total);
  });

  it('marks a parted word from its first part to its last, and shows it in the snippet', () => {
    const [hit] = searchPages(parted, '"lumbar radiculopathy" lumbar', 10).hits;
    const { text } = readPage(parted, hit!.pageId);
    expect(text.slice(hit!.matches[0], hit!.matches[1])).toBe('Lumbar radiculo-\npathy');
    const [alone] = searchPages(parted, 'inflammatory', 10).hits;
    expect(alone!.snippet).toContain('radiculopathy; in\u2010 flammatory marks.');
    expect(readPage(parted, alone!.pageId).text.slice(...(alone!.matches as [number, number]))).toBe(
      'in\u2010\nflammatory',
    );
  });

  it('finds a parted word where the denial says that the records do not mention it', () => {
    const [mention] = mentionsIn(parted)('lumbar radiculopathy');
    expect(mention?.span.quote).toBe('Lumbar radiculo-\npathy');
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
