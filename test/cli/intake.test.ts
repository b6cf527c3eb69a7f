import { createHash } from 'node:crypto';
import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter, configure } from '@zip.js/zip.js';
import type { IntakeRow } from '../../shared/record.ts';
import { forgeZip } from '../support/files/forge-zip.ts';
import { imr, imrJson } from '../support/imr.ts';
import { temporaryFolder } from '../support/temporary.ts';

const folder = temporaryFolder();
const store = join(folder, 'vault');
const put = (name: string, bytes: string | Uint8Array): string => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};

const locked = async (): Promise<Uint8Array> => {
  configure({ useWebWorkers: false });
  const writer = new ZipWriter(new Uint8ArrayWriter(), { password: 'sesame' });
  await writer.add('secret.txt', new Uint8ArrayReader(Buffer.from('Seen in secret on 05/24/2016.')));
  return writer.close();
};

it('imports archives, tells what became of each file, reads one again with its password, and gives the originals back', async () => {
  const { caseId } = await imrJson<{ caseId: string }>(['case', 'new', put('case.json', '{}'), '--store', store]);
  const huge = put('huge.pdf', '%PDF-1.7');
  truncateSync(huge, 2_000_000_000);
  const archive = forgeZip([
    { name: '../../evil\u001b[2J.txt', bytes: 'words in an archive' },
    { name: 'inner.zip', bytes: await locked() },
  ]);

  const { code, out } = await imr(['import', caseId, put('given.zip', archive), huge, '--store', store]);
  expect(code).toBe(0);
  expect(out.split('\n').slice(0, -1)).toEqual([
    'imported  line 1  given.zip  zip  0 pages  2 files.',
    'imported  line 3  given.zip > evil_[2J.txt  txt  1 page',
    'imported  line 4  given.zip > inner.zip  zip  0 pages  1 file.',
    expect.stringMatching(/^failed {2}line 5 {2}given\.zip > inner\.zip > secret\.txt {2}.*protected with a password/),
    expect.stringMatching(/^failed {2}line 2 {2}huge\.pdf {2}.*limit/),
    expect.stringMatching(
      /5 files given = 3 imported \+ 0 duplicate \+ 2 failed \+ 0 skipped; 1 pages promised = 1 stored \+ 0 failed/,
    ),
  ]);

  expect((await imr(['retry', caseId, '5', '--store', store])).code).toBe(1);
  const password = join(folder, 'password.txt');
  writeFileSync(password, 'sesame\n');
  expect(await imr(['retry', caseId, '4', '--file-password', 'sesame', '--store', store])).toMatchObject({
    code: 2,
    err: expect.stringContaining('--file-password-file'),
  });
  expect(await imrJson(['retry', caseId, '4', '--file-password-file', password, '--store', store])).toMatchObject({
    files: [{ name: 'secret.txt', status: 'imported', pages: 1 }],
  });
  const ledger = await imrJson<{ files: IntakeRow[] }>(['intake', caseId, '--store', store]);
  expect(ledger.files.map(({ id, container, state }) => [id, container, state])).toEqual([
    [1, null, 'imported'],
    [2, null, 'failed'],
    [3, 1, 'imported'],
    [4, 1, 'imported'],
    [5, 4, 'imported'],
  ]);

  const target = join(folder, 'again.zip');
  const written = await imrJson<{ sha256: string }>(['original', caseId, '1', '--out', target, '--store', store]);
  expect(readFileSync(target).equals(archive)).toBe(true);
  expect(written.sha256).toBe(createHash('sha256').update(archive).digest('hex'));
  expect(statSync(target).mode & 0o077).toBe(0);
  const other = join(folder, 'other.pdf');
  const vaultFile = join(store, 'vault.db');
  for (const [out, words] of [
    [target, 'is there already'],
    [vaultFile, 'is there already'],
    [join(store, 'cases', 'new.zip'), 'in the vault itself'],
  ] as const)
    expect(await imr(['original', caseId, '1', '--out', out, '--store', store])).toMatchObject({
      code: 1,
      err: expect.stringContaining(words),
    });
  expect(await imr(['original', caseId, '1', '--out', vaultFile, '--overwrite', '--store', store])).toMatchObject({
    code: 1,
    err: expect.stringContaining('in the vault itself'),
  });
  expect((await imr(['original', caseId, '1', '--out', target, '--overwrite', '--store', store])).code).toBe(0);
  expect(await imr(['original', caseId, '2', '--out', other, '--store', store])).toMatchObject({
    code: 1,
    err: expect.stringContaining('were not kept'),
  });
  expect(await imr(['original', caseId, 'x', '--out', other, '--store', store])).toMatchObject({
    code: 2,
    err: expect.stringContaining('not a line of the ledger'),
  });
}, 300_000);
