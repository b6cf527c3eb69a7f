import type { Locator } from 'playwright-core';
import type { Visit } from '../../shared/visit-card.ts';
import { findBarriers } from '../support/browser.ts';
import { openSampleDesk, showTab, type SampleDesk } from '../support/sample-desk.ts';

// Working through the visits of the sample by keyboard alone, at the speed of a person.

/** Milliseconds between keys. */
const KEY = 150;

let desk: SampleDesk;
beforeAll(async () => {
  desk = await openSampleDesk({ viewport: { width: 1280, height: 800 } });
  await showTab(desk.page, 'Timeline');
  await visits().focus();
});
afterAll(() => desk.close());

const visits = (): Locator => desk.page.getByRole('treegrid', { name: 'Visits' });
const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) {
    await desk.page.keyboard.press(key);
    await desk.page.waitForTimeout(KEY);
  }
};
const read = async (): Promise<Visit[]> => {
  const { ask, caseId } = desk;
  return ask('visit.show', { caseId, ids: (await ask('visit.list', { caseId })).map(({ id }) => id) });
};
/** The row that the list says is at hand: of a visit, a course of therapy or a fact. */
const rowAtHand = async (): Promise<string> => (await visits().getAttribute('aria-activedescendant')) ?? '';
const visitAt = async (): Promise<Visit> => {
  const id = (await rowAtHand()).replace('visit-', '');
  return (await read()).find((visit) => visit.id === id)!;
};
/** Goes down to the next visit that is so. */
const goTo = async (isWanted: (visit: Visit) => boolean): Promise<Visit> => {
  const all = await read();
  for (let step = 0; step < 60; step += 1) {
    const id = (await rowAtHand()).replace('visit-', '');
    const visit = all.find((one) => one.id === id);
    if (visit !== undefined && isWanted(visit)) return visit;
    await press('ArrowDown');
  }
  throw new Error('no visit is so');
};
const message = (words: string | RegExp): Promise<void> => desk.page.getByText(words).first().waitFor();

