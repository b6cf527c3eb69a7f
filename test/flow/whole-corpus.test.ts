import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IntakeRow } from '../../shared/record.ts';
import { openCase, type OpenCase } from '../support/open-case.ts';
import { describeWith, SHARED, wantShared } from '../support/optional.ts';

const CORPUS = join(SHARED, 'corpus');
/** Below what was given, with `/` between folders. */
const everyFile = (): string[] =>
  readdirSync(CORPUS, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(CORPUS.length - 'corpus'.length)
        .replaceAll('\\', '/'),
    );

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describeWith([wantShared('corpus')], 'the whole corpus, given as one folder', () => {
  let desk: OpenCase;
  let files: readonly IntakeRow[] = [];
  beforeAll(async () => {
    desk = await openCase();
    await desk.newCase();
    await desk.take([CORPUS]);
    ({ files } = await desk.ledger());
  }, 600_000);
  afterAll(() => desk.close());

  it('has a line for every file, with its own bytes', () => {
    const given = files.filter(({ container }) => container === null);
    expect(given.map(({ name }) => name).sort()).toEqual(everyFile().sort());
    expect(given.filter(({ name, sha256 }) => sha256 !== hashOf(readFileSync(join(CORPUS, '..', name))))).toEqual([]);
  });

  it('has an answer for each: imported, known already, or one sentence', () => {
    expect(files.filter(({ state }) => !['imported', 'duplicate', 'failed', 'skipped'].includes(state))).toEqual([]);
    const sentence = /^[A-Z][^\n]+\.$/;
    expect(
      files
        .filter(
          ({ state, messages }) => state !== 'imported' && (messages.length !== 1 || !sentence.test(messages[0] ?? '')),
        )
        .map(({ name }) => name),
    ).toEqual([]);
    expect(
      files
        .filter(({ messages }) =>
          messages.some((message) =>
            /Something went wrong inside|took too long|too much memory|Reading this file failed/.test(message),
          ),
        )
        .map(({ name, messages }) => [name, messages]),
    ).toEqual([]);
  });

  it('adds up, and every page is there', async () => {
    const { totals } = await desk.ledger();
    expect(totals.given).toBe(totals.imported + totals.duplicate + totals.failed + totals.skipped);
    expect(totals).toMatchObject({ given: files.length, waiting: 0 });
    expect(totals.pagesPromised).toBe(totals.pagesStored + totals.pagesFailed);
    const pages = await desk.ask('page.list', { caseId: desk.caseId() });
    // A page that could not be read keeps its place: it is listed, and counted as failed.
    const gaps = files.filter(({ state }) => state === 'imported').reduce((sum, file) => sum + file.pagesFailed, 0);
    expect(pages.length).toBe(totals.pagesStored + gaps);
    expect(files.filter(({ state }) => state === 'imported').reduce((sum, file) => sum + file.pages, 0)).toBe(
      pages.length,
    );
  });

  it('gives back what it took, byte for byte', async () => {
    const some = files.filter(({ sha256 }, at) => sha256 !== null && at % 10 === 0);
    for (const { id, sha256 } of some) expect(hashOf(await desk.original(id))).toBe(sha256);
  });
});
