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

  it('is told of work at the mouse and the keyboard, seldom, and falls when the backend says so', async () => {
    desk = await openDesk();
    const { page, backend } = desk;
    await page.getByRole('heading', { name: 'Cases' }).waitFor();
    let touches = 0;
    page.on('request', (request) => {
      if (request.postData()?.includes('"vault.touch"') === true) touches += 1;
    });
    const told = page.waitForRequest((request) => request.postData()?.includes('"vault.touch"') === true);
    await page.mouse.move(300, 300);
    await page.mouse.move(400, 300);
    await page.keyboard.press('ArrowDown');
    await told;
    await backend.call('vault.lock', { afterJobs: true });
    await page.getByLabel('Passphrase').waitFor();
    expect(touches).toBe(1);
  });

  it('takes the one-time token out of the address', async () => {
    desk = await openDesk();
    await desk.page.getByRole('heading', { name: 'Cases' }).waitFor();
    expect(desk.page.url()).not.toContain('token');
  });
});
