import type { Page } from 'playwright-core';
import { watchComplaints } from '../support/browser.ts';
import { openSampleDesk, showTab } from '../support/sample-desk.ts';
import type { SampleDesk } from '../support/sample-desk.ts';

let desk: SampleDesk;
let other: Page;
let complaints: readonly string[];

/** The same case in a second page, as another tab of the browser shows it. */
beforeAll(async () => {
  desk = await openSampleDesk();
  other = await desk.page.context().newPage();
  other.setDefaultTimeout(60_000);
  complaints = watchComplaints(other);
  await other.goto(new URL('/', desk.page.url()).href);
  await other.getByRole('row', { name: /CM16-9900018/ }).dblclick();
  await other.getByRole('region', { name: 'Records', exact: true }).waitFor();
});
afterAll(() => desk.close());

const rationaleIn = (page: Page) => page.getByRole('tabpanel').getByRole('textbox', { name: 'Decision rationale' });
const caseNumberIn = (page: Page) => page.getByRole('textbox', { name: 'Case Number' });
const openDetails = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Case details' }).first().click();
  await caseNumberIn(page).waitFor();
};
const whenSaved = (page: Page): Promise<void> => page.getByRole('status').getByText('Saved, encrypted').waitFor();
const caseNumber = async (): Promise<string> =>
  (await desk.ask('case.show', { caseId: desk.caseId })).facts.header.caseNumber;

/** Puts the cursor behind these words of the prose. */
const placeCursor = (page: Page, words: string): Promise<void> =>
  rationaleIn(page).evaluate((prose: HTMLElement, text) => {
    prose.focus();
    const walker = document.createTreeWalker(prose, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(text) ?? -1;
      if (at >= 0) window.getSelection()?.setBaseAndExtent(node, at + text.length, node, at + text.length);
    }
  }, words);

describe('two pages on one case', () => {
  it('that type at once into two sentences of a rationale both keep their words', async () => {
    const { page, ask, caseId } = desk;
    const [first] = await ask('item.list', { caseId });
    await ask('item.edit', {
      caseId,
      id: first!.id,
      change: { rationale: 'The worker has pain in the back. The guideline asks for a trial of six visits.' },
    });
    for (const one of [page, other]) {
      await showTab(one, 'Decisions');
      await rationaleIn(one).getByText('The worker has pain in the back.').waitFor();
    }
    await placeCursor(page, 'pain in the back');
    await placeCursor(other, 'trial of six visits');
    await Promise.all([
      page.keyboard.type(' that goes down into both legs and wakes her up at night', { delay: 50 }),
      other.keyboard.type(' within two weeks, before more of them are asked for', { delay: 60 }),
    ]);
    await whenSaved(page);
    await whenSaved(other);
    const both =
      'The worker has pain in the back that goes down into both legs and wakes her up at night. ' +
      'The guideline asks for a trial of six visits within two weeks, before more of them are asked for.';
    for (const one of [page, other]) await rationaleIn(one).getByText(both, { exact: true }).waitFor();
    expect((await ask('item.list', { caseId }))[0]!.rationale).toBe(both);
  });

  it('that type at once into the same field lose nothing: the second sees both and chooses', async () => {
    await openDetails(desk.page);
    await openDetails(other);
    await desk.page.bringToFront();
    await caseNumberIn(desk.page).focus();
    await caseNumberIn(other).focus();
    await Promise.all([caseNumberIn(desk.page).fill('CM16-0000001'), caseNumberIn(other).fill('CM16-0000002')]);
    const said = 'This was changed elsewhere meanwhile.';
    const choosing = await Promise.any(
      [desk.page, other].map(async (page) => {
        await page.getByText(said).waitFor();
        return page;
      }),
    );
    const [mine, theirs] = choosing === other ? ['CM16-0000002', 'CM16-0000001'] : ['CM16-0000001', 'CM16-0000002'];
    const dialog = choosing.getByRole('dialog', { name: 'Case details' });
    await dialog.getByText(`Here it says “${mine}”; there it says “${theirs}”.`).waitFor();
    expect(await caseNumberIn(choosing).inputValue()).toBe(mine);
    expect(await caseNumber()).toBe(theirs);
    await dialog.getByRole('button', { name: 'Keep mine' }).click();
    await choosing.getByText(said).waitFor({ state: 'detached' });
    for (const page of [desk.page, other]) {
      await page.waitForFunction(
        (value) => [...document.querySelectorAll('input')].some((field) => field.value === value),
        mine,
      );
      await page.getByRole('button', { name: 'Done', exact: true }).click();
    }
    expect(await caseNumber()).toBe(mine);
  });

  it('keep what was typed where the field is left without a choice: the message has it', async () => {
    await openDetails(other);
    await caseNumberIn(other).fill('CM16-0000003');
    await desk.ask('case.update', { caseId: desk.caseId, facts: { header: { caseNumber: 'CM16-0000004' } } });
    await other.getByText('there it says “CM16-0000004”').waitFor();
    await other.getByRole('button', { name: 'Done', exact: true }).click();
    const message = other.getByRole('alertdialog').filter({ hasText: 'CM16-0000003' });
    await message.getByText(/was not saved, as the same was changed elsewhere/).waitFor();
    await whenSaved(other);
    expect(await caseNumber()).toBe('CM16-0000004');
    await message.getByRole('button', { name: 'Keep mine' }).click();
    await desk.page.getByRole('heading', { name: 'CM16-0000003' }).waitFor();
    expect(await caseNumber()).toBe('CM16-0000003');
  });

  it('complain of nothing', () => {
    expect([...desk.complaints, ...complaints]).toEqual([]);
  });
});
