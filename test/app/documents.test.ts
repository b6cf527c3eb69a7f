import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUNDLE, importPages, inLines, NEIGHBOUR, titlePage } from '../support/bundle.ts';
import { openBackend, type OpenBackend } from '../support/open-backend.ts';
import { describeWith, SHARED } from '../support/optional.ts';
import { SHOULDER, shoulderTruth } from '../support/read-shoulder.ts';
import type { CaseId, DocumentId } from '../../shared/ids.ts';
import type { Output } from '../../shared/contract.ts';

let desk: OpenBackend;
let caseId: CaseId;
beforeAll(async () => {
  desk = await openBackend();
});
afterAll(() => desk.close());
beforeEach(async () => {
  caseId = await desk.newCase({});
});

const list = (): Promise<Output<'document.list'>> => desk.ask('document.list', { caseId });
/** Reads everything again, and gives the documents as lines. */
const readAgain = async (): Promise<string[]> => {
  await desk.ask('timeline.propose', { caseId });
  return inLines(await list());
};
const idAt = async (page: number): Promise<DocumentId> => (await list()).find(({ first }) => first === page)!.id;
/** The pages that the proposals rest on. */
const pagesTold = async (): Promise<number[]> =>
  [
    ...new Set((await desk.ask('timeline.list', { caseId })).flatMap(({ sources }) => sources.map(({ page }) => page))),
  ].sort((a, b) => a - b);
const undo = (): Promise<unknown> => desk.ask('change.undo', { caseId });

const PROPOSED = [
  '1-2 progress-report 2016-06-10 proposed',
  '3-3 therapy-note 2016-06-14 proposed',
  '4-4 progress-report 2016-06-15 proposed',
  '5-6 progress-report 2016-07-08 proposed',
];

/** The pages of the file are those of its records, each once. */
const expectWhole = async (pages: number): Promise<void> => {
  const documents = await list();
  expect(
    documents.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, at) => first + at)),
  ).toEqual(Array.from({ length: pages }, (_, at) => at + 1));
  expect(documents.map(({ first, last, pages: own }) => own === last - first + 1)).not.toContain(false);
};

describe('a file of one document', () => {
  it('has one confirmed record and asks nothing', async () => {
    const documents = await importPages(desk, caseId, BUNDLE.slice(0, 2));
    expect(documents).toEqual([
      expect.objectContaining({
        ...{ first: 1, last: 2, kind: 'progress-report', date: '2016-06-10', provider: 'Alex Example, MD' },
        ...{ state: 'confirmed', patient: 'worker', reason: 'Title "PROGRESS REPORT (PR-2)".' },
      }),
    ]);
    expect(documents[0]!.id).toBe(documents[0]!.file);
  });
});

