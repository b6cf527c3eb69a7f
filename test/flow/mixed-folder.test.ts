import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { makePdf, textPage } from '../support/files/make-pdf.ts';
import { forgeZip } from '../support/files/forge-zip.ts';
import { openCase, type OpenCase } from '../support/open-case.ts';
import { describeWith } from '../support/optional.ts';
import { seededRandom } from '../support/sample/seeded-random.ts';
import { temporaryFolder } from '../support/temporary.ts';

const SEED = Number(process.env.IMR_SEED ?? 11);
const ROUNDS = 4;
const isPosix = process.platform !== 'win32';

/**
 * What is put into a folder, and what the ledger has to say of it: one line each, `members` of an archive one each
 * behind it.
 */
type Thing = {
  readonly name: string;
  readonly put: (path: string) => void | Promise<void>;
  readonly status: 'imported' | 'failed' | 'skipped';
  readonly words?: RegExp;
  readonly pages?: number;
  readonly members?: readonly (readonly [name: string, status: string])[];
};

const file = (name: string, bytes: Uint8Array | string, told: Omit<Thing, 'name' | 'put'>): Thing => ({
  name,
  put: (path) => writeFileSync(path, bytes),
  ...told,
});

/** A socket's file stays when its server is closed at the end of the suite. */
const sockets: (() => void)[] = [];
const putSocket = (path: string): Promise<void> =>
  new Promise((resolve) => {
    const server = createServer().listen(path, resolve);
    sockets.push(() => server.close());
  });
afterAll(() => sockets.forEach((close) => close()));

const things = async (): Promise<Thing[]> => {
  const inner = forgeZip([
    { name: 'inner.txt', bytes: 'words in the inner archive' },
    { name: 'noise.bin', bytes: '\u0000\u0001\u0002\u0003' },
  ]);
  const archive = forgeZip([
    { name: 'd/page.txt', bytes: 'words in the archive' },
    { name: 'inner.zip', bytes: inner },
    { name: 'none.txt' },
    { name: 'd/.DS_Store', bytes: 'x' },
  ]);
  return [
    file('note.txt', 'Seen on 05/24/2016 for the low back.', { status: 'imported', pages: 1 }),
    file('report.pdf', await makePdf([textPage('one'), textPage('two'), () => undefined]), {
      status: 'imported',
      pages: 3,
    }),
    file(
      'letter.docx',
      readFileSync(
        join(import.meta.dirname, '..', '..', 'assets', 'sample-case', 'records', 'chiropractic-notes.docx'),
      ),
      { status: 'imported' },
    ),
    file('empty.txt', '', { status: 'failed', words: /empty/ }),
    file('noise.dat', Buffer.from([0, 1, 2, 3, 250, 0, 7]), {
      status: 'failed',
      words: /format of this file is not known/,
    }),
    file('torn.pdf', '%PDF-1.7\nand then nothing', { status: 'failed', words: /damaged/ }),
    file(
      'workbook.xlsx',
      forgeZip([
        { name: '[Content_Types].xml', bytes: '<Types/>' },
        { name: 'xl/workbook.bin', bytes: '<x/>' },
      ]),
      { status: 'failed', words: /Excel/ },
    ),
    file('given.zip', archive, {
      status: 'imported',
      members: [
        ['d/page.txt', 'imported'],
        ['inner.zip', 'imported'],
        ['inner.txt', 'imported'],
        ['noise.bin', 'failed'],
        ['none.txt', 'failed'],
        ['d/.DS_Store', 'skipped'],
      ],
    }),
    file('torn.zip', archive.subarray(0, archive.length - 30), { status: 'imported', words: /list of contents/ }),
    file('.DS_Store', 'x', { status: 'skipped', words: /operating system/ }),
    {
      name: 'huge.pdf',
      put: (path) => {
        writeFileSync(path, '%PDF-1.7');
        truncateSync(path, 2_000_000_000);
      },
      status: 'failed',
      words: /limit is/,
    },
    ...(process.platform === 'linux'
      ? [
          {
            name: 'odd-\ufffd\ufffd.txt',
            put: (path: string) =>
              writeFileSync(
                Buffer.concat([Buffer.from(`${dirname(path)}/odd-`), Buffer.from([0xff, 0xfe]), Buffer.from('.txt')]),
                'words',
              ),
            status: 'failed' as const,
            words: /name of this file cannot be read/,
          },
        ]
      : []),
    ...(isPosix
      ? [
          file('bell\u0007\u001b[31m.txt', 'words under an odd name', { status: 'imported', pages: 1 }),
          { name: 'circle', put: (path: string) => symlinkSync(path, path), status: 'skipped' as const, words: /link/ },
          { name: 'up', put: (path: string) => symlinkSync('..', path), status: 'skipped' as const, words: /link/ },
          {
            name: 'nowhere',
            put: (path: string) => symlinkSync('/no/such/file', path),
            status: 'skipped' as const,
            words: /link/,
          },
          {
            name: 'pipe',
            put: (path: string) => void spawnSync('mkfifo', [path]),
            status: 'skipped' as const,
            words: /pipe, a socket or a device/,
          },
          { name: 'socket', put: putSocket, status: 'skipped' as const, words: /pipe, a socket or a device/ },
        ]
      : []),
  ];
};

