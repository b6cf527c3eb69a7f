import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { readSampleCase } from '../../main/app/vault/sample-case.ts';
import { readDocxText } from '../support/read-docx-text.ts';
import { CHECK_LIST } from '../../shared/check-list.ts';
import { foldSpace } from '../../shared/letter.ts';
import { openSampleDesk, showTab } from '../support/sample-desk.ts';
import type { SampleDesk } from '../support/sample-desk.ts';

// The sample's two decisions, from a case without an item to the letter that goes out, and its correction.

const ASSETS = join(import.meta.dirname, '..', '..', 'assets', 'sample-case');
const EXPECTED = readFileSync(join(ASSETS, 'expected-2016.txt'), 'utf8');
const [ACUPUNCTURE, MRI] = readSampleCase(ASSETS).items.map(({ rationale }) => rationale) as [string, string];
const HEADINGS = [
  'Acupuncture for the lumbar spine, once a week for 6 weeks (6 visits)',
  'MRI of the lumbar spine without contrast',
] as const;
/** The summary is not what this is about: it stands as the expected letter has it. */
const SUMMARY = foldSpace(
  /including all medical records:\s([\s\S]*?)\sIMR ISSUES, DECISIONS/u.exec(EXPECTED)?.[1] ?? '',
);

let desk: SampleDesk;
beforeAll(async () => {
  desk = await openSampleDesk({ acceptDownloads: true });
  const { ask, caseId } = desk;
  for (const { id } of await ask('item.list', { caseId })) await ask('item.remove', { caseId, id });
  await ask('summary.write', { caseId, text: SUMMARY });
  await showTab(desk.page, 'Decisions');
});
afterAll(() => desk.close());

const work = (): Locator => desk.page.getByRole('region', { name: 'Work', exact: true });
const items = async () => desk.ask('item.list', { caseId: desk.caseId });
const whenSaved = (): Promise<void> => desk.page.getByRole('status').getByText('Saved, encrypted').waitFor();
/** Walks by Tab to a control, as one does who has no mouse. */
const tabTo = async (control: Locator): Promise<void> => {
  for (let step = 0; step < 80; step += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await desk.page.keyboard.press('Tab');
  }
  throw new Error('Tab never came to it');
};
/** Chooses from a list that has the focus, by its first letters. */
const chooseByKeys = async (option: string): Promise<void> => {
  await desk.page.keyboard.press('Enter');
  await desk.page.getByRole('listbox').waitFor();
  await desk.page.keyboard.type(option);
  await desk.page.keyboard.press('Enter');
  await desk.page.getByRole('listbox').waitFor({ state: 'hidden' });
};
const exportTo = async (press: Locator): Promise<Buffer> => {
  const download = desk.page.waitForEvent('download');
  await press.click();
  return readFileSync(await (await download).path());
};

