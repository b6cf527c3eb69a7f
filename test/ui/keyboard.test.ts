import { openSampleDesk, pageFace } from '../support/sample-desk.ts';
import type { SampleDesk } from '../support/sample-desk.ts';

let desk: SampleDesk;
beforeAll(async () => {
  desk = await openSampleDesk();
});
afterAll(() => desk.close());

const pageField = () => desk.page.getByRole('textbox', { name: /^Page/ });
const focusedPane = (): Promise<string | undefined> =>
  desk.page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset['pane']);

/** The longest record of the sample, opened at its first page. */
const openLongest = async (): Promise<number> => {
  const records = await desk.ask('record.list', { caseId: desk.caseId });
  const longest = records.toSorted((a, b) => b.pages - a.pages)[0]!;
  await desk.page.locator(`[title="${longest.fileName}"]`).first().click();
  await pageFace(desk.page).waitFor();
  return longest.pages;
};

describe('the keys of the reader', () => {
  it('go on working after a click on a page, however often they are struck', async () => {
    const { page } = desk;
    const pages = await openLongest();
    await pageFace(page).click({ position: { x: 20, y: 20 } });
    for (let round = 0; round < 50; round += 1) {
      await page.keyboard.press('j');
      await page.keyboard.press('k');
    }
    expect(await pageField().inputValue()).toBe('1');
    expect(await focusedPane()).toBe('reader');
    for (let at = 1; at < pages; at += 1) await page.keyboard.press('j');
    expect(await pageField().inputValue()).toBe(String(pages));
    expect(pages).toBeGreaterThan(2);
  });

  it('lose none of a burst', async () => {
    const { page } = desk;
    const pages = await openLongest();
    await pageFace(page).click({ position: { x: 20, y: 20 } });
    for (let at = 1; at < pages; at += 1) await page.keyboard.press('j', { delay: 0 });
    await page.waitForTimeout(600);
    expect(await pageField().inputValue()).toBe(String(pages));
  });

  it('show a screen more with Space, and the next record from its end', async () => {
    const { page } = desk;
    await openLongest();
    await pageFace(page).click({ position: { x: 20, y: 20 } });
    const title = () => page.getByRole('toolbar', { name: 'Reader' }).getByRole('heading').innerText();
    const before = await title();
    for (let screen = 0; screen < 40 && (await title()) === before; screen += 1) {
      await page.keyboard.press('Space');
      await page.waitForTimeout(120);
    }
    expect(await title()).not.toBe(before);
  });

  it('fit the page, and turned at the pace of a second each page counts as read', async () => {
    const { page, ask, caseId } = desk;
    const pages = await openLongest();
    await pageFace(page).click({ position: { x: 20, y: 20 } });
    await page.keyboard.press('f');
    const record = (await ask('record.list', { caseId })).toSorted((a, b) => b.pages - a.pages)[0]!;
    await ask('page.markRead', {
      caseId,
      pageIds: (await ask('page.list', { caseId, recordId: record.id })).map(({ id }) => id),
      isRead: false,
    });
    await page.waitForTimeout(1100);
    for (let at = 1; at < pages; at += 1) {
      await page.keyboard.press('j');
      await page.waitForTimeout(1000);
    }
    await page.waitForTimeout(500);
    const rows = await ask('page.list', { caseId, recordId: record.id });
    expect(rows.filter(({ isRead }) => isRead).map(({ number }) => number)).toEqual(rows.map(({ number }) => number));
  });
});

describe('keys that move the focus', () => {
  it('go to each pane in turn with F6', async () => {
    const { page } = desk;
    await pageFace(page).click({ position: { x: 20, y: 20 } });
    const visited: (string | undefined)[] = [];
    for (let step = 0; step < 4; step += 1) {
      await page.keyboard.press('F6');
      visited.push(await focusedPane());
    }
    expect(new Set(visited)).toEqual(new Set(['records', 'reader', 'work', 'strip']));
  });

  it('go to a tab with Alt and its number', async () => {
    const { page } = desk;
    for (const [digit, name] of ['Timeline', 'Summary', 'Decisions', 'Checks'].entries()) {
      await pageFace(page).click({ position: { x: 20, y: 20 } });
      await page.keyboard.press(`Alt+${String(digit + 1)}`);
      await page.getByRole('tab', { name: new RegExp(`^${name}`), selected: true }).waitFor();
      await page.waitForTimeout(100);
      expect(await focusedPane()).toBe('work');
    }
  });
});

it('Ctrl Enter saves a dialog from any of its fields', async () => {
  const { page, ask, caseId } = desk;
  await page.keyboard.press('Alt+1');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('by hand');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Add to the timeline' });
  await dialog.getByLabel('What happened').fill('He saw a plainly fictional doctor.');
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'hidden' });
  const entries = await ask('timeline.list', { caseId });
  expect(entries.map(({ text }) => text)).toContain('He saw a plainly fictional doctor.');
});

it('complains of nothing', () => {
  expect(desk.complaints).toEqual([]);
});
