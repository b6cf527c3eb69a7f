import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IntakeTotals } from '../../shared/record.ts';
import { forgeZip } from '../support/files/forge-zip.ts';
import { imr, imrJson } from '../support/imr.ts';
import { describeWith } from '../support/optional.ts';
import { mountDisk, unmountDisk, wantSmallDisk } from '../support/small-disk.ts';
import { temporaryFolder } from '../support/temporary.ts';

describeWith([wantSmallDisk()], 'a full disk', () => {
  const disk = temporaryFolder();
  beforeAll(() => mountDisk(disk, 'size=3m'));
  afterAll(() => unmountDisk(disk));

  it('costs the file that did not fit, says so, and keeps all that was there', async () => {
    const folder = temporaryFolder();
    const store = join(disk, 'vault');
    const put = (name: string, text: string): string => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const { caseId } = await imrJson<{ caseId: string }>([
      'case',
      'new',
      put('case.json', '{"header":{"caseNumber":"CM16-9900002"}}'),
      '--store',
      store,
    ]);
    await imrJson(['import', caseId, put('small.txt', 'Seen on 05/24/2016 for the low back.'), '--store', store]);
    const large = put('large.txt', Array.from({ length: 200_000 }, (_, at) => `line ${at} of a long note\n`).join(''));
    const { files } = await imrJson<{ files: { status: string; messages: string[] }[] }>([
      'import',
      caseId,
      large,
      '--store',
      store,
    ]);
    expect(files).toEqual([
      expect.objectContaining({ status: 'failed', messages: [expect.stringMatching(/^The disk is full/)] }),
    ]);
    expect(await imrJson<unknown[]>(['pages', caseId, '--store', store])).toEqual([
      expect.objectContaining({ text: 'Seen on 05/24/2016 for the low back.' }),
    ]);

    // Packed, the archive fits; what is too large in it does not.
    const zip = join(folder, 'records.zip');
    writeFileSync(
      zip,
      forgeZip([
        { name: 'before.txt', bytes: 'Seen before.' },
        { name: 'large.txt', bytes: Buffer.alloc(4_000_000, 'a long note \n') },
        { name: 'after.txt', bytes: 'Seen after.' },
      ]),
    );
    const archive = await imrJson<{
      files: { name: string; status: string; messages: string[] }[];
      totals: IntakeTotals;
    }>(['import', caseId, zip, '--store', store]);
    expect(archive.files.map(({ name, status }) => `${status} ${name}`)).toEqual([
      'imported records.zip',
      'imported before.txt',
      'failed large.txt',
      'imported after.txt',
    ]);
    expect(archive.files[2]?.messages).toEqual([expect.stringMatching(/^The disk is full/)]);
    expect(archive.totals).toMatchObject({
      given: 6,
      imported: 4,
      failed: 2,
      waiting: 0,
      pagesPromised: 3,
      pagesStored: 3,
    });

    mkdirSync(join(folder, 'out'));
    const { code, err } = await imr([
      'letter',
      caseId,
      '--out',
      join(disk, 'letter.docx'),
      '--force',
      'a test',
      '--store',
      store,
    ]);
    expect([0, 1]).toContain(code);
    expect(err).not.toMatch(/at .*:\d+/);
  }, 300_000);
});
