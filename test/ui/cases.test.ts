import { composeLetter } from '../../main/letters/compose-letter.ts';
import { letterText } from '../../main/letters/letter-text.ts';
import type { CaseRow } from '../../shared/case.ts';
import { Letter } from '../../shared/letter.ts';
import { FORMS } from '../letters/support/letter-assets.ts';
import { soundLetter } from '../letters/support/sound-letter.ts';
import { findBarriers } from '../support/browser.ts';
import { openDesk } from '../support/desk.ts';
import type { Desk } from '../support/desk.ts';

let desk: Desk;
afterEach(() => desk.close());

const addCase = async (caseNumber: string, headings: readonly string[] = []): Promise<void> => {
  const letter = Letter.parse({
    header: { caseNumber, dateOfInjury: '2014-05-24' },
    items: headings.map((heading) => ({ heading })),
  });
  expect(await desk.backend.call('case.create', { letter, origin: 'records' })).toEqual({
    ok: true,
    value: { caseId: expect.any(String) },
  });
};

describe('an empty desk', () => {
  it.each(['light', 'dark'] as const)(
    'offers the sample and a drop target without barriers (%s)',
    async (colorScheme) => {
      desk = await openDesk({ colorScheme });
      await desk.page.getByText("Drop a case's files, a folder or a ZIP anywhere in this window").waitFor();
      await desk.page.getByRole('button', { name: 'Open the sample case' }).waitFor();
      expect(await findBarriers(desk.page)).toEqual([]);
      expect(desk.complaints).toEqual([]);
    },
  );

  it('takes a case by hand: header values, items, clock', async () => {
    desk = await openDesk();
    const { page, backend } = desk;
    await page.getByRole('heading', { name: 'Cases' }).waitFor();
    await page.keyboard.press('Control+n');
    const form = page.getByRole('dialog', { name: 'New case' });
    await form.getByLabel('Case Number').fill('cm14-9900018');
    await form.getByLabel('Date of Injury').fill('5/24/14');
    await form.getByLabel('UR Denial Date').fill('June 26, 2014');
    await form.getByLabel('Records complete').fill('13/40/2014');
    await form
      .getByLabel('Disputed items, one a line')
      .fill('Acupuncture two times a week for three weeks\n\nX-ray of the lumbar spine');
    await form.getByText('Write a date like 06/24/2014.').waitFor();
    await form.getByLabel('Records complete').fill('073014');
    await form.getByLabel('Date Assigned').fill('7/30/14');
    expect(await form.getByLabel('UR Denial Date').inputValue()).toBe('06/26/2014');
    expect(await findBarriers(page)).toEqual([]);
    await form.getByLabel('Date Assigned').press('Enter');
    await form.waitFor({ state: 'hidden' });
    await page.getByText('CM14-9900018').first().waitFor();
    const cases = await backend.call('case.list', {});
    expect(cases).toMatchObject({
      ok: true,
      value: [{ caseNumber: 'CM14-9900018', dateOfInjury: '2014-05-24', items: 2, due: '2014-08-29' }],
    });
    const caseId = cases.ok && (cases.value as CaseRow[])[0]!.id;
    expect(await backend.call('case.show', { caseId })).toMatchObject({
      ok: true,
      value: { facts: { header: { dateAssigned: '2014-07-30', urDenialDate: '2014-06-26', priority: 'Standard' } } },
    });
    expect(desk.complaints).toEqual([]);
  });

  it('makes a new case of a file that is dropped on the window', async () => {
    desk = await openDesk();
    const { page, backend } = desk;
    await page.getByRole('heading', { name: 'Cases' }).waitFor();
    const dropped = await page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(
        new File(['Progress report\nDate of service: 06/10/2014\nThe low back has not improved.'], 'progress.txt', {
          type: 'text/plain',
        }),
      );
      return transfer;
    });
    await page.dispatchEvent('body', 'dragenter', { dataTransfer: dropped });
    await page.getByText('Drop to start a new case').waitFor();
    await page.dispatchEvent('body', 'drop', { dataTransfer: dropped });
    await page.getByText('1 of 1 files added, 1 page.').waitFor();
    expect(await backend.call('case.list', {})).toMatchObject({ ok: true, value: [{ records: 1, pages: 1 }] });
    expect(desk.complaints).toEqual([]);
  });
});