let desk: OpenCase;
beforeAll(async () => {
  desk = await openCase();
});
afterAll(() => desk.close());

/** Puts each thing somewhere below a folder. */
const scatter = async (all: readonly Thing[], random: () => number): Promise<string> => {
  const root = temporaryFolder();
  for (const thing of all) {
    const folder = join(root, ...['a', 'b', 'c'].slice(0, Math.floor(random() * 4)));
    mkdirSync(folder, { recursive: true });
    await thing.put(join(folder, thing.name));
  }
  return root;
};

const shown = (name: string): string => name.replace(/\p{Cc}/gu, '_');

it.each(Array.from({ length: ROUNDS }, (_, round) => SEED + round))(
  'answers for everything in a mixed folder, and its sums add up (seed %i)',
  async (seed) => {
    await desk.newCase();
    const random = seededRandom(seed);
    const all = (await things()).filter(() => random() < 0.8);
    const root = await scatter(all, random);
    const results = await desk.take([root]);
    const { files, totals } = await desk.ask('intake.list', { caseId: desk.caseId() });

    expect(totals.given).toBe(files.length);
    expect(totals.given).toBe(totals.imported + totals.duplicate + totals.failed + totals.skipped);
    expect(totals.waiting).toBe(0);
    expect(totals.pagesPromised).toBe(totals.pagesStored + totals.pagesFailed);
    expect((await desk.ask('page.list', { caseId: desk.caseId() })).length).toBe(totals.pagesStored);
    expect(new Set(results.map(({ id }) => id))).toEqual(new Set(files.map(({ id }) => id)));

    const given = files.filter(({ container }) => container === null);
    expect(given.length).toBe(all.length);
    for (const thing of all) {
      const line = given.find(({ name }) => name.endsWith(`/${shown(thing.name)}`));
      expect(line).toMatchObject({ state: thing.status, ...(thing.pages !== undefined && { pages: thing.pages }) });
      if (thing.status !== 'imported') expect(line?.messages.length).toBe(1);
      if (thing.words !== undefined) expect(line?.messages.join(' ')).toMatch(thing.words);
    }
    // What was imported can be taken out again as it came; nothing shows a control character.
    for (const { id, state, sha256, name } of files) {
      expect(name).not.toMatch(/\p{Cc}/u);
      if (state === 'imported')
        expect(
          createHash('sha256')
            .update(await desk.original(id))
            .digest('hex'),
        ).toBe(sha256);
    }
  },
);

it('lists the files of an archive behind it, in its order, with what became of each', async () => {
  await desk.newCase();
  const zip = (await things()).find(({ name }) => name === 'given.zip')!;
  const root = await scatter([zip], () => 0);
  const [archive, ...members] = await desk.take([root]);
  expect(archive).toMatchObject({
    status: 'imported',
    kind: 'zip',
    reasons: [{ code: 'files-inside', values: { files: 4 } }],
    messages: ['4 files.'],
  });
  expect(members.map(({ name, status }) => [name, status])).toEqual(zip.members);
});

it('takes everything once more as duplicates, and adds no page', async () => {
  await desk.newCase();
  const all = (await things()).filter(({ status, name }) => status === 'imported' && name !== 'torn.zip');
  const root = await scatter(all, () => 0);
  await desk.take([root]);
  const before = await desk.ask('page.list', { caseId: desk.caseId() });
  const again = await desk.take([root]);
  expect(again.map(({ status }) => status)).toEqual(all.map(() => 'duplicate'));
  expect(await desk.ask('page.list', { caseId: desk.caseId() })).toEqual(before);
});

describeWith(
  [{ present: isPosix && process.getuid?.() !== 0, reason: 'nothing is closed to this user' }],
  'a folder that may not be read',
  () => {
    it('is named, and the files beside it are imported', async () => {
      await desk.newCase();
      const root = await scatter([file('note.txt', 'words', { status: 'imported' })], () => 0);
      mkdirSync(join(root, 'locked'));
      chmodSync(join(root, 'locked'), 0);
      expect((await desk.take([root])).map(({ name, status }) => [name.split('/').slice(1).join('/'), status])).toEqual(
        [
          ['locked', 'failed'],
          ['note.txt', 'imported'],
        ],
      );
    });
  },
);
