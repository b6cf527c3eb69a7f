import { MADE_UP_FORM, madeUpLetter } from '../letters/support/made-up-form.ts';
import { assetsWithForm } from '../support/assets-with-form.ts';
import { findBarriers } from '../support/browser.ts';
import { openDesk, type Desk } from '../support/desk.ts';
import { showTab } from '../support/sample-desk.ts';

const assets = assetsWithForm(MADE_UP_FORM);
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ assetsDir: assets.dir });
});
afterAll(async () => {
  await desk.close();
  assets.remove();
});

const ask = async (method: string, input: object): Promise<unknown> => {
  const reply = await desk.backend.call(method, input);
  if (!reply.ok) throw new Error(`${method}: ${reply.error.message}`);
  return reply.value;
};

describe('the forms of the letter on the screen', () => {
  it('are those that are described, each with its name and its note', async () => {
    const { page } = desk;
    await page.getByRole('heading', { name: 'Cases' }).waitFor();
    await page.keyboard.press('Control+,');
    await page.getByRole('tab', { name: 'Letter' }).click();
    const forms = page.getByRole('radiogroup', { name: 'Letter form' });
    await forms.getByRole('radio', { name: /^2016 form/, checked: true }).waitFor();
    for (const name of [/^2016 form.*Case block/u, /^Made-up form.*Numbered items/u, /^2014 form.*Specialty/u])
      expect(await forms.getByRole('radio', { name }).count()).toBe(1);
    await forms.getByRole('radio', { name: /^Made-up form/ }).press('Space');
    await forms.getByRole('radio', { name: /^Made-up form/, checked: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  it('are chosen in the letter of a case, and what is cited is shown in the words of each', async () => {
    const { page } = desk;
    await ask('case.create', { letter: madeUpLetter(), origin: 'records' });
    await page.getByRole('row', { name: /CM17-0123456/ }).dblclick();
    await showTab(page, 'Decisions');
    const part = page.getByRole('group', { name: 'EXAMPLE guideline', exact: true }).first();
    await part.getByRole('button', { name: /^EXAMPLE guideline/ }).click();
    await part.getByRole('button', { name: 'Take apart' }).click();
    await part.getByText('The letter says (Made-up form)').waitFor();
    await part.getByRole('button', { name: 'Show the wording of the 2014 form' }).click();
    await part.getByText('Decision based on MTUS ACOEM Chapter 13 Knee Complaints.').waitFor();

    await showTab(page, 'Letter');
    const forms = page.getByRole('radiogroup', { name: 'Form' });
    await forms.getByRole('radio', { name: /^Made-up form/, checked: true }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await forms.getByRole('radio', { name: /^2014 form/ }).press('Space');
    await forms.getByRole('radio', { name: /^2014 form/, checked: true }).waitFor();
    expect(await ask('case.list', {})).toMatchObject([{ caseNumber: 'CM17-0123456' }]);
    expect(desk.complaints).toEqual([]);
  });
});