describe('a bundle', () => {
  it('is divided into proposals that say why, and its timeline is read record by record', async () => {
    const documents = await importPages(desk, caseId, BUNDLE);
    expect(inLines(documents)).toEqual(PROPOSED);
    expect(documents[1]!.reason).toBe('Title "PHYSICAL THERAPY DAILY NOTE", new date of exam 06/14/2016.');
    expect(documents[2]).toMatchObject({
      patient: 'other',
      reason: expect.stringContaining('Names another patient: Nobody, Quentin Z., born 11/30/1961.'),
    });
    expect(documents.map(({ id, file }) => id.replace(file, ''))).toEqual(['', '-3', '-4', '-5']);
    await expectWhole(6);
    const dates = (await desk.ask('timeline.list', { caseId })).map(({ date, sources: [source] }) => [
      source?.page,
      date,
    ]);
    expect(dates).toContainEqual([3, '2016-06-14']);
    expect(dates).toContainEqual([2, '2016-06-10']);
    expect(await pagesTold()).not.toContain(4);
  });

  it('is accepted record by record and all at once; another patient’s page is decided by itself', async () => {
    await importPages(desk, caseId, BUNDLE);
    await desk.ask('document.accept', { caseId, ids: [await idAt(3)] });
    expect((await list()).map(({ state }) => state)).toEqual(['proposed', 'confirmed', 'proposed', 'proposed']);
    expect(await desk.ask('document.acceptAll', { caseId })).toEqual({ accepted: 2, left: 1 });
    expect((await list()).map(({ state }) => state)).toEqual(['confirmed', 'confirmed', 'proposed', 'confirmed']);
    await undo();
    expect((await list()).map(({ state }) => state)).toEqual(['proposed', 'confirmed', 'proposed', 'proposed']);
    await undo();
    expect(inLines(await list())).toEqual(PROPOSED);
  });

  it('is divided and joined by hand, one step of undo each, and no later reading takes that back', async () => {
    await importPages(desk, caseId, BUNDLE);
    const { id } = await desk.ask('document.split', { caseId, recordId: (await list())[0]!.file, page: 2 });
    await desk.ask('document.merge', { caseId, id: await idAt(3) });
    const divided = [
      '1-1 progress-report 2016-06-10 proposed',
      '2-3 progress-report 2016-06-10 confirmed',
      '4-4 progress-report 2016-06-15 proposed',
      '5-6 progress-report 2016-07-08 proposed',
    ];
    expect(id).toBe(await idAt(2));
    expect(await readAgain()).toEqual(divided);
    await expectWhole(6);
    await undo();
    expect((await list()).map(({ first }) => first)).toEqual([1, 2, 3, 4, 5]);
    await undo();
    expect(await readAgain()).toEqual(PROPOSED);
  });

  it('keeps what a person has stated of a record, and reads its pages by that', async () => {
    await importPages(desk, caseId, BUNDLE);
    const change = {
      kind: 'consultation',
      title: 'Neck consultation',
      date: '2016-06-13',
      provider: 'Dr. Sample',
    } as const;
    await desk.ask('document.edit', { caseId, id: await idAt(3), change });
    expect(await readAgain()).toContain('3-3 consultation 2016-06-13 proposed');
    expect((await list())[1]).toMatchObject(change);
    await undo();
    expect(await readAgain()).toEqual(PROPOSED);
  });

  it('loses a removed record from timeline, search and page count, not from list and ledger, until it is brought back', async () => {
    await importPages(desk, caseId, BUNDLE);
    const counted = async (): Promise<unknown> => {
      const { pages } = (await desk.ask('case.list', {})).find(({ id }) => id === caseId)!;
      return [pages, (await desk.ask('search.run', { caseId, query: 'ankle' })).total];
    };
    expect(await counted()).toEqual([6, 1]);
    await desk.ask('document.accept', { caseId, ids: [await idAt(4)] });
    expect(await readAgain()).toContain('4-4 progress-report 2016-06-15 removed');
    expect(await counted()).toEqual([5, 0]);
    expect(await pagesTold()).not.toContain(4);
    expect((await desk.ask('intake.list', { caseId })).totals).toMatchObject({ pagesStored: 6, pagesPromised: 6 });
    await expectWhole(6);
    // Brought back it is a record of the case like any other.
    await desk.ask('document.restore', { caseId, ids: [await idAt(4)] });
    expect(await readAgain()).toContain('4-4 progress-report 2016-06-15 confirmed');
    expect(await counted()).toEqual([6, 1]);
    expect(await pagesTold()).toContain(4);
    await undo();
    await undo();
    expect(await readAgain()).toEqual(PROPOSED);
  });

  it('gives an entry that is added by hand date and provider of the record in which the words stand', async () => {
    const documents = await importPages(desk, caseId, BUNDLE);
    await desk.ask('document.edit', { caseId, id: await idAt(3), change: { provider: 'Dr. Sample' } });
    const pages = await desk.ask('page.list', { caseId });
    const { text } = await desk.ask('page.show', { caseId, pageId: pages[2]!.id });
    const quote = 'Pain at the neck';
    const start = text.indexOf(quote);
    const draft = await desk.ask('timeline.draft', {
      caseId,
      span: { record: documents[0]!.file, page: 3, start, end: start + quote.length, quote },
    });
    expect(draft).toMatchObject({ date: '2016-06-14', provider: 'Dr. Sample' });
  });

  it('tells the items that its utilization review denies, as that review alone does', async () => {
    const denial = readFileSync(join(import.meta.dirname, '..', 'reading', 'records', 'ur-denial.txt'), 'utf8');
    const headings = async (pages: readonly string[]): Promise<string[]> => {
      const own = await desk.newCase({});
      await importPages(desk, own, pages);
      return (await desk.ask('case.propose', { caseId: own })).items.map(({ heading }) => heading);
    };
    const alone = await headings(denial.split('\f'));
    expect(alone.length).toBeGreaterThan(0);
    expect(await headings([...BUNDLE, ...denial.split('\f')])).toEqual(alone);
  });

  it('is listed record by record in documents reviewed and evidence, with its pages read', async () => {
    await importPages(desk, caseId, BUNDLE);
    const pages = await desk.ask('page.list', { caseId });
    await desk.ask('page.markRead', { caseId, pageIds: [pages[0]!.id, pages[2]!.id], isRead: true });
    await desk.ask('document.accept', { caseId, ids: [await idAt(4)] });
    expect((await list()).map(({ pagesRead }) => pagesRead)).toEqual([1, 1, 0, 0]);
    expect(await desk.ask('letter.documents', { caseId })).toEqual([
      { kind: 'progress-report', provider: 'Alex Example, MD', dates: ['2016-06-10'], pages: 2 },
      { kind: 'therapy-note', provider: 'Alex Example, MD', dates: ['2016-06-14'], pages: 1 },
      { kind: 'progress-report', provider: 'Alex Example, MD', dates: ['2016-07-08'], pages: 2 },
    ]);
  });

  it('refuses what makes no sense, and says why', async () => {
    const [{ file } = { file: '' }] = await importPages(desk, caseId, BUNDLE);
    for (const [page, code] of [
      [1, 'refused'],
      [3, 'refused'],
      [7, 'not-found'],
    ] as const)
      expect(await desk.refusal('document.split', { caseId, recordId: file, page })).toMatchObject({ code });
    expect(await desk.refusal('document.merge', { caseId, id: file })).toMatchObject({ code: 'refused' });
    expect(await desk.refusal('document.merge', { caseId, id: `${file}-2` })).toMatchObject({ code: 'not-found' });
    await desk.ask('document.remove', { caseId, ids: [await idAt(3)] });
    expect(await desk.refusal('document.merge', { caseId, id: await idAt(3) })).toMatchObject({ code: 'refused' });
  });
});

