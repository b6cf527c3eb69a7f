import { join } from 'node:path';
import { ZipWriter, Uint8ArrayReader, Uint8ArrayWriter, configure } from '@zip.js/zip.js';
import { makePdf, textPage } from '../support/files/make-pdf.ts';
import { forgeZip, type ForgedEntry } from '../support/files/forge-zip.ts';
import { openCase, writeFolder, type OpenCase } from '../support/open-case.ts';

configure({ useWebWorkers: false });

// Bombs take their time on a busy machine.

let desk: OpenCase;
beforeAll(async () => {
  desk = await openCase();
});
beforeEach(() => desk.newCase());
afterAll(() => desk.close());

const give = (files: Readonly<Record<string, Uint8Array | string>>, password?: string) => {
  const folder = writeFolder(files);
  return desk.take(
    Object.keys(files).map((name) => join(folder, name)),
    password,
  );
};

/** An archive in an archive and so on; the innermost holds a note. */
const nested = (levels: number): Buffer =>
  levels === 0
    ? Buffer.from('the note')
    : forgeZip([{ name: levels === 1 ? 'note.txt' : `level-${levels - 1}.zip`, bytes: nested(levels - 1), method: 0 }]);

const locked = async (entries: Readonly<Record<string, Uint8Array>>, password: string): Promise<Uint8Array> => {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { password, encryptionStrength: 3 });
  for (const [name, bytes] of Object.entries(entries)) await writer.add(name, new Uint8ArrayReader(bytes));
  return writer.close();
};

const adds = async (): Promise<void> => {
  const { totals } = await desk.ledger();
  expect(totals.given).toBe(totals.imported + totals.duplicate + totals.failed + totals.skipped + totals.waiting);
  expect(totals.pagesPromised).toBe(totals.pagesStored + totals.pagesFailed);
  expect(totals.waiting).toBe(0);
};

it('opens an archive: a line for it, a line and an original for every file in it, read like any other', async () => {
  const pdf = await makePdf([textPage('first page'), textPage('second page')]);
  const inner = forgeZip([{ name: 'deep/note.txt', bytes: 'a note far inside' }]);
  const archive = forgeZip([
    { name: 'chart.pdf', bytes: pdf, method: 0 },
    { name: 'more/inner.zip', bytes: inner },
    { name: 'letter.txt', bytes: 'a letter' },
  ]);
  const results = await give({ 'given.zip': archive, 'after.txt': 'given beside it' });
  expect(results.map(({ name, status, kind, pages, container }) => ({ name, status, kind, pages, container }))).toEqual(
    [
      { name: 'given.zip', status: 'imported', kind: 'zip', pages: 0, container: null },
      { name: 'chart.pdf', status: 'imported', kind: 'pdf', pages: 2, container: 1 },
      { name: 'more/inner.zip', status: 'imported', kind: 'zip', pages: 0, container: 1 },
      { name: 'deep/note.txt', status: 'imported', kind: 'txt', pages: 1, container: 4 },
      { name: 'letter.txt', status: 'imported', kind: 'txt', pages: 1, container: 1 },
      { name: 'after.txt', status: 'imported', kind: 'txt', pages: 1, container: null },
    ],
  );
  const wanted: Readonly<Record<string, Uint8Array>> = {
    'given.zip': archive,
    'chart.pdf': pdf,
    'more/inner.zip': inner,
    'letter.txt': Buffer.from('a letter'),
  };
  for (const { id, name } of results)
    if (wanted[name] !== undefined) expect(Buffer.from(await desk.original(id)).equals(wanted[name])).toBe(true);
  const pages = await desk.ask('page.list', { caseId: desk.caseId() });
  expect(pages.length).toBe(5);
  await adds();
});

it('opens archives in archives down to a limit, and says at which', async () => {
  const results = await give({ 'level-7.zip': nested(7) });
  expect(results.map(({ name, status }) => `${status} ${name}`)).toEqual([
    'imported level-7.zip',
    'imported level-6.zip',
    'imported level-5.zip',
    'imported level-4.zip',
    'imported level-3.zip',
    'failed level-2.zip',
  ]);
  expect(results.at(-1)?.reasons).toEqual([{ code: 'archives-too-deep', values: { most: 4 } }]);
  expect(Buffer.from(await desk.original(results.at(-1)!.id)).equals(nested(2))).toBe(true);
  await adds();
});

it('takes the same archive once, and the same file in two archives once', async () => {
  const archive = forgeZip([{ name: 'a.txt', bytes: 'the same words' }]);
  const results = await give({
    'one.zip': archive,
    'two.zip': archive,
    'three.zip': forgeZip([
      { name: 'b.txt', bytes: 'the same words' },
      { name: 'c.txt', bytes: 'others' },
    ]),
  });
  expect(results.map(({ name, status }) => `${status} ${name}`)).toEqual([
    'imported one.zip',
    'imported a.txt',
    'duplicate two.zip',
    'imported three.zip',
    'duplicate b.txt',
    'imported c.txt',
  ]);
  await adds();
});

