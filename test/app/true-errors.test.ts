import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createBackend } from '../../main/app/backend/create-backend.ts';
import { refusalOf, refusalOfTarget } from '../../main/store/error-sentences.ts';
import type { CaseId } from '../../shared/ids.ts';
import { soundLetter } from '../letters/support/sound-letter.ts';
import { ASSETS, openBackend, type OpenBackend } from '../support/open-backend.ts';
import { describeWith } from '../support/optional.ts';
import { mountDisk, unmountDisk, wantSmallDisk } from '../support/small-disk.ts';
import { temporaryFolder } from '../support/temporary.ts';

const withCode = (code: string): Error => Object.assign(new Error('words of a record'), { code });

describe('the sentence of an error', () => {
  it.each([
    ['SQLITE_CORRUPT', 'damaged'],
    ['SQLITE_CORRUPT_INDEX', 'damaged'],
    ['SQLITE_NOTADB', 'damaged'],
    ['SQLITE_READONLY_DIRECTORY', 'refused'],
    ['SQLITE_FULL', 'disk-full'],
    ['SQLITE_IOERR_WRITE', 'disk-full'],
    ['SQLITE_IOERR_READ', 'unreadable'],
    ['SQLITE_BUSY_SNAPSHOT', 'in-use'],
    ['SQLITE_CANTOPEN', 'unreadable'],
    ['ENOSPC', 'disk-full'],
    ['EROFS', 'refused'],
    ['ENOENT', 'not-found'],
    ['EISDIR', 'refused'],
    ['EACCES', 'refused'],
    ['EMFILE', 'refused'],
  ])('of %s is %s, and promises nothing that is not known', (code, expected) => {
    const refusal = refusalOf(withCode(code));
    expect(refusal?.code).toBe(expected);
    expect(refusal?.message).toMatch(/^[A-Z][^.]*\.( [A-Z][^.]*\.)?$/);
    expect(refusal?.message).not.toMatch(/is lost|is kept|words of a record/);
  });

  it('is left to others where the error is of another kind', () => {
    expect(refusalOf(new Error('no code'))).toBeNull();
    expect(refusalOf(withCode('ERR_INVALID_ARG'))).toBeNull();
    expect(refusalOf('thrown text')).toBeNull();
    expect(refusalOf(withCode('toString'))).toBeNull();
    expect(refusalOfTarget(withCode('SQLITE_CORRUPT'))?.code).toBe('damaged');
  });
});

describe('an export', () => {
  let open: OpenBackend;
  let caseId: CaseId;
  beforeAll(async () => {
    open = await openBackend();
    caseId = await open.newCase(soundLetter(), 'published-letter');
  });
  afterAll(() => open.close());

  const exportTo = async (path: string) =>
    open.refusal('letter.export', {
      caseId,
      force: 'a test',
      target: await open.offer({ kind: 'target', path }),
    });

  it('to a folder that is gone says so, and that nothing was written', async () => {
    expect(await exportTo(join(temporaryFolder(), 'gone', 'letter.docx'))).toMatchObject({
      code: 'not-found',
      message: 'The folder to write to is not there; nothing was written. Choose another place.',
    });
  });

  it('to a name that a folder has says so', async () => {
    const path = join(temporaryFolder(), 'letter.docx');
    mkdirSync(path);
    expect(await exportTo(path)).toMatchObject({
      code: 'refused',
      message: expect.stringMatching(/^A folder has this name already; nothing was written\./),
    });
  });

  describeWith([wantSmallDisk()], 'to a disk', () => {
    const disk = temporaryFolder();
    beforeAll(() => mountDisk(disk, 'size=1m,ro'));
    afterAll(() => unmountDisk(disk));

    it('that can only be read says so', async () => {
      expect(await exportTo(join(disk, 'letter.docx'))).toMatchObject({
        code: 'refused',
        message: 'The disk to write to can only be read; nothing was written. Choose another place.',
      });
    });
  });
});

it('a case file that is damaged in its middle is called damaged where it is read, and nothing is promised', async () => {
  const open = await openBackend();
  const caseId = await open.newCase({});
  const words = Array.from({ length: 4000 }, (_, line) => `line ${line} about the low back`).join('\n');
  await open.ask('record.import', { caseId, files: [await open.offerText('note.txt', words)] });
  await open.backend.close();
  const path = join(open.storeDir, 'cases', `${caseId}.db`);
  const bytes = readFileSync(path);
  // Past the first pages, which hold the schema: everything that the case holds is in these.
  for (let page = 12; page < bytes.length / 8192 - 1; page += 1) bytes[page * 8192 + 4000]! ^= 1;
  writeFileSync(path, bytes);
  const again = await createBackend({ storeDir: open.storeDir, assetsDir: ASSETS, parsers: 1, kdfCost: 1024 });
  await again.call('vault.unlock', { passphrase: 'a passphrase for tests' });
  const replies = [];
  for (const method of ['page.list', 'timeline.list', 'intake.list', 'record.list'])
    replies.push(await again.call(method, { caseId }));
  const refused = replies.flatMap((reply) => (reply.ok ? [] : [reply.error]));
  expect(refused.length).toBeGreaterThan(0);
  refused.forEach((error) => {
    expect(error.code).toBe('damaged');
    expect(error.message).not.toMatch(/is lost|is kept/);
  });
  await again.close();
});
