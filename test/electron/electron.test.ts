import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import type { ElectronApplication, Page } from 'playwright-core';
import { describeWith } from '../support/optional.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { BINARY, ELECTRON_WANTS } from './electron-wants.ts';

const ROOT = join(import.meta.dirname, '..', '..');
describeWith(ELECTRON_WANTS, 'the application in Electron itself', () => {
  let application: ElectronApplication;
  let page: Page;

  beforeAll(async () => {
    const build = `import { buildElectron } from ${JSON.stringify(join(ROOT, 'main/hosts/electron/build.js'))}; await buildElectron();`;
    expect(
      spawnSync(process.execPath, ['--input-type=module', '--eval', build], { cwd: ROOT, stdio: 'inherit' }).status,
    ).toBe(0);
    application = await _electron.launch({
      executablePath: BINARY,
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

  it('loads the page again when its process crashes', async () => {
    await application.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer(),
    );
    await page.waitForTimeout(2000);
    const [window] = application.windows();
    await window!.waitForLoadState();
    expect(window!.url()).toBe('app://desk/index.html');
  });

  it('prints', async () => {
    const bytes = await application.evaluate(
      async ({ BrowserWindow }) => (await BrowserWindow.getAllWindows()[0]!.webContents.printToPDF({})).byteLength,
    );
    expect(bytes).toBeGreaterThan(1000);
  });

  it('locks when the screen is locked, and finishes the import first', async () => {
    const [window] = application.windows();
    await application.evaluate(({ powerMonitor }) => void (powerMonitor as NodeJS.EventEmitter).emit('lock-screen'));
    await window!.getByLabel('Passphrase').waitFor();
  });
});

// After the others: one instance runs at a time.
describeWith(ELECTRON_WANTS, 'closing the window in Electron itself', () => {
  it('writes what was typed a moment before the window is closed', async () => {
    const store = join(temporaryFolder(), 'vault');
    const open = async (): Promise<{ readonly app: ElectronApplication; readonly first: Page }> => {
      const app = await _electron.launch({ executablePath: BINARY, args: [ROOT, `--store=${store}`] });
      return { app, first: await app.firstWindow() };
    };
    const { app, first } = await open();
    const caseId = await first.evaluate(async () => {
      await window.imr!.call('vault.create', { passphrase: 'a passphrase of the test' });
      const made = await window.imr!.call('case.create', { letter: {}, origin: 'records' });
      return made.ok ? made.value.caseId : '';
    });
    await first.reload();
    await first.getByText('New case').first().dblclick();
    await first.getByRole('button', { name: 'Case details' }).click();
    await first.getByLabel('Case number').pressSequentially('CM16-0001234');
    await Promise.all([app.waitForEvent('close'), app.evaluate(({ app: running }) => running.quit())]);

    const again = await open();
    const number = await again.first.evaluate(async (id) => {
      await window.imr!.call('vault.unlock', { passphrase: 'a passphrase of the test' });
      const shown = await window.imr!.call('case.show', { caseId: id as never });
      return shown.ok ? shown.value.caseNumber : shown.error.message;
    }, caseId);
    await again.app.close();
    expect(number).toBe('CM16-0001234');
  });
});