describe('a file that is wholly of another patient', () => {
  const STRAY = [titlePage('PROGRESS NOTE', '06/20/2016', 'Left wrist pain after a fall.', NEIGHBOUR)];
  const stray = async (): Promise<unknown> => (await list()).find(({ fileName }) => fileName === 'stray.txt');
  const toldOf = async (words: string): Promise<boolean> =>
    (await desk.ask('timeline.list', { caseId })).some(({ text }) => text.includes(words));
  const FOUND = {
    patient: 'other',
    state: 'proposed',
    reason: expect.stringContaining('Names another patient: Nobody, Quentin Z., born 11/30/1961.'),
  };

  it('is proposed for removal, since most pages of the case name somebody else', async () => {
    await importPages(desk, caseId, BUNDLE);
    await importPages(desk, caseId, STRAY, 'stray.txt');
    expect(await stray()).toMatchObject(FOUND);
    expect(await toldOf('wrist')).toBe(false);
    expect(await toldOf('eck')).toBe(true);
  });

  it('is found where a file that comes later tells whom the case is about', async () => {
    await importPages(desk, caseId, STRAY, 'stray.txt');
    expect(await stray()).toMatchObject({ patient: 'worker', state: 'confirmed' });
    expect(await toldOf('wrist')).toBe(true);
    await importPages(desk, caseId, BUNDLE);
    expect(await stray()).toMatchObject(FOUND);
    expect(await toldOf('wrist')).toBe(false);
    expect(inLines((await list()).filter(({ fileName }) => fileName === 'bundle.txt'))).toEqual(PROPOSED);
  });

  it('stays the worker’s where a person has stated something of it', async () => {
    const [own] = await importPages(desk, caseId, STRAY, 'stray.txt');
    await desk.ask('document.edit', { caseId, id: own!.id, change: { title: 'Wrist note' } });
    await importPages(desk, caseId, BUNDLE);
    expect(await stray()).toMatchObject({ patient: 'worker', state: 'confirmed', title: 'Wrist note' });
    expect(await toldOf('wrist')).toBe(true);
  });
});

describe('a record that is removed', () => {
  it('takes its facts with it, accepted ones too, and says how many; undo brings all back', async () => {
    await importPages(desk, caseId, BUNDLE);
    const before = await desk.ask('visit.list', { caseId });
    await desk.ask('visit.accept', { caseId, ids: before.map(({ id }) => id) });
    const facts = await desk.ask('timeline.list', { caseId, state: 'accepted' });
    const own = facts.filter(({ sources }) => sources.every(({ page }) => page >= 5));
    expect(own.length).toBeGreaterThan(0);
    const { facts: gone } = await desk.ask('document.remove', { caseId, ids: [await idAt(5)] });
    expect(gone).toBe(own.length);
    expect(Math.max(...(await pagesTold()))).toBeLessThan(5);
    await undo();
    expect(await desk.ask('timeline.list', { caseId, state: 'accepted' })).toEqual(facts);
  });
});

describe('possible duplicates', () => {
  it('are no statements of an account of different days, alike as they are', async () => {
    const statement = (day: string): string =>
      [
        'STATEMENT OF ACCOUNT',
        `Statement date: ${day}`,
        'Patient: Peregrine Nightshade',
        'Billing code 99213 office visit, charge 120.00, paid 80.00, balance due 40.00',
        'Please remit the balance within thirty days of this statement to the address that stands below on the slip.',
      ].join('\n');
    await importPages(desk, caseId, [statement('05/31/2016'), statement('06/30/2016')]);
    expect(new Set((await list()).map(({ kind }) => kind))).toEqual(new Set(['billing']));
    expect(await desk.ask('duplicate.list', { caseId })).toEqual([]);
  });
});