describe('a published determination', () => {
  it('becomes a case that says where it comes from, and what was noticed in the letter', async () => {
    desk = await openDesk();
    const { page } = desk;
    await page.getByRole('heading', { name: 'Cases' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('published determination');
    const chooser = page.waitForEvent('filechooser');
    await page.keyboard.press('Enter');
    const cutOff = letterText(composeLetter(soundLetter(), FORMS)).slice(0, -20);
    await (await chooser).setFiles({ name: 'letter.txt', mimeType: 'text/plain', buffer: Buffer.from(cutOff) });
    await page.getByText(/^made from a published letter · /).waitFor();
    await page
      .getByText(
        'letter.txt was read with a remark: The last rationale stops within a sentence; the letter may be cut off.',
      )
      .waitFor();
    expect(desk.complaints).toEqual([]);
  });
});

describe('the list of cases', () => {
  it('selects by arrow keys, shows the selected case and its next step, and opens it by Enter', async () => {
    desk = await openDesk();
    await addCase('CM14-9900001');
    await addCase('CM14-9900002', ['Acupuncture']);
    const { page } = desk;
    const side = page.getByRole('region', { name: 'Selected case' });
    await page.getByRole('row', { name: /CM14-9900002/ }).waitFor();
    await page.getByRole('row', { name: /CM14-9900001/ }).click();
    await side.getByText('Next: add the records of the case').waitFor();
    await page.keyboard.press('ArrowUp');
    await side.getByText('CM14-9900002').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'CM14-9900002' }).waitFor();
    await page.getByRole('button', { name: 'All cases' }).click();
    await page.getByRole('heading', { name: 'Cases' }).waitFor();
    expect(desk.complaints).toEqual([]);
  });

  it('keeps the selected case when another comes to stand above it', async () => {
    desk = await openDesk();
    await addCase('CM14-9900001');
    const { page } = desk;
    const side = page.getByRole('region', { name: 'Selected case' });
    await side.getByText('CM14-9900001').waitFor();
    await addCase('CM14-9900002', ['Acupuncture']);
    await page.getByRole('row', { name: /CM14-9900002/ }).waitFor();
    expect(await page.getByRole('row', { name: /CM14/ }).first().innerText()).toContain('CM14-9900002');
    expect(await side.innerText()).toContain('CM14-9900001');
  });

  it('narrows while one types in the search', async () => {
    desk = await openDesk();
    await addCase('CM14-9900001', ['Right knee brace']);
    await addCase('CM14-9900002', ['Acupuncture']);
    const { page } = desk;
    await page.getByRole('row', { name: /CM14-9900002/ }).waitFor();
    await page.keyboard.press('Control+f');
    await page.keyboard.type('990000');
    expect(await page.getByRole('row', { name: /CM14/ }).count()).toBe(2);
    await page.keyboard.type('2');
    await page.getByRole('row', { name: /CM14-9900001/ }).waitFor({ state: 'hidden' });
    await page.keyboard.type('7');
    await page.getByText('No case has these words').waitFor();
  });

  it('erases a case only after its number was typed', async () => {
    desk = await openDesk();
    await addCase('CM14-9900001');
    const { page } = desk;
    await page.getByRole('button', { name: 'Erase this case' }).click();
    const question = page.getByRole('alertdialog', { name: 'Erase CM14-9900001?' });
    const erase = question.getByRole('button', { name: 'Erase for good' });
    await question.getByLabel('Type CM14-9900001 to erase it').fill('CM14-990000');
    expect(await erase.isEnabled()).toBe(false);
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.type('1');
    await erase.click();
    await page.getByText('CM14-9900001 is erased: its key is destroyed and its file is gone.').waitFor();
    expect(await desk.backend.call('case.list', {})).toMatchObject({ ok: true, value: [] });
    expect(desk.complaints).toEqual([]);
  });
});
