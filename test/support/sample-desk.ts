import type { Locator, Page } from 'playwright-core';
import type { Input, Method, Output } from '../../shared/contract.ts';
import { CaseId } from '../../shared/ids.ts';
import type { Reply } from '../../shared/reply.ts';
import { openDesk } from './desk.ts';
import type { Desk } from './desk.ts';

export type SampleDesk = Desk & {
  readonly caseId: CaseId;
  /** Asks the backend behind the page; a refusal fails the test. */
  readonly ask: <M extends Method>(method: M, input: Input<M>) => Promise<Output<M>>;
};

/**
 * The sample case, opened in the workspace and nothing done in it yet; its scans are not recognised unless that is
 * asked for.
 */
export const openSampleDesk = async (look: Parameters<typeof openDesk>[0] = {}): Promise<SampleDesk> => {
  const desk = await openDesk({ recognisesByItself: false, ...look });
  const ask = async <M extends Method>(method: M, input: Input<M>): Promise<Output<M>> => {
    const reply = (await desk.backend.call(method, input)) as Reply<Output<M>>;
    if (!reply.ok) throw new Error(`${method}: ${reply.error.message}`);
    return reply.value;
  };
  const { caseId } = await ask('case.openSample', {});
  await desk.page.getByRole('row', { name: /CM16-9900018/ }).dblclick();
  await pageFace(desk.page).waitFor();
  return { ...desk, caseId: CaseId.parse(caseId), ask };
};

/** The page that stands first in the reader. */
export const pageFace = (page: Page): Locator => page.getByRole('article', { name: /^Page \d+ of/ }).first();

/** Shows a tab of the work pane. */
export const showTab = (page: Page, name: string): Promise<void> =>
  page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();

/** Drags over the words of a line of the page, from inside its first word to inside its last. */
export const dragOver = async (page: Page, first: Locator, last: Locator): Promise<void> => {
  await first.scrollIntoViewIfNeeded();
  const [from, to] = [await first.boundingBox(), await last.boundingBox()];
  if (from === null || to === null) throw new Error('the words are not in view');
  await page.mouse.move(from.x + 0.5, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 4 });
  await page.mouse.move(to.x + to.width - 0.5, to.y + to.height / 2);
  await page.mouse.up();
};
