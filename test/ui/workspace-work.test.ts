import { openSampleDesk, showTab } from '../support/sample-desk.ts';
import type { SampleDesk } from '../support/sample-desk.ts';

let desk: SampleDesk;
beforeAll(async () => {
  desk = await openSampleDesk();
});
afterAll(() => desk.close());

const card = (text: RegExp) => desk.page.getByRole('tabpanel').getByRole('listitem').filter({ hasText: text });
const stateOf = async (id: string) =>
  (await desk.ask('timeline.list', { caseId: desk.caseId })).find((entry) => entry.id === id)!.state;

describe('the timeline', () => {
  it('is decided by single keys, each going on to the next proposal', async () => {
    const { page, ask, caseId } = desk;
    await showTab(page, 'Timeline');
    const first = page.locator('[data-entry]').first();
    await first.focus();
    const ids = await page
      .locator('[data-entry]')
      .evaluateAll((cards) => cards.slice(0, 3).map((one) => (one as HTMLElement).dataset['entry']!));
    await page.keyboard.press('a');
    await page.locator(`[data-entry="${ids[1]!}"]:focus`).waitFor();
    expect(await stateOf(ids[0]!)).toBe('accepted');
    await page.keyboard.press('x');
    await page.locator(`[data-entry="${ids[2]!}"]:focus`).waitFor();
    expect(await stateOf(ids[1]!)).toBe('rejected');
    await page.keyboard.press('e');
    const dialog = page.getByRole('dialog', { name: 'Edit entry' });
    await dialog.getByLabel('What happened').fill('She felt a pull in the low back.');
    await dialog.getByRole('button', { name: 'Save and accept' }).click();
    await card(/She felt a pull in the low back/).waitFor();
    expect((await ask('timeline.list', { caseId })).find(({ id }) => id === ids[2])).toMatchObject({
      state: 'accepted',
      text: 'She felt a pull in the low back.',
    });
  });

  it('decides by a key the card that has the focus, even before that is drawn', async () => {
    const { page } = desk;
    const open = page.locator('[data-entry].proposed');
    const [before, clicked] = await open.evaluateAll((cards) =>
      cards.slice(-2).map((one) => (one as HTMLElement).dataset['entry']!),
    );
    await page.locator(`[data-entry="${before!}"]`).focus();
    await page.locator(`[data-entry="${before!}"][aria-current="true"]`).waitFor();
    await page.locator(`[data-entry="${clicked!}"]`).evaluate((card: HTMLElement) => {
      // The key comes while the mouse is still down: the card unfolds only when it is released.
      window.dispatchEvent(new PointerEvent('pointerdown'));
      card.focus();
      card.dispatchEvent(new KeyboardEvent('keydown', { key: 'x', bubbles: true, cancelable: true }));
      window.dispatchEvent(new PointerEvent('pointerup'));
    });
    await page.locator(`[data-entry="${clicked!}"]`).waitFor({ state: 'detached' });
    expect([await stateOf(clicked!), await stateOf(before!)]).toEqual(['rejected', 'proposed']);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.locator(`[data-entry="${clicked!}"].proposed`).waitFor();
  });

  it('joins two entries and keeps the sources of both', async () => {
    const { page, ask, caseId } = desk;
    const before = await ask('timeline.list', { caseId });
    const into = (await page.locator('[data-entry].proposed').first().getAttribute('data-entry'))!;
    await page.locator(`[data-entry="${into}"]`).focus();
    await page.keyboard.press('m');
    await page.getByText('Others join this one').waitFor();
    await page.keyboard.press('ArrowDown');
    const other = (await page.locator('[data-entry]:focus').getAttribute('data-entry'))!;
    await page.keyboard.press('m');
    await page.getByText('Merged: the first entry’s words, the sources of both.').waitFor();
    const sourcesOf = (id: string): string[] =>
      before.find((entry) => entry.id === id)!.sources.map((source) => JSON.stringify(source));
    const after = await ask('timeline.list', { caseId });
    expect(after.find(({ id }) => id === other)?.state ?? 'gone').not.toBe('proposed');
    expect(after.find(({ id }) => id === into)).toMatchObject({ state: 'accepted' });
    expect(after.find(({ id }) => id === into)!.sources).toHaveLength(
      new Set([...sourcesOf(into), ...sourcesOf(other)]).size,
    );
  });

  it('shows an entry’s words on its page, and its place in time', async () => {
    const { page } = desk;
    await page.getByRole('region', { name: 'Time strip' }).getByRole('button').first().click();
    await page.locator('.lit.target, .lit.pointed').first().waitFor();
    await page
      .getByRole('button', { name: /Accept all/ })
      .first()
      .click();
  });

  it('takes an entry by hand', async () => {
    const { page, ask, caseId } = desk;
    await page.getByRole('button', { name: 'More for the timeline' }).click();
    await page.getByRole('menuitem', { name: 'Add entry by hand' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add to the timeline' });
    await dialog.getByLabel('Date', { exact: true }).fill('9/2016');
    await dialog.getByLabel('What happened').fill('She rested at home.');
    await dialog.getByRole('button', { name: 'Add to timeline' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect((await ask('timeline.list', { caseId })).find(({ text }) => text === 'She rested at home.')).toMatchObject({
      date: '2016-09',
      origin: 'manual',
      state: 'accepted',
    });
  });
});

describe('the summary', () => {
  it('is written from the accepted entries, edited in place and saved by itself with its sources', async () => {
    const { page, ask, caseId } = desk;
    await showTab(page, 'Timeline');
    await page.getByRole('button', { name: 'Make summary' }).click();
    const prose = page.getByRole('textbox', { name: 'Clinical case summary' });
    await prose.waitFor();
    // It is there at once: words typed into an empty field would be saved in place of all of it.
    const first = await prose.innerText();
    const before = await ask('summary.show', { caseId });
    const sourced = before.filter(({ sources }) => sources.length > 0).length;
    expect(sourced).toBeGreaterThan(0);
    expect(first).toContain(before[0]!.text);
    await prose.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Nothing else is known. ');
    await page.getByText('Saved, encrypted').waitFor();
    await page.waitForTimeout(1000);
    await page.keyboard.type('She is well.');
    await page.waitForTimeout(1000);
    const after = await ask('summary.show', { caseId });
    expect(after.slice(-2).map(({ text }) => text)).toEqual(['Nothing else is known.', 'She is well.']);
    expect(after.slice(0, -2)).toEqual(before);
    expect(await prose.innerText()).toMatch(/Nothing else is known\. She is well\.$/);
    await page.getByText(/without a source/).waitFor();
  });

  it('opens the page of a sentence from its margin', async () => {
    const { page } = desk;
    await page.getByRole('list', { name: 'Sources of the sentences' }).getByRole('button').first().click();
    await page.locator('.lit.target').first().waitFor();
  });

  it('takes selected words as the source of the sentence that is chosen', async () => {
    const { page, ask, caseId } = desk;
    await showTab(page, 'Decisions');
    await page
      .getByRole('region', { name: 'Records', exact: true })
      .getByRole('button', { name: /^X-ray of the lumbar spine/ })
      .click();
    await page.getByRole('article', { name: 'Page 1 of 1' }).locator('[data-start]').nth(12).dblclick();
    await page.keyboard.press('s');
    await page.getByText('Which sentence rests on these words?').waitFor();
    await page.getByRole('group', { name: 'Choose a sentence' }).getByRole('button', { name: 'She is well.' }).click();
    await page.getByText(/Cited in sentence \d+ of the summary/).waitFor();
    expect((await ask('summary.show', { caseId })).at(-1)!.sources).toHaveLength(1);
  });
});

it('complains of nothing', () => {
  expect(desk.complaints).toEqual([]);
});
