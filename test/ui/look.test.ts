import { openSampleDesk } from '../support/sample-desk.ts';
import type { SampleDesk } from '../support/sample-desk.ts';

let desk: SampleDesk;
afterEach(() => desk.close());

const styleOf = (selector: string, property: string): Promise<string> =>
  desk.page.evaluate(
    ([at, name]) => getComputedStyle(document.querySelector(at!)!).getPropertyValue(name!),
    [selector, property],
  );

it('follows the system: its own colours, more contrast, less motion', async () => {
  desk = await openSampleDesk({ reducedMotion: 'no-preference' });
  const { page } = desk;
  const selected = '[role="tab"][aria-selected="true"]';
  await page.locator(selected).first().waitFor();

  expect(await styleOf(selected, 'outline-style')).toBe('none');
  await page.emulateMedia({ forcedColors: 'active' });
  expect(await styleOf(selected, 'outline-style')).toBe('solid');
  await page.emulateMedia({ forcedColors: 'none' });

  const quiet = await styleOf('.quiet', 'color');
  await page.emulateMedia({ contrast: 'more' });
  expect(await styleOf('.quiet', 'color')).not.toBe(quiet);
  expect(await styleOf('.quiet', 'color')).toBe(await styleOf('body', 'color'));
  await page.emulateMedia({ contrast: 'no-preference' });

  expect(await styleOf(':root', '--fast')).not.toBe('0s');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await styleOf(':root', '--fast')).toBe('0s');
});
