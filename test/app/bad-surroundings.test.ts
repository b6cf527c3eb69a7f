import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createBackend } from '../../main/app/backend/create-backend.ts';
import { prepareFolder } from '../../main/app/backend/prepare-folder.ts';
import type { CaseId } from '../../shared/ids.ts';
import { ASSETS, openBackend, type OpenBackend } from '../support/open-backend.ts';
import { describeWith } from '../support/optional.ts';
import { mountDisk, unmountDisk, wantSmallDisk } from '../support/small-disk.ts';
import { temporaryFolder } from '../support/temporary.ts';

const PASSPHRASE = 'a passphrase for tests';
let desk: OpenBackend;
let isOpen = false;
const open = async (ports?: Parameters<typeof openBackend>[0]): Promise<void> => {
  desk = await openBackend(ports);
  isOpen = true;
};
afterEach(async () => {
  if (isOpen) await desk.close();
  isOpen = false;
});
const numberOf = async (caseId: CaseId): Promise<string> => (await desk.ask('case.show', { caseId })).caseNumber;
const rename = (caseId: CaseId, caseNumber: string) => ({ caseId, facts: { header: { caseNumber } } });

describe('a vault folder that vanishes while it is open', () => {
  it('takes no more changes, in one sentence, and goes on with all of them when it is back', async () => {
    await open();
    const caseId = await desk.newCase({ header: { caseNumber: 'CM16-0001' } });
    const elsewhere = `${desk.storeDir}-moved`;
    renameSync(desk.storeDir, elsewhere);
    for (const [method, input] of [
      ['case.update', rename(caseId, 'CM16-0002')],
      ['settings.update', { singleKeys: false }],
      ['record.import', { caseId, files: [await desk.offerText('note.txt', 'Seen on 05/24/2016.')] }],
    ] as const)
      expect(await desk.refusal(method, input)).toMatchObject({
        code: 'unreadable',
        message: expect.stringMatching(/^The folder of the vault is no longer where it was opened, so nothing/),
      });
    expect(existsSync(desk.storeDir)).toBe(false);
    renameSync(elsewhere, desk.storeDir);
    expect(await numberOf(caseId)).toBe('CM16-0001');
    await desk.ask('case.update', rename(caseId, 'CM16-0003'));
    expect(await numberOf(caseId)).toBe('CM16-0003');
  });

  it('is not written to where another stands in its place', async () => {
    await open();
    const caseId = await desk.newCase({});
    const path = join(desk.storeDir, 'cases', `${caseId}.db`);
    await desk.ask('case.update', rename(caseId, 'CM16-0001'));
    renameSync(path, `${path}.old`);
    expect((await desk.refusal('case.update', rename(caseId, 'CM16-0002'))).code).toBe('unreadable');
    renameSync(`${path}.old`, path);
  });

  it('can be unlocked again where it is found whole', async () => {
    await open();
    const caseId = await desk.newCase({ header: { caseNumber: 'CM16-0001' } });
    const elsewhere = `${desk.storeDir}-moved`;
    renameSync(desk.storeDir, elsewhere);
    await desk.ask('vault.lock', {});
    expect(await desk.ask('vault.status', {})).toEqual({ exists: false, unlocked: false });
    renameSync(elsewhere, desk.storeDir);
    await desk.ask('vault.unlock', { passphrase: PASSPHRASE });
    expect(await numberOf(caseId)).toBe('CM16-0001');
    expect(await desk.ask('case.verify', { caseId })).toMatchObject({ isSound: true });
  });
});

describe('a clock that is set back', () => {
  it('loses nothing, keeps the order of undo, and is named once the vault is opened', async () => {
    let at = new Date(2026, 4, 24, 14, 5);
    await open({ now: () => at });
    const caseId = await desk.newCase({});
    await desk.ask('case.update', rename(caseId, 'CM16-0001'));
    expect(await desk.ask('vault.notices', {})).toEqual([]);
    await desk.ask('vault.lock', {});
    at = new Date(2026, 4, 20, 8, 0);
    await desk.ask('vault.unlock', { passphrase: PASSPHRASE });
    expect(await desk.ask('vault.notices', {})).toEqual([
      'The clock of this computer says 05/20/2026, 08:00, but a case was changed at 05/24/2026, 14:05 already; set the clock right, for issued letters and the log of changes carry its time.',
    ]);
    await desk.ask('case.update', rename(caseId, 'CM16-0002'));
    await desk.ask('change.undo', { caseId });
    expect(await numberOf(caseId)).toBe('CM16-0001');
    await desk.ask('change.redo', { caseId });
    expect(await numberOf(caseId)).toBe('CM16-0002');
    expect(await desk.ask('case.verify', { caseId })).toMatchObject({ isSound: true });
  });

  it('by less than an hour is not worth a word: computers set their clocks by themselves', async () => {
    let at = new Date(2026, 4, 24, 14, 5);
    await open({ now: () => at });
    await desk.newCase({});
    at = new Date(2026, 4, 24, 13, 10);
    expect(await desk.ask('vault.notices', {})).toEqual([]);
  });
});

