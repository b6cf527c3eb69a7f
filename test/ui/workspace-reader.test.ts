import { WORD_STRIDE } from '../../shared/word-stride.ts';
import { findBarriers } from '../support/browser.ts';
import { dragOver, openSampleDesk, pageFace, showTab } from '../support/sample-desk.ts';
import type { SampleDesk } from '../support/sample-desk.ts';

let desk: SampleDesk;
beforeAll(async () => {
  desk = await openSampleDesk();
});
afterAll(() => desk.close());

/** The first record of the list with its first page, as the backend has them. */
const firstPage = async () => {
  const { ask, caseId } = desk;
  const name = await desk.page
    .getByRole('region', { name: 'Records', exact: true })
    .getByRole('button', { name: /Doctor's first report/ })
    .first()
    .getAttribute('title');
  const record = (await ask('record.list', { caseId })).find(({ fileName }) => fileName === name)!;
  const [row] = await ask('page.list', { caseId, recordId: record.id });
  return { record, content: await ask('page.show', { caseId, pageId: row!.id }) };
};

const openFirst = async (): Promise<void> => {
  await desk.page
    .getByRole('region', { name: 'Records', exact: true })
    .getByRole('button', { name: /Doctor's first report/ })
    .first()
    .click();
  await pageFace(desk.page).locator('[data-start]').first().waitFor();
};

const word = (text: string) =>
  pageFace(desk.page)
    .locator('[data-start]')
    .filter({ hasText: new RegExp(`^${text}$`) })
    .first();

describe('a page in the reader', () => {
  it('has every word exactly over its picture, with the offsets of the page text', async () => {
    await openFirst();
    const { content } = await firstPage();
    const laid = await pageFace(desk.page).evaluate((face) => {
      const paper = face.getBoundingClientRect();
      const words = [...face.querySelectorAll<HTMLElement>('[data-start]')].map((span) => {
        const box = span.getBoundingClientRect();
        return [
          Number(span.dataset['start']),
          span.textContent,
          box.left - paper.left,
          box.top - paper.top,
          box.right - paper.left,
          box.bottom - paper.top,
        ] as const;
      });
      return { scale: paper.width, words };
    });
    const scale = laid.scale / content.width;
    expect(laid.words).toHaveLength(content.words.length / WORD_STRIDE);
    for (const [index, [start, text, ...box]] of laid.words.entries()) {
      const [from, to, ...expected] = content.words.slice(index * WORD_STRIDE, (index + 1) * WORD_STRIDE);
      expect(start).toBe(from);
      expect(text).toBe(content.text.slice(from, to));
      for (const [side, edge] of box.entries()) expect(Math.abs(edge - expected[side]! * scale)).toBeLessThan(0.6);
    }
  });

  // Drawn as transparent letters they left scraps of other signs on the picture.
  it('draws nothing of the words over the picture', async () => {
    await openFirst();
    const layers = pageFace(desk.page).locator(':has(> [data-start])');
    expect(await layers.evaluateAll((all) => all.map((layer) => getComputedStyle(layer).opacity))).toEqual(['0']);
  });

  it('is tinted, on demand, by what became of each line: a fact, folded, or left out and why', async () => {
    await openFirst();
    const { page, ask, caseId } = desk;
    const { record } = await firstPage();
    await pageFace(page).focus();
    await page.keyboard.press('l');
    const bar = page.getByRole('region', { name: 'What became of each line' });
    await ask('timeline.propose', { caseId });
    const { fates, lines } = await ask('page.fates', { caseId, record: record.id, page: 1 });
    await bar
      .getByRole('listitem')
      .filter({ hasText: `${String(lines.facts)} facts` })
      .waitFor();
    expect(lines.facts).toBeGreaterThan(0);
    for (const fate of ['fact', 'left-out']) await pageFace(page).locator(`.lit.fate-${fate}`).first().waitFor();
    expect(await pageFace(page).locator('.fate-titles [title]').first().getAttribute('title')).toMatch(/^[A-Z].*\.$/);
    await bar.getByText('Why left out', { exact: true }).click();
    const reasons = bar.getByRole('list', { name: 'What was left out, and why' }).getByRole('listitem');
    expect(await reasons.count()).toBe(fates.filter(({ fate }) => fate === 'left-out').length);
    expect(await findBarriers(page, '[data-pane=reader]')).toEqual([]);
    await bar.getByRole('button', { name: 'Stop tinting' }).click();
    await pageFace(page).locator('.lit.fate-fact').first().waitFor({ state: 'detached' });
  });

  it('gives the selected words to the timeline with their exact place', async () => {
    await openFirst();
    const { record, content } = await firstPage();
    await dragOver(desk.page, word('tenderness'), word('paravertebral'));
    await desk.page.getByRole('toolbar', { name: 'Selected words' }).waitFor();
    await desk.page.keyboard.press('t');
    const dialog = desk.page.getByRole('dialog', { name: 'Add to the timeline' });
    expect(await dialog.getByLabel('What happened').inputValue()).toBe('tenderness over the lumbar paravertebral');
    await dialog.getByLabel('What happened').fill('There was lumbar tenderness.');
    await dialog.getByRole('button', { name: 'Add to timeline' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const entries = await desk.ask('timeline.list', { caseId: desk.caseId });
    const added = entries.find(({ origin }) => origin === 'manual')!;
    const start = content.text.indexOf('tenderness over');
    expect(added).toMatchObject({ text: 'There was lumbar tenderness.', state: 'accepted' });
    expect(added.sources).toEqual([
      {
        record: record.id,
        page: 1,
        start,
        end: start + added.sources[0]!.quote.length,
        quote: content.text.slice(start, added.sources[0]!.end),
      },
    ]);
  });

  it('is selected by keyboard alone, and the words become evidence and are undone', async () => {
    await openFirst();
    const { content } = await firstPage();
    await pageFace(desk.page).focus();
    await desk.page.keyboard.press('ArrowDown');
    for (let lines = 0; lines < 4; lines += 1) await desk.page.keyboard.press('ArrowDown');
    await desk.page.keyboard.press('Home');
    for (let words = 0; words < 3; words += 1) await desk.page.keyboard.press('Control+Shift+ArrowRight');
    await desk.page.getByRole('toolbar', { name: 'Selected words' }).waitFor();
    await desk.page.keyboard.press('e');
    await desk.page.getByText('Evidence for item 1.').waitFor();
    const [item] = await desk.ask('item.list', { caseId: desk.caseId });
    const { span } = item!.evidence[0]!;
    expect(span.quote.split(/\s+/)).toHaveLength(3);
    expect(content.text.slice(span.start, span.end)).toBe(span.quote);
    await desk.page.getByRole('button', { name: 'Undo' }).click();
    await desk.page.getByText('Undone: evidence of an item').waitFor();
    expect((await desk.ask('item.list', { caseId: desk.caseId }))[0]!.evidence).toEqual([]);
  });

  it('takes every key, however fast one follows another', async () => {
    await openFirst();
    await pageFace(desk.page).focus();
    const selected = await pageFace(desk.page).evaluate((face) => {
      const strike = (key: string, far = false): boolean =>
        face.dispatchEvent(
          new KeyboardEvent('keydown', { key, ctrlKey: far, shiftKey: far, bubbles: true, cancelable: true }),
        );
      strike('Home');
      for (let line = 0; line < 4; line += 1) strike('ArrowDown');
      for (let word = 0; word < 3; word += 1) strike('ArrowRight', true);
      return document.getSelection()?.getRangeAt(0).cloneContents().querySelectorAll('[data-start]').length;
    });
    expect(selected).toBeGreaterThanOrEqual(3);
    await desk.page.getByRole('toolbar', { name: 'Selected words' }).waitFor();
    await desk.page.keyboard.press('Escape');
  });

  it('selects right on a page that is turned', async () => {
    await openFirst();
    await desk.page.getByRole('button', { name: 'Rotate' }).click();
    await desk.page.getByRole('button', { name: 'Rotate' }).click();
    await word('Lumbar').scrollIntoViewIfNeeded();
    await word('Lumbar').dblclick({ force: true });
    expect(await desk.page.evaluate(() => String(getSelection()))).toBe('Lumbar');
    await desk.page.getByRole('button', { name: 'Rotate' }).click();
    await desk.page.getByRole('button', { name: 'Rotate' }).click();
  });

  it('is marked as read after a second with its lower half in view, and not before', async () => {
    const { page, ask, caseId } = desk;
    await page
      .getByRole('button', { name: /^Work status/ })
      .first()
      .click();
    const row = async () => (await ask('page.list', { caseId })).find(({ id }) => id === target);
    const record = (await ask('record.list', { caseId })).find(({ kind }) => kind === 'work-status')!;
    const target = (await ask('page.list', { caseId, recordId: record.id }))[0]!.id;
    expect((await row())!.isRead).toBe(false);
    await page.getByText('1 of 1 · read · text of the file').waitFor();
    expect((await row())!.isRead).toBe(true);
  });

  it('selects in running text with the same offsets', async () => {
    const { page } = desk;
    await page
      .getByRole('button', { name: /^Chiropractic/ })
      .first()
      .click();
    await pageFace(page).getByText('Chiropractic Treatment Notes').dblclick();
    const tools = page.getByRole('toolbar', { name: 'Selected words' });
    await tools.waitFor();
    await page.keyboard.press('1');
    await page.getByText('Quoted in the rationale of item 1.').waitFor();
    const [item] = await desk.ask('item.list', { caseId: desk.caseId });
    const { span } = item!.evidence.at(-1)!;
    const [row] = await desk.ask('page.list', { caseId: desk.caseId, recordId: span.record });
    const content = await desk.ask('page.show', { caseId: desk.caseId, pageId: row!.id });
    expect(content.text.slice(span.start, span.end)).toBe(span.quote);
    expect(item!.rationale).toContain(`“${span.quote}”`);
  });

  it('keeps what is selected in running text when words of it are lit meanwhile', async () => {
    const { page, ask, caseId } = desk;
    const face = pageFace(page);
    await face.locator('.lit.cited').getByText('Treatment', { exact: true }).dblclick();
    await page.getByRole('toolbar', { name: 'Selected words' }).waitFor();
    const selected = await page.evaluate(() => String(getSelection()));
    const [item] = await ask('item.list', { caseId });
    const { span } = item!.evidence.at(-1)!;
    // Its middle is cited: the piece of text that holds the selection falls into three.
    const cited = { ...span, start: span.start + 2, end: span.end - 2, quote: span.quote.slice(2, -2) };
    await ask('timeline.add', {
      caseId,
      entry: {
        date: null,
        dateText: '',
        dateKind: 'other',
        kind: 'visit',
        text: 'Cited in the middle of a word.',
        provider: '',
        sources: [cited],
        reason: '',
      },
    });
    await face.locator('.lit.cited').getByText(cited.quote, { exact: true }).waitFor();
    expect(await page.evaluate(() => String(getSelection()))).toBe(selected);
    await page.getByRole('toolbar', { name: 'Selected words' }).waitFor();
    await page.keyboard.press('Escape');
  });
});

describe('going through the records', () => {
  it('finds words, jumps to them and lights them in view', async () => {
    const { page } = desk;
    await page.keyboard.press('Control+f');
    await page.keyboard.type('straight leg raise');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const target = page.locator('.lit.target').first();
    await target.waitFor();
    await page.waitForTimeout(300);
    const [box, view] = [(await target.boundingBox())!, (await page.locator('.page-scroll').boundingBox())!];
    expect(box.y).toBeGreaterThan(view.y);
    expect(box.y + box.height).toBeLessThan(view.y + view.height);
    await page.keyboard.press('F3');
    await page
      .getByText(/^\d+ of \d+$/)
      .first()
      .waitFor();
    await page.getByRole('combobox', { name: 'Search the records' }).fill('');
  });

  it('shows two records beside each other and goes back and forward', async () => {
    const { page } = desk;
    await openFirst();
    await page.getByRole('button', { name: 'Split' }).click();
    await page
      .getByRole('button', { name: /^X-ray of the lumbar spine/ })
      .first()
      .click();
    await page.getByRole('heading', { name: /^X-ray/ }).waitFor();
    await page.locator('.page-scroll').nth(1).waitFor();
    await expect(page.locator('.page-scroll').count()).resolves.toBe(2);
    await page.getByRole('button', { name: /One record/ }).click();
    await page
      .getByRole('button', { name: /^Utilization review/ })
      .first()
      .click();
    await page.getByRole('textbox', { name: 'Page, of 4' }).fill('3');
    await page.keyboard.press('Enter');
    await page.getByRole('article', { name: 'Page 3 of 4' }).waitFor();
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await page.keyboard.press('Alt+ArrowLeft');
    await page.getByRole('heading', { name: /^Doctor's first report/ }).waitFor();
    await page.keyboard.press('Alt+ArrowRight');
    await page.getByRole('heading', { name: /^Utilization review/ }).waitFor();
  });

  it('complains of nothing', async () => {
    await showTab(desk.page, 'Timeline');
    expect(desk.complaints).toEqual([]);
  });
});
