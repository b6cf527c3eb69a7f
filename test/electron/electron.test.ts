import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import type { ElectronApplication, Page } from 'playwright-core';
import { describeWith, type Want } from '../support/optional.ts';
import { temporaryFolder } from '../support/temporary.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const ELECTRON = join(ROOT, 'node_modules', 'electron');
const named = join(ELECTRON, 'path.txt');
const binary = existsSync(named) ? join(ELECTRON, 'dist', readFileSync(named, 'utf8')) : '';

const isLinux = process.platform === 'linux';
const WANTS: readonly Want[] = [
  { present: existsSync(binary), reason: "Electron's binary is not installed" },
  {
    present: !isLinux || (process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY) !== undefined,
    reason: 'there is no screen',
  },
  { present: !isLinux || process.getuid?.() !== 0, reason: 'the sandbox of Chromium does not run as root' },
];

describeWith(WANTS, 'the application in Electron itself', () => {
  let application: ElectronApplication;
  let page: Page;

  beforeAll(async () => {
    const build = `import { buildElectron } from ${JSON.stringify(join(ROOT, 'main/hosts/electron/build.js'))}; await buildElectron();`;
    expect(
      spawnSync(process.execPath, ['--input-type=module', '--eval', build], { cwd: ROOT, stdio: 'inherit' }).status,
    ).toBe(0);
    application = await _electron.launch({
      executablePath: binary,
      args: [ROOT],
      env: { ...(process.env as Record<string, string>), IMR_STORE: join(temporaryFolder(), 'vault') },
    });
    page = await application.firstWindow();
    await page.waitForLoadState();
  });
  afterAll(() => application?.close());

  it('shows the page under its own scheme, with four functions and nothing of Node', async () => {
    expect(page.url()).toBe('app://desk/index.html');
    expect(
      await page.evaluate(() => [
        Object.keys(window.imr!).sort(),
        typeof (globalThis as { require?: unknown }).require,
        typeof (globalThis as { process?: unknown }).process,
      ]),
    ).toEqual([['call', 'cancel', 'offerFiles', 'subscribe'], 'undefined', 'undefined']);
  });

  it('answers calls from its thread, refusals too', async () => {
    expect(await page.evaluate(() => window.imr!.call('vault.status', {}))).toEqual({
      ok: true,
      value: { exists: false, unlocked: false },
    });
    expect(await page.evaluate(() => window.imr!.call('case.list', {}))).toMatchObject({
      ok: false,
      error: { code: 'locked' },
    });
  });

  it('reads a record in a utility process, and draws its page', async () => {
    const picture = await page.evaluate(async () => {
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
    expect(picture).toBe(300);
  });

  it('reaches nothing outside, goes nowhere and opens nothing', async () => {
    expect(
      await page.evaluate(() =>
        fetch('https://example.org/').then(
          () => 'reached',
          () => 'refused',
        ),
      ),
    ).toBe('refused');
    expect(await page.evaluate(() => window.open('https://example.org/') === null)).toBe(true);
    await page.evaluate(() => {
      location.href = 'https://example.org/';
    });
    expect(page.url()).toBe('app://desk/index.html');
  });
});
