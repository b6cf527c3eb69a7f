import { findBarriers } from '../support/browser.ts';
import { dragOver, openSampleDesk, pageFace, showTab } from '../support/sample-desk.ts';
import type { SampleDesk } from '../support/sample-desk.ts';

let desk: SampleDesk;
afterEach(() => desk.close());

/**
 * Some of the work done, so that every tab has something to show; most proposals rejected, for axe looks at each card.
 */
const doSomeWork = async ({ ask, caseId }: SampleDesk): Promise<void> => {
  const entries = await ask('timeline.list', { caseId });
  await ask('timeline.decide', { caseId, ids: entries.slice(0, 12).map(({ id }) => id), state: 'accepted' });
  await ask('timeline.decide', { caseId, ids: entries.slice(16).map(({ id }) => id), state: 'rejected' });
  const sentences = await ask('summary.compose', { caseId });
  await ask('summary.write', { caseId, text: `${sentences.map(({ text }) => text).join(' ')} He is known to nobody.` });
  const [item] = await ask('item.list', { caseId });
  await ask('item.edit', {
    caseId,
    id: item!.id,
    change: {
      decision: 'Upheld',
      rationale: 'The request is medically necessary.',
      reviewer: { form: 'mtus', mtus: [{ chapter: 'Low Back Complaints', year: '2004', sections: '' }] },
    },
  });
  await ask('item.cite', { caseId, id: item!.id, span: entries[0]!.sources[0]! });
};

describe.each(['light', 'dark'] as const)('the workspace in %s', (colorScheme) => {
  it('has no barrier on any tab, nor in what floats above', async () => {
    desk = await openSampleDesk({ colorScheme });
    const { page } = desk;
    await doSomeWork(desk);
    await page.getByRole('tab', { name: /12 accepted/ }).waitFor();
    const barriers: string[] = [];
    const look = async (where: string): Promise<void> => {
      barriers.push(...(await findBarriers(page)).map((one) => `${where}: ${one}`));
    };
    const records = page.getByRole('region', { name: 'Records', exact: true });
    await records.getByRole('button', { name: /^X-ray of the lumbar spine/ }).click();
    const words = pageFace(page).locator('[data-start]');
    await words.nth(22).waitFor();
    await dragOver(page, words.nth(20), words.nth(22));
    await page.getByRole('toolbar', { name: 'Selected words' }).waitFor();
    await look('selected words');
    await page.keyboard.press('t');
    await page.getByRole('dialog', { name: 'Add to the timeline' }).waitFor();
    await look('entry dialog');
    await page.keyboard.press('Escape');
    await records.getByRole('button', { name: /^Work status/ }).click();
    for (const tab of ['Summary', 'Decisions', 'Checks', 'Letter']) {
      await showTab(page, tab);
      await page
        .getByRole('tabpanel', { name: new RegExp(`^${tab}`) })
        .locator('*')
        .first()
        .waitFor();
      await page.waitForTimeout(300);
      await look(tab);
    }
    await page.keyboard.press('Control+d');
    await page.getByRole('dialog', { name: 'Case details' }).waitFor();
    await look('case details');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Case details' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Control+f');
    await page.keyboard.type('pain');
    await page.getByRole('option').first().waitFor();
    await look('search');
    expect(barriers).toEqual([]);
    expect(desk.complaints).toEqual([]);
  }, 240_000);
});
