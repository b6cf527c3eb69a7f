import { join } from 'node:path';
import type { Input, Method, Output } from '../../shared/contract.ts';
import type { CaseId } from '../../shared/ids.ts';
import type { Reply } from '../../shared/reply.ts';
import { openDesk } from '../support/desk.ts';
import type { Desk } from '../support/desk.ts';
import { dropPaths } from '../support/drop-paths.ts';
import { showTab } from '../support/sample-desk.ts';

const RECORDS = join(import.meta.dirname, '..', '..', 'assets', 'sample-case', 'records');

let desk: Desk;
let caseId: CaseId;
const ask = async <M extends Method>(method: M, input: Input<M>): Promise<Output<M>> => {
  const reply = (await desk.backend.call(method, input)) as Reply<Output<M>>;
  if (!reply.ok) throw new Error(`${method}: ${reply.error.message}`);
  return reply.value;
};
const facts = async () => (await ask('case.show', { caseId })).facts;
const whenSaved = (): Promise<void> => desk.page.getByRole('status').getByText('Saved, encrypted').waitFor();

/** A case made by dropping its records: nothing is stated about it yet. */
beforeAll(async () => {
  desk = await openDesk({ recognisesByItself: false });
  const { page } = desk;
  await page.getByRole('heading', { name: 'Cases' }).waitFor();
  await dropPaths(
    page,
    ['imr-application.pdf', 'utilization-review-2016-09-08.pdf', 'assignment-sheet.pdf'].map((name) =>
      join(RECORDS, name),
    ),
  );
  await page.getByRole('region', { name: 'Records', exact: true }).waitFor();
  await page
    .getByRole('article', { name: /^Page 1 of/ })
    .first()
    .waitFor();
  const [row] = await ask('case.list', {});
  caseId = row!.id;
});
afterAll(() => desk.close());

describe('the details of a case that was dropped', () => {
  it('all stand after what the file says was taken and one more value typed', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: 'Case details' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Case details' });
    const take = dialog.getByRole('button', { name: /^Take all \d+ from the file$/ });
    await take.click();
    await take.waitFor({ state: 'detached' });
    const taken = Object.entries((await facts()).header).filter(
      ([name, value]) => name !== 'caseNumber' && value !== '',
    );
    expect(taken.length).toBeGreaterThanOrEqual(3);
    await dialog.getByRole('textbox', { name: 'Case Number' }).fill('CM16-0000009');
    await page.keyboard.press('Tab');
    await whenSaved();
    await page.getByRole('heading', { name: 'CM16-0000009' }).waitFor();
    expect((await facts()).header).toMatchObject({ ...Object.fromEntries(taken), caseNumber: 'CM16-0000009' });
  });

  it('all stand when two are filled in one after the other, faster than they are read again', async () => {
    const { page } = desk;
    const dialog = page.getByRole('dialog', { name: 'Case details' });
    await dialog.getByLabel('State(s) of licensure').fill('Texas');
    await dialog.getByLabel('Certification(s)/Specialty').fill('Occupational Medicine');
    await dialog.getByLabel('Records complete').fill('09/20/2016');
    await page.keyboard.press('Tab');
    await dialog.getByRole('button', { name: 'Done', exact: true }).click();
    await whenSaved();
    expect(await facts()).toMatchObject({
      reviewer: { licensure: 'Texas', specialty: 'Occupational Medicine' },
      recordsComplete: '2016-09-20',
    });
  });
});

describe('undo', () => {
  it('says what it has taken back and where, and shows that where it is not in view', async () => {
    const { page } = desk;
    await showTab(page, 'Timeline');
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    const message = page
      .getByRole('alertdialog')
      .filter({ hasText: 'Undone: change of the case details (Case details)' });
    await message.getByRole('button', { name: 'Show' }).click();
    const dialog = page.getByRole('dialog', { name: 'Case details' });
    await dialog.waitFor();
    expect(await dialog.getByLabel('Records complete').inputValue()).toBe('');
    await dialog.getByRole('button', { name: 'Done', exact: true }).click();
    await page.getByRole('button', { name: 'Redo', exact: true }).click();
    await page.getByText('Done again: change of the case details (Case details)').waitFor();
  });

  it('offers no way to what is in view', async () => {
    const { page } = desk;
    await ask('timeline.decide', {
      caseId,
      ids: (await ask('timeline.list', { caseId })).slice(0, 1).map(({ id }) => id),
      state: 'accepted',
    });
    await page.getByRole('tab', { name: /1 accepted/ }).waitFor();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    const message = page.getByRole('alertdialog').filter({ hasText: 'Undone: accepting or rejecting (Timeline)' });
    await message.waitFor();
    expect(await message.getByRole('button', { name: 'Show' }).count()).toBe(0);
  });
});

it('complains of nothing', () => {
  expect(desk.complaints).toEqual([]);
});
