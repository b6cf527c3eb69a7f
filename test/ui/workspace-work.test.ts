import { readFile } from 'node:fs/promises';
import { openSampleDesk, showTab } from '../support/sample-desk.ts';
import type { SampleDesk } from '../support/sample-desk.ts';

let desk: SampleDesk;
beforeAll(async () => {
  desk = await openSampleDesk({ acceptDownloads: true });
});
afterAll(() => desk.close());

const card = (text: RegExp) => desk.page.getByRole('tabpanel').getByRole('listitem').filter({ hasText: text });
const stateOf = async (id: string) => (await desk.ask('timeline.list', { caseId: desk.caseId })).find((entry) => entry.id === id)!.state;

describe('the timeline', () => {
  it('is decided by single keys, each going on to the next proposal', async () => {
    const { page, ask, caseId } = desk;
    await showTab(page, 'Timeline');
    const first = page.locator('[data-entry]').first();
    await first.focus();
    const ids = await page.locator('[data-entry]').evaluateAll((cards) => cards.slice(0, 3).map((one) => (one as HTMLElement).dataset['entry']!));
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
    expect((await ask('timeline.list', { caseId })).find(({ id }) => id === ids[2])).toMatchObject({ state: 'accepted', text: 'She felt a pull in the low back.' });
  });

  it('decides by a key the card that has the focus, even before that is drawn', async () => {
    const { page } = desk;
    const open = page.locator('[data-entry].proposed');
    const [before, clicked] = await open.evaluateAll((cards) => cards.slice(-2).map((one) => (one as HTMLElement).dataset['entry']!));
    await page.locator(`[data-entry="${before!}"]`).focus();
    await page.locator(`[data-entry="${before!}"][aria-current="true"]`).waitFor();
    await page.locator(`[data-entry="${clicked!}"]`).evaluate((card: HTMLElement) => {
      // The key comes while the mouse is still down: the card unfolds only when it is let go.
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
    const sourcesOf = (id: string): string[] => before.find((entry) => entry.id === id)!.sources.map((source) => JSON.stringify(source));
    const after = await ask('timeline.list', { caseId });
    expect(after.find(({ id }) => id === other)?.state ?? 'gone').not.toBe('proposed');
    expect(after.find(({ id }) => id === into)).toMatchObject({ state: 'accepted' });
    expect(after.find(({ id }) => id === into)!.sources).toHaveLength(new Set([...sourcesOf(into), ...sourcesOf(other)]).size);
  });

  it('shows an entry’s words on its page, and its place in time', async () => {
    const { page } = desk;
    await page.getByRole('region', { name: 'Time strip' }).getByRole('button').first().click();
    await page.locator('.lit.target, .lit.pointed').first().waitFor();
    await page.getByRole('button', { name: /Accept all/ }).first().click();
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
    expect((await ask('timeline.list', { caseId })).find(({ text }) => text === 'She rested at home.')).toMatchObject({ date: '2016-09', origin: 'manual', state: 'accepted' });
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
    await page.getByRole('region', { name: 'Records', exact: true }).getByRole('button', { name: /^X-ray of the lumbar spine/ }).click();
    await page.getByRole('article', { name: 'Page 1 of 1' }).locator('[data-start]').nth(12).dblclick();
    await page.keyboard.press('s');
    await page.getByText('Which sentence rests on these words?').waitFor();
    await page.getByRole('group', { name: 'Choose a sentence' }).getByRole('button', { name: 'She is well.' }).click();
    await page.getByText(/Cited in sentence \d+ of the summary/).waitFor();
    expect((await ask('summary.show', { caseId })).at(-1)!.sources).toHaveLength(1);
  });
});

describe('the decisions', () => {
  it('state both guidelines, the decision and the rationale, and the checks follow', async () => {
    const { page, ask, caseId } = desk;
    await showTab(page, 'Decisions');
    const blocking = async () => (await ask('letter.check', { caseId })).filter(({ severity, where }) => severity === 'block' && where.startsWith('items.0')).map(({ check }) => check).sort();
    expect(await blocking()).toContain(15);
    const panel = page.getByRole('tabpanel');
    await panel.getByRole('radio', { name: /^Upheld/ }).click({ force: true });
    for (const side of ['Claims Administrator guideline', 'SRO guideline']) {
      const part = panel.getByRole('group', { name: side, exact: true });
      await part.getByRole('button', { name: new RegExp(`^${side}`) }).click();
      await part.getByRole('button', { name: /Form/ }).click();
      await page.getByRole('option', { name: 'MTUS', exact: true }).click();
      await part.getByRole('button', { name: /Chapter 1/ }).first().click();
      await page.getByRole('option', { name: /^Acupuncture Treatment 2007/ }).click();
      await part.getByText(/Decision based on MTUS Acupuncture Treatment 2007\./).waitFor();
    }
    const prose = panel.getByRole('textbox', { name: 'Decision rationale' });
    await prose.click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Acupuncture for the lumbar spine was asked for after six visits of therapy. The request is not medically necessary.');
    await page.waitForTimeout(1200);
    const [item] = await ask('item.list', { caseId });
    expect(item).toMatchObject({ decision: 'Upheld', claims: { form: 'mtus' }, reviewer: { form: 'mtus', mtus: [{ chapter: 'Acupuncture Treatment', year: '2007' }] } });
    expect(item!.rationale).toMatch(/^Acupuncture for the lumbar spine was asked for/);
    expect(await blocking()).toEqual([]);
    await page.getByRole('tab', { name: /Decisions.*1 of 2 decided/ }).waitFor();
  });

  it('keep a change to a guideline statement that is made before the one before it has come back', async () => {
    const { page, ask, caseId } = desk;
    const panel = page.getByRole('tabpanel');
    const part = panel.getByRole('group', { name: 'Claims Administrator guideline', exact: true });
    await part.getByRole('button', { name: /Form/ }).click();
    await page.getByRole('option', { name: 'MTUS and another citation' }).waitFor();
    // Both in one go, as fast as a page can be used: nothing of the store comes in between.
    await page.evaluate(() => {
      const press = (element: Element | undefined): void => (element as HTMLElement).click();
      press([...document.querySelectorAll('[role=option]')].find(({ textContent }) => textContent?.startsWith('MTUS and another citation')));
      setTimeout(() => press([...document.querySelectorAll('[data-part="claims"] button')].find(({ textContent }) => textContent === 'Another chapter')), 0);
    });
    await part.getByRole('button', { name: /Chapter 2/ }).waitFor();
    await page.getByText('Saved, encrypted').waitFor();
    await page.waitForTimeout(600);
    expect((await ask('item.list', { caseId }))[0]).toMatchObject({ claims: { form: 'mtus-and-other', mtus: [{ chapter: 'Acupuncture Treatment' }, { chapter: '' }] } });
    await part.getByRole('button', { name: 'Remove chapter 2' }).click();
    await part.getByRole('button', { name: /Chapter 2/ }).waitFor({ state: 'detached' });
    // What the store holds is shown again, not what was put here last.
    await page.getByRole('button', { name: 'Undo' }).click();
    await part.getByRole('button', { name: /Chapter 2/ }).first().waitFor();
    await page.getByRole('button', { name: 'Redo' }).click();
    await part.getByRole('button', { name: /Chapter 2/ }).waitFor({ state: 'detached' });
  });

  it('keep a press on what stands below a field that is not written yet: the field\'s sentence must not push it away first', async () => {
    const { page, ask, caseId } = desk;
    const part = (side: string) => page.getByRole('tabpanel').getByRole('group', { name: side, exact: true });
    const citation = part('Claims Administrator guideline').getByRole('textbox', { name: 'Citation outside the MTUS' });
    const below = part('SRO guideline').getByRole('button', { name: /^SRO guideline:/ });
    const isExpanded = await below.getAttribute('aria-expanded');
    await citation.scrollIntoViewIfNeeded();
    await below.hover({ position: { x: 40, y: 4 } });
    await citation.fill('Official Disability Guidelines (ODG), Low Back Chapter, Acupuncture');
    await page.mouse.down();
    await page.waitForTimeout(400);
    await page.mouse.up();
    await part('SRO guideline').getByRole('button', { name: /^SRO guideline:/, expanded: isExpanded !== 'true' }).waitFor();
    await page.getByText('Saved, encrypted').waitFor();
    expect((await ask('item.list', { caseId }))[0]).toMatchObject({ claims: { other: /ODG/ } });
  });

  it('take a reason and a closing sentence each in its place in the rationale', async () => {
    const { page, ask, caseId } = desk;
    const { id } = await ask('item.add', { caseId, item: { heading: 'Norco 10/325mg #60', decision: 'Upheld', reviewer: { form: 'other', other: 'ODG: Pain' }, rationale: 'No gain is documented.' } });
    const { opioidParagraph } = await ask('item.suggest', { caseId, id });
    await ask('item.edit', { caseId, id, change: { rationale: `No gain is documented.\n${opioidParagraph!}` } });
    const panel = page.getByRole('tabpanel');
    await panel.getByRole('button', { name: /: Norco 10\/325mg #60$/ }).click();
    await panel.getByRole('group', { name: 'Closing sentence' }).getByRole('button', { name: 'Put in: Closing sentence' }).click();
    const prose = panel.getByRole('textbox', { name: 'Decision rationale' });
    await prose.getByText(/No gain is documented\. Therefore/).waitFor();
    await page.getByText('Saved, encrypted').waitFor();
    await panel.getByRole('button', { name: /^SRO guideline:/ }).click();
    await panel.getByRole('button', { name: /^Put into the rationale: / }).first().click();
    await prose.getByText(/No gain is documented\. The MTUS .* Therefore, .* is not medically necessary\.$/).waitFor();
    expect((await ask('item.list', { caseId })).find((item) => item.id === id)!.rationale).toMatch(new RegExp(`^No gain is documented\\. The MTUS .+ Therefore, .+ is not medically necessary\\.\n${opioidParagraph!.slice(0, 30)}`));
    await ask('item.remove', { caseId, id });
    await panel.getByRole('button', { name: /: Norco 10\/325mg #60$/ }).waitFor({ state: 'detached' });
  });

  it('are added, made to follow another, reordered and removed', async () => {
    const { page, ask, caseId } = desk;
    const headings = async () => (await ask('item.list', { caseId })).map(({ heading }) => heading);
    const [first, second] = await headings();
    await page.getByRole('button', { name: 'Add item' }).click();
    const field = page.getByRole('textbox', { name: 'Item 3 as requested' });
    await field.fill('Lumbar brace');
    await field.blur();
    await page.getByRole('button', { name: /^Fields of item 3/ }).click();
    await page.getByRole('button', { name: /Depends on/ }).click();
    await page.getByRole('option', { name: /Follows item 1/ }).click();
    await page.getByRole('button', { name: 'More for item 3' }).click();
    await page.getByRole('menuitem', { name: 'Move up' }).click();
    await page.getByRole('button', { name: /^Item 2 of 3: Lumbar brace/ }).waitFor();
    expect(await headings()).toEqual([first, 'Lumbar brace', second]);
    const items = await ask('item.list', { caseId });
    expect(items[1]!.parent).toBe(items[0]!.id);
    await page.getByRole('button', { name: 'More for item 2' }).click();
    await page.getByRole('menuitem', { name: 'Remove item' }).click();
    await page.getByText('Item removed. Undo brings it back.').waitFor();
    expect(await headings()).toEqual([first, second]);
  });
});

describe('checks, case details and letter', () => {
  it('goes from a finding to its place', async () => {
    const { page } = desk;
    await showTab(page, 'Checks');
    await page.getByRole('button', { name: /Item 2 is not decided/ }).click();
    await page.getByRole('button', { name: 'Go there' }).click();
    await page.getByRole('button', { name: /^Item 2 of 2/, expanded: true }).waitFor();
    // A jump moves what is meant to scroll, and never the desk itself with its top bar.
    await page.locator('[data-part="rationale"]').evaluate((part) => part.scrollIntoView({ block: 'start' }));
    expect(await page.evaluate(() => [document.documentElement, document.body].map(({ scrollTop }) => scrollTop))).toEqual([0, 0]);
    expect((await page.getByRole('button', { name: 'Case details' }).first().boundingBox())!.y).toBeGreaterThanOrEqual(0);
  });

  it('takes header values from the file and says where they stand', async () => {
    const { page, ask, caseId } = desk;
    await ask('case.update', { caseId, facts: { header: { urDenialDate: '' } } });
    await page.getByRole('button', { name: 'Case details' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Case details' });
    await dialog.getByRole('button', { name: /^Take 09\/08\/2016 as UR Denial Date from/ }).first().click();
    await dialog.getByText(/^as in/).first().waitFor();
    await page.waitForTimeout(200);
    expect((await ask('case.show', { caseId })).facts.header.urDenialDate).toBe('2016-09-08');
    await dialog.getByLabel('Certification(s)/Specialty').fill('Occupational Medicine');
    await dialog.getByRole('button', { name: 'Done' }).click();
    await page.waitForTimeout(300);
    expect((await ask('case.show', { caseId })).facts.reviewer.specialty).toBe('Occupational Medicine');
  });

  it('exports against blocking findings only with a reason, and hands the file over', async () => {
    const { page, ask, caseId } = desk;
    await page.keyboard.press('Control+e');
    await page.getByRole('article', { name: 'Final determination' }).getByText('Occupational Medicine').waitFor();
    await page.keyboard.press('Control+e');
    const dialog = page.getByRole('alertdialog');
    expect(await dialog.getByRole('button', { name: 'Export anyway' }).isDisabled()).toBe(true);
    await dialog.getByLabel('Reason').fill('A trial of the export.');
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Export anyway' }).click();
    const file = await (await download).path();
    expect((await readFile(file)).subarray(0, 2).toString()).toBe('PK');
    await page.getByText(/read back: the same, word for word/).waitFor();
    expect((await ask('case.show', { caseId })).state).toBe('Exported');
  });

  it('adds files that are dropped and accounts for each', async () => {
    const { page } = desk;
    const dropped = await page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['Progress report\nDate of service: 09/10/2016\nThe low back has not improved.'], 'progress.txt', { type: 'text/plain' }));
      transfer.items.add(new File([new Uint8Array([1, 2, 3, 4])], 'junk.bin'));
      return transfer;
    });
    await page.dispatchEvent('body', 'dragenter', { dataTransfer: dropped });
    await page.getByText('Drop to add to this case').waitFor();
    await page.dispatchEvent('body', 'drop', { dataTransfer: dropped });
    await page.getByRole('button', { name: 'Show why' }).click();
    const ledger = page.getByRole('dialog', { name: 'What became of the files' });
    await ledger.getByRole('row').filter({ hasText: 'junk.bin' }).getByText(/^(failed|skipped)$/).waitFor();
    await ledger.getByRole('row').filter({ hasText: 'progress.txt' }).getByText('imported').waitFor();
    await page.keyboard.press('Escape');
  });

  it('complains of nothing', () => {
    expect(desk.complaints).toEqual([]);
  });
});
