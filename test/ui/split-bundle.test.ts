import type { Locator } from 'playwright-core';
import { BUNDLE } from '../support/bundle.ts';
import { findBarriers } from '../support/browser.ts';
import { openDesk, type Desk } from '../support/desk.ts';
import { ASSETS } from '../support/open-backend.ts';
import type { Input, Method, Output } from '../../shared/contract.ts';
import type { CaseId } from '../../shared/ids.ts';
import type { Reply } from '../../shared/reply.ts';

// A bundle divided by keyboard alone, at the speed of a person.

/** Milliseconds between keys. */
const KEY = 150;

let desk: Desk;
let caseId: CaseId;
const ask = async <M extends Method>(method: M, input: Input<M>): Promise<Output<M>> => {
  const reply = (await desk.backend.call(method, input)) as Reply<Output<M>>;
  if (!reply.ok) throw new Error(`${method}: ${reply.error.message}`);
  return reply.value;
};
const records = (): Locator => desk.page.getByRole('region', { name: 'Records', exact: true });
const group = (name: string | RegExp): Locator => records().getByRole('group', { name });
const row = (name: string | RegExp, within = records()): Locator => within.getByRole('button', { name }).first();
/** Waits until the row with this name has the focus. */
const focused = (name: RegExp): Promise<void> =>
  records().getByRole('button', { name }).and(desk.page.locator(':focus')).waitFor();
const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) {
    await desk.page.keyboard.press(key);
    await desk.page.waitForTimeout(KEY);
  }
};
const inLines = async (): Promise<string[]> =>
  (await ask('document.list', { caseId })).map(({ first, last, state }) => `${first}-${last} ${state}`);

beforeAll(async () => {
  desk = await openDesk({ viewport: { width: 1280, height: 800 }, assetsDir: ASSETS });
  ({ caseId } = await ask('case.create', {
    letter: { header: { caseNumber: 'CM16-0000042' } } as never,
    origin: 'records',
  }));
  const [file] = await desk.backend.offer([
    { kind: 'bytes', name: 'ALL RECORDS.txt', bytes: new TextEncoder().encode(BUNDLE.join('\f')) },
  ]);
  await ask('record.import', { caseId, files: [file!] });
  await desk.page.getByRole('row', { name: /CM16-0000042/ }).dblclick();
  await desk.page.getByRole('article', { name: /^Page 1 of/ }).waitFor();
});
afterAll(() => desk.close());

describe('a bundle in the list of records', () => {
  it('is proposed in the order of its pages, each record with its reason', async () => {
    const proposed = group('Proposed in ALL RECORDS.txt');
    expect(await proposed.getByRole('listitem').count()).toBe(4);
    await proposed.getByText('Title "PHYSICAL THERAPY DAILY NOTE", new date of exam 06/14/2016.').waitFor();
    await proposed.getByText(/Names another patient: Nobody, Quentin Z/).waitFor();
    await row(
      /^Physical therapy.*06\/14\/16 · Alex Example, MD.*Therapy note · page 3.*0 of 1 pages read/,
      proposed,
    ).waitFor();
    expect(await findBarriers(desk.page, '[data-pane=records]')).toEqual([]);
  });

  it('is accepted, joined and divided, one key each, and the focus goes on by itself', async () => {
    await row(/^Progress report/, group(/^Proposed/)).focus();
    await press('a');
    await focused(/^Physical therapy/);
    await desk.page.getByRole('heading', { name: 'Physical therapy 06/14/16' }).waitFor();
    await press('m');
    expect(await inLines()).toEqual(['1-3 confirmed', '4-4 proposed', '5-6 proposed']);
    await focused(/^Progress report.*pages 1 to 3/);
    // The page that the reader shows is where a record is to begin.
    await press('Enter', 'F6', 'j', 'j', 'd');
    await desk.page.getByText('A record begins on page 3 now.').waitFor();
    await row(/^Physical therapy.*page 3/, group('Therapy notes')).waitFor();
    expect(await inLines()).toEqual(['1-2 confirmed', '3-3 confirmed', '4-4 proposed', '5-6 proposed']);
  });

  it('has another patient’s page removed and brought back, and each step undone', async () => {
    await row(/Names another patient/).focus();
    await press('a');
    await row(/^Progress note/, group('Removed')).waitFor();
    expect((await inLines())[2]).toBe('4-4 removed');
    await records().getByText('3 · 5 pages').waitFor();
    await row(/^Progress note/, group('Removed')).focus();
    await press('b');
    await row(/^Progress note/, group('Progress reports')).waitFor();
    await press('Control+z', 'Control+z');
    await row(/Names another patient/, group('Proposed in ALL RECORDS.txt')).waitFor();
    expect((await inLines())[2]).toBe('4-4 proposed');
  });

  it('is set right in its details, and all the rest is accepted at once', async () => {
    await row(/^Progress report.*07\/08\/16/, group(/^Proposed/)).focus();
    await press('e');
    const dialog = desk.page.getByRole('dialog', { name: 'Record details' });
    const date = dialog.getByLabel('Date', { exact: true });
    await date.focus();
    await desk.page.keyboard.press('Control+a');
    await desk.page.keyboard.type('07/09/2016', { delay: KEY });
    await press('Enter', 'Escape');
    await row(/^Progress report.*07\/09\/16/, group(/^Proposed/)).waitFor();
    await row(/^Progress report.*07\/09\/16/, group(/^Proposed/)).focus();
    await press('Shift+A');
    await desk.page.getByText('1 records accepted. 1 of another patient is left to decide.').waitFor();
    await row(/^Progress report.*07\/09\/16/, group('Progress reports')).waitFor();
    expect((await ask('document.list', { caseId })).map(({ state, date: day }) => `${state} ${day}`)).toEqual([
      'confirmed 2016-06-10',
      'confirmed 2016-06-14',
      'proposed 2016-06-15',
      'confirmed 2016-07-09',
    ]);
  });

  it('has its keys on the shortcut sheet', async () => {
    await press('F1');
    const sheet = desk.page.getByRole('dialog');
    for (const name of [
      'Accept the record as proposed',
      'Join the record to the one before',
      'Divide at the page shown',
    ])
      await sheet.getByText(name).waitFor();
    await press('Escape');
    expect(desk.complaints).toEqual([]);
  });
});
