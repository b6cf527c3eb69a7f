import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { openDesk, type Desk } from '../support/desk.ts';
import { dropPaths } from '../support/drop-paths.ts';
import { describeWith, SHARED, wantShared } from '../support/optional.ts';
import { readDocxText } from '../support/read-docx-text.ts';

// A bundle as reviewers get it, from dropped files to the letter, at the speed of a person, with a correction at every
// stage: what was corrected stands in the letter, and nothing else changed or vanished.

/** Milliseconds between keys, and a pause longer than the autosave. */
const KEY = 150;
const PAUSE = 1500;

let desk: Desk;
const page = () => desk.page;
const work = (): Locator => page().getByRole('region', { name: 'Work', exact: true });
const button = (name: string | RegExp, within: Locator | Desk['page'] = page()): Locator =>
  within.getByRole('button', { name, exact: true });
const showTab = (name: string): Promise<void> =>
  page()
    .getByRole('tab', { name: new RegExp(`^${name}`) })
    .click();
const whenSaved = (): Promise<void> => page().getByRole('status').getByText('Saved, encrypted').waitFor();
const type = (words: string): Promise<void> => page().keyboard.type(words, { delay: KEY });
const pause = (): Promise<void> => page().waitForTimeout(PAUSE);
const summary = (): Locator => work().getByRole('textbox', { name: 'Clinical case summary' });
const visits = (): Locator => work().getByRole('treegrid', { name: 'Visits' });
const fact = (words: string | RegExp): Locator => visits().getByRole('row', { name: words }).first();
/**
 * Goes down the list until a fact with these words is drawn. Once more from the top where a slow machine had not drawn
 * it when one went by.
 */
const findFact = async (words: string | RegExp): Promise<Locator> => {
  await page().getByRole('dialog').waitFor({ state: 'hidden' });
  for (let round = 0; round < 3 && (await fact(words).count()) === 0; round += 1) {
    await visits().focus();
    await page().keyboard.press('Home');
    for (let steps = 0; steps < 80 && (await fact(words).count()) === 0; steps += 1) {
      await page().keyboard.press('ArrowDown');
      await page().waitForTimeout(60);
    }
  }
  return fact(words);
};
const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();
const labelled = (name: string): Locator => page().getByRole('dialog').getByLabel(name, { exact: true });

const RATIONALE = 'The shoulder hurts. MRI is medically necessary.';

