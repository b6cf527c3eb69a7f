import { readFile } from 'node:fs/promises';
import { findBarriers } from '../support/browser.ts';
import { openSampleDesk, showTab } from '../support/sample-desk.ts';
import type { SampleDesk } from '../support/sample-desk.ts';

let desk: SampleDesk;
beforeAll(async () => {
  desk = await openSampleDesk({ acceptDownloads: true });
});
afterAll(() => desk.close());

describe('the decisions', () => {
  it('state both guidelines, the decision and the rationale, and the checks follow', async () => {
    const { page, ask, caseId } = desk;
    await showTab(page, 'Decisions');
    const blocking = async () =>
      (await ask('letter.check', { caseId }))
        .filter(({ severity, part }) => severity === 'block' && part.kind === 'item' && part.item === 0)
        .map(({ name }) => name)
        .sort();
    expect(await blocking()).toContain('missing-decision');
    const panel = page.getByRole('tabpanel');
    await panel.getByRole('radio', { name: /^Upheld/ }).click({ force: true });
    for (const side of ['Claims Administrator guideline', 'SRO guideline']) {
      const part = panel.getByRole('group', { name: side, exact: true });
      await part.getByRole('button', { name: new RegExp(`^${side}`) }).click();
      await part.getByRole('button', { name: /Form/ }).click();
      await page.getByRole('option', { name: 'MTUS', exact: true }).click();
      await part
        .getByRole('button', { name: /Chapter 1/ })
        .first()
        .click();
      await page.getByRole('option', { name: /^Acupuncture Treatment 2007/ }).click();
      await part.getByText(/Decision based on MTUS Acupuncture Treatment 2007\./).waitFor();
    }
    const prose = panel.getByRole('textbox', { name: 'Decision rationale' });
    await prose.click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type(
      'Acupuncture for the lumbar spine was asked for after six visits of therapy. The request is not medically necessary.',
    );
    await page.waitForTimeout(1200);
    const [item] = await ask('item.list', { caseId });
    expect(item).toMatchObject({
      decision: 'Upheld',
      claims: { form: 'mtus' },
      reviewer: { form: 'mtus', mtus: [{ chapter: 'Acupuncture Treatment', year: '2007' }] },
    });
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
      press(
        [...document.querySelectorAll('[role=option]')].find(({ textContent }) =>
          textContent?.startsWith('MTUS and another citation'),
        ),
      );
      setTimeout(
        () =>
          press(
            [...document.querySelectorAll('[data-part="claimsGuideline"] button')].find(
              ({ textContent }) => textContent === 'Another chapter',
            ),
          ),
        0,
      );
    });
    await part.getByRole('button', { name: /Chapter 2/ }).waitFor();
    await page.getByText('Saved, encrypted').waitFor();
    await page.waitForTimeout(600);
    expect((await ask('item.list', { caseId }))[0]).toMatchObject({
      claims: { form: 'mtus-and-other', mtus: [{ chapter: 'Acupuncture Treatment' }, { chapter: '' }] },
    });
    await part.getByRole('button', { name: 'Remove chapter 2' }).click();
    await part.getByRole('button', { name: /Chapter 2/ }).waitFor({ state: 'detached' });
    // What the store holds is shown again, not what was put here last.
    await page.getByRole('button', { name: 'Undo' }).click();
    await part
      .getByRole('button', { name: /Chapter 2/ })
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Redo' }).click();
    await part.getByRole('button', { name: /Chapter 2/ }).waitFor({ state: 'detached' });
  });

  it('keep a press on what stands below a field that is not written yet: what the write brings must not push it away first', async () => {
    const { page, ask, caseId } = desk;
    const part = (side: string) => page.getByRole('tabpanel').getByRole('group', { name: side, exact: true });
    const citation = part('Claims Administrator guideline').getByRole('textbox', { name: 'Citation outside the MTUS' });
    const below = part('SRO guideline').getByRole('button', { name: /^SRO guideline:/ });
    const isExpanded = await below.getAttribute('aria-expanded');
    await citation.scrollIntoViewIfNeeded();
    await citation.fill('Official Disability Guidelines (ODG), Low Back Chapter, Acupuncture');
    // The sentence grows with the words; what is written when the field is left moves nothing while the mouse is down.
    await below.hover({ position: { x: 40, y: 4 } });
    await page.mouse.down();
    await page.waitForTimeout(400);
    await page.mouse.up();
    await part('SRO guideline')
      .getByRole('button', { name: /^SRO guideline:/, expanded: isExpanded !== 'true' })
      .waitFor();
    await page.getByText('Saved, encrypted').waitFor();
    expect((await ask('item.list', { caseId }))[0]).toMatchObject({ claims: { other: /ODG/ } });
  });

  it('take a reason and a closing sentence each in its place in the rationale', async () => {
    const { page, ask, caseId } = desk;
    const { id } = await ask('item.add', {
      caseId,
      item: {
        heading: 'Norco 10/325mg #60',
        decision: 'Upheld',
        reviewer: { form: 'other', other: 'ODG: Pain' },
        rationale: 'No gain is documented.',
      },
    });
    const { opioidParagraph } = await ask('item.suggest', { caseId, id });
    await ask('item.edit', { caseId, id, change: { rationale: `No gain is documented.\n${opioidParagraph!}` } });
    const panel = page.getByRole('tabpanel');
    await panel.getByRole('button', { name: /: Norco 10\/325mg #60$/ }).click();
    await panel
      .getByRole('group', { name: 'Closing sentence' })
      .getByRole('button', { name: 'Put in: Closing sentence' })
      .click();
    const prose = panel.getByRole('textbox', { name: 'Decision rationale' });
    await prose.getByText(/No gain is documented\. Therefore/).waitFor();
    await page.getByText('Saved, encrypted').waitFor();
    await panel.getByRole('button', { name: /^SRO guideline:/ }).click();
    await panel
      .getByRole('button', { name: /^Put into the rationale: / })
      .first()
      .click();
    await prose.getByText(/No gain is documented\. The MTUS .* Therefore, .* is not medically necessary\.$/).waitFor();
    expect((await ask('item.list', { caseId })).find((item) => item.id === id)!.rationale).toMatch(
      new RegExp(
        `^No gain is documented\\. The MTUS .+ Therefore, .+ is not medically necessary\\.\n${opioidParagraph!.slice(0, 30)}`,
      ),
    );
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
    expect(
      await page.evaluate(() => [document.documentElement, document.body].map(({ scrollTop }) => scrollTop)),
    ).toEqual([0, 0]);
    expect((await page.getByRole('button', { name: 'Case details' }).first().boundingBox())!.y).toBeGreaterThanOrEqual(
      0,
    );
  });

  it('opens the rule behind a finding, and that of a clock', async () => {
    const { page } = desk;
    await showTab(page, 'Checks');
    await page.getByRole('button', { name: /Item 2 is not decided/ }).click();
    await page.getByRole('button', { name: 'The rule behind check 15' }).first().click();
    const rules = page.getByRole('dialog', { name: /^Check 15: Every decision is/ });
    await rules.getByRole('article', { name: 'The form of the letter' }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Case details' }).first().click();
    const clocks = page.getByRole('dialog', { name: 'Case details' }).getByRole('list', { name: 'Clocks' });
    await clocks.getByRole('button', { name: 'The rule of this clock: Decision' }).click();
    await page.getByRole('article', { name: 'Thirty days' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Case details' }).getByRole('button', { name: 'Done', exact: true }).click();
  });

  it('takes header values from the file and says where they stand', async () => {
    const { page, ask, caseId } = desk;
    await ask('case.update', { caseId, facts: { header: { urDenialDate: '' } } });
    await page.getByRole('button', { name: 'Case details' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Case details' });
    await dialog
      .getByRole('button', { name: /^Take 09\/08\/2016 as UR Denial Date from/ })
      .first()
      .click();
    await dialog
      .getByText(/^as in/)
      .first()
      .waitFor();
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
      transfer.items.add(
        new File(['Progress report\nDate of service: 09/10/2016\nThe low back has not improved.'], 'progress.txt', {
          type: 'text/plain',
        }),
      );
      transfer.items.add(new File([new Uint8Array([1, 2, 3, 4])], 'junk.bin'));
      return transfer;
    });
    await page.dispatchEvent('body', 'dragenter', { dataTransfer: dropped });
    await page.getByText('Drop to add to this case').waitFor();
    await page.dispatchEvent('body', 'drop', { dataTransfer: dropped });
    await page.getByRole('button', { name: 'Show why' }).click();
    const ledger = page.getByRole('dialog', { name: 'What became of the files' });
    await ledger
      .getByRole('row')
      .filter({ hasText: 'junk.bin' })
      .getByText(/^(failed|skipped)$/)
      .waitFor();
    await ledger.getByRole('row').filter({ hasText: 'progress.txt' }).getByText('imported').waitFor();
    await page.keyboard.press('Escape');
  });

  it('complains of nothing', () => {
    expect(desk.complaints).toEqual([]);
  });
});
