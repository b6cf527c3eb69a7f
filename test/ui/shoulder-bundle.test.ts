import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseId } from '../../shared/ids.ts';
import type { Input, Method, Output } from '../../shared/contract.ts';
import type { Reply } from '../../shared/reply.ts';
import { openDesk, type Desk } from '../support/desk.ts';
import { ASSETS } from '../support/open-backend.ts';
import { describeWith, SHARED } from '../support/optional.ts';
import { SHOULDER, shoulderTruth } from '../support/read-shoulder.ts';

// A real bundle divided and its timeline worked through by keyboard alone, at the speed of a person.

/** Milliseconds between keys, and of a look at the page now and then. */
const KEY = 150;
const LOOK = 500;

describeWith([SHOULDER], 'the shoulder case, by keyboard alone', () => {
  let desk: Desk;
  let caseId: CaseId;
  const ask = async <M extends Method>(method: M, input: Input<M>): Promise<Output<M>> => {
    const reply = (await desk.backend.call(method, input)) as Reply<Output<M>>;
    if (!reply.ok) throw new Error(`${method}: ${reply.error.message}`);
    return reply.value;
  };
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) {
      await desk.page.keyboard.press(key);
      await desk.page.waitForTimeout(KEY);
    }
  };
  /** Presses a key until what has the focus is so. */
  const pressUntil = async (key: string, selector: string): Promise<void> => {
    for (let time = 0; time < 40; time += 1) {
      if (await desk.page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
      await press(key);
    }
    throw new Error(`${key} does not lead to ${selector}`);
  };
  const told = async (): Promise<string[]> => {
    const facts = (await ask('timeline.list', { caseId })).filter(
      ({ state, isTicked }) => state === 'accepted' || (state === 'proposed' && isTicked),
    );
    return shoulderTruth()
      .keyFacts.filter(({ date, pattern }) =>
        facts.some((fact) => fact.date === date && new RegExp(pattern, 'is').test(fact.text)),
      )
      .map(({ what }) => what);
  };

  beforeAll(async () => {
    desk = await openDesk({ viewport: { width: 1280, height: 800 }, recognisesByItself: false, assetsDir: ASSETS });
    const letter = { header: { caseNumber: 'CM16-0000052', dateOfInjury: shoulderTruth().header.dateOfInjury } };
    ({ caseId } = await ask('case.create', { letter: letter as never, origin: 'records' }));
    const folder = join(SHARED, 'cases', 'shoulder', 'files');
    const files = await desk.backend.offer(
      readdirSync(folder).map((name) => ({
        ...{ kind: 'bytes' as const, name },
        bytes: new Uint8Array(readFileSync(join(folder, name))),
      })),
    );
    await ask('record.import', { caseId, files: [...files] });
    await ask('timeline.propose', { caseId });
    await desk.page.getByRole('row', { name: /CM16-0000052/ }).waitFor();
    await pressUntil('Tab', '[role=row]');
    await press('Enter');
    await desk.page
      .getByRole('article', { name: /^Page \d+ of/ })
      .first()
      .waitFor();
  });
  afterAll(() => desk.close());

  it('is divided: all records of the worker by one key, the other patient’s page by one more', async () => {
    await press('Control+k');
    await desk.page.keyboard.type('accept all proposed', { delay: KEY / 3 });
    await press('Enter');
    await desk.page.getByText(/\d+ records accepted\. 1 of another patient is left to decide\./).waitFor();
    await pressUntil('F6', '[data-pane=records], [data-pane=records] *');
    const other = (await ask('document.list', { caseId })).find(({ patient }) => patient === 'other');
    await pressUntil('Tab', '[data-record]');
    await press('Home');
    await pressUntil('ArrowDown', `[data-record="${other?.id ?? ''}"]`);
    await press('a');
    await desk.page.getByRole('group', { name: 'Removed' }).waitFor();
    const documents = await ask('document.list', { caseId });
    expect(documents.filter(({ state }) => state === 'proposed')).toEqual([]);
    expect(documents.filter(({ state }) => state === 'removed').map(({ first }) => first)).toEqual([other?.first]);
  });

  it('has its visits judged one after the other, and nothing of its summary is lost on the way', async () => {
    const before = await told();
    expect(before.length).toBeGreaterThan(20);
    await press('Alt+1');
    await pressUntil('Tab', '[role=treegrid]');
    const waiting = async (): Promise<number> =>
      (await ask('visit.list', { caseId })).filter(({ state }) => state === 'proposed').length;
    for (let key = 1; key <= 70 && (await waiting()) > 0; key += 1) {
      await press('a');
      if (key % 10 === 0) await desk.page.waitForTimeout(LOOK);
    }
    await desk.page.getByText(/^0 to judge$/).waitFor();
    expect(await waiting()).toBe(0);
    expect(await told()).toEqual(before);
    expect((await ask('visit.list', { caseId })).filter(({ state }) => state === 'rejected')).toEqual([]);
    expect(desk.complaints).toEqual([]);
  });
});