it('lists what is not taken out with its reason, and reads a locked file again with its password', async () => {
  const pdf = await makePdf([textPage('behind two locks')], { userPassword: 'sesame', ownerPassword: 'owner' });
  const results = await give({
    'locked.zip': await locked({ 'secret.txt': Buffer.from('a secret'), 'secret.pdf': pdf }, 'sesame'),
    'open.zip': forgeZip([
      { name: 'a.txt', bytes: 'open' },
      { name: 'x/.DS_Store', bytes: 'x' },
      { name: 'b.txt', bytes: 'bz', method: 12 },
    ]),
  });
  expect(results.map(({ name, status }) => `${status} ${name}`)).toEqual([
    'imported locked.zip',
    'failed secret.txt',
    'failed secret.pdf',
    'imported open.zip',
    'imported a.txt',
    'skipped x/.DS_Store',
    'failed b.txt',
  ]);
  await adds();
  const [archive, secret] = results;
  const wrong = await desk.ask('intake.retry', { caseId: desk.caseId(), id: secret!.id, password: 'other' });
  expect(wrong.files).toMatchObject([{ status: 'failed', reasons: [{ code: 'wrong-password' }] }]);
  const right = await desk.ask('intake.retry', { caseId: desk.caseId(), id: archive!.id, password: 'sesame' });
  expect(right.files.map(({ name, status, pages }) => `${status} ${name} ${pages}`)).toEqual([
    'imported secret.txt 1',
    'imported secret.pdf 1',
  ]);
  await adds();
  await expect(
    desk.ask('intake.retry', { caseId: desk.caseId(), id: archive!.id, password: 'sesame' }),
  ).rejects.toThrow('refused');
});

it('draws the pages of a file that opened with a password, long after it was given', async () => {
  const pdf = await makePdf([textPage('locked')], { userPassword: 'sesame', ownerPassword: 'owner' });
  const [file] = await give({ 'locked.pdf': pdf, 'plain.txt': 'no lock' }, 'sesame');
  expect(file).toMatchObject({ status: 'imported', pages: 1 });
  const [page] = await desk.ask('page.list', { caseId: desk.caseId() });
  expect(await desk.backend.picture({ caseId: desk.caseId(), pageId: page!.id, width: 300 })).toMatchObject({
    ok: true,
  });
});

describe('a bomb', () => {
  const zeros = (size: number, entries: number): ForgedEntry[] =>
    Array.from({ length: entries }, (_, at) => ({ name: `zeros-${at}`, bytes: Buffer.alloc(size) }));

  it('that says it is 4 GB costs that file alone', async () => {
    const results = await give({
      'bomb.zip': forgeZip([
        { name: 'zeros', bytes: 'x', size: 0xfffffff0 },
        { name: 'a.txt', bytes: 'sound' },
      ]),
    });
    expect(results.map(({ name, status }) => `${status} ${name}`)).toEqual([
      'imported bomb.zip',
      'failed zeros',
      'imported a.txt',
    ]);
    await adds();
  });

  it('that lies about its size is stopped there', async () => {
    const results = await give({
      'bomb.zip': forgeZip([
        { name: 'zeros', bytes: Buffer.alloc(60_000_000), size: 1000 },
        { name: 'a.txt', bytes: 'sound' },
      ]),
    });
    expect(results.map(({ name, status }) => `${status} ${name}`)).toEqual([
      'imported bomb.zip',
      'failed zeros',
      'imported a.txt',
    ]);
    await adds();
  });

  it('of many files that are large together is not opened', async () => {
    const results = await give({
      'bomb.zip': forgeZip(
        zeros(80_000_000, 1).flatMap((entry) =>
          Array.from({ length: 8 }, (_, at) => ({ ...entry, name: `zeros-${at}` })),
        ),
      ),
      'a.txt': 'sound',
    });
    expect(results).toMatchObject([
      { name: 'bomb.zip', status: 'failed', reasons: [expect.objectContaining({ code: 'archive-too-dense' })] },
      { name: 'a.txt', status: 'imported' },
    ]);
    await adds();
  });

  it('of bombs in bombs ends at the limits of the outermost', async () => {
    // All differ, so that none is known already; each says that it grows as much as a single one may.
    const inner = (at: number): Buffer =>
      forgeZip([{ name: `zeros-${at}`, bytes: 'x', size: 490_000_000, packed: Buffer.alloc(2_600_000, 0x77) }]);
    const results = await give({
      'bomb.zip': forgeZip(Array.from({ length: 20 }, (_, at) => ({ name: `${at}.zip`, bytes: inner(at) }))),
      'a.txt': 'sound',
    });
    expect(results.at(-1)).toMatchObject({ name: 'a.txt', status: 'imported' });
    const [opened, unopened] = [
      results.filter(({ status, kind }) => status === 'imported' && kind === 'zip'),
      results.filter(({ status, kind }) => status === 'failed' && kind === 'zip'),
    ];
    expect([opened.length, unopened.length]).toEqual([17, 4]);
    for (const { reasons } of unopened)
      expect(reasons).toEqual([{ code: 'archive-too-large', values: { most: 8_000_000_000 } }]);
    await adds();
  });
});

it('refuses an archive of 100,000 files in one line', async () => {
  const results = await give({
    'many.zip': forgeZip(Array.from({ length: 100_000 }, (_, at) => ({ name: `${at}.txt`, bytes: 'x', method: 0 }))),
    'a.txt': 'sound',
  });
  expect(results).toMatchObject([
    {
      name: 'many.zip',
      status: 'failed',
      kind: 'zip',
      reasons: [{ code: 'too-many-files', values: { most: 20_000 } }],
    },
    { name: 'a.txt', status: 'imported' },
  ]);
  await adds();
});