describe('the visits of a case, by keyboard', () => {
  it('name themselves: date, kind, how much is ticked, and what became of them', async () => {
    expect(
      await visits()
        .getByRole('row', { name: /^07\/11\/16, Injury, 2 of 2 facts ticked, proposed$/ })
        .count(),
    ).toBe(1);
    expect(await findBarriers(desk.page, '[data-pane=work]')).toEqual([]);
  });

  it('are accepted with what is ticked; a fact that is not is set aside', async () => {
    const visit = await goTo(({ date, kind }) => date === '2016-07-12' && kind === 'visit');
    const [first] = visit.facts;
    await press('ArrowRight', ' ');
    await visits()
      .getByRole('row', { name: /, set aside, not ticked$/ })
      .waitFor();
    await press('ArrowLeft', 'a');
    await desk.page.locator(`[data-visit="${visit.id}"].accepted`).waitFor();
    const after = (await read()).find(({ id }) => id === visit.id)!;
    expect(after.facts.find(({ id }) => id === first!.id)).toMatchObject({ state: 'set-aside', isTicked: false });
    expect(
      after.facts
        .filter(({ rank }) => rank === 'key')
        .slice(1)
        .every(({ state }) => state === 'accepted'),
    ).toBe(true);
    // The next that waits is at hand.
    expect((await visitAt()).state).toBe('proposed');
    await press('Control+z');
    await message('Undone: accepting of visits (Timeline)');
    await desk.page.locator(`[data-visit="${visit.id}"].proposed`).waitFor();
    await press('Control+Shift+z');
    await desk.page.locator(`[data-visit="${visit.id}"].accepted`).waitFor();
  });

  it('unfold, and say why each fact was chosen, on demand', async () => {
    const visit = await goTo(({ state, facts }) => state === 'proposed' && facts.some(({ rank }) => rank === 'folded'));
    const folded = visit.facts.filter(({ rank }) => rank === 'folded');
    const card = desk.page.locator(`[data-visit="${visit.id}"]`);
    await card.getByText(`${String(folded.length)} more`, { exact: true }).waitFor();
    await press('f', 'w');
    expect(await card.locator('[data-entry]').count()).toBe(visit.facts.length);
    await card.getByText(visit.facts[0]!.why).first().waitFor();
    await press('w', 'f');
  });

  it('are set right in their head, which their facts follow', async () => {
    const visit = await visitAt();
    await press('e');
    const dialog = desk.page.getByRole('dialog', { name: 'Edit visit' });
    await dialog.getByLabel('Provider', { exact: true }).focus();
    await press('Control+a');
    await desk.page.keyboard.type('Ada Nobody, DO', { delay: KEY / 3 });
    await dialog.getByRole('button', { name: 'Save' }).focus();
    await press('Enter');
    await visits()
      .getByRole('row', { name: /Ada Nobody, DO/ })
      .first()
      .waitFor();
    const after = (await read()).find(({ id }) => id === visit.id)!;
    expect(after.facts.every(({ provider }) => provider === 'Ada Nobody, DO')).toBe(true);
  });

  it('give a fact to another visit, or to one of its own', async () => {
    await visits().focus();
    const from = await goTo(({ state, facts }) => state === 'proposed' && facts.length > 2);
    await press('ArrowRight');
    const fact = (await rowAtHand()).replace('fact-', '');
    await press('v');
    await message('Moving: go to a visit and press V.');
    await press('ArrowLeft', 'ArrowDown');
    const to = await visitAt();
    await press('v');
    await message('Moved to this visit.');
    expect((await read()).find(({ id }) => id === to.id)!.facts.map(({ id }) => id)).toContain(fact);
    await press('Shift+V');
    await message('Moved to a visit of its own.');
    expect((await read()).find(({ facts }) => facts.some(({ id }) => id === fact))!.facts).toHaveLength(1);
    await press('Control+z', 'Control+z');
    await message('Undone: moving of facts (Timeline)');
    expect((await read()).find(({ id }) => id === from.id)!.facts.map(({ id }) => id)).toContain(fact);
  });

  it('are merged where several are selected, and thrown out with all their facts', async () => {
    await press('Home', 'Shift+ArrowDown');
    await message(/2 selected/);
    const before = (await read()).length;
    await press('m');
    await message('Merged: the facts of all stand under the first.');
    expect((await read()).length).toBe(before - 1);
    await press('x');
    await desk.page.waitForTimeout(KEY);
    expect((await read())[0]!.state).toBe('rejected');
    await press('Control+z', 'Control+z');
    await message('Undone: merging of visits (Timeline)');
    expect((await read()).length).toBe(before);
  });

  it('of a course of therapy are one line, accepted by one key and taken back by one', async () => {
    const { ask, caseId } = desk;
    const [series] = await ask('visit.series', { caseId });
    await press('Home');
    for (let step = 0; step < 60 && !(await rowAtHand()).startsWith('visit-series'); step += 1)
      await press('ArrowDown');
    await visits()
      .getByRole('row', { name: new RegExp(`course of therapy.*: ${series!.line.split(',', 1).join('')}`) })
      .waitFor();
    const states = async (): Promise<string[]> =>
      (await ask('visit.show', { caseId, ids: series!.visits })).map(({ state }) => state);
    await press('a');
    await visits()
      .getByRole('row', { name: /course of therapy.*decided$/ })
      .first()
      .waitFor();
    expect(new Set(await states())).toEqual(new Set(['accepted']));
    await press('Control+z');
    await message('Undone: accepting of visits (Timeline)');
    expect(new Set(await states())).toEqual(new Set(['proposed']));
  });

  it('have their keys on the shortcut sheet', async () => {
    await press('F1');
    const sheet = desk.page.getByRole('dialog');
    for (const name of [
      'Accept visit',
      'Tick fact, or select visit',
      'Move fact to another visit',
      'Merge visits or facts',
    ])
      await sheet.getByText(name, { exact: true }).waitFor();
    await press('Escape');
    expect(desk.complaints).toEqual([]);
  });
});
