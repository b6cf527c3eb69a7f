import { findBarriers } from '../support/browser.ts';
import { openDesk } from '../support/desk.ts';
import type { Desk } from '../support/desk.ts';

let desk: Desk;
afterEach(() => desk.close());

const openSettings = async (): Promise<void> => {
  desk = await openDesk();
  await desk.page.getByRole('heading', { name: 'Cases' }).waitFor();
  await desk.page.keyboard.press('Control+,');
  await desk.page.getByRole('dialog', { name: 'Settings' }).waitFor();
};

const settings = async (): Promise<unknown> => {
  const reply = await desk.backend.call('settings.show', {});
  return reply.ok ? reply.value : reply;
};

const until = async (state: object): Promise<void> => {
  const end = Date.now() + 4000;
  for (let now = await settings(); Date.now() < end; now = await settings()) {
    try {
      expect(now).toMatchObject(state);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  expect(await settings()).toMatchObject(state);
};

describe('the settings', () => {
  it('keep the reviewer while one types: name, licenses and specialties with their expiry', async () => {
    await openSettings();
    const { page } = desk;
    await page.getByLabel('Your name').fill('Ada Plainly');
    await page.getByRole('button', { name: 'Add a license' }).click();
    await page.getByLabel('State 1', { exact: true }).fill('California');
    await page.getByLabel('State 1 expires').fill('01/31/2015');
    await page.keyboard.press('Tab');
    await page.getByText('expired').waitFor();
    await page.getByRole('button', { name: 'Add a specialty' }).click();
    await page.getByLabel('Specialty 1', { exact: true }).fill('Occupational Medicine');
    await until({
      reviewerName: 'Ada Plainly',
      credentials: [
        { kind: 'license', name: 'California', expires: '2015-01-31' },
        { kind: 'certification', name: 'Occupational Medicine', expires: '' },
      ],
    });
    await page.getByRole('button', { name: 'Remove California' }).click();
    await until({ credentials: [{ kind: 'certification', name: 'Occupational Medicine' }] });
    expect(desk.complaints).toEqual([]);
  });

  it('word the sentences of the summary, and say what is wrong with a pattern', async () => {
    await openSettings();
    const { page } = desk;
    await page.getByRole('tab', { name: 'Summary', exact: true }).click();
    const day = page.getByLabel('First sentence of a day');
    await day.fill('On {day}, {statement}');
    await page.getByText('There is no field {day} for this sentence.').waitFor();
    await day.fill('The note of {date} says: {statement}');
    await page.getByRole('radio', { name: /^By topic/ }).click();
    await until({ summaryOrder: 'topic', sentencePatterns: { day: 'The note of {date} says: {statement}' } });
    expect(desk.complaints).toEqual([]);
  });

  it('have no barriers on any page', async () => {
    await openSettings();
    const found: string[] = [];
    for (const name of ['Reviewer', 'Letter', 'Summary', 'Guidelines', 'Rules', 'Application']) {
      await desk.page.getByRole('tab', { name }).click();
      found.push(...(await findBarriers(desk.page)));
    }
    expect(found).toEqual([]);
    await desk.page.getByRole('tab', { name: 'Guidelines' }).click();
    await desk.page
      .getByRole('row', { name: /Acupuncture Treatment/ })
      .first()
      .waitFor();
    expect(desk.complaints).toEqual([]);
  });

  it('show what a guideline table from a file would change, before it is taken', async () => {
    await openSettings();
    const { page } = desk;
    await page.getByRole('tab', { name: 'Guidelines' }).click();
    await page.getByRole('row', { name: /Traumatic Brain Injury/ }).waitFor();
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Import and export' }).click();
    await page.getByRole('menuitem', { name: /adding to the table/ }).click();
    const csv = 'chapter,regulation,year,effectiveFrom,certainty\nCannabis,9792.24.8,2025,1/2/2026,confirmed\n';
    await (await choosing).setFiles({ name: 'newer.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    const dialog = page.getByRole('dialog', { name: 'What newer.csv would change' });
    await dialog.getByText('Cannabis 2025, from 01/02/2026').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Take it' }).click();
    await page
      .getByRole('row', { name: /Cannabis 2025/ })
      .filter({ hasText: '01/02/2026' })
      .waitFor();
    expect(desk.complaints).toEqual([]);
  });

  it('turn the page dark at once and after a reload', async () => {
    await openSettings();
    const { page } = desk;
    const ground = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.getByRole('tab', { name: 'Application' }).click();
    const light = await ground();
    await page.getByRole('radio', { name: /Always; pages are dimmed/ }).click();
    await until({ theme: 'dark' });
    await page.waitForFunction((before) => getComputedStyle(document.body).backgroundColor !== before, light);
    await page.reload();
    await page.getByRole('heading', { name: 'Cases' }).waitFor();
    expect(await ground()).not.toBe(light);
  });
});

describe('the commands', () => {
  it('are found by name with Ctrl+K and done by Enter', async () => {
    desk = await openDesk();
    const { page } = desk;
    await page.getByRole('heading', { name: 'Cases' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Commands' }).waitFor();
    await page.keyboard.type('preferences');
    await page.getByRole('option', { name: /Settings/ }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Settings' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(desk.complaints).toEqual([]);
  });

  it('are listed with their keys by ?, unless single keys are switched off', async () => {
    desk = await openDesk();
    const { page } = desk;
    await page.getByRole('heading', { name: 'Cases' }).waitFor();
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await sheet.getByText('New case', { exact: true }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
    await page.keyboard.press('Control+,');
    await page.getByRole('tab', { name: 'Application' }).click();
    const readAgain = page.waitForResponse(
      async (response) =>
        response.request().postData()?.includes('settings.show') === true &&
        (await response.text()).includes('"singleKeys":false'),
    );
    await page.getByRole('checkbox', { name: /Single keys/ }).press('Space');
    await until({ singleKeys: false });
    await readAgain;
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.keyboard.press('?');
    expect(await sheet.count()).toBe(0);
    await page.keyboard.press('F1');
    await sheet.getByText('they are switched off in the settings').waitFor();
  });
});
