import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** What the packaged Chromium needs where there is neither a sandbox nor a graphics card. */
const PACKAGED_ARGS = [
  '--no-zygote',
  '--in-process-gpu',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

/** The browser file that `IMR_CHROME` names, or one that is installed; none where it says `packaged`. */
const installedBrowser = (): string | undefined => {
  const wanted = process.env['IMR_CHROME'];
  return wanted === 'packaged' ? undefined : (wanted ?? INSTALLED.find((path) => existsSync(path)));
};

/** A headless Chromium: the machine's own where there is one, else the one that a package brings along. */
export const launchBrowser = async (): Promise<Browser> => {
  const installed = installedBrowser();
  if (installed !== undefined) return chromium.launch({ executablePath: installed, args: ['--no-sandbox'] });
  const { default: packaged } = await import('@sparticuz/chromium');
  return chromium.launch({ executablePath: await packaged.executablePath(), args: ['--no-sandbox', ...PACKAGED_ARGS] });
};

/** What axe finds wrong with the screen, or with a part of it, one line a finding; empty when there is nothing. */
export const findBarriers = async (page: Page, within?: string): Promise<string[]> => {
  // The desk has no frames; without this mode axe opens a page of its own for each look, which takes longer than the
  // look.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (within === undefined ? axe : axe.include(within))
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id} (${help}) at ${target.join(' ')}`),
  );
};

/** Collects what the page complains about: errors, warnings, and whatever the content policy refused. */
export const watchComplaints = (page: Page): readonly string[] => {
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  return complaints;
};