describe('the folder of a vault', () => {
  const NETWORK = /^The vault folder .* lies on a network drive; .*\.$/;
  it.each<[name: string, platform: NodeJS.Platform, folder: string, type: number, warned: boolean]>([
    ['a disk of this computer', 'linux', '/home/a/vault', 0xef53, false],
    ['NFS', 'linux', '/home/a/vault', 0x6969, true],
    ['SMB', 'linux', '/home/a/vault', 0xfe534d42, true],
    ['a share of Windows', 'win32', '\\\\server\\home\\vault', 0, true],
    ['a disk of Windows', 'win32', 'C:\\Users\\a\\vault', 0, false],
  ])('on %s', (_, platform, folder, type, warned) => {
    const warnings = prepareFolder(folder, { platform, typeOf: () => type });
    expect(warnings).toEqual(warned ? [expect.stringMatching(NETWORK)] : []);
  });

  it('that is not there yet is judged by the nearest folder that is', () => {
    const asked: string[] = [];
    const home = temporaryFolder();
    prepareFolder(join(home, 'not', 'yet'), { platform: 'linux', typeOf: (path) => (asked.push(path), 0x6969) });
    expect(asked).toEqual([home]);
  });
});

const asAnother = (dir: string): { status: number | null; out: string } => {
  const script = join(import.meta.dirname, 'fixtures', 'look-at-vault.ts');
  const { status, stdout } = spawnSync(process.execPath, [script, dir], {
    uid: 65534,
    gid: 65534,
    cwd: '/',
    env: {},
    encoding: 'utf8',
  });
  return { status, out: stdout };
};
describeWith(
  [
    { present: process.platform === 'linux' && process.getuid?.() === 0, reason: 'only root can be another user' },
    { present: asAnother('/nowhere').status === 0, reason: 'another user cannot read the project here' },
  ],
  'a second user on the same vault',
  () => {
    it('is told that it is closed to them, and not that there is none; nothing is made or changed', async () => {
      await open();
      chmodSync(desk.storeDir, 0o700);
      const said =
        'The vault folder is closed to you: it belongs to another user of this computer, or its permissions were changed; ask its owner, or choose a folder of your own.';
      expect(JSON.parse(asAnother(desk.storeDir).out)).toEqual([said, said, said]);
      expect(await desk.ask('case.list', {})).toEqual([]);
    });
  },
);

describeWith([wantSmallDisk()], 'a home folder that can only be read', () => {
  const disk = temporaryFolder();
  beforeAll(() => mountDisk(disk, 'size=1m,ro'));
  afterAll(() => unmountDisk(disk));

  it('gets no vault, in one sentence, and what is asked for meanwhile is answered', async () => {
    const storeDir = join(disk, '.local', 'share', 'imr-desk');
    const backend = await createBackend({ storeDir, assetsDir: ASSETS, parsers: 1, kdfCost: 1024 });
    expect(await backend.call('vault.status', {})).toMatchObject({ ok: true, value: { exists: false } });
    expect(await backend.call('view.keep', { name: 'theme', value: 'dark' })).toMatchObject({ ok: true });
    expect(await backend.call('vault.create', { passphrase: PASSPHRASE })).toMatchObject({
      error: {
        code: 'refused',
        message:
          'The folder for the vault can only be read; make it writable, or start IMR Desk with --store=FOLDER and a folder that is.',
      },
    });
    await backend.close();
  });
});

it('an empty folder in place of a vault that was moved away is no vault, and nothing is made in it unasked', async () => {
  await open();
  await desk.ask('vault.lock', {});
  const elsewhere = `${desk.storeDir}-moved`;
  renameSync(desk.storeDir, elsewhere);
  mkdirSync(desk.storeDir);
  expect(await desk.refusal('vault.unlock', { passphrase: PASSPHRASE })).toMatchObject({
    code: 'not-found',
    message: 'There is no vault in this folder yet; make one first.',
  });
  rmSync(desk.storeDir, { recursive: true });
  renameSync(elsewhere, desk.storeDir);
});