describe('bad bundles', () => {
  const whole = async (pages: readonly string[]): Promise<Output<'document.list'>> => {
    const documents = await importPages(desk, caseId, pages);
    await expectWhole(pages.length);
    return documents;
  };

  it.each([
    ['in reverse', BUNDLE.toReversed()],
    ['shuffled', [3, 0, 5, 2, 4, 1].map((at) => BUNDLE[at]!)],
  ])('%s keep every page in one record, with its reason', async (_, pages) => {
    const documents = await whole(pages);
    expect(documents.length).toBeGreaterThan(3);
    expect(documents.map(({ reason }) => reason)).not.toContain('');
    expect(await readAgain()).toEqual(inLines(documents));
  });

  it('of two patients in turn are divided at every change of the person', async () => {
    const pages = Array.from({ length: 7 }, (_, at) =>
      titlePage('PROGRESS NOTE', `03/0${at + 1}/2016`, '', at % 2 === 1 ? NEIGHBOUR : undefined),
    );
    const documents = await whole(pages);
    expect(documents.map(({ patient }) => patient)).toEqual(pages.map((_, at) => (at % 2 === 1 ? 'other' : 'worker')));
    expect(await pagesTold()).toEqual([1, 3, 5, 7]);
  });

  it('of 2,000 pages without a title or date are one record', async () => {
    const documents = await whole(
      Array.from({ length: 2000 }, (_, at) => `Line of a ledger, number ${at}, all alike.`),
    );
    expect(documents.map(({ first, last, date, state }) => [first, last, date, state])).toEqual([
      [1, 2000, null, 'confirmed'],
    ]);
  });

  it('that a person has accepted stay as they are when a page is typed over', async () => {
    await importPages(desk, caseId, BUNDLE);
    await desk.ask('document.accept', { caseId, ids: [await idAt(1)] });
    const pages = await desk.ask('page.list', { caseId });
    for (const at of [1, 5])
      await desk.ask('page.type', {
        caseId,
        pageId: pages[at]!.id,
        text: titlePage('ACUPUNCTURE NOTE', '08/01/2016', 'Typed as it is read.'),
      });
    expect(await readAgain()).toEqual([
      '1-2 progress-report 2016-06-10 confirmed',
      ...PROPOSED.slice(1, 3),
      '5-5 progress-report 2016-07-08 proposed',
      '6-6 therapy-note 2016-08-01 proposed',
    ]);
    await expectWhole(6);
  });
});

describe('records that are asked for', () => {
  it('divide a file that a person had described as one, in one step of undo', async () => {
    await importPages(desk, caseId, BUNDLE);
    for (const page of [3, 4, 5]) await desk.ask('document.merge', { caseId, id: await idAt(page) });
    await desk.ask('document.edit', { caseId, id: await idAt(1), change: { title: 'All records' } });
    expect((await readAgain()).length).toBe(1);
    const [one] = await list();
    expect(await desk.ask('document.propose', { caseId, recordId: one!.file })).toEqual({ documents: 4 });
    expect(await readAgain()).toEqual(PROPOSED);
    await undo();
    expect(await list()).toEqual([one]);
  });
});

describeWith([SHOULDER], 'the bundle of the shoulder case', () => {
  it('is divided into its 52 documents, and a file whose words come by recognition into its own', async () => {
    const recognising = await openBackend();
    const own = await recognising.newCase({});
    const folder = join(SHARED, 'cases', 'shoulder', 'files');
    const files = await recognising.backend.offer(
      ['ALL RECORDS.pdf', 'PT notes fax scan.pdf'].map((name) => ({ kind: 'path', path: join(folder, name) })),
    );
    await recognising.ask('record.import', { caseId: own, files });
    await recognising.ask('ocr.run', { caseId: own });
    const documents = await recognising.ask('document.list', { caseId: own });
    const of = (name: string): Output<'document.list'> => documents.filter(({ fileName }) => fileName === name);
    expect(
      of('ALL RECORDS.pdf').map(({ first, last, kind, date, provider, patient }) => ({
        ...{ first, last, kind, date, provider, patient },
      })),
    ).toEqual(
      shoulderTruth().documents.map(({ first, last, kind, date, provider, patient }) => ({
        ...{ first, last, kind, date, patient, provider: provider ?? '' },
      })),
    );
    expect(of('ALL RECORDS.pdf').every(({ state, isSure }) => state === 'proposed' && isSure)).toBe(true);
    // Before the recognition the fax had no words, and was one record.
    expect(of('PT notes fax scan.pdf').map(({ first, last, kind }) => [first, last, kind])).toEqual([
      [1, 1, 'therapy-note'],
      [2, 2, 'therapy-note'],
      [3, 3, 'therapy-note'],
    ]);
    await recognising.close();
  });
});
