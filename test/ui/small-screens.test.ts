import { cutControls } from '../support/cut-controls.ts';
import { openSampleDesk } from '../support/sample-desk.ts';
import type { SampleDesk } from '../support/sample-desk.ts';

/** A screen of 1280 x 800, as it is and enlarged to 200 %, where a pixel of the page is two of the screen's. */
const SCREENS = [
  ['1280 x 800', 1280, 800],
  ['1280 x 800 at 200 %', 640, 400],
] as const;
const TABS = ['Timeline', 'Summary', 'Decisions', 'Checks', 'Letter'] as const;

let desk: SampleDesk;
afterEach(() => desk.close());

describe.each(SCREENS)('on a screen of %s', (_screen, width, height) => {
  it('no control, pill or date of the desk is cut, covered or off the screen, in any tab', async () => {
    desk = await openSampleDesk({ viewport: { width, height } });
    const { page, ask, caseId } = desk;
    const ids = (await ask('timeline.list', { caseId })).slice(0, 8).map(({ id }) => id);
    await ask('timeline.decide', { caseId, ids, state: 'accepted' });
    await ask('summary.compose', { caseId });
    const found: string[] = [];
    for (const [digit, name] of TABS.entries()) {
      await page.keyboard.press(`Alt+${String(digit + 1)}`);
      await page.getByRole('tab', { name: new RegExp(`^${name}`), selected: true }).waitFor();
      await page.waitForTimeout(600);
      found.push(...(await cutControls(page)).map((one) => `${name}: ${one}`));
    }
    for (const pane of ['Records', 'Pages', 'Time']) {
      const choice = page.getByRole('radio', { name: pane, exact: true });
      if ((await choice.count()) === 0) continue;
      await choice.click();
      await page.waitForTimeout(300);
      found.push(...(await cutControls(page)).map((one) => `${pane}: ${one}`));
    }
    // Two records beside each other take the room of the list, and leave the work pane at its narrowest.
    await page.keyboard.press('Alt+1');
    if (width > 900) {
      await page.getByRole('button', { name: 'Split', exact: true }).click();
      await page.getByRole('button', { name: 'One record', exact: true }).waitFor();
      await page.waitForTimeout(600);
      found.push(...(await cutControls(page)).map((one) => `split: ${one}`));
    }
    expect(found).toEqual([]);
  });

  it('none of the list of cases and of the dialogs is', async () => {
    desk = await openSampleDesk({ viewport: { width, height } });
    const { page } = desk;
    const found: string[] = [];
    for (const key of ['Control+d', 'Control+k', 'F1', 'Control+,']) {
      await page.keyboard.press(key);
      await page.getByRole('dialog').waitFor();
      await page.waitForTimeout(300);
      found.push(...(await cutControls(page)).map((one) => `${key}: ${one}`));
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await page.getByRole('button', { name: 'All cases' }).click();
    await page.getByRole('heading', { name: 'Cases' }).waitFor();
    await page.getByRole('row', { name: /CM16-9900018/ }).click();
    await page.waitForTimeout(300);
    found.push(...(await cutControls(page)).map((one) => `cases: ${one}`));
    expect(found).toEqual([]);
  });
});
