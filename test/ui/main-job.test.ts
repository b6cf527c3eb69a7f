import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Paragraph } from 'docx';
import type { Locator } from 'playwright-core';
import { readDocxText } from '../support/read-docx-text.ts';
import { PASSPHRASE, openDesk } from '../support/desk.ts';
import type { Desk } from '../support/desk.ts';
import { dropPaths } from '../support/drop-paths.ts';
import { makeDocx } from '../support/files/make-docx.ts';
import { temporaryFolder } from '../support/temporary.ts';

// The whole path, in the order of the work. Everything is found by role and accessible name, as a person would find it.

const LATER_NOTE = 'Progress report\nDate of service: 09/13/2016\nShe reports constant aching in the low back, 6/10.';
const LETTER_OF_EMPLOYER = 'The employer confirms that modified work is offered through 10/01/2016.';

const CLAIMS = 'Claims Administrator guideline';
const REVIEWER = 'SRO guideline';
const ODG = 'Official Disability Guidelines (ODG), Low Back Chapter, Magnetic Resonance Imaging';
const ACUPUNCTURE =
  'The guideline allows acupuncture for the lumbar spine where medication is not tolerated; naproxen and etodolac were both stopped.';
const WRONG_END = 'Therefore, acupuncture is not medically necessary.';
const RIGHT_END = 'Therefore, acupuncture is medically necessary.';
const MRI =
  'Straight leg raise was negative and strength was 5/5. Nothing in the examination calls for imaging of the lumbar spine. Therefore, MRI of the lumbar spine without contrast is not medically necessary.';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ vault: 'none', acceptDownloads: true, recognisesByItself: false });
});
afterAll(() => desk.close());

const button = (name: string | RegExp, within: Locator | Desk['page'] = desk.page): Locator =>
  within.getByRole('button', { name, exact: true });
const work = (): Locator => desk.page.getByRole('region', { name: 'Work', exact: true });
const records = (): Locator => desk.page.getByRole('region', { name: 'Records', exact: true });
const visits = (): Locator => work().getByRole('treegrid', { name: 'Visits' });
/** The card of a visit, by words that stand on it. */
const card = (words: string | RegExp): Locator => visits().getByRole('rowgroup').filter({ hasText: words });
const whenAccepted = (count: number): Promise<void> =>
  desk.page.getByRole('tab', { name: new RegExp(`, ${String(count)} accepted`) }).waitFor();
