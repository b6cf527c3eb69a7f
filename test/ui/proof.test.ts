import type { Locator } from 'playwright-core';
import { findBarriers } from '../support/browser.ts';
import { cutControls } from '../support/cut-controls.ts';
import { openSampleDesk, showTab, type SampleDesk } from '../support/sample-desk.ts';

// What follows from all records of the sample together: treatments, and what is documented nowhere.

let desk: SampleDesk;
beforeAll(async () => {
  desk = await openSampleDesk({ viewport: { width: 1280, height: 800 } });
  const { ask, caseId } = desk;
  const visits = await ask('visit.list', { caseId });
  await ask('visit.accept', { caseId, ids: visits.map(({ id }) => id) });
  await showTab(desk.page, 'Timeline');
});
afterAll(() => desk.close());

const show = async (view: string): Promise<void> => {
  await desk.page.getByRole('radio', { name: view, exact: true }).click();
};
const card = (name: string | RegExp): Locator => desk.page.getByRole('listitem', { name }).first();
const rationales = async (): Promise<string[]> => {
  const { ask, caseId } = desk;
  return (await ask('item.list', { caseId })).map(({ rationale }) => rationale);
};
const barriers = async (): Promise<string[]> => [
  ...(await findBarriers(desk.page, '[data-pane=work]')),
  ...(await cutControls(desk.page)),
];

describe('what the records prove', () => {
  it('lists the treatments, opens the page of each fact, and puts one into a rationale in one step', async () => {
    await show('Treatments');
    const therapy = card(/^Chiropractic care|^Physical therapy/);
    await therapy.waitFor();
    await therapy
      .getByRole('button', { name: /, p\. \d+$/ })
      .first()
      .click();
    await desk.page.locator('.cited, mark, [data-lit]').first().waitFor({ state: 'attached' });
    expect(await barriers()).toEqual([]);
    const before = await rationales();
    await therapy.getByRole('button', { name: /^Into a rationale/ }).click();
    await desk.page.getByRole('menuitem').first().click();
    await desk.page.getByText('It stands in the rationale of item 1').waitFor();
    expect((await rationales())[0]!.length).toBeGreaterThan(before[0]!.length + 20);
    await desk.page.keyboard.press('Control+z');
    await desk.page.getByText(/^Undone: treatment as evidence/).waitFor();
    expect(await rationales()).toEqual(before);
  });

  it('searches all pages for what is not documented, and keeps that as evidence', async () => {
    await show('Not documented');
    const { page } = desk;
    const field = page.getByRole('textbox', { name: 'What is not documented?' });
    await field.fill('hyperbaric oxygen');
    await field.press('Enter');
    const absent = card('hyperbaric oxygen');
    await absent.getByText(/^Not documented on \d+ pages$/).waitFor();
    await field.fill('X-ray');
    await field.press('Enter');
    const held = card('X-ray');
    await held.getByText(/^Documented on \d+ pages? of \d+$/).waitFor();
    expect(await held.getByRole('button', { name: /^Into a rationale/ }).count()).toBe(0);
    await held.getByRole('button', { name: /of writing it: X-ray$/ }).click();
    await held.getByText(/radiograph/).waitFor();
    expect(await barriers()).toEqual([]);
    await absent.getByRole('button', { name: /^Into a rationale/ }).click();
    await page.getByRole('menuitem').nth(1).click();
    await absent.getByText(/evidence of item 2$/).waitFor();
    expect((await rationales())[1]).toContain('contain no documentation of hyperbaric oxygen.');
    await page.getByRole('button', { name: 'Show', exact: true }).first().click();
    await page
      .getByRole('list', { name: 'Negative searches' })
      .getByText(/hyperbaric oxygen/)
      .waitFor();
  });

  it('shows what is missing or odd with both pages, and dismisses it with a reason', async () => {
    const { page, backend, ask, caseId } = desk;
    const report = (side: string): Uint8Array =>
      new TextEncoder().encode(
        `PROGRESS REPORT (PR-2)\nPatient: Casey Sample DOB: 03/09/1978\nDate of exam: 08/20/2016\nAlex Example, MD\nObjective: Abduction 95 degrees. Positive empty can test in the ${side} shoulder.`,
      );
    const files = await backend.offer([
      { kind: 'bytes', name: 'one.txt', bytes: report('right') },
      { kind: 'bytes', name: 'other.txt', bytes: report('left') },
    ]);
    await ask('record.import', { caseId, files });
    await showTab(page, 'Timeline');
    await show('Missing or odd');
    const odd = card(/is there twice and differs: side right or left/);
    await odd.waitFor();
    expect(await barriers()).toEqual([]);
    await odd.getByRole('button', { name: /^Both pages/ }).click();
    await page.getByRole('button', { name: 'One record', exact: true }).click();
    await odd.getByRole('button', { name: /^Dismiss/ }).click();
    await odd.getByRole('textbox', { name: 'Why is this in order?' }).fill('Corrected by hand.');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '1 dismissed' }).click();
    await page.getByText('In order: Corrected by hand.').waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText(/^Undone: dismissal of something odd/).waitFor();
    await odd.getByRole('button', { name: /^Dismiss/ }).waitFor();
  });

  it('says that a search is out of date once records have come, and runs it again', async () => {
    const { page, backend, ask, caseId } = desk;
    const text = new TextEncoder().encode('PROGRESS REPORT\nHyperbaric oxygen was given on 09/01/2016.');
    const [file] = await backend.offer([{ kind: 'bytes', name: 'added.txt', bytes: text }]);
    await ask('record.import', { caseId, files: [file!] });
    await showTab(page, 'Timeline');
    await show('Not documented');
    const absent = card('hyperbaric oxygen');
    await absent.getByText(/^Pages have changed since\. Now: documented on 1 page of/).waitFor();
    await absent.getByRole('button', { name: 'Run again: hyperbaric oxygen' }).click();
    await absent.getByText(/^Documented on 1 page of \d+$/).waitFor();
  });
});
