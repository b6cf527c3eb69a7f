import { findBarriers } from '../support/browser.ts';
import { PASSPHRASE, openDesk } from '../support/desk.ts';
import type { Desk } from '../support/desk.ts';

let desk: Desk;
afterEach(() => desk.close());

describe('the first run', () => {
  it('asks for a passphrase twice, shows the recovery key once, and opens an empty desk', async () => {
    desk = await openDesk({ vault: 'none' });
    const { page } = desk;
    await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await page.getByText('Passphrase: strong').waitFor();
    await page.getByLabel('Passphrase again').fill('something else');
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Create the vault' }).click();
    await page.getByText('The two are not the same. Type it again.').waitFor();
    await page.getByLabel('Passphrase again').fill(PASSPHRASE);
    await page.keyboard.press('Enter');

    const key = page.getByRole('group', { name: 'Recovery key' });
    await key.waitFor();
    expect(await findBarriers(page)).toEqual([]);
    const parts = await key.locator('.recovery-part').allInnerTexts();
    expect(parts.join('-').length).toBeGreaterThan(20);
    expect(await page.getByRole('button', { name: 'Start' }).isEnabled()).toBe(false);
    await page.getByRole('checkbox', { name: /I have kept the recovery key/ }).click();
    await page.getByRole('button', { name: 'Start' }).click();
    await page.getByRole('button', { name: 'Open the sample case' }).waitFor();

    expect(await desk.backend.call('vault.lock', {})).toMatchObject({ ok: true });
    expect(await desk.backend.call('vault.unlock', { passphrase: parts.join('-') })).toMatchObject({ ok: true });
    expect(desk.complaints).toEqual([]);
  });

  it('says at the field that a passphrase is too short', async () => {
    desk = await openDesk({ vault: 'none' });
    await desk.page.getByLabel('Passphrase', { exact: true }).fill('short');
    await desk.page.getByLabel('Passphrase again').fill('short');
    await desk.page.keyboard.press('Enter');
    await desk.page.getByText('Use at least 8 characters.').waitFor();
  });
});

describe('the lock', () => {
  it('closes the desk by Ctrl+L and opens it by the passphrase, saying at the field when it is wrong', async () => {
    desk = await openDesk();
    const { page } = desk;
    await page.getByRole('heading', { name: 'Cases' }).waitFor();
    await page.keyboard.press('Control+l');
    const field = page.getByLabel('Passphrase');
    await field.waitFor();
    expect(await page.getByRole('heading', { name: 'Cases' }).count()).toBe(0);
    await page.keyboard.type('not this one');
    await page.keyboard.press('Enter');
    await page.getByText('This is not the passphrase.').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.type(PASSPHRASE);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Cases' }).waitFor();
    expect(desk.complaints).toEqual([]);
  });

  it('falls by itself after the minutes of the settings', async () => {
    desk = await openDesk();
    const { page, backend } = desk;
    await backend.call('settings.update', { lockAfterMinutes: 1 });
    await page.clock.install();
    await page.reload();
    await page.getByRole('heading', { name: 'Cases' }).waitFor();
    await page.clock.fastForward('00:50');
    expect(await page.getByLabel('Passphrase').count()).toBe(0);
    await page.clock.fastForward('00:15');
    await page.getByLabel('Passphrase').waitFor();
  });

  it('takes the one-time token out of the address', async () => {
    desk = await openDesk();
    await desk.page.getByRole('heading', { name: 'Cases' }).waitFor();
    expect(desk.page.url()).not.toContain('token');
  });
});