const showTab = (name: string): Promise<void> => desk.page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
const whenSaved = (): Promise<void> => desk.page.getByRole('status').getByText('Saved, encrypted').waitFor();
const choose = async (list: Locator, option: string | RegExp): Promise<void> => {
  await list.click();
  await desk.page.getByRole('option', { name: option, exact: true }).click();
};
const openItem = async (name: RegExp): Promise<void> => {
  await button(name, work()).click();
  await work().getByRole('button', { name, expanded: true }).waitFor();
};
/** Chooses by the radio button, and sees that it holds. */
const decide = async (decision: string): Promise<void> => {
  const choice = work().getByRole('radiogroup', { name: /^Decision on item/ });
  await choice.getByRole('radio', { name: new RegExp(`^${decision}`) }).click();
  await choice.getByRole('radio', { name: new RegExp(`^${decision}`), checked: true }).waitFor();
};
/** Opens a side's guideline statement and gives it its form. */
const openStatement = async (side: string, form: string): Promise<Locator> => {
  const statement = work().getByRole('group', { name: side, exact: true });
  await button(new RegExp(`^${side}:`), statement).click();
  await choose(button(/Form$/, statement), form);
  return statement;
};
/** Puts the cursor behind words of the first paragraph, by keys alone. */
const placeCursor = async (field: Locator, behind: string): Promise<void> => {
  const text = await field.innerText();
  await field.press('Control+Home');
  for (let at = text.indexOf(behind) + behind.length; at > 0; at -= 1) await field.press('ArrowRight');
};
const writeRationale = async (words: string): Promise<void> => {
  await work().getByRole('textbox', { name: 'Decision rationale' }).click();
  await desk.page.keyboard.type(words);
  await whenSaved();
};
const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('the main job', () => {
  it('begins with a passphrase and the sample case', async () => {
    const { page } = desk;
    // A password field has no role: it is found by its label.
    await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await page.getByLabel('Passphrase again', { exact: true }).fill(PASSPHRASE);
    await button('Create the vault').click();
    await page.getByRole('checkbox', { name: /^I have kept the recovery key/ }).press('Space');
    await button('Start').click();
    await button('Open the sample case').click();
    await page.getByRole('heading', { name: 'CM16-9900018' }).waitFor();
    await page.getByRole('article', { name: /^Page 1 of/ }).waitFor();
  });

  it('takes a further file, and a folder of them, dropped on the window', async () => {
    const { page } = desk;
    const folder = temporaryFolder();
    await writeFile(join(folder, 'progress-2016-09-13.txt'), LATER_NOTE);
    await mkdir(join(folder, 'from the employer'));
    await writeFile(
      join(folder, 'from the employer', 'modified-work.docx'),
      await makeDocx([{ children: [new Paragraph(LETTER_OF_EMPLOYER)] }]),
    );
    await dropPaths(page, [join(folder, 'progress-2016-09-13.txt')]);
    await page.getByRole('alertdialog').getByText('1 of 1 files added, 1 page.').waitFor();
    await dropPaths(page, [join(folder, 'from the employer')]);
    await records()
      .getByRole('button', { name: /modified-work/ })
      .click();
    await page.getByRole('article', { name: 'Page 1 of 1' }).getByText(LETTER_OF_EMPLOYER).waitFor();
    await records()
      .getByRole('button', { name: /^Progress note 09\/13\/16/ })
      .click();
    await page.getByRole('article', { name: 'Page 1 of 1' }).getByText('constant aching').waitFor();
  });

  it('accepts visits by mouse and by keyboard', async () => {
    const { page } = desk;
    await button('Accept', card('She was lifting a case of floor cleaner')).click();
    await whenAccepted(2);
    // Of the next one only two facts are taken.
    const first = card('Pain was 4/10 at rest');
    for (const tick of await first.getByRole('checkbox').all()) {
      const name = (await tick.getAttribute('aria-label')) ?? '';
      if (!/Pain was 4\/10 at rest|tenderness over the lumbar/.test(name)) await tick.click();
    }
    await first.getByRole('checkbox', { checked: false }).nth(9).waitFor();
    await button('Accept', first).click();
    await whenAccepted(4);
    await visits().focus();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowUp');
    const later = card('She reported constant aching in the low back, 6/10.');
    while ((await later.count()) === 0) await page.keyboard.press('ArrowUp');
    await later.getByText('She reported constant aching in the low back, 6/10.').click();
    await page.getByRole('article', { name: 'Page 1 of 1' }).getByText('constant aching').waitFor();
    await page.keyboard.press('a');
    await whenAccepted(5);
  });

  it('makes the summary, and a sentence that is edited keeps its source', async () => {
    const { page } = desk;
    await button('Make summary').click();
    const summary = work().getByRole('textbox', { name: 'Clinical case summary' });
    await summary.getByText('the injured worker').waitFor();
    const sources = work().getByRole('list', { name: 'Sources of the sentences' });
    const firstSource = await sources.getByRole('button', { name: /^Sentence 1:/ }).getAttribute('aria-label');
    await placeCursor(summary, 'an industrial injury');
    await page.keyboard.type(' at work');
    await summary.getByText('an industrial injury at work on').waitFor();
    await whenSaved();
    expect(await sources.getByRole('button', { name: /^Sentence 1:/ }).getAttribute('aria-label')).toBe(firstSource);
    await work().getByText('every one with its page').waitFor();
  });

  it('decides both items with their guidelines and rationales', async () => {
    await showTab('Decisions');
    await openItem(/^Item 1 of 2: Acupuncture/);
    await decide('Overturned');
    for (const side of [CLAIMS, REVIEWER]) {
      const statement = await openStatement(side, 'MTUS');
      await choose(button(/^Choose a chapter/, statement), /^Acupuncture Treatment 2007/);
      await statement.getByText('Decision based on MTUS Acupuncture Treatment 2007.').waitFor();
    }
    await writeRationale(`${ACUPUNCTURE} ${WRONG_END}`);
    await openItem(/^Item 2 of 2: MRI/);
    await decide('Upheld');
    const claims = await openStatement(CLAIMS, 'Another citation, outside the MTUS');
    await claims.getByRole('textbox', { name: 'Citation outside the MTUS' }).fill(ODG);
    const reviewer = await openStatement(REVIEWER, 'MTUS');
    await choose(button(/^Choose a chapter/, reviewer), /^Low Back Complaints 2004/);
    await writeRationale(MRI);
    await desk.page.getByRole('tab', { name: /2 of 2 decided/ }).waitFor();
  });

  it('sees what blocks the letter, and mends it', async () => {
    await showTab('Checks');
    await work()
      .getByRole('button', { name: /^The decision is Overturned, but the rationale ends/ })
      .waitFor();
    await work()
      .getByRole('button', { name: /section/i })
      .first()
      .waitFor();
    await showTab('Decisions');
    await openItem(/^Item 1 of 2: Acupuncture/);
    await work().getByRole('textbox', { name: 'Decision rationale' }).click();
    await desk.page.keyboard.press('Control+End');
    for (let left = WRONG_END.length; left > 0; left -= 1) await desk.page.keyboard.press('Backspace');
    await desk.page.keyboard.type(RIGHT_END);
    await whenSaved();
    await openItem(/^Item 2 of 2: MRI/);
    const reviewer = work().getByRole('group', { name: REVIEWER, exact: true });
    await button(new RegExp(`^${REVIEWER}:`), reviewer).click();
    await reviewer.getByRole('textbox', { name: /section/i }).fill('Special Studies');
    await reviewer.getByRole('textbox', { name: /section/i }).press('Tab');
    await showTab('Letter');
    await work().getByText('nothing blocks the export').waitFor();
  });

  it('exports the letter, which reads back as it was shown', async () => {
    const { page } = desk;
    const shown = folded(await page.getByRole('article', { name: 'Final determination' }).innerText());
    const download = page.waitForEvent('download');
    await button(/^Export letter/, work()).click();
    const written = folded(readDocxText(await readFile(await (await download).path())));
    [ACUPUNCTURE, RIGHT_END, MRI, ODG, 'Special Studies'].forEach((words) => {
      expect(written).toContain(words);
      expect(shown).toContain(words);
    });
    expect(written).not.toContain(WRONG_END);
    await work()
      .getByText(/read back/)
      .first()
      .waitFor();
  });

  it('has everything still there after it was locked and opened again', async () => {
    const { page } = desk;
    await button('Lock').click();
    await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await page.getByLabel('Passphrase', { exact: true }).press('Enter');
    await page
      .getByRole('tab', { name: /2 of 2 decided/ })
      .or(page.getByRole('row', { name: /CM16-9900018/ }))
      .first()
      .waitFor();
    expect(desk.complaints).toEqual([]);
  });
});
