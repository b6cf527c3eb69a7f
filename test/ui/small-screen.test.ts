import type { Page } from 'playwright-core';
import { openSampleDesk, showTab } from '../support/sample-desk.ts';
import type { SampleDesk } from '../support/sample-desk.ts';

let desk: SampleDesk;
afterEach(() => desk.close());

/** Names of the controls that lie outside of the window and cannot be brought into it. */
const outOfReach = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, [role="tab"], input, [role="textbox"]')]
      .filter((control) => control.checkVisibility({ visibilityProperty: true }))
      // Found by assistive technology alone, and not meant to be seen.
      .filter((control) => control.closest('[aria-hidden="true"], [data-react-aria-prevent-focus]') === null)
      .filter((control) => {
        control.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
        const { left, right, top, bottom } = control.getBoundingClientRect();
        const [x, y] = [(left + right) / 2, (top + bottom) / 2];
        return right - left > 2 && (x < 0 || y < 0 || x > innerWidth || y > innerHeight);
      })
      .map((control) => control.getAttribute('aria-label') ?? control.innerText),
  );

/** 1920 by 1200 points at 300 %: Windows gives the page so many of its own. */
it('on a display at 300 % every control can be reached', async () => {
  desk = await openSampleDesk({ viewport: { width: 640, height: 400 }, deviceScaleFactor: 3 });
  const { page } = desk;
  for (const tab of ['Timeline', 'Summary', 'Decisions', 'Checks', 'Letter']) {
    await showTab(page, tab);
    await page.waitForTimeout(500);
    expect([tab, await outOfReach(page)]).toEqual([tab, []]);
  }
  expect(desk.complaints).toEqual([]);
}, 120_000);