describe('deciding the sample', () => {
  it('takes an item over from the utilization review, whose page one click shows', async () => {
    const found = work().getByRole('group', { name: 'Items found in the file' });
    const mri = found.getByRole('listitem').filter({ hasText: HEADINGS[1] });
    await mri.getByRole('button', { name: /^Utilization review/ }).click();
    await desk.page.locator('.lit.target').first().waitFor();
    await found.getByRole('button', { name: `Take over: ${HEADINGS[1]}` }).click();
    await work()
      .getByRole('button', { name: `Item 1 of 1: ${HEADINGS[1]}` })
      .waitFor();
    await work().getByText('As in').waitFor();
  });

  it('builds the other one from its fields, words it as requested and moves it up by keys', async () => {
    const { page } = desk;
    await work().getByRole('button', { name: 'Add item' }).click();
    await work()
      .getByRole('button', { name: /^Fields of item 2/ })
      .click();
    const fields = work().getByRole('group', { name: 'Fields of the item' });
    const heading = work().getByRole('textbox', { name: 'Item 2 as requested' });
    for (const [field, value] of [
      ['Service', 'Acupuncture'],
      ['Body part', 'lumbar spine'],
      ['Frequency and duration', 'once a week for 6 weeks'],
    ] as const) {
      await fields.getByRole('textbox', { name: field, exact: true }).fill(value);
      await page.keyboard.press('Tab');
      await heading.getByText(value).waitFor();
    }
    expect(await heading.inputValue()).toBe('Acupuncture for the lumbar spine once a week for 6 weeks (6)');
    await work().getByText('1 × 6 = 6').waitFor();
    await heading.fill(HEADINGS[0]);
    await heading.press('Alt+ArrowUp');
    await work()
      .getByRole('button', { name: `Item 1 of 2: ${HEADINGS[0]}` })
      .waitFor();
    await whenSaved();
    expect((await items()).map((item) => item.heading)).toEqual(HEADINGS);
  });

  it('decides the first by keyboard alone: decision, both guidelines, rationale', async () => {
    const { page } = desk;
    await page.keyboard.press('Alt+3');
    await work().focus();
    await tabTo(work().getByRole('button', { name: /^Item 1 of 2/ }));
    await page.keyboard.press('o');
    await work()
      .getByRole('radio', { name: /^Overturned/, checked: true })
      .waitFor();
    for (const side of ['Claims Administrator guideline', 'SRO guideline']) {
      const statement = work().getByRole('group', { name: side, exact: true });
      await tabTo(statement.getByRole('button', { name: new RegExp(`^${side}:`) }));
      await page.keyboard.press('Enter');
      await tabTo(statement.getByRole('button', { name: /Form$/ }));
      await chooseByKeys('MTUS');
      await tabTo(statement.getByRole('button', { name: /^Choose a chapter/ }));
      await chooseByKeys('Acupuncture');
      await statement.getByText('Decision based on MTUS Acupuncture Treatment 2007.').waitFor();
    }
    await tabTo(work().getByRole('textbox', { name: 'Decision rationale' }));
    await page.keyboard.insertText(ACUPUNCTURE);
    await whenSaved();
    expect((await items())[0]).toMatchObject({
      decision: 'Overturned',
      rationale: ACUPUNCTURE,
      reviewer: { form: 'mtus', mtus: [{ chapter: 'Acupuncture Treatment', year: '2007' }] },
    });
  });

  it('decides the second with the mouse, a section chosen from those of its chapter', async () => {
    const { page } = desk;
    await work()
      .getByRole('button', { name: /^Item 2 of 2/ })
      .click();
    await work()
      .getByRole('radiogroup', { name: 'Decision on item 2' })
      .getByRole('radio', { name: /^Upheld/ })
      .click();
    const claims = work().getByRole('group', { name: 'Claims Administrator guideline', exact: true });
    await claims.getByRole('button', { name: /^Claims Administrator guideline:/ }).click();
    await claims.getByRole('button', { name: /Form$/ }).click();
    await page.getByRole('option', { name: 'Another citation, outside the MTUS' }).click();
    await claims
      .getByRole('textbox', { name: 'Citation outside the MTUS' })
      .fill('Official Disability Guidelines (ODG), Low Back Chapter, Magnetic Resonance Imaging');
    const reviewer = work().getByRole('group', { name: 'SRO guideline', exact: true });
    await reviewer.getByRole('button', { name: /^SRO guideline:/ }).click();
    await reviewer.getByRole('button', { name: /Form$/ }).click();
    await page.getByRole('option', { name: 'MTUS', exact: true }).click();
    await reviewer.getByRole('button', { name: /^Choose a chapter/ }).click();
    await page.getByRole('option', { name: /^Low Back Complaints 2004/ }).click();
    await reviewer.getByRole('button', { name: 'Add a section of chapter 1' }).click();
    await page.getByRole('menuitem', { name: 'Special Studies' }).click();
    await reviewer.getByText('Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.').waitFor();
    await work().getByRole('textbox', { name: 'Decision rationale' }).click();
    await page.keyboard.insertText(MRI);
    await whenSaved();
    await page.getByRole('tab', { name: /2 of 2 decided/ }).waitFor();
  });

  it('lists every check with its state, and keeps the reason for which a warning is confirmed', async () => {
    const { page, ask, caseId } = desk;
    await showTab(page, 'Checks');
    await work().getByText('nothing blocks the export').waitFor();
    const warnings = (await ask('letter.check', { caseId, settled: true })).filter(
      ({ severity }) => severity === 'warn',
    );
    // The summary was put in as a whole, so that none of its sentences has a page: one line says it of all of them.
    for (const message of new Set(warnings.map((warning) => warning.message))) {
      await work().getByRole('button', { name: message }).click();
      await work()
        .getByRole('button', { name: /^Confirm (all )?…$/ })
        .click();
      await work().getByRole('textbox', { name: 'Reason' }).fill('Looked at; it stands.');
      await work().getByRole('button', { name: 'Confirm', exact: true }).click();
      await work()
        .getByRole('group', { name: 'With a reason' })
        .getByRole('button', { name: message })
        .first()
        .waitFor();
    }
    await work().getByText('All clear').waitFor();
    await work().getByRole('radio', { name: 'All checks' }).click();
    await work()
      .getByRole('listitem')
      .filter({ hasText: 'The closing sentence agrees with the decision' })
      .getByText('passed')
      .waitFor();
    await work()
      .getByRole('listitem')
      .filter({ hasText: 'Every dated statement has its page' })
      .getByText('confirmed', { exact: true })
      .waitFor();
    expect(
      await work()
        .getByText(new RegExp(`^${Object.keys(CHECK_LIST).length} checks: \\d+ passed, 0 with findings`))
        .count(),
    ).toBe(1);
  });

  it('shows the letter as its pages and issues it, word for word as expected', async () => {
    const { page, ask, caseId } = desk;
    await showTab(page, 'Letter');
    const letter = page.getByRole('article', { name: 'Final determination' });
    await letter
      .getByRole('region', { name: 'Page 2 of 2' })
      .getByText('IMR ISSUES, DECISIONS AND RATIONALES')
      .waitFor();
    const written = await exportTo(work().getByRole('button', { name: /^Export letter/ }));
    expect(foldSpace(readDocxText(written))).toBe(foldSpace(EXPECTED));
    expect(foldSpace(await letter.innerText())).toContain(foldSpace(MRI));
    await work()
      .getByText(/read back: the same, word for word/)
      .waitFor();
    await work().getByRole('group', { name: 'Issued versions' }).getByText('as the case stands').waitFor();
    expect(await ask('letter.issued', { caseId })).toMatchObject([{ version: 1, reason: '', isCurrent: true }]);
  });

  it('lets what was issued stand: a change goes out as a correction with its reason', async () => {
    const { page, ask, caseId } = desk;
    const [, second] = await items();
    await ask('item.edit', {
      caseId,
      id: second!.id,
      change: { rationale: MRI.replace('None of these applies.', 'None of these three applies.') },
    });
    await work()
      .getByRole('button', { name: /^Issue the correction/ })
      .click();
    const dialog = page.getByRole('alertdialog', { name: 'Issue a correction of version 1?' });
    expect(await dialog.getByRole('button', { name: 'Issue the correction' }).isDisabled()).toBe(true);
    await dialog.getByRole('textbox', { name: 'Reason for the correction' }).fill('The number of grounds was missing.');
    const corrected = await exportTo(dialog.getByRole('button', { name: 'Issue the correction' }));
    expect(readDocxText(corrected)).toContain('None of these three applies.');
    const versions = work().getByRole('group', { name: 'Issued versions' });
    await versions.getByText('The number of grounds was missing.').waitFor();
    const first = await exportTo(versions.getByRole('button', { name: 'Version 1 as Word' }));
    expect(foldSpace(readDocxText(first))).toBe(foldSpace(EXPECTED));
  });

  it('writes the evidence report and the documents reviewed beside it', async () => {
    const beside = work().getByRole('group', { name: 'With it' });
    const report = readDocxText(await exportTo(beside.getByRole('button', { name: 'Evidence report as Word' })));
    expect(report).toContain('None of these three applies.');
    expect(report).toContain('Looked at; it stands.');
    const documents = await exportTo(beside.getByRole('button', { name: 'Documents reviewed as PDF' }));
    expect(documents.subarray(0, 5).toString()).toBe('%PDF-');
    await work()
      .getByRole('button', { name: /^Documents reviewed/ })
      .last()
      .click();
    expect(
      await work().getByRole('list', { name: 'Documents reviewed' }).getByRole('listitem').count(),
    ).toBeGreaterThan(10);
    expect(desk.complaints).toEqual([]);
  });
});
