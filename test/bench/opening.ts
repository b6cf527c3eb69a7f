import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createBackend } from '../../main/app/backend/create-backend.ts';
import { serve } from '../../main/hosts/loopback/serve.ts';
import { launchBrowser } from '../support/browser.ts';
import { notMeasured, printed, type Figure } from './figure.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const NAME = 'opening the sample case in the browser, to a readable first page';

/** From the click on the sample case to its first page's words on the screen, import included. */
export const benchOpening = async (folder: string): Promise<Figure[]> => {
  const rendererDir = join(ROOT, 'dist', 'renderer');
  if (!existsSync(join(rendererDir, 'index.html')))
    return [notMeasured(NAME, 'printed', 'the page is not built; run "npm run build" first')];
  const backend = await createBackend({
    storeDir: join(folder, 'opening'),
    assetsDir: join(ROOT, 'assets'),
    kdfCost: 2 ** 10,
  });
  await backend.call('vault.create', { passphrase: 'plainly fictional' });
  const { url, close } = await serve({ backend, rendererDir });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(url);
    const open = page.getByRole('button', { name: 'Open the sample case' }).first();
    await open.waitFor();
    const begun = performance.now();
    await open.click();
    await page
      .getByRole('region', { name: 'Reader' })
      .getByRole('article')
      .first()
      .locator('img, p')
      .first()
      .waitFor({ timeout: 60_000 });
    return [printed(NAME, performance.now() - begun, 'ms')];
  } finally {
    await browser.close();
    await close();
    await backend.close();
  }
};
