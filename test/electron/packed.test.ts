import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { describeWith } from '../support/optional.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { ELECTRON_WANTS } from './electron-wants.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const PORT = 9333;

/** Where electron-builder puts the unpacked application, and its program in it. */
const UNPACKED = {
  linux: 'linux-unpacked',
  win32: 'win-unpacked',
  darwin: `mac${process.arch === 'arm64' ? '-arm64' : ''}`,
};
const platform = process.platform as keyof typeof UNPACKED;
const PROGRAMS = {
  linux: 'imr-desk',
  win32: 'IMR Desk Test.exe',
  darwin: 'IMR Desk Test.app/Contents/MacOS/IMR Desk Test',
};
const RESOURCES = { linux: 'resources', win32: 'resources', darwin: 'IMR Desk Test.app/Contents/Resources' };

/** The build for tests, which alone may be driven from outside; its fuses are those of the shipped one. */
const packTestBuild = (): string => {
  const cli = join(ROOT, 'node_modules', 'electron-builder', 'cli.js');
  const done = spawnSync(process.execPath, [cli, 'dir', '-c', 'electron-builder.test.yml', '--publish', 'never'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  expect(done.status).toBe(0);
  return join(ROOT, 'out', 'test', UNPACKED[platform]);
};

const start = (folder: string, words: readonly string[] = []): ChildProcess =>
  spawn(join(folder, PROGRAMS[platform]), [`--store=${join(temporaryFolder(), 'vault')}`, ...words], {
    stdio: 'ignore',
  });

const connect = async (): Promise<Browser> => {
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      return await chromium.connectOverCDP(`http://127.0.0.1:${PORT}`);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  throw new Error('the application did not start');
};

const exitOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.once('exit', (code) => resolve(code)));

describeWith(ELECTRON_WANTS, 'the packed application', () => {
  let folder: string;
  beforeAll(() => {
    folder = packTestBuild();
  });

  it('makes a vault, imports the sample, draws a page and closes, driven over the debugging port', async () => {
    const child = start(folder, [`--remote-debugging-port=${PORT}`]);
    const ended = exitOf(child);
    const browser = await connect();
    const page = browser.contexts()[0]!.pages()[0]!;
    expect(page.url()).toBe('app://desk/index.html');
    const width = await page.evaluate(async () => {
      const { imr } = window;
      await imr!.call('vault.create', { passphrase: 'a passphrase of the test' });
      const sample = await imr!.call('case.openSample', {});
      if (!sample.ok) return sample.error.message;
      const pages = await imr!.call('page.list', { caseId: sample.value.caseId });
      const first = pages.ok ? pages.value.find(({ kind }) => kind === 'picture') : undefined;
      const image = new Image();
      image.src = `page://${sample.value.caseId}/${first?.id}?width=300`;
      await image.decode();
      return image.naturalWidth;
    });
    expect(width).toBe(300);
    await page.close();
    expect(await ended).toBe(0);
  });

  it.each(['--inspect=9334', '-r ./none.js'])('does not heed %s', async (word) => {
    const child = start(folder, [word, `--remote-debugging-port=${PORT}`]);
    const browser = await connect();
    await expect(fetch('http://127.0.0.1:9334/json')).rejects.toThrow();
    const ended = exitOf(child);
    await browser.contexts()[0]!.pages()[0]!.close();
    await ended;
  });

  it('does not run scripts in place of itself', () => {
    const script = join(temporaryFolder(), 'script.js');
    const mark = join(temporaryFolder(), 'mark');
    writeFileSync(script, `require('node:fs').writeFileSync(${JSON.stringify(mark)}, '')`);
    spawnSync(join(folder, PROGRAMS[platform]), [script], {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      timeout: 10_000,
    });
    expect(existsSync(mark)).toBe(false);
  });

  (process.platform === 'linux' ? it.skip : it)('does not start when its archive was changed', async () => {
    const changed = join(temporaryFolder(), 'changed');
    cpSync(folder, changed, { recursive: true, verbatimSymlinks: true });
    const archive = join(changed, RESOURCES[platform], 'app.asar');
    const bytes = readFileSync(archive);
    const at = bytes.indexOf('startElectronHost');
    bytes.write('StartElectronHost', at);
    writeFileSync(archive, bytes);
    expect(await exitOf(start(changed))).not.toBe(0);
    rmSync(changed, { recursive: true, force: true });
  });
});
