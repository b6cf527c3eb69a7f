import { openSampleDesk, showTab } from '../support/sample-desk.ts';
import type { SampleDesk } from '../support/sample-desk.ts';

let desk: SampleDesk;
beforeAll(async () => {
  desk = await openSampleDesk();
});
afterAll(() => desk.close());

const visits = () => desk.page.getByRole('treegrid', { name: 'Visits' });
const list = () => desk.ask('visit.list', { caseId: desk.caseId });
const stateOf = async (id: string) => (await list()).find((visit) => visit.id === id)?.state;
/** The card that is at hand, once it is this one. */
const atHand = (id: string) =>
  desk.page.locator(`[role=treegrid][aria-activedescendant="visit-${id}"] [data-visit="${id}"].current`);

describe('the timeline', () => {
  it('is decided by single keys, each going on to the next visit that waits', async () => {
    const { page, ask, caseId } = desk;
    await showTab(page, 'Timeline');
    await visits().focus();
    const [first = '', second = '', third = ''] = (await list()).map(({ id }): string => id);
    await atHand(first).waitFor();
    await page.keyboard.press('a');
    await atHand(second).waitFor();
    await page.locator(`[data-visit="${first}"].accepted`).waitFor();
    await page.keyboard.press('x');
    await atHand(third).waitFor();
    await page.locator(`[data-visit="${second}"]`).waitFor({ state: 'detached' });
    expect([await stateOf(first), await stateOf(second)]).toEqual(['accepted', 'rejected']);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('e');
    const dialog = page.getByRole('dialog', { name: 'Edit fact' });
    await dialog.getByLabel('What happened').fill('She felt a pull in the low back.');
    await dialog.getByRole('button', { name: 'Save and accept' }).click();
    await visits()
      .getByRole('row', { name: /She felt a pull in the low back/ })
      .waitFor();
    expect(
      (await ask('timeline.list', { caseId })).find(({ visit, text }) => visit === third && /a pull/.test(text)),
    ).toMatchObject({ state: 'accepted', text: 'She felt a pull in the low back.' });
  });

  it('decides by a key the card that was pressed, even before that is drawn as the one at hand', async () => {
    const { page } = desk;
    const open = page.locator('[data-visit].proposed');
    const [before, clicked] = await open.evaluateAll((cards) =>
      cards.slice(0, 2).map((one) => (one as HTMLElement).dataset['visit']!),
    );
    await page.locator(`[data-visit="${before!}"] .visit-name`).click();
    await atHand(before!).waitFor();
    await page.locator(`[data-visit="${clicked!}"]`).evaluate((card: HTMLElement) => {
      // The key comes while the mouse is still down: the card is drawn as the one at hand only when it is released.
      window.dispatchEvent(new PointerEvent('pointerdown'));
      card.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true }));
      card
        .closest('[role=treegrid]')!
        .dispatchEvent(new KeyboardEvent('keydown', { key: 'x', bubbles: true, cancelable: true }));
      window.dispatchEvent(new PointerEvent('pointerup'));
    });
    await page.locator(`[data-visit="${clicked!}"]`).waitFor({ state: 'detached' });
    expect([await stateOf(clicked!), await stateOf(before!)]).toEqual(['rejected', 'proposed']);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Undone: rejecting of visits (Timeline)').waitFor();
    await page.locator(`[data-visit="${clicked!}"].proposed`).waitFor();
  });

  it('joins two facts and keeps the sources of both', async () => {
    const { page, ask, caseId } = desk;
    const before = await ask('timeline.list', { caseId });
    await page.locator('[data-visit].proposed .visit-name').first().click();
    await page.keyboard.press('ArrowRight');
    const into = await page.locator('.fact-line.at').getAttribute('data-entry');
    await page.keyboard.press('m');
    await page.getByText('Others join this one').waitFor();
    await page.keyboard.press('ArrowDown');
    const other = await page.locator('.fact-line.at').getAttribute('data-entry');
    await page.keyboard.press('m');
    await page.getByText('Merged: the first fact’s words, the sources of both.').waitFor();
    const sourcesOf = (id: string | null): string[] =>
      before.find((entry) => entry.id === id)!.sources.map((source) => JSON.stringify(source));
    const after = await ask('timeline.list', { caseId });
    expect(after.find(({ id }) => id === other)?.state ?? 'gone').not.toBe('proposed');
    expect(after.find(({ id }) => id === into)).toMatchObject({ state: 'accepted' });
    expect(after.find(({ id }) => id === into)!.sources).toHaveLength(
      new Set([...sourcesOf(into), ...sourcesOf(other)]).size,
    );
  });

  it('shows a visit’s words on its page, and its place in time', async () => {
    const { page } = desk;
    await page.getByRole('region', { name: 'Time strip' }).getByRole('button').first().click();
    await page.locator('.lit.target, .lit.pointed').first().waitFor();
  });

  it('takes a fact by hand', async () => {
    const { page, ask, caseId } = desk;
    await page.getByRole('button', { name: 'More for the timeline' }).click();
    await page.getByRole('menuitem', { name: 'Add fact by hand' }).click();
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
