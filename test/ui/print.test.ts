import type { CaseId } from '../../shared/ids.ts';
import { openDesk, type Desk } from '../support/desk.ts';

let desk: Desk;
afterEach(() => desk.close());

it('puts the accepted timeline, or the letter, on paper and nothing else of the screen', async () => {
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
  const paper = page.locator('.print-only');
  for (const [tab, words] of [
    [
      'Timeline',
      /Timeline, case CM16-0001234[\s\S]*05\/24\/16[\s\S]*Visit[\s\S]*Forward bending reached forty degrees/,
    ],
    ['Letter', /CM16-0001234/],
  ] as const) {
    await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
    await page.waitForTimeout(500);
    await page.keyboard.press('Control+p');
    await paper.waitFor({ state: 'attached' });
    expect(await paper.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate(() => document.body.innerText)).toMatch(words);
    expect(await page.getByRole('tab', { name: /^Timeline/ }).isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await paper.waitFor({ state: 'detached' });
  }
  expect(desk.complaints).toEqual([]);
});
