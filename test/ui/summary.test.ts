import { openSampleDesk, showTab } from '../support/sample-desk.ts';
import type { SampleDesk } from '../support/sample-desk.ts';

let desk: SampleDesk;
beforeAll(async () => {
  desk = await openSampleDesk();
  const { ask, caseId, page } = desk;
  const entries = await ask('timeline.list', { caseId });
  await ask('timeline.decide', { caseId, ids: entries.slice(0, 6).map(({ id }) => id), state: 'accepted' });
  await ask('summary.compose', { caseId });
  await showTab(page, 'Summary');
  await prose().waitFor();
});
afterAll(() => desk.close());

const prose = () => desk.page.getByRole('textbox', { name: 'Clinical case summary' });
const margin = () => desk.page.getByRole('list', { name: 'Sources of the sentences' });
const show = () => desk.ask('summary.show', { caseId: desk.caseId });
const whenSaved = async (): Promise<void> => {
  await desk.page.waitForTimeout(900);
  await desk.page.getByText('Saved, encrypted').waitFor();
};
const textOf = async (): Promise<string> => (await prose().innerText()).replace(/\s+/g, ' ').trim();

describe.each([
  ['at human speed', 180, 'The earth is flat. '],
  ['in a burst', 15, 'The moon is made of cheese. '],
])('a sentence typed in front of another %s', (_pace, delay, words) => {
  it('has no source, and its neighbour keeps its own', async () => {
    const { page } = desk;
    const before = await show();
    await prose().click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type(words, { delay });
    await whenSaved();
    const [typed, ...others] = await show();
    expect(typed).toMatchObject({ text: words.trim(), sources: [], entries: [] });
    expect(others).toEqual(before);
    expect((await textOf()).startsWith(words)).toBe(true);
    await page.getByText(/without a source/).waitFor();
    expect(await page.getByText('every one with its page').count()).toBe(0);
    await margin().getByText('Sentence 1 has no source').waitFor();
    for (let back = 0; back < 3; back += 1) await page.keyboard.press('ArrowLeft');
    await page.getByRole('group', { name: 'Sources of sentence 1' }).getByText('Nothing yet').waitFor();
  });
});

describe('an entry that was corrected', () => {
  it('is told on its sentence and taken over by an update', async () => {
    const { page, ask, caseId } = desk;
    const entries = await ask('timeline.list', { caseId });
    const at = (await show()).findIndex(
      ({ entries: own }) => own.length === 1 && entries.some(({ id }) => id === own[0]),
    );
    const [id] = (await show())[at]!.entries;
    const { text } = entries.find((entry) => entry.id === id)!;
    await ask('timeline.edit', { caseId, id: id!, change: { text: `${text.replace(/\.$/, '')}, on the left.` } });
    await page.getByText(`Sentence ${String(at + 1)} no longer says what the timeline says`).waitFor();
    await page.getByText(/1 behind the timeline/).waitFor();
    await page.getByRole('button', { name: 'Update from the timeline' }).last().click();
    await page.getByText(/behind the timeline/).waitFor({ state: 'detached' });
    expect((await show())[at]!.text).toMatch(/, on the left\.$/);
    expect(await textOf()).toContain(', on the left.');
  });

  it('is set beside the sentence that was edited, for a decision', async () => {
    const { page, ask, caseId } = desk;
    const number = (await show()).length;
    await prose().click();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type(' as before');
    await whenSaved();
    const edited = (await show()).at(-1)!;
    await ask('timeline.edit', { caseId, id: edited.entries[0]!, change: { text: 'He saw a wholly other doctor.' } });
    await page.getByRole('button', { name: 'Update from the timeline' }).click();
    const choice = page.getByRole('group', { name: `Sentence ${String(number)} and the timeline` });
    await choice.getByText('wholly').waitFor();
    expect(await textOf()).toContain(edited.text);
    await choice.getByRole('button', { name: 'Keep mine' }).click();
    await choice.waitFor({ state: 'detached' });
    expect((await show()).at(-1)).toMatchObject({ text: edited.text, offered: null });
    await page.getByRole('button', { name: 'Undo' }).click();
    await choice.getByRole('button', { name: 'Take the new words' }).click();
    await choice.waitFor({ state: 'detached' });
    expect(await textOf()).toContain('saw a wholly other doctor.');
    expect(await textOf()).not.toContain(' as before');
  });
});

it('a sentence that was taken out stays out at an update, and is put back by its button', async () => {
  const { page, ask, caseId } = desk;
  await whenSaved();
  const before = await show();
  const out = before.at(-1)!;
  await prose().click();
  await page.keyboard.press('Control+End');
  for (let left = out.text.length; left >= 0; left -= 1) await page.keyboard.press('Backspace');
  await whenSaved();
  expect((await show()).map(({ id }) => id)).toEqual(before.slice(0, -1).map(({ id }) => id));
  await page.getByRole('button', { name: 'Update from the timeline' }).click();
  await page.getByText('One accepted entry is left out of the summary').click();
  expect(await textOf()).not.toContain(out.text);
  const [leftOut] = await ask('summary.leftOut', { caseId });
  await page.getByRole('button', { name: `Put back: ${leftOut!.text}` }).click();
  await page.getByText('left out of the summary').waitFor({ state: 'detached' });
  expect((await show()).map(({ entries }) => entries)).toEqual(before.map(({ entries }) => entries));
  expect(await textOf()).toContain(leftOut!.text);
});

it('complains of nothing', () => {
  expect(desk.complaints).toEqual([]);
});
