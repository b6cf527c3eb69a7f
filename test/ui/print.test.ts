import type { Page } from 'playwright-core';
import type { CaseId } from '../../shared/ids.ts';
import { openDesk, type Desk } from '../support/desk.ts';

let desk: Desk;
afterEach(() => desk.close());

/** What comes on paper once `print` was asked for, and that it is gone again afterwards. */
const onPaper = async (page: Page, print: () => Promise<void>): Promise<string> => {
  await print();
  const paper = page.locator('.print-only');
  await paper.waitFor({ state: 'attached' });
  expect(await paper.isVisible()).toBe(false);
  await page.emulateMedia({ media: 'print' });
  const words = await page.evaluate(() => document.body.innerText);
  expect(await page.getByRole('tab', { name: /^Timeline/ }).isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await paper.waitFor({ state: 'detached' });
  return words;
};

it('puts the accepted timeline, the letter, or what goes beside it, on paper and nothing else of the screen', async () => {
  desk = await openDesk();
  const { page, backend } = desk;
  const made = await backend.call('case.create', {
    letter: { header: { caseNumber: 'CM16-0001234' } },
    origin: 'records',
  });
  const { caseId } = (made as { value: { caseId: CaseId } }).value;
  const added = await backend.call('timeline.add', {
    caseId,
    entry: {
      date: '2016-05-24',
      dateText: '05/24/2016',
      dateKind: 'service',
      kind: 'visit',
      text: 'Forward bending reached forty degrees.',
      provider: '',
      reason: '',
      sources: [],
    },
  });
  expect(added).toMatchObject({ ok: true });
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await page.getByText('CM16-0001234').first().dblclick();
  await page.getByRole('tab', { name: /^Timeline/ }).click();
  await page.getByText('Forward bending reached forty degrees.').first().waitFor();
  for (const [tab, words] of [
    [
      'Timeline',
      /Timeline, case CM16-0001234[\s\S]*05\/24\/16[\s\S]*Visit[\s\S]*Forward bending reached forty degrees/,
    ],
    ['Letter', /CM16-0001234/],
  ] as const) {
    await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
    await page.waitForTimeout(500);
    expect(await onPaper(page, () => page.keyboard.press('Control+p'))).toMatch(words);
  }
  for (const [name, words] of [
    ['Evidence report', /EVIDENCE REPORT FOR CM16-0001234[\s\S]*VERIFICATION OF THE CASE FILE[\s\S]*Sound:/],
    ['Documents reviewed', /DOCUMENTS REVIEWED/i],
  ] as const)
    expect(await onPaper(page, () => page.getByRole('button', { name: `Print: ${name}` }).click())).toMatch(words);
  expect(desk.complaints).toEqual([]);
});
