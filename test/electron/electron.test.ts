import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from 'playwright-core';
import { describeWith } from '../support/optional.ts';
import { temporaryFolder } from '../support/temporary.ts';
import type { DeskWindow, OpenDeskWindow } from './desk-window.ts';
import { ELECTRON_WANTS } from './electron-wants.ts';
import { buildForElectron, launchElectron } from './open-in-electron.ts';
import { BUILT_PAGE, closeStandInBrowser, openOverStandIn } from './open-over-stand-in.ts';

const PASSPHRASE = 'a passphrase of the test';

const makeVault = ({ page }: DeskWindow): Promise<unknown> =>
  page.evaluate((passphrase) => window.imr!.call('vault.create', { passphrase }), PASSPHRASE);

/** A case with nothing but its number, opened in the workspace. */
const openCase = async ({ page }: DeskWindow, caseNumber: string): Promise<string> => {
  const caseId = await page.evaluate(async (number) => {
    const letter = { header: { caseNumber: number } };
    const made = await window.imr!.call('case.create', { letter, origin: 'records' });
    return made.ok ? made.value.caseId : made.error.message;
  }, caseNumber);
  await page.reload();
  await page.getByText(caseNumber).first().dblclick();
  await page.getByRole('button', { name: 'Case details' }).waitFor();
  return caseId;
};

const notesIn = (folder: string, count: number): string => {
  mkdirSync(join(folder, 'records', 'more'), { recursive: true });
  for (let at = 0; at < count; at += 1)
    writeFileSync(join(folder, 'records', at % 2 ? 'more' : '', `note-${at}.txt`), `Seen ${at} times on 05/24/2016.`);
  return join(folder, 'records');
};

/** What the ledger counts; null while the vault is locked. */
const totalsOf = ({ page }: DeskWindow, caseId: string): Promise<unknown> =>
  page.evaluate(async (id) => {
    const listed = await window.imr!.call('intake.list', { caseId: id as never });
    return listed.ok ? [listed.value.totals.given, listed.value.totals.imported, listed.value.totals.waiting] : null;
  }, caseId);

