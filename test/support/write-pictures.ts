import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { createBackend } from '../../main/app/backend/create-backend.ts';
import { readSampleCase } from '../../main/app/vault/sample-case.ts';
import type { Client } from '../../main/hosts/cli/client.ts';
import { decideItems, decideTimeline, writeSummary } from '../../main/hosts/cli/run-sample.ts';
import { serve } from '../../main/hosts/loopback/serve.ts';
import { CaseId } from '../../shared/ids.ts';
import { launchBrowser } from './browser.ts';

/** `npm run pictures`: the README's pictures, of the sample case as the product shows it. */
const ROOT = join(import.meta.dirname, '..', '..');
const OUT = join(ROOT, 'docs', 'pictures');
const folder = mkdtempSync(join(tmpdir(), 'imr-pictures-'));

// The clock stands in the case's own weeks, so that its due date is one to work towards.
const backend = await createBackend({
  storeDir: join(folder, 'vault'),
  assetsDir: join(ROOT, 'assets'),
  kdfCost: 2 ** 10,
  now: () => new Date('2016-10-20T09:00:00'),
});
const ask: Client['ask'] = async (method, input) => {
  const reply = await backend.call(method, input);
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value as never;
};
const client: Client = {
  backend,
  ask,
  offer: () => Promise.reject(new Error('nothing is offered')),
  target: () => Promise.reject(new Error('nothing is written')),
  unlock: () => Promise.resolve({ recoveryKey: null }),
  close: () => backend.close(),
};
const show = async (page: Page, tab: string): Promise<void> => {
  await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
};
const view = (page: Page, name: string): Promise<void> => page.getByRole('radio', { name, exact: true }).click();
const settle = (page: Page): Promise<void> => page.waitForTimeout(1500);
const keep = async (page: Page, name: string): Promise<void> => {
  await settle(page);
  await sharp(await page.screenshot())
    .png({ palette: true, colours: 128, compressionLevel: 9 })
    .toFile(join(OUT, `${name}.png`));
};

const openPage = async (browser: Browser, colorScheme: 'light' | 'dark', url: string): Promise<Page> => {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    colorScheme,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date('2016-10-20T09:00:00'));
  await page.goto(url);
  return page;
};

const host = (): ReturnType<typeof serve> => serve({ backend, rendererDir: join(ROOT, 'dist', 'renderer') });
mkdirSync(OUT, { recursive: true });
await ask('vault.create', { passphrase: 'plainly fictional words' });
const sample = readSampleCase(join(ROOT, 'assets', 'sample-case'));
const caseId = CaseId.parse((await ask('case.openSample', {})).caseId);
await ask('ocr.run', { caseId });
await decideTimeline(client, caseId, sample);
const browser = await launchBrowser();

const first = await host();
const dark = await openPage(browser, 'dark', first.url);
await dark.getByRole('row', { name: /CM16-9900018/ }).dblclick();
await dark.getByRole('article').first().waitFor();
await keep(dark, 'timeline-dark');
await view(dark, 'Missing or odd');
await keep(dark, 'missing-dark');
await first.close();

await writeSummary(client, caseId, sample);
const records = await ask('record.list', { caseId });
for (const record of records.slice(0, -4)) {
  const pages = await ask('page.list', { caseId, recordId: record.id });
  await ask('page.markRead', { caseId, pageIds: pages.map(({ id }) => id), isRead: true });
}
const second = await host();
const light = await openPage(browser, 'light', second.url);
await light.getByRole('row', { name: /CM16-9900018/ }).dblclick();
await light.getByRole('article').first().waitFor();
await show(light, 'Checks');
await keep(light, 'checks-light');
await decideItems(client, caseId, sample);
await show(light, 'Decisions');
await keep(light, 'workspace-light');
await light.getByRole('button', { name: 'Case details' }).first().click();
await light.getByRole('list', { name: 'Clocks' }).scrollIntoViewIfNeeded();
await keep(light, 'clocks-light');
await light.getByRole('button', { name: 'The rule of this clock: Decision' }).click();
await light.getByRole('article', { name: 'Thirty days' }).waitFor();
await keep(light, 'rule-light');
await light.keyboard.press('Escape');
await light.getByRole('button', { name: 'Done', exact: true }).click();
await light.keyboard.press('Control+,');
await light.getByRole('tab', { name: 'Guidelines' }).click();
await light.getByRole('row', { name: /Traumatic Brain Injury/ }).waitFor();
await keep(light, 'guidelines-light');
await light.keyboard.press('Escape');
await light.getByRole('dialog').waitFor({ state: 'hidden' });
const absent = ['functional improvement', 'drug screen', 'red flags'].map((words) => ({ words }));
await ask('absence.search', { caseId, terms: absent });
await show(light, 'Timeline');
await view(light, 'Treatments');
await keep(light, 'treatments-light');
await view(light, 'Not documented');
await keep(light, 'not-documented-light');
await show(light, 'Letter');
await keep(light, 'letter-light');
await light
  .getByRole('button', { name: /^(All cases|Back to the cases|Cases)/ })
  .first()
  .click();
await keep(light, 'cases-light');
await browser.close();
await second.close();
await backend.close();
rmSync(folder, { recursive: true, force: true });
process.exit(0);
