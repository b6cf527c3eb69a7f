import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Backend } from '../../main/app/backend/backend.ts';
import { connectBackend } from '../../main/app/backend/connect-backend.ts';
import { serve } from '../../main/hosts/loopback/serve.ts';
import { launchBrowser, watchComplaints } from './browser.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** The passphrase of every vault that {@link openDesk} makes. */
export const PASSPHRASE = 'plainly fictional words';

export type Desk = {
  readonly page: Page;
  /** The folder of the vault. */
  readonly vaultDir: string;
  /** The backend behind the page, to arrange what a test is not about. */
  readonly backend: Backend;
  /** Errors, warnings and refused content; should stay empty. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
};

// One browser for all the desks of a test file; each has a context of its own.
let shared: Promise<Browser> | null = null;
afterAll(async () => (await shared)?.close());

type DeskOptions = {
  readonly vault?: 'none' | 'unlocked';
  /** False for a test whose counts must not change while pages are recognised behind it. */
  readonly recognisesByItself?: boolean;
  readonly assetsDir?: string;
} & BrowserContextOptions;

/** The built page in a browser, over the loopback host, on a vault of its own that is gone afterwards. */
export const openDesk = async ({
  vault = 'unlocked',
  recognisesByItself = true,
  assetsDir = join(ROOT, 'assets'),
  ...look
}: DeskOptions = {}): Promise<Desk> => {
  const storeDir = await mkdtemp(join(tmpdir(), 'imr-desk-'));
  const backend = await connectBackend({
    storeDir: join(storeDir, 'vault'),
    assetsDir,
    parsers: 1,
    recognisesByItself,
  });
  if (vault === 'unlocked') await backend.call('vault.create', { passphrase: PASSPHRASE });
  const host = await serve({ backend, rendererDir: join(ROOT, 'dist', 'renderer') });
  shared ??= launchBrowser();
  const context = await (
    await shared
  ).newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', ...look });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  // Without a listener from the start the browser is told too late, now and then, that a test answers the chooser.
  page.on('filechooser', () => undefined);
  const complaints = watchComplaints(page);
  await page.goto(host.url);
  return {
    page,
    vaultDir: join(storeDir, 'vault'),
    backend,
    complaints,
    close: async () => {
      await context.close();
      await host.close();
      await backend.close();
      await rm(storeDir, { recursive: true, force: true });
    },
  };
};