const eventually = async (ask: () => Promise<unknown>, expected: unknown): Promise<void> => {
  for (let tries = 0; tries < 200; tries += 1) {
    if (JSON.stringify(await ask()) === JSON.stringify(expected)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(await ask()).toEqual(expected);
};

/** The same over the stand-in, and in Electron itself. */
const holds = (open: OpenDeskWindow): void => {
  let desk: DeskWindow;
  let caseId: string;
  const store = join(temporaryFolder(), 'vault');
  const umask = process.umask();
  beforeAll(async () => {
    desk = await open(store);
  });
  afterAll(async () => {
    await desk?.quit();
    process.umask(umask);
  });

  it('gives the page four functions and nothing of Node', async () => {
    expect(
      await desk.page.evaluate(() => [
        Object.keys(window.imr!).sort(),
        typeof (globalThis as { require?: unknown }).require,
        typeof (globalThis as { process?: unknown }).process,
      ]),
    ).toEqual([['call', 'cancel', 'offerFiles', 'subscribe'], 'undefined', 'undefined']);
  });

  it('answers calls from its thread, refusals too', async () => {
    expect(await desk.page.evaluate(() => window.imr!.call('vault.status', {}))).toMatchObject({
      ok: true,
      value: { exists: false, unlocked: false },
    });
    expect(await desk.page.evaluate(() => window.imr!.call('case.list', {}))).toMatchObject({
      ok: false,
      error: { code: 'locked' },
    });
  });

  it('reads a record in a process of its own, and draws its page', async () => {
    await makeVault(desk);
    const address = await desk.page.evaluate(async () => {
      const sample = await window.imr!.call('case.openSample', {});
      if (!sample.ok) return sample.error.message;
      const pages = await window.imr!.call('page.list', { caseId: sample.value.caseId });
      const first = pages.ok ? pages.value.find(({ kind }) => kind === 'picture') : undefined;
      return `page://${sample.value.caseId}/${first?.id}?width=300`;
    });
    expect(await desk.widthOf(address)).toBe(300);
  });

  it('takes in a folder that is dropped on the window, with what is in its folders', async () => {
    caseId = await openCase(desk, 'CM16-0000001');
    await desk.drop([notesIn(temporaryFolder(), 4)]);
    await eventually(() => totalsOf(desk, caseId), [4, 4, 0]);
  });

  (process.platform === 'win32' ? it.skip : it)('writes what is its owner’s alone', () => {
    const files = readdirSync(store, { recursive: true }).map((name) => join(store, String(name)));
    expect(files.length).toBeGreaterThan(4);
    expect([store, ...files].filter((path) => (statSync(path).mode & 0o077) !== 0)).toEqual([]);
  });

  it('reaches nothing outside, and opens nothing', async () => {
    expect(
      await desk.page.evaluate(() =>
        fetch('https://example.org/').then(
          () => 'reached',
          () => 'refused',
        ),
      ),
    ).toBe('refused');
  });

  it('prints', async () => {
    expect(await desk.print()).toBeGreaterThan(1000);
  });

  it('loads the page again when its process crashes', async () => {
    await desk.crash();
    await desk.page.waitForTimeout(2000);
    await desk.page.waitForLoadState();
    await desk.page.getByRole('heading', { name: 'Cases' }).first().waitFor();
  });

  it('locks when the screen is locked during an import, and finishes the import first', async () => {
    const folder = temporaryFolder();
    notesIn(folder, 60);
    const id = await openCase(desk, 'CM16-0000002');
    await desk.drop([join(folder, 'records')]);
    await eventually(async () => ((await totalsOf(desk, id)) as number[])[0]! > 0, true);
    await desk.tellPower('lock-screen');
    await desk.page.getByLabel('Passphrase').first().waitFor();
    await desk.page.evaluate((passphrase) => window.imr!.call('vault.unlock', { passphrase }), PASSPHRASE);
    expect(await totalsOf(desk, id)).toEqual([60, 60, 0]);
  });
};

const losesNoWord = (open: OpenDeskWindow): void => {
  it('writes what was typed a moment before the application ends', async () => {
    const store = join(temporaryFolder(), 'vault');
    const desk = await open(store);
    await makeVault(desk);
    const caseId = await openCase(desk, 'CM16-0000003');
    await desk.page.getByRole('button', { name: 'Case details' }).click();
    await desk.page.getByLabel('Case number').fill('CM16-0001234');
    await desk.quit();

    const again = await open(store);
    const number = await again.page.evaluate(
      async ([id, passphrase]) => {
        await window.imr!.call('vault.unlock', { passphrase: passphrase! });
        const shown = await window.imr!.call('case.show', { caseId: id as never });
        return shown.ok ? shown.value.caseNumber : shown.error.message;
      },
      [caseId, PASSPHRASE],
    );
    await again.quit();
    expect(number).toBe('CM16-0001234');
  });
};

describeWith([BUILT_PAGE], 'the application over the stand-in, its page in a Chromium', () => {
  afterAll(closeStandInBrowser);
  holds(openOverStandIn);
  losesNoWord(openOverStandIn);
});

describeWith(ELECTRON_WANTS, 'the application in Electron itself', () => {
  let running: ElectronApplication;
  const open: OpenDeskWindow = async (store) => {
    const { application, desk } = await launchElectron(store);
    running = application;
    return desk;
  };
  beforeAll(buildForElectron);

  describe('in its window', () => {
    holds(open);

    it('shows the page under its own scheme, which goes nowhere and opens nothing', async () => {
      const page = running.windows()[0]!;
      expect(page.url()).toBe('app://desk/index.html');
      expect(await page.evaluate(() => window.open('https://example.org/') === null)).toBe(true);
      await page.evaluate(() => {
        location.href = 'https://example.org/';
      });
      expect(page.url()).toBe('app://desk/index.html');
    });
  });

  // After the others: one instance runs at a time.
  describe('that ends', () => {
    losesNoWord(open);

    it('keeps everything that was answered when it is killed', async () => {
      const store = join(temporaryFolder(), 'vault');
      const desk = await open(store);
      await makeVault(desk);
      await openCase(desk, 'CM16-0000004');
      const killed = running.waitForEvent('close');
      running.process().kill('SIGKILL');
      await killed;
      const again = await open(store);
      const count = await again.page.evaluate(async (passphrase) => {
        await window.imr!.call('vault.unlock', { passphrase });
        const listed = await window.imr!.call('case.list', {});
        return listed.ok ? listed.value.length : listed.error.message;
      }, PASSPHRASE);
      await again.quit();
      expect(count).toBe(1);
    });
  });
});
