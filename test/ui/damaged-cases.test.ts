import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connectBackend } from '../../main/app/backend/connect-backend.ts';
import { findBarriers } from '../support/browser.ts';
import { PASSPHRASE, openDesk, type Desk } from '../support/desk.ts';

let desk: Desk;
afterEach(() => desk.close());

const call = async (method: string, input: object): Promise<unknown> => {
  const reply = await desk.backend.call(method, input);
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value;
};

const newCase = async (caseNumber: string): Promise<string> =>
  ((await call('case.create', { letter: { header: { caseNumber } }, origin: 'records' })) as { caseId: string }).caseId;

const fileOf = (caseId: string): string => join(desk.vaultDir, 'cases', `${caseId}.db`);

const unlock = async (): Promise<void> => {
  await desk.page.getByLabel('Passphrase').fill(PASSPHRASE);
  await desk.page.keyboard.press('Enter');
};

/** Locks the vault, does something to its files, and unlocks it in the page. */
const whileLocked = async (work: () => void | Promise<void>): Promise<void> => {
  await desk.page.getByRole('heading', { name: 'Cases' }).waitFor();
  await call('vault.lock', {});
  await desk.page.getByLabel('Passphrase').waitFor();
  await work();
  await unlock();
};

describe('a damaged case', () => {
  it('has a row of its own that says what can be done; the others go on, and it can be erased', async () => {
    desk = await openDesk();
    const { page } = desk;
    const damaged = await newCase('CM16-9900001');
    await newCase('CM16-9900002');
    await whileLocked(() => writeFileSync(fileOf(damaged), 'no database'.repeat(5000)));

    const table = page.getByRole('grid', { name: 'Cases' });
    await table.getByRole('row', { name: /CM16-9900001/ }).click();
    const side = page.getByRole('complementary', { name: 'Selected case' }).or(page.getByLabel('Selected case'));
    await side.getByText('This case is damaged.').waitFor();
    await side.getByText(/is damaged, or is one of another vault or program; restore it from a backup\./).waitFor();
    await table
      .getByRole('row', { name: /CM16-9900001/ })
      .getByText('Damaged')
      .waitFor();
    expect(await findBarriers(page)).toEqual([]);

    await side.getByRole('button', { name: 'Verify this case' }).click();
    const dialog = page.getByRole('dialog', { name: 'Verify this case' });
    await dialog.getByText('Not everything is sound.').waitFor();
    await dialog.getByText(/one of another vault or program/).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Escape');

    await table.getByRole('row', { name: /CM16-9900002/ }).dblclick();
    await page.getByRole('button', { name: 'Case details' }).waitFor();
    await page.getByRole('button', { name: 'All cases' }).first().click();

    await table.getByRole('row', { name: /CM16-9900001/ }).click();
    await side.getByRole('button', { name: 'Erase this case' }).click();
    await page.getByLabel('Type CM16-9900001 to erase it').fill('CM16-9900001');
    await page.keyboard.press('Enter');
    await table.getByRole('row', { name: /CM16-9900001/ }).waitFor({ state: 'detached' });
  });

  it('is whole again when its file was put back and one looks again', async () => {
    desk = await openDesk();
    const { page } = desk;
    const caseId = await newCase('CM16-9900001');
    const backup = join(desk.vaultDir, 'backup.db');
    await whileLocked(() => {
      copyFileSync(fileOf(caseId), backup);
      rmSync(fileOf(caseId));
    });
    await page.getByText('This case is damaged.').waitFor();
    copyFileSync(backup, fileOf(caseId));
    await page.getByRole('button', { name: 'Look again' }).click();
    await page.getByText('This case is damaged.').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Open', exact: true }).waitFor();
  });
});

describe('a case that is older than the vault remembers', () => {
  it('says both states, is opened to be read, and is kept as it stands', async () => {
    desk = await openDesk();
    const { page } = desk;
    const caseId = await newCase('CM16-9900001');
    const backup = join(desk.vaultDir, 'backup.db');
    await whileLocked(() => copyFileSync(fileOf(caseId), backup));
    await call('case.update', { caseId, facts: { organisation: 'Example Reviews' } });
    await whileLocked(() => copyFileSync(backup, fileOf(caseId)));

    await page.getByText('This case is set back.').waitFor();
    await page.getByText(/The vault remembers change 2 of .*; its file ends at change 1 of /).waitFor();
    await page.getByRole('button', { name: /^Open to read/ }).click();
    const state = page.getByRole('region', { name: 'State of the case file' });
    await state.waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await state.getByRole('button', { name: 'Keep as it stands' }).click();
    const ask = page.getByRole('alertdialog', { name: 'Keep this case as it stands?' });
    await ask.getByRole('button', { name: 'Keep as it stands' }).click();
    await state.waitFor({ state: 'detached' });
    expect(await call('case.show', { caseId })).toMatchObject({ condition: { state: 'sound' } });
  });
});

describe('the vault', () => {
  it('is verified from everywhere, and says what was checked', async () => {
    desk = await openDesk();
    const { page } = desk;
    await newCase('CM16-9900001');
    await page.getByRole('grid', { name: 'Cases' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('verify');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Verify the vault' });
    await dialog.getByText('Everything that was checked is sound.').waitFor();
    await dialog.getByText('vault.json and its copy are whole.').waitFor();
    await dialog.getByText(/The log holds one change, change 1 of .*, as the vault remembers\.$/).waitFor();
    expect(await findBarriers(page)).toEqual([]);
  });

  it('tells once that vault.db was made anew', async () => {
    desk = await openDesk();
    const { page } = desk;
    await newCase('CM16-9900001');
    await whileLocked(() => rmSync(join(desk.vaultDir, 'vault.db')));
    await page.getByText(/vault\.db was missing and was made anew: 1 case is there/).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Understood' }).click();
    await page.getByText(/vault\.db was missing/).waitFor({ state: 'detached' });
    await page.getByRole('grid', { name: 'Cases' }).waitFor();
  });

  it('says in the unlock screen where else it is open', async () => {
    desk = await openDesk();
    await desk.page.getByRole('heading', { name: 'Cases' }).waitFor();
    await call('vault.lock', {});
    const other = await connectBackend({
      storeDir: desk.vaultDir,
      assetsDir: join(import.meta.dirname, '..', '..', 'assets'),
      parsers: 1,
      openedBy: 'command-line',
    });
    await other.call('vault.unlock', { passphrase: PASSPHRASE });
    await desk.page.getByLabel('Passphrase').waitFor();
    await unlock();
    await desk.page
      .getByText(/^This vault has been open on the command line since \d\d:\d\d; close it there first\.$/)
      .waitFor();
    await other.close();
    await unlock();
    await desk.page.getByRole('heading', { name: 'Cases' }).waitFor();
  });
});