describeWith([wantShared('cases/shoulder')], 'a bundle, walked from its files to the letter', () => {
  beforeAll(async () => {
    desk = await openDesk({ acceptDownloads: true });
  });
  afterAll(() => desk.close());

  it('is taken in by dropping its folder', async () => {
    await page().getByRole('heading', { name: 'Cases' }).waitFor();
    await dropPaths(page(), [join(SHARED, 'cases', 'shoulder', 'files')]);
    await page()
      .getByRole('article', { name: /^Page 1 of/ })
      .waitFor({ timeout: 120_000 });
    await page()
      .getByRole('alertdialog')
      .getByText(/files added/)
      .waitFor({ timeout: 120_000 });
  });

  it('keeps every value of the case block while others are typed', async () => {
    await button(/^Case details/)
      .first()
      .click();
    await button(/^Take (all \d+|it) from the file$/).click();
    await labelled('Case Number').click();
    await type('CM16-0999123');
    await page().keyboard.press('Tab');
    await pause();
    const dates = { 'Date Assigned': '10/10/2016', 'Decision Date': '10/28/2016' };
    for (const [name, date] of Object.entries(dates)) {
      await labelled(name).click();
      await type(date);
      await page().keyboard.press('Tab');
      await pause();
    }
    await whenSaved();
    const shown = async (name: string): Promise<string> => labelled(name).inputValue();
    expect(await shown('Case Number')).toBe('CM16-0999123');
    expect(await shown('Date of Injury')).toBe('03/07/2016');
    expect(await shown('UR Denial Date')).toBe('09/21/2016');
    expect(await shown('Application Received')).toBe('10/05/2016');
    expect(await shown('Decision Date')).toBe('10/28/2016');
    await button('Done').click();
  });

  it('has a corrected entry in its summary, and the summary follows what is corrected later', async () => {
    await showTab('Timeline');
    await (await findFact(/shoulder pain.*8\/10|8\/10.*shoulder pain/i)).click();
    await page().keyboard.press('e');
    const dialog = page().getByRole('dialog', { name: 'Edit fact' });
    const words = dialog.getByLabel('What happened');
    await words.click();
    await page().keyboard.press('Control+a');
    await type('She reported left shoulder pain 8/10, worse with overhead reach.');
    await button('Save and accept', dialog).click();
    await fact(/left shoulder pain 8/).waitFor();
    await (await findFact(/Naproxen 550/i)).click();
    await page().keyboard.press('a');
    await button('Make summary').click();
    await showTab('Summary');
    await summary().getByText('left shoulder pain 8/10').waitFor();

    await showTab('Timeline');
    await (await findFact(/left shoulder pain 8/)).click();
    await page().keyboard.press('e');
    await page().getByRole('dialog', { name: 'Edit fact' }).getByLabel('What happened').click();
    await page().keyboard.press('Control+a');
    await type('She reported right shoulder pain 8/10, worse with overhead reach.');
    await button('Save', page().getByRole('dialog', { name: 'Edit fact' })).click();
    await fact(/right shoulder pain 8/).waitFor();
    await showTab('Summary');
    await button('Update from the timeline').first().click();
    await summary().getByText('right shoulder pain 8/10').waitFor();
    expect(folded(await summary().innerText())).not.toContain('left shoulder');
  });

  it('gives a sentence that is typed no page of its neighbour', async () => {
    await summary().click();
    await page().keyboard.press('Control+Home');
    await type('The earth is flat. ');
    await pause();
    await whenSaved();
    await work().getByText('1 without a source').waitFor();
    const sources = work().getByRole('list', { name: 'Sources of the sentences' });
    await sources.getByText('Sentence 1 has no source').waitFor();
    for (let left = 'The earth is flat. '.length; left > 0; left -= 1) await page().keyboard.press('Backspace');
    await pause();
    await work().getByText('every one with its page').waitFor();
  });

  it('takes the two items, and a decision that was changed is what the letter says', async () => {
    await showTab('Decisions');
    await button(/^Take all 2/, work()).click();
    await button(/^Item 1 of 2: .*MRI/, work()).click();
    const decision = work().getByRole('radiogroup', { name: /^Decision on item 1/ });
    await decision.getByRole('radio', { name: /^Upheld/ }).click();
    await pause();
    await decision.getByRole('radio', { name: /^Overturned/ }).click();
    await decision.getByRole('radio', { name: /^Overturned/, checked: true }).waitFor();
    const rationale = work().getByRole('textbox', { name: 'Decision rationale' });
    await rationale.click();
    await type(RATIONALE.replace('is medically', 'is not medically'));
    await pause();
    await page().keyboard.press('Control+End');
    for (let left = 'not medically necessary.'.length; left > 0; left -= 1) await page().keyboard.press('Backspace');
    await type('medically necessary.');
    await pause();
    await whenSaved();
    await button(/^Item 2 of 2: .*Tramadol/, work()).click();
    await work()
      .getByRole('radiogroup', { name: /^Decision on item 2/ })
      .getByRole('radio', { name: /^Upheld/ })
      .click();
    await page()
      .getByRole('tab', { name: /Decisions/ })
      .waitFor();
  });

  it('exports a letter with everything as it was corrected', async () => {
    await showTab('Letter');
    const download = page().waitForEvent('download');
    await button(/^Export anyway/, work()).click();
    await page().getByRole('textbox', { name: 'Reason' }).click();
    await type('A trial of the whole path.');
    await button('Export anyway').click();
    const written = folded(readDocxText(await readFile(await (await download).path())));
    for (const words of [
      'CM16-0999123',
      '10/28/2016',
      '03/07/2016',
      'right shoulder pain 8/10',
      'MRI of the right shoulder without contrast: Overturned',
      RATIONALE,
      ': Upheld',
    ])
      expect(written).toContain(words);
    for (const words of ['left shoulder', 'The earth is flat', 'not medically necessary'])
      expect(written).not.toContain(words);
    expect(desk.complaints).toEqual([]);
  });
});
